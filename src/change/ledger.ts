import type { CalendarDate } from "../figure/figure.ts";
import { countVoices, type Exchange, exchanges, order, splitOf } from "./exchange.ts";
import { type PeoplePart, partOf } from "./family.ts";
import { agree, hull, type Interval, isNarrower, totalValue, type Value, width } from "./interval.ts";
import type { Metric } from "./metric.ts";
import {
  derivedClaim,
  type EventClaim,
  type Part,
  peopleValues,
  type Telling,
  tellings,
  withGroups,
} from "./telling.ts";

/** One exchange as all its reports tell it, for one metric. */
export interface LedgerEvent {
  /** The day; of an exchange of which only a span of days is known, the first of them. */
  readonly day: CalendarDate;
  /** The latest day that a report gives. */
  readonly lastDay: CalendarDate;
  /** The narrowest count; where reports disagree, everything from the lowest to the highest of them. */
  readonly value: Value;
  readonly voices: number;
  readonly reports: number;
  readonly disputed: boolean;
  /** Each count that a claimant gives, those of most voices first. */
  readonly counts: readonly Count[];
  readonly claims: readonly EventClaim[];
  /** Whether only a span of days is known. */
  readonly vague: boolean;
  /** The slots and readings of all that tells of the exchange, whichever part of it they count. */
  readonly slots: ReadonlySet<string>;
  readonly readings: ReadonlySet<string>;
  readonly firstReportAt: string;
  readonly lastReportAt: string;
}

export interface Count {
  readonly claimant: string;
  readonly value: Value;
  readonly voices: number;
  readonly reports: number;
}

/**
 * The exchanges of one family by metric, oldest first. Claims come by metric; their order does not matter. Of each
 * exchange persons = servicemen + civilians holds, whichever of the three were told.
 * @param groups metrics of named parts whose claims count for the whole
 */
export function familyLedger(
  told: ReadonlyMap<string, readonly EventClaim[]>,
  family: readonly Metric[],
  groups: readonly Metric[] = [],
): Map<string, LedgerEvent[]> {
  const found = exchanges(tellings(withGroups(told, family, groups), family));
  return new Map(
    family.map((metric) => {
      const part = partOf(metric) ?? "all";
      const events = found.flatMap((exchange) => {
        const [first, ...more] = claimsOf(exchange, part);
        return first === undefined ? [] : [toEvent(exchange, [first, ...more])];
      });
      return [metric.name, events.sort((a, b) => order(a.day, b.day) || a.value.low - b.value.low)] as const;
    }),
  );
}

/** What the tellings of an exchange say of one part, told or worked out. */
function claimsOf(exchange: Exchange, part: Part): EventClaim[] {
  const claims = exchange.flatMap((telling) => {
    const told = claimOf(telling, part, exchange);
    return told === undefined ? [] : [told];
  });
  if (claims.length > 0 || part === "all") return claims;
  // Nobody tells the part: it lies in what the whole leaves open.
  const rest = peopleOf(exchange)[part];
  if (rest.high === 0) return [];
  const sources = exchange.flatMap((telling) => telling.sources);
  return exchange
    .filter(({ extent }) => extent === widest(exchange))
    .map(({ lead }) => derivedClaim(lead, part, rest, sources));
}

function claimOf(telling: Telling, part: Part, exchange: Exchange): EventClaim | undefined {
  return countOf(telling, part, exchange) ?? workedOut(telling, part, exchange);
}

/**
 * A telling's own count. Who gives one number alone says "157 soldiers" also of 157 people, and "157 people" also of
 * soldiers besides whom civilians came: where another telling tells both, its split decides.
 */
function countOf({ counts, told, extent }: Telling, part: Part, exchange: Exchange): EventClaim | undefined {
  const split = splitOf(exchange);
  if (told.size > 1 || split.told.size < 2 || extent === "civilians" || !split.people) return counts[part];
  const [own, other] =
    extent === "everyone" ? (["persons", "servicemen"] as const) : (["servicemen", "persons"] as const);
  const count = counts[own];
  if (count === undefined) return counts[part];
  const isOther = !agree(count.value, split.people[own]) && agree(count.value, split.people[other]);
  return part === (isOther ? other : own) ? count : undefined;
}

