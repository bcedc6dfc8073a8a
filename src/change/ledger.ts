import type { CalendarDate } from "../figure/figure.ts";
import { daysBetween } from "./day.ts";
import { agree, hull, type Interval, isNarrower, totalValue, type Value, width } from "./interval.ts";

/** One report's count of one exchange, for one metric. */
export interface EventClaim {
  readonly figureId: string | null;
  readonly reportId: string;
  readonly reading: string;
  readonly claimant: string;
  readonly day: CalendarDate;
  readonly value: Value;
  readonly voice: string;
}

/** One exchange as all its reports tell it. */
export interface LedgerEvent {
  readonly day: CalendarDate;
  readonly lastDay: CalendarDate;
  /** The narrowest count; where claimants disagree, everything from the lowest to the highest of them. */
  readonly value: Value;
  readonly voices: number;
  readonly reports: number;
  readonly disputed: boolean;
  /** Each claimant's own narrowest count. */
  readonly counts: readonly { readonly claimant: string; readonly value: Value; readonly voices: number }[];
  readonly claims: readonly EventClaim[];
}

/** Claims of one day and one count. */
type Cell = readonly [EventClaim, ...EventClaim[]];

/** Counts of one day that differ by less than this part of the larger are one exchange, told differently. */
const near = 0.05;

/**
 * Sorts the claims of one metric into events. Counts that agree within a day are one event, unless a single report tells
 * them apart as two. The result does not depend on the order of the claims.
 */
export function ledger(claims: readonly EventClaim[]): LedgerEvent[] {
  const groups: [EventClaim, ...EventClaim[]][] = [];
  for (const cell of cells(claims)) {
    const home = groups.find((group) => isSame(group, cell));
    if (home === undefined) groups.push([...cell]);
    else home.push(...cell);
  }
  return groups.map(toEvent).sort((a, b) => order(a.day, b.day) || a.value.low - b.value.low);
}

/** The narrowest first, since they anchor; then those with most voices, the earliest, the lowest. */
function cells(claims: readonly EventClaim[]): Cell[] {
  const byCount = new Map<string, [EventClaim, ...EventClaim[]]>();
  for (const claim of [...claims].sort((a, b) => order(a.reading, b.reading))) {
    const key = `${claim.day}|${String(claim.value.low)}..${String(claim.value.high)}`;
    const cell = byCount.get(key);
    if (cell === undefined) byCount.set(key, [claim]);
    else cell.push(claim);
  }
  return [...byCount.values()].sort(
    ([a, ...moreA], [b, ...moreB]) =>
      narrowerFirst(a.value, b.value) ||
      countVoices([b, ...moreB]) - countVoices([a, ...moreA]) ||
      order(a.day, b.day) ||
      a.value.low - b.value.low,
  );
}

function isSame(group: Cell, cell: Cell): boolean {
  const [anchor] = group;
  const [claim] = cell;
  if (Math.abs(daysBetween(anchor.day, claim.day)) > 1 || toldApart(group, cell)) return false;
  return agree(anchor.value, claim.value) || (anchor.day === claim.day && isNear(anchor.value, claim.value));
}

/** One report whose one claimant gives both as counts of their own. */
function toldApart(group: Cell, cell: Cell): boolean {
  const tells = new Set(group.map((claim) => `${claim.reportId}|${claim.claimant}`));
  return cell.some((claim) => tells.has(`${claim.reportId}|${claim.claimant}`));
}

function isNear(a: Value, b: Value): boolean {
  if (a.centre === null || b.centre === null) return false;
  return Math.abs(a.centre - b.centre) <= near * Math.max(a.centre, b.centre);
}

function toEvent(claims: Cell): LedgerEvent {
  const [anchor] = claims;
  const claimants = [...new Set(claims.map((claim) => claim.claimant))].sort(order);
  const counts = claimants.map((claimant) => {
    const own = claims.filter((claim) => claim.claimant === claimant);
    return { claimant, value: narrowest(own, anchor.value), voices: countVoices(own) };
  });
  const disputed = claims.some((claim) => !agree(claim.value, anchor.value));
  const last =
    claims
      .map((claim) => claim.day)
      .sort(order)
      .at(-1) ?? anchor.day;
  return {
    ...{ day: anchor.day, lastDay: last, disputed, counts, claims },
    value: disputed ? spread(claims) : anchor.value,
    voices: countVoices(claims),
    reports: new Set(claims.map((claim) => claim.reportId)).size,
  };
}

function spread(claims: Cell): Value {
  const closed = claims.filter((claim) => claim.value.centre !== null).map((claim) => claim.value);
  const whole = closed.reduce<Interval>((all, value) => hull(all, value), closed[0] ?? claims[0].value);
  return totalValue(whole, whole.high === null ? null : (whole.low + whole.high) / 2);
}

function narrowest(claims: readonly EventClaim[], otherwise: Value): Value {
  const [first, ...more] = claims.map((claim) => claim.value);
  return more.reduce((best, value) => (isNarrower(value, best) ? value : best), first ?? otherwise);
}

/** A claim that was worked out from others of its report adds no voice of its own beside them. */
function countVoices(claims: readonly EventClaim[]): number {
  return new Set(claims.map((claim) => claim.voice)).size;
}

function narrowerFirst(a: Interval, b: Interval): number {
  return width(a) === width(b) ? 0 : width(a) < width(b) ? -1 : 1;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
