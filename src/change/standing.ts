import type { CalendarDate } from "../figure/figure.ts";
import { type Interval, width } from "./interval.ts";

interface Told {
  readonly asOf: CalendarDate;
  readonly reading: string;
  readonly value: Interval;
}

/** What stands on a line: the newest day, then the narrower interval, then the key; the order of arrival does not matter. */
export function standing<Claim extends Told>(claims: Iterable<Claim>): Claim | undefined {
  let stands: Claim | undefined;
  for (const claim of claims) if (stands === undefined || outranks(claim, stands)) stands = claim;
  return stands;
}

export function outranks(a: Told, b: Told): boolean {
  if (a.asOf !== b.asOf) return a.asOf > b.asOf;
  if (width(a.value) !== width(b.value)) return width(a.value) < width(b.value);
  return a.reading > b.reading;
}
