import type { Side } from "../figure.ts";
import { firstFrom } from "../text/places.ts";
import type { Around } from "./around.ts";
import type { Case } from "./case.ts";
import { chanceOf, chancesOf } from "./chances.ts";
import type { Opinion } from "./opinion.ts";

/** What was made of one number for itself, before it is held against the others of its text. */
export interface Heard {
  /** Tokens of the number. */
  readonly from: number;
  readonly to: number;
  readonly min: number;
  /** Infinite where it has no upper end. */
  readonly max: number;
  readonly sentence: number;
  readonly segment: number;
  /** Log-odds of being a figure. */
  readonly real: number;
  /** Chances, in the order of `SCOPES`. */
  readonly scopes: readonly number[];
  /** Chances, in the order of `THINGS`. */
  readonly things: readonly number[];
  readonly ways: Ways;
}

/** Chances of each way; all nought where it is hardly a figure. */
export interface Ways {
  readonly sides: ReadonlyMap<Side, number>;
  readonly open: number;
  readonly both: number;
}

export function heardAs({ counted: { quantity } }: Case, { segment, sentence }: Around, opinion: Opinion): Heard {
  const { from, to, min, max } = quantity;
  return {
    from,
    to,
    min,
    max: max ?? Number.POSITIVE_INFINITY,
    sentence: sentence.index,
    segment: segment.index,
    real: opinion.real,
    scopes: chancesOf(opinion.scopes),
    things: chancesOf(opinion.things),
    ways: waysOf(opinion),
  };
}

function waysOf({ ways }: Opinion): Ways {
  const chances = chancesOf(ways.map(({ odds }) => odds));
  const sides = new Map<Side, number>();
  let open = 0;
  let both = 0;
  for (const [at, { to }] of ways.entries()) {
    const chance = chances[at] ?? 0;
    if (to === null) open = chance;
    else if (to === "both") both = chance;
    else sides.set(to, chance);
  }
  return { sides, open, both };
}

/** A text with more numbers is a table, whose sums are not looked for. */
const MOST_SUMMED = 25;

/** A number below these log-odds is held against no other, so that a paragraph without figures changes none before it. */
const LIKELY = 0.6;

/** The numbers of a text that are likely figures, in order of place, each heard for itself. */
export class Hearing {
  readonly all: readonly Heard[];
  /** How many figures are to be expected. */
  readonly figures: number;
  /** Log-odds of the number that is most surely a figure. */
  readonly surest: number;
  readonly greatest: number;
  private readonly byAmount = new Map<string, Heard[]>();

  /** @param all in order of place */
  constructor(all: readonly Heard[]) {
    this.all = all.filter(({ real }) => real >= LIKELY);
    this.figures = this.all.reduce((sum, { real }) => sum + chanceOf(real), 0);
    this.surest = this.all.reduce((most, { real }) => Math.max(most, real), Number.NEGATIVE_INFINITY);
    this.greatest = this.all.reduce((most, { min }) => Math.max(most, min), 0);
    for (const one of this.all) {
      const alike = this.byAmount.get(amountOf(one)) ?? [];
      alike.push(one);
      this.byAmount.set(amountOf(one), alike);
    }
  }

  /** How many stand before it. */
  placeOf({ from }: Heard): number {
    return firstFrom(this.all, from);
  }

  othersThan({ from }: Heard): readonly Heard[] {
    return this.all.filter((other) => other.from !== from);
  }

  /** @param distance 1: the next, -1: the one before */
  neighbour(own: Heard, distance: number): Heard | undefined {
    const at = this.placeOf(own);
    if (distance < 0) return this.all[at + distance];
    const isHeard = this.all[at]?.from === own.from;
    return this.all[isHeard ? at + distance : at + distance - 1];
  }

  /** Of the other numbers of the same amount the one that is most surely a figure. */
  surestAlike(own: Heard): Heard | undefined {
    const alike = this.byAmount.get(amountOf(own)) ?? [];
    return alike
      .filter(({ from }) => from !== own.from)
      .reduce<Heard | undefined>((best, one) => (best === undefined || one.real > best.real ? one : best), undefined);
  }

  alike(own: Heard): number {
    return (this.byAmount.get(amountOf(own)) ?? []).filter(({ from }) => from !== own.from).length;
  }

  isSumOfTwo(own: Heard): boolean {
    if (this.all.length > MOST_SUMMED) return false;
    const others = this.othersThan(own);
    return others.some((one, at) => others.slice(at + 1).some((other) => one.min + other.min === own.min));
  }
}

function amountOf({ min, max }: Heard): string {
  return `${min} ${max}`;
}

export function isSameAmount(one: Heard, other: Heard): boolean {
  return one.min === other.min && one.max === other.max;
}