/** A part that follows from the other two; where nobody tells two, soldiers alone are all the people, and so are civilians. */
function workedOut(telling: Telling, part: Part, exchange: Exchange): EventClaim | undefined {
  const { lead, extent, people, told, sources } = telling;
  if (people === undefined || part === "all" || told.has(part) || people[part].high === 0) return undefined;
  const isAll = extent === "servicemen" ? splitOf(exchange).told.size < 2 : extent === widest(exchange);
  const follows = told.size > 1 || (part === "persons" && isAll);
  return follows ? derivedClaim(lead, part, people[part], sources) : undefined;
}

/** How much of the exchange its fullest telling tells. */
function widest(exchange: Exchange): Telling["extent"] {
  const found = new Set(exchange.map(({ extent }) => extent));
  return found.has("everyone") ? "everyone" : found.has("servicemen") ? "servicemen" : "civilians";
}

/** The exchange's people from what is told of each part: its narrowest count, or all of them where they differ. */
function peopleOf(exchange: Exchange) {
  const best = (part: PeoplePart) => {
    const [first, ...more] = exchange.flatMap((telling) => claimOf(telling, part, exchange)?.value ?? []);
    return first && combined([first, ...more]);
  };
  return peopleValues({ persons: best("persons"), servicemen: best("servicemen"), civilians: best("civilians") });
}

function toEvent(exchange: Exchange, claims: readonly [EventClaim, ...EventClaim[]]): LedgerEvent {
  const [{ lead: anchor }] = exchange;
  const [first, ...more] = claims;
  const values = [first.value, ...more.map((claim) => claim.value)] as const;
  const disputed = differ(values);
  const days = claims.map((claim) => claim.day).sort(order);
  const all = exchange.flatMap((telling) => telling.claims);
  const reported = claims.map((claim) => claim.reportedAt).sort(order);
  return {
    ...{ day: anchor.firstDay, lastDay: days.at(-1) ?? anchor.day, disputed, claims },
    value: combined(values),
    counts: countsOf(claims),
    voices: countVoices(claims),
    reports: countReports(claims),
    vague: anchor.firstDay !== anchor.day,
    slots: new Set(all.map((claim) => claim.slot)),
    readings: new Set(all.map((claim) => claim.reading)),
    firstReportAt: reported[0] ?? "",
    lastReportAt: reported.at(-1) ?? "",
  };
}

/** What each claimant counts; counts of one claimant that agree are one, the narrowest of them. */
function countsOf(claims: readonly EventClaim[]): Count[] {
  const groups: { claimant: string; value: Value; claims: EventClaim[] }[] = [];
  const byWidth = claims.toSorted(
    (a, b) =>
      compareNumbers(width(a.value), width(b.value)) || a.value.low - b.value.low || order(a.reading, b.reading),
  );
  for (const claim of byWidth) {
    const { claimant, value } = claim;
    const home = groups.find((group) => group.claimant === claimant && agree(group.value, value));
    if (home === undefined) groups.push({ claimant, value, claims: [claim] });
    else home.claims.push(claim);
  }
  return groups
    .map(({ claimant, value, claims: own }) => ({
      ...{ claimant, value, voices: countVoices(own), reports: countReports(own) },
    }))
    .sort((a, b) => order(a.claimant, b.claimant) || b.voices - a.voices || a.value.low - b.value.low);
}

/** The narrowest count; where they differ, from the lowest to the highest. */
function combined(values: readonly [Value, ...Value[]]): Value {
  return differ(values) ? spread(values) : narrowest(values);
}

function differ(values: readonly Value[]): boolean {
  return values.some((a) => values.some((b) => !agree(a, b)));
}

/** From the lowest to the highest count; open ones add nothing where a closed one is told. */
function spread(values: readonly Value[]): Value {
  const closed = values.filter((value) => value.high !== null);
  const [first, ...more] = closed.length > 0 ? closed : values;
  const whole = more.reduce<Interval>(hull, first ?? { low: 0, high: 0 });
  return totalValue(whole, whole.high === null ? null : (whole.low + whole.high) / 2);
}

function narrowest([first, ...more]: readonly [Value, ...Value[]]): Value {
  return more.reduce((best, value) => (isNarrower(value, best) ? value : best), first);
}

function countReports(claims: readonly EventClaim[]): number {
  return new Set(claims.map((claim) => claim.reportId)).size;
}

function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
