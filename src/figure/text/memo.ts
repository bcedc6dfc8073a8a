/** Nobody writes longer words; a flood's would only fill memory. */
const LONGEST_KEY = 40;

/**
 * What was worked out of a word, for the next time that it comes. Two generations: a language's common words pass from the old
 * one to the young one whenever they are asked for; whatever is not asked for any more is gone when the young one is full again.
 */
export class Memo<Value> {
  private young = new Map<string, Value>();
  private old = new Map<string, Value>();
  private readonly size: number;

  /** @param size how many words a generation holds */
  constructor(size = 8_000) {
    this.size = size;
  }

  get(word: string): Value | undefined {
    const known = this.young.get(word);
    if (known !== undefined) return known;
    const older = this.old.get(word);
    if (older !== undefined) this.set(word, older);
    return older;
  }

  set(word: string, value: Value): void {
    if (word.length > LONGEST_KEY) return;
    if (this.young.size >= this.size) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(word, value);
  }
}
