import type { Locale } from "../locale/locale.ts";
import type { Token } from "../text/token.ts";
import { readDigits } from "./digits.ts";
import { wordParts } from "./word.ts";

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

interface Part {
  readonly kind: "digits" | "word" | "ten" | "hundred" | "scale" | "half" | "one" | "and";
  readonly value: number;
  readonly each: boolean;
  /** An ending ends the number: "6 bine 6 bin" are two. */
  readonly closes: boolean;
}

/**
 * Reads the number that starts at a token, as far as it goes.
 * @param longest how many tokens it may take
 */
export function readNumeral(tokens: readonly Token[], at: number, locale: Locale, longest = 14): Numeral | null {
  const first = tokens[at];
  if (!first || first.kind === "mark") return null;
  if (first.kind === "word" && !first.hyphen && !mayStart(first, tokens[at + 1], locale)) return null;
  let sum = new Sum();
  let to = at;
  let spelled = true;
  let each = false;
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
    const half = place > at ? halfAt(tokens, place, locale) : 0;
    if (half > 0 && sum.take({ kind: "half", value: 0.5, each: false, closes: false })) {
      place += half - 1;
      continue;
    }
    const parts = partsOf(token, tokens[place + 1], locale, place === at);
    const part = parts.at(-1);
    if (!part) break;
    if (part.kind === "and") {
      if (!sum.mayHold || !continues(tokens[place + 1], locale)) break;
      continue;
    }
    const grouped = part.kind === "digits" && place > at && part.value < 1000 && sum.groupDigits(token, part.value);
    // A joined word is taken whole or not at all.
    const trial = grouped ? sum : Object.assign(new Sum(), sum);
    if (!grouped && !parts.every((one) => trial.take(one))) break;
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

const noStarts = new WeakMap<Locale, boolean[]>();

/** Whether a word begins a number: all but the few that do are told at once. */
function mayStart(token: Token, next: Token | undefined, locale: Locale): boolean {
  const never = noStarts.get(locale) ?? [];
  if (token.id !== null && never[token.id] === true) return false;
  if (partsOf(token, next, locale, true).length > 0) return true;
  noStarts.set(locale, never);
  if (token.id === null || locale.numbers.one.includes(token.word)) return false;
  // A list with holes as wide as a vocabulary would be kept as a table, which is slow.
  while (never.length <= token.id) never.push(false);
  never[token.id] = true;
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
  return {
    from,
    to,
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
  return locale.numbers.ordinalSuffixes.includes(token.word) && next !== undefined && startsScale(next.word, locale);
}

function startsScale(word: string, locale: Locale): boolean {
  return wordParts(word, locale)?.[0]?.kind === "scale";
}

function continues(next: Token | undefined, locale: Locale): boolean {
  return next?.kind === "word" && wordParts(next.word, locale)?.[0]?.kind === "word";
}

/** Adds up the parts of one number; a part that cannot continue it is refused. */
class Sum {
  private total = 0;
  private group = 0;
  private empty = true;
  private fresh = true;
  private plainDigits = false;
  lastScale = 1;
  private ceiling = Number.POSITIVE_INFINITY;

  get value(): number | null {
    return this.empty ? null : Math.round((this.total + this.group) * 1000) / 1000;
  }

  /** Whether "and" may follow: after a hundred or a scale. */
  get mayHold(): boolean {
    return (this.fresh ? this.total : this.group) >= 100 && !this.plainDigits;
  }

  /** "1 245": a following group of three digits. */
  groupDigits(token: Token, value: number): boolean {
    if (!this.plainDigits || token.tight || token.hyphen || !/^\d{3}$/.test(token.word)) return false;
    if (this.group <= 0 || !Number.isInteger(this.group) || this.groupSize === 0) return false;
    this.group = this.group * 1000 + value;
    return this.group < 1e9;
  }

  private groupSize = 0;

  take({ kind, value }: Part): boolean {
    const taken = this.accept(kind, value);
    if (taken) {
      this.empty = false;
      this.plainDigits = kind === "digits";
      if (kind === "digits") this.groupSize = value < 1000 && value > 0 ? 1 : 0;
    }
    return taken;
  }

  private accept(kind: Part["kind"], value: number): boolean {
    switch (kind) {
      case "digits":
      case "one":
      case "half":
        // "iki buçuk bin": a half that follows its number.
        if (kind === "half" && value < 1 && !this.fresh && this.group < 100) {
          this.group += value;
          return true;
        }
        if (!this.fresh || value >= this.ceiling) return false;
        if (!this.empty && !Number.isInteger(value)) return false;
        this.group = value;
        this.fresh = false;
        return true;
      case "word":
        return this.word(value);
      case "ten":
      case "hundred":
        return this.multiply(value);
      default:
        return this.scale(value);
    }
  }

  private word(value: number): boolean {
    if (value >= this.ceiling || this.plainDigits) return false;
    const under = this.group % 100;
    const fits =
      this.fresh ||
      (value < 10 && under % 10 === 0 && (under === 0 ? this.group >= 100 : under >= 10)) ||
      (value >= 10 && value < 100 && under === 0 && this.group >= 100);
    if (!fits || !Number.isInteger(this.group)) return false;
    this.group += value;
    this.fresh = false;
    return true;
  }

  /** "three tens", "two and a half hundred"; alone it is one of them. */
  private multiply(value: number): boolean {
    if (this.fresh) this.group = value;
    else if (this.group > 0 && this.group < value) this.group *= value;
    else return false;
    this.fresh = false;
    return this.group < this.ceiling;
  }

  private scale(value: number): boolean {
    if (value >= this.ceiling) return false;
    this.total += (this.fresh ? 1 : this.group) * value;
    this.group = 0;
    this.fresh = true;
    this.ceiling = value;
    this.lastScale = value;
    return true;
  }
}
