import { daysBetween } from "./day.ts";
import { agree, type Interval, width } from "./interval.ts";
import type { EventClaim, Telling } from "./telling.ts";

/** All tellings of one exchange; the first one says its day. */
export type Exchange = readonly [Telling, ...Telling[]];

/** Counts of one day of which the smaller is this part of the larger are one exchange, told differently. */
const like = 0.5;
/** The same a day apart, where a late report may not say which day it means. */
const near = 0.95;

/**
 * Finds which tellings are of one exchange. Those that agree within a day are; then those of one day even where they
 * differ, unless one outlet tells both as two. A span of days ("last week") is of the exchange in it whose count agrees;
 * where it holds others, it is a sum or a recollection, and of none.
 * @returns exchanges that do not depend on the order of the tellings
 */
export function exchanges(tellings: readonly Telling[]): Exchange[] {
  const agreed: [Telling, ...Telling[]][] = [];
  for (const cell of cells(tellings)) {
    const home = agreed.find((group) => agrees(group, cell));
    if (home !== undefined) home.push(...cell);
    else if (!isVague(cell[0]) || !agreed.some(([anchor]) => daysApart(anchor, cell[0]) === 0)) agreed.push([...cell]);
  }
  const found: [Telling, ...Telling[]][] = [];
  for (const group of agreed) {
    const home = found.find((other) => differsOnly(other, group));
    if (home === undefined) found.push(group);
    else home.push(...group);
  }
  return found;
}

/** What the exchange's people are split by: the first telling of more than one count, else the first of all. */
export function splitOf(exchange: Exchange): Telling {
  const [anchor] = exchange;
  return exchange.find((telling) => telling.told.size > 1) ?? anchor;
}

/**
 * Cells of equal tellings: days before spans, named days before assumed ones, who tells a split before who does not,
 * wholes before parts, the narrowest first, then what most tell.
 */
function cells(tellings: readonly Telling[]): Exchange[] {
  const byCount = new Map<string, [Telling, ...Telling[]]>();
  for (const telling of tellings.toSorted((a, b) => order(a.lead.reading, b.lead.reading))) {
    const { lead, size, extent, people, told } = telling;
    const split = people && [people.servicemen, people.civilians].map(intervalKey).join("|");
    const key = [lead.firstDay, lead.day, extent, told.size, intervalKey(size), split].join("|");
    const cell = byCount.get(key);
    if (cell === undefined) byCount.set(key, [telling]);
    else cell.push(telling);
  }
  return [...byCount.entries()]
    .map(([key, cell]) => ({ key, cell, rank: rankOf(cell) }))
    .sort((a, b) => compareRanks(a.rank, b.rank) || order(a.key, b.key))
    .map(({ cell }) => cell);
}

const extents = ["everyone", "servicemen", "civilians"];

function rankOf(cell: Exchange): number[] {
  const [telling] = cell;
  return [
    daysBetween(telling.lead.firstDay, telling.lead.day),
    cell.some(({ lead }) => lead.dayStated) ? 0 : 1,
    telling.told.size > 1 ? 0 : 1,
    extents.indexOf(telling.extent),
    width(telling.size),
    -countVoices(cell.map(({ lead }) => lead)),
    Date.parse(telling.lead.day),
    telling.size.low,
  ];
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [index, rank] of a.entries()) {
    const other = b[index] ?? 0;
    if (rank !== other) return rank < other ? -1 : 1;
  }
  return 0;
}

/** Within a day and of the same count, as far as both tell of the same people. */
function agrees(group: Exchange, cell: Exchange): boolean {
  const [anchor] = group;
  const [telling] = cell;
  if (daysApart(anchor, telling) > 1 || toldApart(group, cell)) return false;
  const split = splitOf(group);
  if (telling.people === undefined || split.people === undefined) return agree(split.size, telling.size);
  if (telling.extent === "civilians") return agree(split.people.civilians, telling.people.civilians);
  if (split.extent === "civilians") return agree(split.size, telling.size);
  // "157 soldiers" is also said where seven of the 157 were civilians, and "157 people" where civilians came besides.
  return agree(split.size, telling.size) || (telling.told.size === 1 && agree(split.people.servicemen, telling.size));
}

/** Of one day, and told by nobody as two; a day apart only where a late report may not say which day it means. */
function differsOnly(group: Exchange, other: Exchange): boolean {
  const apart = daysApart(group[0], other[0]);
  if (apart > 1 || isVague(group[0]) || isVague(other[0]) || toldApart(group, other)) return false;
  const ratio = ratioOf(splitOf(group), splitOf(other));
  return apart === 0 ? ratio >= like : ratio >= near && mayBeLate(group, other);
}

/** One report whose one claimant gives both, or one outlet that gives the same count for two days by name. */
function toldApart(group: Exchange, cell: Exchange): boolean {
  return group.some(({ lead: a }) =>
    cell.some(
      ({ lead: b }) =>
        (a.reportId === b.reportId && a.claimant === b.claimant) ||
        (a.voice === b.voice && a.dayStated && b.dayStated && (a.day < b.firstDay || b.day < a.firstDay)),
    ),
  );
}

/** Without a day's name, and in another's words. */
function mayBeLate(group: Exchange, other: Exchange): boolean {
  const claimants = new Set(group.map(({ lead }) => lead.claimant));
  return other.every(({ lead }) => !lead.dayStated && !claimants.has(lead.claimant));
}

/** Whole days between the spans of two tellings; 0 where they meet. */
function daysApart({ lead: a }: Telling, { lead: b }: Telling): number {
  return Math.max(0, daysBetween(a.day, b.firstDay), daysBetween(b.day, a.firstDay));
}

function isVague({ lead }: Telling): boolean {
  return lead.firstDay !== lead.day;
}

/** The smaller count as a part of the larger, civilians alone against civilians; 0 where one is open. */
function ratioOf(a: Telling, b: Telling): number {
  const isPart = (a.extent === "civilians") !== (b.extent === "civilians");
  const [one, other] = isPart && a.people && b.people ? [a.people.civilians, b.people.civilians] : [a.size, b.size];
  if (one.high === null || other.high === null) return 0;
  const [sum, otherSum] = [one.low + one.high, other.low + other.high];
  return Math.min(sum, otherSum) / Math.max(sum, otherSum, 1);
}

/** Copies of one origin are one voice, and so is a count that was worked out from others of its report. */
export function countVoices(claims: readonly EventClaim[]): number {
  return new Set(claims.map((claim) => claim.voice)).size;
}

function intervalKey({ low, high }: Interval): string {
  return `${String(low)}..${String(high)}`;
}

export function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
