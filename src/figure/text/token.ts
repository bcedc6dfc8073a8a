import type { Locale, Writing } from "../locale/locale.ts";
import type { Plain } from "./normalise.ts";

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
  /** What followed the apostrophe; null without one. */
  readonly suffix: string | null;
  /** Joined to the token before by a hyphen. */
  readonly hyphen: boolean;
  /** Nothing stands between it and the token before (or only the hyphen). */
  readonly tight: boolean;
  /** A line ended before it; two: a paragraph. */
  readonly breaks: number;
}

const LETTER = /[\p{L}\p{M}]/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const LATIN_TO_CYRILLIC = pairs(
  "aа eе oо pр cс xх yу iі íі kк mм tт hн bв óо օо éе áа AА EЕ OО PР CС XХ YУ IІ KК MМ TТ HН BВ",
);
const CYRILLIC_TO_LATIN = pairs("аa еe оo рp сc хx уy іi АA ЕE ОO РP СC ХX УY ІI КK МM ТT НH ВB");

/** Cuts a plain text into tokens, in one pass. */
export function tokenise(plain: Plain, locale: Locale): readonly Token[] {
  const { text } = plain;
  const tokens: Token[] = [];
  let at = 0;
  let breaks = 0;
  let tight = false;
  let hyphen = false;
  while (at < text.length) {
    const letter = text.charAt(at);
    if (letter === " " || letter === "\n") {
      if (letter === "\n") breaks++;
      tight = false;
      at++;
      continue;
    }
    const from = at;
    const kind = isDigit(letter) ? "number" : isLetter(letter) ? "word" : "mark";
    at = kind === "number" ? endOfDigits(text, at) : kind === "word" ? endOfWord(text, at) : at + 1;
    if (letter === "-" && tight && joins(text, at)) {
      hyphen = true;
      continue;
    }
    const printed = text.slice(from, at);
    const [base, suffix] = kind === "word" ? splitApostrophe(printed, locale.writing) : [printed, null];
    let ending = suffix;
    let until = at;
    if (kind === "number" && text.charAt(at) === "'" && isLetter(text.charAt(at + 1))) {
      until = endOfWord(text, at + 1);
      ending = lower(text.slice(at + 1, until), locale.writing);
    }
    const whole = until === at ? printed : text.slice(from, until);
    at = until;
    tokens.push({
      index: tokens.length,
      start: plain.starts[from] ?? 0,
      end: plain.ends[until - 1] ?? 0,
      kind,
      text: whole,
      word: kind === "word" ? fold(base, locale.writing) : base,
      suffix: ending,
      hyphen,
      tight,
      breaks: tokens.length === 0 ? 2 : breaks,
    });
    breaks = 0;
    hyphen = false;
    tight = true;
  }
  return tokens;
}

const MOST_KNOWN = 20_000;
const LONGEST_KNOWN = 32;
const folded = new WeakMap<Writing, Map<string, string>>();

/** One word as the lexicon knows it; a language's common words are folded once. */
export function fold(word: string, writing: Writing): string {
  if (word.length > LONGEST_KNOWN) return lower(unmask(word, writing), writing);
  const words = folded.get(writing) ?? new Map<string, string>();
  folded.set(writing, words);
  const known = words.get(word);
  if (known !== undefined) return known;
  const meant = lower(unmask(word, writing), writing);
  if (words.size < MOST_KNOWN) words.set(word, meant);
  return meant;
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
    const letter = text.charAt(at);
    if (isDigit(letter)) at++;
    else if ((letter === "." || letter === "," || letter === "'" || letter === ":") && isDigit(text.charAt(at + 1)))
      at += 2;
    else break;
  }
  return at;
}

function endOfWord(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const letter = text.charAt(at);
    if (isLetter(letter) || isDigit(letter)) at++;
    else if (letter === "'" && isLetter(text.charAt(at + 1))) at += 2;
    else if (letter === "." && at === from + 1 && isDotted(text, from)) return endOfDotted(text, from);
    else break;
  }
  return at;
}

/** "U.S", "p.m": single letters parted by full stops. */
function isDotted(text: string, from: number): boolean {
  return isLetter(text.charAt(from + 2)) && !isLetter(text.charAt(from + 3));
}

function endOfDotted(text: string, from: number): number {
  let at = from + 1;
  while (text.charAt(at) === "." && isDotted(text, at - 1)) at += 2;
  return at;
}

function joins(text: string, at: number): boolean {
  const next = text.charAt(at);
  return isDigit(next) || isLetter(next);
}

/** The letters of the four languages without asking the pattern; every other by it. */
function isLetter(letter: string): boolean {
  if (letter < "\u0080") return (letter >= "a" && letter <= "z") || (letter >= "A" && letter <= "Z");
  if (letter >= "\u0400" && letter <= "\u0481") return true;
  return LETTER.test(letter);
}

function isDigit(letter: string): boolean {
  return letter >= "0" && letter <= "9" && letter.length === 1;
}

function pairs(list: string): ReadonlyMap<string, string> {
  return new Map(list.split(" ").map((pair) => [pair.charAt(0), pair.charAt(1)]));
}
