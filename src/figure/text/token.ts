import type { Locale, Writing } from "../locale/locale.ts";
import { Memo } from "./memo.ts";
import type { Plain } from "./normalise.ts";
import { Word } from "./word.ts";
import { isWrapped } from "./wrap.ts";

/** A word, a run of digits, or one mark. */
export interface Token {
  readonly index: number;
  /** Offsets in the original text. */
  readonly start: number;
  readonly end: number;
  readonly kind: "word" | "number" | "mark";
  /** As printed, after normalising. */
  readonly text: string;
  /** In small letters, look-alikes told apart, what follows an apostrophe taken off. */
  readonly word: string;
  /** The same object wherever the word stands. */
  readonly known: Word;
  /** What followed the apostrophe; null without one. */
  readonly suffix: string | null;
  /** Joined to the token before by a hyphen. */
  readonly hyphen: boolean;
  /** Nothing stands between it and the token before (or only the hyphen). */
  readonly tight: boolean;
  /** A line ended before it; two: a paragraph. */
  readonly breaks: number;
}

const [LINE, BLANK, APOSTROPHE, HYPHEN, STOP, COLON] = [0x0a, 0x20, 0x27, 0x2d, 0x2e, 0x3a] as const;
/** What may part the digits of a number: "." "," "'" ":". */
const INSIDE_NUMBER = new Set<number>([0x2e, 0x2c, 0x27, 0x3a]);
const LETTER = /[\p{L}\p{M}]/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const LATIN_TO_CYRILLIC = pairs(
  "aа eе oо pр cс xх yу iі íі kк mм tт hн bв óо օо éе áа AА EЕ OО PР CС XХ YУ IІ KК MМ TТ HН BВ",
);
const CYRILLIC_TO_LATIN = pairs("аa еe оo рp сc хx уy іi АA ЕE ОO РP СC ХX УY ІI КK МM ТT НH ВB");

/** Cuts a plain text into tokens, in one pass. */
export function tokenise({ text, places }: Plain, { writing }: Locale): readonly Token[] {
  const vocabulary = vocabularyOf(writing);
  const wrapped = isWrapped(text);
  const tokens: Token[] = [];
  let at = 0;
  let breaks = 2;
  let tight = false;
  let hyphen = false;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === BLANK || code === LINE) {
      const runsOn = wrapped && text.charCodeAt(at - 1) !== LINE && text.charCodeAt(at + 1) !== LINE;
      if (code === LINE && tokens.length > 0 && !runsOn) breaks++;
      tight = false;
      at++;
      continue;
    }
    const from = at;
    const kind = isDigit(code) ? "number" : isLetter(text, at) ? "word" : "mark";
    at = kind === "number" ? endOfDigits(text, at) : kind === "word" ? endOfWord(text, at) : at + 1;
    if (code === HYPHEN && tight && isAlphanumeric(text, at)) {
      hyphen = true;
      continue;
    }
    if (kind === "number" && text.charCodeAt(at) === APOSTROPHE && isLetter(text, at + 1)) at = endOfWord(text, at + 1);
    const known = vocabulary.wordOf(text.slice(from, at), kind);
    tokens.push({
      index: tokens.length,
      start: places ? (places.starts[from] ?? 0) : from,
      end: places ? (places.ends[at - 1] ?? 0) : at,
      kind,
      text: known.printed,
      word: known.word,
      known,
      suffix: known.suffix,
      hyphen,
      tight,
      breaks,
    });
    breaks = 0;
    hyphen = false;
    tight = true;
  }
  return tokens;
}

/** A language's words; the common ones are folded once. */
class Vocabulary {
  private readonly known = new Memo<Word>();
  private readonly writing: Writing;

  constructor(writing: Writing) {
    this.writing = writing;
  }

  wordOf(cut: string, kind: Token["kind"] = "word"): Word {
    const known = this.known.get(cut);
    if (known !== undefined) return known;
    const printed = copyOf(cut);
    const word = kind === "word" ? this.folded(printed) : this.counted(printed);
    this.known.set(printed, word);
    return word;
  }

  private folded(printed: string): Word {
    const [base, suffix] = splitApostrophe(printed, this.writing);
    return new Word(printed, lower(unmask(base, this.writing), this.writing), suffix);
  }

