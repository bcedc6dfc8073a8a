/** A word, a number or a mark as printed; one object however often it comes, so that what was worked out of it is kept with it. */
export class Word {
  readonly printed: string;
  /** In small letters, look-alikes told apart, what follows an apostrophe taken off. */
  readonly word: string;
  /** What followed the apostrophe; null without one. */
  readonly suffix: string | null;
  readonly notes: Noted<unknown>[] = [];

  constructor(printed: string, word: string, suffix: string | null) {
    this.printed = printed;
    this.word = word;
    this.suffix = suffix;
  }
}

interface Noted<Value> {
  readonly by: Note<Value>;
  readonly value: Value;
}

/** One thing worked out of words; it is forgotten with the word. */
export class Note<Value> {
  of({ notes }: Word): Value | undefined {
    for (const noted of notes) if (this.isOwn(noted)) return noted.value;
    return undefined;
  }

  keep({ notes }: Word, value: Value): void {
    notes.push({ by: this, value });
  }

  private isOwn(noted: Noted<unknown>): noted is Noted<Value> {
    return noted.by === this;
  }
}
