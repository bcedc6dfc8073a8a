import type { Qualifier } from "../figure.ts";
import type { Marks } from "../lexicon/marks.ts";
import type { Locale } from "../locale/locale.ts";
import type { Token } from "../text/token.ts";
import { maskOf } from "./mask.ts";
import { mayBegin, type Numeral, readNumeral } from "./numeral.ts";
import { readOne } from "./one.ts";

/** A number of the text, with its bounds as printed, or with the reason why it is no amount. */
export interface Quantity {
  /** Tokens of the number itself. */
  readonly from: number;
  readonly to: number;
  readonly min: number;
  readonly max: number | null;
  readonly qualifier: Qualifier;
  /** Tokens of the qualifier, if any. */
  readonly qualifierFrom: number;
  readonly qualifierTo: number;
  readonly each: boolean;
  readonly spelled: boolean;
  readonly yearLike: boolean;
  /** Why it cannot be an amount of people or bodies; null when it can. */
  readonly masked: string | null;
}

/**
 * Finds the numbers of the text, joins ranges and applies qualifiers.
 * @param most how many numbers are read: what comes after them is not looked at
 */
export function quantitiesOf(
  tokens: readonly Token[],
  marks: Marks,
  locale: Locale,
  most: number,
): readonly Quantity[] {
  const numerals = numeralsOf(tokens, marks, locale, most);
  const quantities: Quantity[] = [];
  for (let at = 0; at < numerals.length; at++) {
    const numeral = numerals[at];
    if (!numeral) continue;
    const next = numerals[at + 1];
    const masked = maskOf(numeral, tokens, marks, locale);
    const range = next ? rangeOf(numeral, next, tokens, marks) : null;
    const nextMasked = next && range ? maskOf(next, tokens, marks, locale) : null;
    if (next && range && masked !== null) {
      // "aged 18 to 25": what masks the beginning masks the end.
      quantities.push(
        single(numeral, masked, tokens, marks, locale, undefined),
        single(next, masked, tokens, marks, locale, undefined),
      );
      at++;
    } else if (next && range && nextMasked !== null) {
      // "15-20%", "24- to 48-hour": what masks the end masks the beginning.
      quantities.push(single(numeral, nextMasked, tokens, marks, locale, undefined));
    } else if (next && range) {
      quantities.push(rangeQuantity(numeral, next, range));
      at++;
    } else quantities.push(single(numeral, masked, tokens, marks, locale, quantities.at(-1)));
  }
  return quantities;
}

function numeralsOf(tokens: readonly Token[], marks: Marks, locale: Locale, most: number): readonly Numeral[] {
  const found: Numeral[] = [];
  let at = 0;
  while (at < tokens.length && found.length < most) {
    if (!mayBegin(tokens[at], locale)) {
      at++;
      continue;
    }
    // "May 23 390 people": a day after its month never joins the number that follows.
    const before = tokens[at - 1]?.text === "." ? at - 2 : at - 1;
    const afterMonth = locale.time.monthFirst && before >= 0 && marks.at("month", before) !== null;
    const numeral = readNumeral(tokens, at, locale, afterMonth ? 1 : undefined) ?? readOne(tokens, at, marks, locale);
    if (numeral) found.push(numeral);
    at = numeral ? numeral.to : at + 1;
  }
  return found;
}

interface Range {
  readonly from: number;
  readonly low: number;
  readonly high: number;
}

/** "between 120 and 150", "from 60 to 70", "1,000 to 1,200", "130–135", "2 to 3 thousand". */
function rangeOf(first: Numeral, second: Numeral, tokens: readonly Token[], marks: Marks): Range | null {
  if (first.value === null || second.value === null || first.ordinal || second.ordinal) return null;
  const shared = first.scale === 1 && second.scale > 1 && first.value * second.scale < second.value;
  const low = shared ? first.value * second.scale : first.value;
  const high = second.value;
  if (low >= high || high > low * 10) return null;
  const between = tokens.slice(first.to, second.from);
  const hyphen = tokens[second.from]?.hyphen === true && between.length === 0;
  const tight = between[0]?.tight === true && tokens[second.from]?.tight === true;
  const dash = between.length === 1 && between[0]?.text === "–" && (tight || (first.spelled && second.spelled));
  if (hyphen || dash) return { from: first.from, low, high };
  if (between.length === 0) return null;
  const open = openBefore(first.from, marks);
  const close = marks.within("rangeClose", first.to, second.from).find(({ to }) => to === second.from);
  if (open && close && open.tag.pair === close.tag.pair && close.from === first.to)
    return { from: open.from, low, high };
  const to = marks.at("rangeTo", first.to);
  return to && to.to === second.from && high < low * 3 ? { from: first.from, low, high } : null;
}

function openBefore(from: number, marks: Marks) {
  return marks.at("rangeOpen", from - 1);
}