  /** "390'ar": digits may have an ending too. */
  private counted(printed: string): Word {
    const end = endOfDigits(printed, 0);
    const suffix = end < printed.length ? lower(printed.slice(end + 1), this.writing) : null;
    return new Word(printed, printed.slice(0, end), suffix);
  }
}

/** A part cut out of a text would keep all of it in memory. */
function copyOf(part: string): string {
  return ` ${part}`.slice(1);
}

const vocabularies = new WeakMap<Writing, Vocabulary>();

export function vocabularyOf(writing: Writing): Vocabulary {
  const vocabulary = vocabularies.get(writing) ?? new Vocabulary(writing);
  vocabularies.set(writing, vocabulary);
  return vocabulary;
}

function lower(word: string, writing: Writing): string {
  const small = writing.dottedI ? word.replaceAll("I", "ı").replaceAll("İ", "i").toLowerCase() : word.toLowerCase();
  let result = "";
  for (const letter of small.replaceAll("\u0307", "")) result += writing.fold[letter] ?? letter;
  return result;
}

/** Turns look-alike letters of another script into those of the word's own. */
function unmask(word: string, writing: Writing): string {
  const cyrillic = CYRILLIC.test(word);
  if (writing.letters === "cyrillic")
    return cyrillic || isAllLookAlike(word) ? translate(word, LATIN_TO_CYRILLIC) : word;
  return cyrillic ? translate(word, CYRILLIC_TO_LATIN) : word;
}

/** A Cyrillic text's "Ha" or "3axиcники": every letter could be Cyrillic; a single Latin letter is left as it is. */
function isAllLookAlike(word: string): boolean {
  if (word.length > 24) return false;
  for (const letter of word) if (!LATIN_TO_CYRILLIC.has(letter)) return false;
  return true;
}

function translate(word: string, table: ReadonlyMap<string, string>): string {
  let result = "";
  for (const letter of word) result += table.get(letter) ?? letter;
  return result;
}

function splitApostrophe(word: string, writing: Writing): readonly [string, string | null] {
  const cut = word.indexOf("'");
  if (cut <= 0 || writing.apostrophe === "joins") return [word, null];
  const suffix = lower(word.slice(cut + 1), writing);
  // "don't" keeps its ending: what it denies is part of the word.
  return suffix === "t" ? [word, null] : [word.slice(0, cut), suffix];
}

/** Digits with whatever may stand inside a number: groups, decimals, times, dotted dates. */
function endOfDigits(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) at++;
    else if (code === COLON && isRatio(text, from, at)) break;
    else if (INSIDE_NUMBER.has(code) && isDigit(text.charCodeAt(at + 1))) at += 2;
    else break;
  }
  return at;
}

/** "1000:25", "160:160": more digits than a time has. */
function isRatio(text: string, from: number, colon: number): boolean {
  return colon - from > 2 || [1, 2, 3].every((step) => isDigit(text.charCodeAt(colon + step)));
}

function endOfWord(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isAlphanumeric(text, at)) at++;
    else if (code === APOSTROPHE && isLetter(text, at + 1)) at += 2;
    else if (code === STOP && at === from + 1 && isDotted(text, from)) return endOfDotted(text, from);
    else break;
  }
  return at;
}

/** "U.S", "p.m": single letters parted by full stops. */
function isDotted(text: string, from: number): boolean {
  return isLetter(text, from + 2) && !isLetter(text, from + 3);
}

function endOfDotted(text: string, from: number): number {
  let at = from + 1;
  while (text.charCodeAt(at) === STOP && isDotted(text, at - 1)) at += 2;
  return at;
}

function isAlphanumeric(text: string, at: number): boolean {
  return isDigit(text.charCodeAt(at)) || isLetter(text, at);
}

/** The letters of the four languages by their codes; every other by the pattern. */
function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
  if ((code >= 0x400 && code <= 0x481) || (code >= 0xd8 && code <= 0xf6) || (code >= 0x100 && code <= 0x24f))
    return true;
  return at < text.length && LETTER.test(text.charAt(at));
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function pairs(list: string): ReadonlyMap<string, string> {
  return new Map(list.split(" ").map((pair) => [pair.charAt(0), pair.charAt(1)]));
}
