import { type Locale, TALK_KINDS, type TalkKind } from "../locale/locale.ts";
import { Note, type Word } from "../text/word.ts";

/** A language's words of talks, by whole word and by how words begin. */
class TalkLexicon {
  private readonly words = new Map<string, TalkKind[]>();
  private readonly beginnings = new Map<string, TalkKind[]>();
  private readonly note = new Note<readonly TalkKind[]>();
  private longest = 0;

  constructor({ talkWords }: Locale) {
    for (const kind of TALK_KINDS)
      for (const entry of talkWords[kind]) {
        const beginning = entry.endsWith("*");
        const word = beginning ? entry.slice(0, -1) : entry;
        const known = beginning ? this.beginnings : this.words;
        known.set(word, [...(known.get(word) ?? []), kind]);
        if (beginning) this.longest = Math.max(this.longest, word.length);
      }
  }

  kindsOf(known: Word): readonly TalkKind[] {
    const noted = this.note.of(known);
    if (noted !== undefined) return noted;
    const kinds = this.kindsIn(known.word);
    this.note.keep(known, kinds);
    return kinds;
  }

  private kindsIn(word: string): readonly TalkKind[] {
    const kinds = new Set(this.words.get(word));
    for (let length = 1; length <= Math.min(word.length, this.longest); length++)
      for (const kind of this.beginnings.get(word.slice(0, length)) ?? []) kinds.add(kind);
    return [...kinds];
  }
}

const lexicons = new WeakMap<Locale, TalkLexicon>();

/** Of which kinds a word of a text on talks is; most are of none. */
export function talkKindsOf(locale: Locale, word: Word): readonly TalkKind[] {
  const lexicon = lexicons.get(locale) ?? new TalkLexicon(locale);
  lexicons.set(locale, lexicon);
  return lexicon.kindsOf(word);
}
