import { amountText, totalText } from "./amount.ts";
import type { Amount } from "./metric.ts";

/** Whole numbers from `low` to `high`, both included; `high` null: open above. */
export interface Interval {
  readonly low: number;
  readonly high: number | null;
}

/** An amount as it can be compared and added: what it may be, its middle where it has one, and how it is said. */
export interface Value extends Interval {
  /** Null where an open interval has no middle. */
  readonly centre: number | null;
  /** "about 2,300" */
  readonly printed: string;
}

/** What the printed amount allows: "about 2,300" is 2,250 to 2,350, "about 200" is 180 to 220. */
export function interval(amount: Amount): Interval {
  const { min, max, qualifier } = amount;
  switch (qualifier) {
    case "about":
      return { low: Math.ceil(min - slack(min)), high: Math.floor(min + slack(min)) };
    case "nearly":
      return { low: Math.ceil(min - slack(min)), high: min };
    case "more_than":
    case "at_least":
      return { low: min, high: null };
    case "up_to":
      return { low: 0, high: max };
    case "range":
    case "exact":
      return { low: min, high: max };
  }
}

/** Half of the last significant place, at most a tenth. */
function slack(amount: number): number {
  let place = 1;
  while (amount > 0 && amount % (place * 10) === 0) place *= 10;
  return Math.min(place / 2, amount / 10);
}

/** Overlapping intervals agree; of two that are open above only equal floors do, since a higher floor is news. */
export function agree(a: Interval, b: Interval): boolean {
  return a.high === null && b.high === null ? a.low === b.low : overlap(a, b);
}

export function overlap(a: Interval, b: Interval): boolean {
  return (a.high === null || b.low <= a.high) && (b.high === null || a.low <= b.high);
}

/** The new one is contained in the old one and says more. */
export function isNarrower(a: Interval, b: Interval): boolean {
  return width(a) < width(b);
}

export function width(a: Interval): number {
  return a.high === null ? Number.POSITIVE_INFINITY : a.high - a.low;
}

export function addIntervals(a: Interval, b: Interval): Interval {
  return { low: a.low + b.low, high: a.high === null || b.high === null ? null : a.high + b.high };
}

/** The smallest interval that holds both. */
export function hull(a: Interval, b: Interval): Interval {
  return { low: Math.min(a.low, b.low), high: a.high === null || b.high === null ? null : Math.max(a.high, b.high) };
}

export function toValue(amount: Amount): Value {
  const { min, max, qualifier } = amount;
  return {
    ...interval(amount),
    centre: max === null || qualifier === "up_to" ? null : (min + max) / 2,
    printed: amountText(amount),
  };
}

/** The value of an interval with a middle of its own, such as a total. */
export function totalValue(found: Interval, centre: number | null): Value {
  return { low: found.low, high: found.high, centre, printed: totalText({ ...found, centre }) };
}

export function addValues(a: Value, b: Value): Value {
  return totalValue(addIntervals(a, b), a.centre === null || b.centre === null ? null : a.centre + b.centre);
}

export interface Difference {
  /** Null where an open interval forbids it. */
  readonly absolute: number | null;
  /** Of the older value; null too where that is 0. */
  readonly relative: number | null;
}

export function difference(newer: Value, older: Value): Difference {
  if (newer.centre === null || older.centre === null) return { absolute: null, relative: null };
  const absolute = newer.centre - older.centre;
  return { absolute, relative: older.centre === 0 ? null : absolute / older.centre };
}
