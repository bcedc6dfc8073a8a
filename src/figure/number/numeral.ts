import type { Locale } from "../locale/locale.ts";
import type { Token } from "../text/token.ts";
import { readDigits } from "./digits.ts";
import { partAfter, partBefore } from "./scale-part.ts";
import { type Part, Sum } from "./sum.ts";
import { mayStart, wordParts } from "./word.ts";

/** "forty-one thousand" */
const LONGEST_GROUP = 4;

/** A number as it stands: digits, words, or both. */
export interface Numeral {
  readonly from: number;
  readonly to: number;
  /** Null: a fraction, a time, a date in digits; never an amount of people. */
  readonly value: number | null;
  /** The last scale word, which a range's first end may share: "2 to 3 thousand". */
  readonly scale: number;
  /** "390'ar": so many for each. */
  readonly each: boolean;
  readonly ordinal: boolean;
  /** Whether it was written in words alone. */
  readonly spelled: boolean;
  /** Four plain digits that may be a year. */
  readonly yearLike: boolean;
}

const NO_PARTS: readonly Part[] = [];

/** Whether a number may begin with a token; all but a few words are told at once. */
export function mayBegin(token: Token | undefined, locale: Locale): boolean {
  if (token === undefined || token.kind === "mark") return false;
  return token.kind === "number" || token.hyphen || mayStart(token.known, locale);
}

/**
 * Reads the number that starts at a token, as far as it goes.
 * @param longest how many tokens it may take
 */
export function readNumeral(tokens: readonly Token[], at: number, locale: Locale, longest = 14): Numeral | null {
  const first = tokens[at];
  if (!first || !mayBegin(first, locale)) return null;
  // "K. Smith": no number begins with a scale that is more often something else.
  if (locale.numbers.lookalikes?.includes(first.word) === true && startsScale(first.word, locale)) return null;
  let sum = new Sum();
  let to = at;
  let spelled = true;
  let each = false;
  let joined = false;
  for (let place = at; place < tokens.length && place < at + longest; place++) {
    const token = tokens[place];
    if (!token || (place > at && token.breaks > 0)) break;
    // The full stop of a short scale word: "1 тыс. 050".
    if (
      token.text === "." &&
      token.tight &&
      place === to &&
      locale.writing.abbreviations.includes(tokens[place - 1]?.word ?? "")
    )
      continue;
    // "2-х тисяч": a written ending between digits and their scale.
    if (place === to && token.hyphen && isEnding(token, tokens[place + 1], locale)) continue;
    if (place === to && spelled && sum.endsScale && opensGroup(tokens, place, sum.lastScale, locale)) continue;
    const share = place === at ? partBefore(tokens, place, locale) : null;
    if (share && sum.take({ kind: "half", value: share.part, each: false, closes: false })) {
      place += share.length - 1;
      continue;
    }
    const added = place === to && sum.endsScale ? partAfter(tokens, place, locale) : null;
    if (added && sum.addPart(added.part)) {
      to = place + added.length;
      break;
    }
    const half = place > at && token.kind === "word" ? halfAt(tokens, place, locale) : 0;
    if (half > 0 && sum.take({ kind: "half", value: 0.5, each: false, closes: false })) {
      place += half - 1;
      continue;
    }
    const parts = partsOf(token, tokens[place + 1], locale, place === at);
    const part = parts.at(-1);
    if (!part) break;
    if (part.kind === "and") {
      const digits = !spelled && sum.mayHoldDigits && /^\d{1,2}$/.test(tokens[place + 1]?.word ?? "");
      if (!sum.mayHold || !(digits || continues(tokens[place + 1], locale))) break;
      joined = digits;
      continue;
    }
    const grouped = part.kind === "digits" && place > at && part.value < 1000 && sum.groupDigits(token, part.value);
    // A joined word is taken whole or not at all.
    const trial = grouped ? sum : Object.assign(new Sum(), sum);
    if (!grouped && !parts.every((one) => trial.take(joined ? { ...one, kind: "word" } : one))) break;
    joined = false;
    sum = trial;
    if (part.kind === "digits") spelled = false;
    each ||= part.each;
    to = place + 1;
    if (part.closes) break;
  }
  if (to === at + 1 && locale.numbers.lookalikes?.includes(first.word) === true) return null;
  if (to === at) return first.kind === "number" ? unreadable(at) : null;
  return finish(tokens, at, stopped(tokens, to, locale), sum, { each, spelled }, locale);
}

/** "One million, | six hundred thousand, | two hundred and one": a comma after a scale, and further words of the same number. */
function opensGroup(tokens: readonly Token[], comma: number, scale: number, locale: Locale): boolean {
  if (locale.numbers.groupComma !== true || tokens[comma]?.text !== ",") return false;
  for (let at = comma + 1; at < comma + LONGEST_GROUP; at++) {
    const token = tokens[at];
    const part = token && token.breaks === 0 ? partsOf(token, tokens[at + 1], locale, false)[0] : undefined;
    if (part?.kind === "hundred" || part?.kind === "scale") return at > comma + 1 && part.value < scale;
    if (part?.kind !== "word") return false;
  }
  return false;
}

