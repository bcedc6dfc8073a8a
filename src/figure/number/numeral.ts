import type { Locale } from "../locale/locale.ts";
import type { Token } from "../text/token.ts";
import { readDigits } from "./digits.ts";

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

interface Part {
  readonly kind: "digits" | "word" | "hundred" | "scale" | "half" | "one" | "and";
  readonly value: number;
  readonly each: boolean;
}

/**
 * Reads the number that starts at a token, as far as it goes.
 * @param longest how many tokens it may take
 */
export function readNumeral(tokens: readonly Token[], at: number, locale: Locale, longest = 14): Numeral | null {
  const first = tokens[at];
  if (!first || first.kind === "mark") return null;
  const sum = new Sum();
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
    const part = partOf(token, tokens[place + 1], locale, place === at);
    if (!part) break;
    if (part.kind === "and") {
      if (!sum.mayHold || !continues(tokens[place + 1], locale)) break;
      continue;
    }
    if (part.kind === "digits" && place > at && part.value < 1000 && sum.groupDigits(token, part.value)) {
      to = place + 1;
      continue;
    }
    if (!sum.take(part)) break;
    if (part.kind === "digits") spelled = false;
    each = part.each;
    to = place + 1;
  }
  if (to === at) return first.kind === "number" ? unreadable(at) : null;
  return finish(tokens, at, to, sum, { each, spelled }, locale);
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
function partOf(token: Token, next: Token | undefined, locale: Locale, first: boolean): Part | null {
  const { numbers } = locale;
  if (token.kind === "number") {
    const digits = readDigits(token.word);
    if (digits.kind === "none") return null;
    if (digits.kind === "either") {
      const scaled = next ? scaleOf(next.word, locale) : null;
      return { kind: "digits", value: scaled === null ? digits.whole : digits.fraction, each: false };
    }
    return { kind: "digits", value: digits.value, each: false };
  }
  if (token.kind !== "word") return null;
  if (first && numbers.one.includes(token.word))
    return next && (scaleOf(next.word, locale) !== null || numbers.hundreds.includes(next.word))
      ? { kind: "one", value: 1, each: false }
      : null;
  if (!first && numbers.and.includes(token.word)) return { kind: "and", value: 0, each: false };
  return wordPart(token.word, locale);
}

function wordPart(word: string, locale: Locale): Part | null {
  const bare = bareWordPart(word, locale);
  if (bare) return { ...bare, each: false };
  const each = ownValue(locale.numbers.eachWords, word);
  if (each !== null) return { kind: each >= 1000 ? "scale" : "word", value: each, each: true };
  for (const suffix of locale.numbers.eachSuffixes) {
    const part = word.endsWith(suffix) ? bareWordPart(word.slice(0, -suffix.length), locale) : null;
    if (part) return { ...part, each: true };
  }
  for (const suffix of locale.numbers.suffixes) {
    const part = word.endsWith(suffix) ? bareWordPart(word.slice(0, -suffix.length), locale) : null;
    if (part) return { ...part, each: false };
  }
  return null;
}

function bareWordPart(word: string, locale: Locale): Omit<Part, "each"> | null {
  const { numbers } = locale;
  const value = ownValue(numbers.words, word);
  if (value !== null) return { kind: "word", value };
  if (numbers.hundreds.includes(word)) return { kind: "hundred", value: 100 };
  const scale = ownValue(numbers.scales, word);
  if (scale !== null) return { kind: "scale", value: scale };
  const half = ownValue(numbers.halves, word);
  return half === null ? null : { kind: "half", value: half };
}

function scaleOf(word: string, locale: Locale): number | null {
  const part = wordPart(word, locale);
  return part?.kind === "scale" ? part.value : null;
}

function ownValue(record: Readonly<Record<string, number>>, word: string): number | null {
  return Object.hasOwn(record, word) ? (record[word] ?? null) : null;
}

function continues(next: Token | undefined, locale: Locale): boolean {
  return next?.kind === "word" && bareWordPart(next.word, locale)?.kind === "word";
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
        if (!this.fresh || value >= this.ceiling) return false;
        if (!this.empty && !Number.isInteger(value)) return false;
        this.group = value;
        this.fresh = false;
        return true;
      case "word":
        return this.word(value);
      case "hundred":
        return this.hundred();
      default:
        return this.scale(value);
    }
  }

  private word(value: number): boolean {
    if (value >= this.ceiling || this.plainDigits) return false;
    const under = this.group % 100;
    const fits =
      this.fresh ||
      (value < 10 && under % 10 === 0 && (under === 0 ? this.group >= 100 : under >= 20)) ||
      (value >= 10 && value < 100 && under === 0 && this.group >= 100);
    if (!fits || !Number.isInteger(this.group)) return false;
    this.group += value;
    this.fresh = false;
    return true;
  }

  private hundred(): boolean {
    if (this.fresh) this.group = 100;
    else if (this.group > 0 && this.group < 100) this.group *= 100;
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
