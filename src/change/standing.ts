import type { CalendarDate } from "../figure/figure.ts";
import { type Interval, width } from "./interval.ts";

interface Told {
  readonly rankDay: CalendarDate;
  readonly reportedAt: string;
  readonly reading: string;
  readonly value: Interval;
}

/**
 * What stands on a line: the newest day, then the narrower interval, then the later publication, then the key; the order of
 * arrival does not matter.
 */
export function standing<Claim extends Told>(claims: Iterable<Claim>): Claim | undefined {
  let stands: Claim | undefined;
  for (const claim of claims) if (stands === undefined || outranks(claim, stands)) stands = claim;
  return stands;
}

export function outranks(a: Told, b: Told): boolean {
  if (a.rankDay !== b.rankDay) return a.rankDay > b.rankDay;
  if (width(a.value) !== width(b.value)) return width(a.value) < width(b.value);
  return a.reportedAt === b.reportedAt ? a.reading > b.reading : a.reportedAt > b.reportedAt;
}