/** "2,3 тис. осіб": the full stop of a short scale word belongs to the number where the sentence goes on. */
function stopped(tokens: readonly Token[], to: number, { writing }: Locale): number {
  const [last, stop, next] = tokens.slice(to - 1, to + 2);
  if (last?.kind !== "word" || stop?.text !== "." || !stop.tight || !writing.abbreviations.includes(last.word))
    return to;
  const goesOn =
    next?.kind === "word" && next.breaks === 0 && next.text.charAt(0) === next.text.charAt(0).toLowerCase();
  return goesOn ? to + 1 : to;
}

function finish(
  tokens: readonly Token[],
  from: number,
  to: number,
  sum: Sum,
  { each, spelled }: { each: boolean; spelled: boolean },
  locale: Locale,
): Numeral {
  const value = sum.value;
  const next = tokens[to];
  const last = tokens[to - 1];
  const ordinals = locale.numbers.ordinalSuffixes;
  const ordinal =
    (next?.kind === "word" && next.tight && ordinals.includes(next.word)) ||
    (last?.suffix != null && ordinals.includes(last.suffix));
  // "103-х захисників": an ending of its case belongs to the number.
  const declined = next?.hyphen === true && locale.numbers.caseEndings?.includes(next.word) === true;
  return {
    from,
    to: declined ? to + 1 : to,
    value: value !== null && Number.isInteger(value) && value > 0 ? value : null,
    scale: sum.lastScale,
    each: each || (last?.suffix != null && locale.numbers.eachSuffixes.includes(last.suffix)),
    ordinal,
    spelled,
    yearLike: to === from + 1 && /^(?:19|20)\d\d$/.test(tokens[from]?.word ?? ""),
  };
}

function unreadable(at: number): Numeral {
  return { from: at, to: at + 1, value: null, scale: 1, each: false, ordinal: false, spelled: false, yearLike: false };
}

/** "a" counts as one only before a hundred or a scale, "and" only inside a number. */
function partsOf(token: Token, next: Token | undefined, locale: Locale, first: boolean): readonly Part[] {
  const { numbers } = locale;
  if (token.kind === "number" && first && /^0/.test(token.word)) return [];
  if (token.kind === "number") return digitPart(token, next, locale);
  if (token.kind !== "word") return [];
  if (first && numbers.one.includes(token.word))
    return next && (startsScale(next.word, locale) || numbers.hundreds.includes(next.word))
      ? [{ kind: "one", value: 1, each: false, closes: false }]
      : [];
  if (!first && numbers.and.includes(token.word)) return [{ kind: "and", value: 0, each: false, closes: false }];
  return wordParts(token.word, locale) ?? NO_PARTS;
}

function digitPart(token: Token, next: Token | undefined, locale: Locale): readonly Part[] {
  const digits = readDigits(token.word);
  if (digits.kind === "none") return [];
  const { eachSuffixes, suffixes } = locale.numbers;
  const each = token.suffix !== null && eachSuffixes.includes(token.suffix);
  const closes = token.suffix !== null && suffixes.includes(token.suffix);
  const scaled = next !== undefined && startsScale(next.word, locale);
  const value = digits.kind !== "either" ? digits.value : scaled ? digits.fraction : digits.whole;
  return [{ kind: "digits", value, each, closes }];
}

/** How many tokens say "and a half" here, before a hundred or a scale; 0: none. */
function halfAt(tokens: readonly Token[], at: number, locale: Locale): number {
  for (const phrase of locale.numbers.andHalf ?? []) {
    const words = phrase.split(" ");
    const next = tokens[at + words.length];
    const kind = next?.kind === "word" ? wordParts(next.word, locale)?.[0]?.kind : undefined;
    if ((kind === "scale" || kind === "hundred") && words.every((word, place) => tokens[at + place]?.word === word))
      return words.length;
  }
  return 0;
}

function isEnding(token: Token, next: Token | undefined, locale: Locale): boolean {
  const { ordinalSuffixes, caseEndings } = locale.numbers;
  const ending = ordinalSuffixes.includes(token.word) || caseEndings?.includes(token.word) === true;
  return ending && next !== undefined && startsScale(next.word, locale);
}

function startsScale(word: string, locale: Locale): boolean {
  return wordParts(word, locale)?.[0]?.kind === "scale";
}

function continues(next: Token | undefined, locale: Locale): boolean {
  return next?.kind === "word" && wordParts(next.word, locale)?.[0]?.kind === "word";
}