function rangeQuantity(first: Numeral, second: Numeral, range: Range): Quantity {
  return {
    from: first.from,
    to: second.to,
    min: range.low,
    max: range.high,
    qualifier: "range",
    qualifierFrom: range.from,
    qualifierTo: first.from,
    each: first.each || second.each,
    spelled: first.spelled && second.spelled,
    yearLike: false,
    masked: null,
  };
}

function single(
  numeral: Numeral,
  masked: string | null,
  tokens: readonly Token[],
  marks: Marks,
  locale: Locale,
  before: Quantity | undefined,
): Quantity {
  const { from, to, each, spelled, yearLike } = numeral;
  const value = numeral.value ?? 0;
  const found = qualifierAround(numeral, tokens, marks, locale, before) ?? inherited(numeral, marks, before);
  const bounds = boundsOf(found?.qualifier ?? "exact", value);
  return {
    min: bounds.min,
    max: bounds.max,
    from,
    to,
    qualifier: found?.qualifier ?? "exact",
    qualifierFrom: found?.from ?? from,
    qualifierTo: found?.to ?? from,
    each,
    spelled,
    yearLike,
    masked,
  };
}

export function boundsOf(qualifier: Qualifier, value: number): { readonly min: number; readonly max: number | null } {
  if (qualifier === "more_than" || qualifier === "at_least") return { min: value, max: null };
  if (qualifier === "up_to") return { min: 0, max: value };
  return { min: value, max: value };
}

interface Found {
  readonly qualifier: Qualifier;
  readonly from: number;
  readonly to: number;
}

/** The qualifier right before or right after; "another", "a", "of" may stand between. "12 000 до 200" is a pair. */
function qualifierAround(
  { from, to }: Numeral,
  tokens: readonly Token[],
  marks: Marks,
  locale: Locale,
  last: Quantity | undefined,
): Found | null {
  for (const mark of marks.within("qualifier", from - 6, from).toReversed())
    if (last?.to === mark.from && last.masked === null && marks.cueAt("against", mark.from)?.to === mark.to) break;
    else if (
      mark.tag.where === "before" &&
      mark.to <= from &&
      !isInAct(mark, marks) &&
      isFiller(mark.to, from, tokens, marks)
    )
      return { qualifier: mark.tag.qualifier, from: mark.from, to: mark.to };
  const comma = tokens[to]?.text === "," ? 1 : 0;
  for (const mark of marks.within("qualifier", to, to + 2))
    if (mark.tag.where === "after" && (mark.from === to || mark.from === to + comma)) {
      const limit = mark.from === to && isLimit(tokens[to], tokens[to - 1], locale);
      return { qualifier: limit ? "up_to" : mark.tag.qualifier, from: mark.from, to: mark.to };
    }
  return null;
}

/** "6 bine kadar" is up to 6,000, "6 bin kadar" some 6,000: the number's case tells. */
function isLimit(word: Token | undefined, last: Token | undefined, { qualifiers }: Locale): boolean {
  if (!word || !last || qualifiers.limit?.words.includes(word.word) !== true) return false;
  const { endings } = qualifiers.limit;
  return last.kind === "number"
    ? endings.includes(last.suffix ?? "")
    : endings.some((ending) => last.word.endsWith(ending));
}

/** "handed over 26", "выросло до 1409": the word belongs to the verb. */
function isInAct({ from, to }: { from: number; to: number }, marks: Marks): boolean {
  const verbs = [marks.at("act", from), marks.cueAt("reached", from)];
  return verbs.some((verb) => verb !== null && verb.from < from && verb.to >= to);
}

/** "about 2,300 and 170": the qualifier covers both. */
function inherited({ from }: Numeral, marks: Marks, before: Quantity | undefined): Found | null {
  if (!before || before.masked !== null || before.qualifier === "exact" || before.qualifier === "range") return null;
  const and = marks.cueAt("clauseAnd", before.to);
  if (!and || and.from !== before.to || and.to !== from) return null;
  return { qualifier: before.qualifier, from: before.qualifierFrom, to: before.qualifierTo };
}

function isFiller(from: number, to: number, tokens: readonly Token[], marks: Marks): boolean {
  for (let at = from; at < to; at++) {
    if (tokens[at]?.kind === "mark") return false;
    if (!marks.at("between", at) && !marks.at("of", at) && !marks.cueAt("each", at) && !marks.cueAt("eachBefore", at))
      return false;
  }
  return true;
}

/** A qualifier that stands after the number's noun: "200 bodies or more". */
export function qualifierAfterNoun(quantity: Quantity, nounEnd: number, marks: Marks, locale: Locale): Quantity {
  if (quantity.qualifier !== "exact") return quantity;
  // "314 esirin takası üzerinde anlaştılar": where verbs come last, a word between has the postposition for itself.
  const reach = locale.writing.verbLast ? 1 : 2;
  const mark = marks.within("qualifier", nounEnd, nounEnd + reach).find((after) => after.tag.where === "after");
  if (!mark) return quantity;
  const { qualifier } = mark.tag;
  return {
    ...quantity,
    ...boundsOf(qualifier, quantity.min),
    qualifier,
    qualifierFrom: mark.from,
    qualifierTo: mark.to,
  };
}
