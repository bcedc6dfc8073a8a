import type { Locale, NumberWords } from "../locale/locale.ts";
import { Memo } from "../text/memo.ts";
import { Note, type Word } from "../text/word.ts";

/** What a word adds to a number. */
export interface WordPart {
  readonly kind: "word" | "ten" | "hundred" | "scale" | "half";
  readonly value: number;
  /** "beşer": so many for each. */
  readonly each: boolean;
  /** An ending was taken off, so the number ends here: "6 bine 6 bin" are two. */
  readonly closes: boolean;
}

const LONGEST_JOINED = 64;
const known = new WeakMap<NumberWords, Memo<readonly WordPart[] | null>>();
const starts = new Note<boolean>();

/** Whether a number may begin with a word; the next ones decide whether it does. */
export function mayStart(known: Word, locale: Locale): boolean {
  const ready = starts.of(known);
  if (ready !== undefined) return ready;
  const { word } = known;
  const { one, partsBefore = {} } = locale.numbers;
  const may = wordParts(word, locale) !== null || one.includes(word) || own(partsBefore, word) !== null;
  starts.keep(known, may);
  return may;
}

/** The parts of one written word: "yedi" is one, "ikiyüzyedi" three; null for any other word. */
export function wordParts(word: string, { numbers }: Locale): readonly WordPart[] | null {
  const words = known.get(numbers) ?? new Memo<readonly WordPart[] | null>();
  known.set(numbers, words);
  const ready = words.get(word);
  if (ready !== undefined) return ready;
  const parts = readWord(word, numbers);
  words.set(word, parts);
  return parts;
}

function readWord(word: string, numbers: NumberWords): readonly WordPart[] | null {
  const single = wordPart(word, numbers);
  if (single) return [single];
  return numbers.joined === true && word.length <= LONGEST_JOINED ? joinedParts(word, numbers) : null;
}

/** "ikiyüzyedişer": number words written together; only the last one may carry an ending. */
function joinedParts(word: string, numbers: NumberWords): readonly WordPart[] | null {
  for (let cut = Math.min(word.length - 2, 9); cut >= 2; cut--) {
    const head = barePart(word.slice(0, cut), numbers);
    if (!head) continue;
    const rest = readWord(word.slice(cut), numbers);
    if (rest) return [{ ...head, each: false, closes: false }, ...rest];
  }
  return null;
}

function wordPart(word: string, numbers: NumberWords): WordPart | null {
  const bare = barePart(word, numbers);
  if (bare) return { ...bare, each: false, closes: false };
  const each = own(numbers.eachWords, word);
  if (each !== null)
    return { kind: each >= 1000 ? "scale" : each === 100 ? "hundred" : "word", value: each, each: true, closes: false };
  return withEnding(word, numbers.eachSuffixes, numbers, true) ?? withEnding(word, numbers.suffixes, numbers, false);
}

function withEnding(word: string, endings: readonly string[], numbers: NumberWords, each: boolean): WordPart | null {
  for (const ending of endings) {
    const part = word.endsWith(ending) ? barePart(word.slice(0, -ending.length), numbers) : null;
    if (part) return { ...part, each, closes: !each };
  }
  return null;
}

function barePart(word: string, numbers: NumberWords): Pick<WordPart, "kind" | "value"> | null {
  const value = own(numbers.words, word);
  if (value !== null) return { kind: "word", value };
  if (numbers.hundreds.includes(word)) return { kind: "hundred", value: 100 };
  if (numbers.tens?.includes(word)) return { kind: "ten", value: 10 };
  const scale = own(numbers.scales, word);
  if (scale !== null) return { kind: "scale", value: scale };
  const half = own(numbers.halves, word);
  return half === null ? null : { kind: "half", value: half };
}

function own(record: Readonly<Record<string, number>>, word: string): number | null {
  return Object.hasOwn(record, word) ? (record[word] ?? null) : null;
}
