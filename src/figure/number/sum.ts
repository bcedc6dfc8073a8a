import type { Token } from "../text/token.ts";

/** What a token, or a part of a joined word, adds to a number. */
export interface Part {
  readonly kind: "digits" | "word" | "ten" | "hundred" | "scale" | "half" | "one" | "and";
  readonly value: number;
  readonly each: boolean;
  /** An ending ends the number: "6 bine 6 bin" are two. */
  readonly closes: boolean;
}

/** Adds up the parts of one number; a part that cannot continue it is refused. */
export class Sum {
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

  /** Whether digits may follow after "and": "3 hundred and 21", but "3 thousand and 21" may be two numbers. */
  get mayHoldDigits(): boolean {
    return !this.fresh && this.mayHold;
  }

  /** Whether a scale was taken last: "two thousand". */
  get endsScale(): boolean {
    return this.fresh && this.lastScale > 1;
  }

  /** "A million and a half": a part of the scale taken last. */
  addPart(part: number): boolean {
    if (!this.endsScale) return false;
    this.total += part * this.lastScale;
    return true;
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
