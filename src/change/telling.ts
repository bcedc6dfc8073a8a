import type { CalendarDate } from "../figure/figure.ts";
import type { Claim } from "./change.ts";
import { type PeoplePart, partOf, peopleParts } from "./family.ts";
import { addValues, type Interval, totalValue, type Value } from "./interval.ts";
import type { Metric } from "./metric.ts";
import { completePeople } from "./people.ts";

/** One report's count of one exchange, for one metric. */
export interface EventClaim
  extends Pick<
    Claim,
    "slot" | "reading" | "claimant" | "firstDay" | "dayStated" | "value" | "part" | "voice" | "reportedAt"
  > {
  /** The figures that it rests on: the one that gives the count, or those of which the count is put together. */
  readonly figureIds: readonly string[];
  /** Whether it follows from others, which nobody told as a count of its own. */
  readonly derived?: true;
  readonly reportId: string;
  /** The day of the exchange; of a span of days ("last week"), the last. */
  readonly day: CalendarDate;
}

/** What is counted in a telling: a part of the people, or, of anything else, "all". */
export type Part = PeoplePart | "all";

/** What one claimant tells of one exchange in one report: how many people, how many of them civilians. */
export interface Telling {
  /** The claim that speaks for it: of everyone, else of the servicemen, else of the civilians. */
  readonly lead: EventClaim;
  readonly counts: Readonly<Partial<Record<Part, EventClaim>>>;
  /** All of its claims; two of one part are summed in `counts`. */
  readonly claims: readonly EventClaim[];
  /** Everyone or everything that moved, as far as it is told. */
  readonly size: Interval;
  /** Everyone, servicemen and civilians as they follow from what the report tells; undefined for what is no people. */
  readonly people: Readonly<Record<PeoplePart, Value>> | undefined;
  /** The figures of the report's counts, whoever in it gives them: what a part that nobody tells is worked out from. */
  readonly sources: readonly string[];
  /** The parts that the report tells, whoever in it does. */
  readonly told: ReadonlySet<Part>;
  /** How much is told: everyone, the servicemen alone, the civilians alone. */
  readonly extent: "everyone" | "servicemen" | "civilians";
}

const ofAll: ReadonlySet<Part> = new Set(["all"]);

/** Sorts the claims of one family into tellings. Claims come by metric name; their order does not matter. */
export function tellings(told: ReadonlyMap<string, readonly EventClaim[]>, family: readonly Metric[]): Telling[] {
  const [only] = family;
  if (only !== undefined && partOf(only) === undefined)
    return [...(told.get(only.name) ?? [])].sort(byReading).map((claim) => ({
      ...{
        lead: claim,
        counts: { all: claim },
        claims: [claim],
        size: claim.value,
        people: undefined,
        sources: claim.figureIds,
        told: ofAll,
        extent: "everyone",
      },
    }));
  const drafts = draftTellings(told, family);
  return drafts.map((draft) => complete(draft, drafts));
}

type Counts = Partial<Record<PeoplePart, EventClaim>>;

interface Draft {
  readonly claimant: string;
  readonly reportDay: string;
  counts: Counts;
  readonly claims: EventClaim[];
}

/** A second exchange that the same text tells of the same day takes up where the first one is filled. */
function draftTellings(told: ReadonlyMap<string, readonly EventClaim[]>, family: readonly Metric[]): Draft[] {
  const drafts: Draft[] = [];
  for (const part of peopleParts) {
    const metric = family.find((found) => partOf(found) === part);
    const claims = metric === undefined ? [] : (told.get(metric.name) ?? []);
    for (const claim of [...claims].sort(byReading)) {
      const reportDay = `${claim.reportId}|${claim.firstDay}|${claim.day}`;
      const own = drafts.filter((draft) => draft.claimant === claim.claimant && draft.reportDay === reportDay);
      const home = own.find((draft) => hasRoom(draft.counts, part, claim));
      if (home === undefined)
        drafts.push({ claimant: claim.claimant, reportDay, counts: { [part]: claim }, claims: [claim] });
      else {
        home.counts = { ...home.counts, [part]: joined(home.counts[part], claim) };
        home.claims.push(claim);
      }
    }
  }
  return drafts;
}

/** "197 people: 175 servicemen and another 22": two counts of one part fit where the whole has room for both. */
function hasRoom(counts: Counts, part: PeoplePart, claim: EventClaim): boolean {
  const whole = counts.persons;
  const before = counts[part];
  if (part === "persons" || whole === undefined) return before === undefined;
  return whole.value.high === null || (before?.value.low ?? 0) + claim.value.low <= whole.value.high;
}

function joined(before: EventClaim | undefined, claim: EventClaim): EventClaim {
  if (before === undefined) return claim;
  const figureIds = [...before.figureIds, ...claim.figureIds];
  return { ...before, figureIds, value: addValues(before.value, claim.value) };
}

/** Who says how many came home and who says how many of them were civilians may be two sides in one report. */
function complete({ claimant, reportDay, counts: own, claims }: Draft, drafts: readonly Draft[]): Telling {
  let all = own;
  for (const other of drafts)
    if (other.reportDay === reportDay && other.claimant !== claimant) all = borrowed(all, other.counts);
  // "157 soldiers, including 7 civilians" were 157 people.
  const isWhole = all.persons === undefined && all.civilians?.part === true;
  const [counts, report] = isWhole ? [wholes(own), wholes(all)] : [own, all];
  const { persons, servicemen, civilians } = report;
  const people = peopleValues({ persons: persons?.value, servicemen: servicemen?.value, civilians: civilians?.value });
  const lead = counts.persons ?? counts.servicemen ?? counts.civilians;
  if (lead === undefined) throw new Error("a telling without a count");
  const extent = persons || (servicemen && civilians) ? "everyone" : servicemen ? "servicemen" : "civilians";
  const told = new Set<Part>(peopleParts.filter((part) => report[part] !== undefined));
  const sources = peopleParts.flatMap((part) => report[part]?.figureIds ?? []);
  return { lead, counts, claims, size: people.persons, people, sources, told, extent };
}

function borrowed(counts: Counts, others: Counts): Counts {
  let all = counts;
  for (const part of peopleParts) {
    const claim = others[part];
    if (claim !== undefined && all[part] === undefined && hasRoom(all, part, claim)) all = { ...all, [part]: claim };
  }
  return all;
}

function wholes({ servicemen, ...counts }: Counts): Counts {
  return servicemen === undefined ? counts : { ...counts, persons: servicemen };
}

/** All three counts from those that are told, each with a middle where it has one. */
export function peopleValues(told: Partial<Record<PeoplePart, Value | undefined>>): Record<PeoplePart, Value> {
  const { persons, servicemen, civilians } = told;
  const people = completePeople({
    ...(persons && { persons }),
    ...(servicemen && { servicemen }),
    ...(civilians && { civilians }),
  });
  const middle = (part: PeoplePart, a: Value | undefined, b: Value | undefined, sign: 1 | -1) => {
    const found = people[part];
    if (found.low === found.high) return found.low;
    return a === undefined || b === undefined || a.centre === null || b.centre === null
      ? null
      : a.centre + sign * b.centre;
  };
  const sole = persons ?? servicemen ?? civilians;
  const value = (part: PeoplePart, centre: number | null) => told[part] ?? totalValue(people[part], centre);
  const both = servicemen !== undefined && civilians !== undefined;
  return {
    persons: both ? value("persons", middle("persons", servicemen, civilians, 1)) : (sole ?? value("persons", null)),
    servicemen: value("servicemen", middle("servicemen", persons, civilians, -1)),
    civilians: value("civilians", middle("civilians", persons, servicemen, -1)),
  };
}

/** "Three civilians, residents of the Kursk region": a named part counts for its whole where the report tells no more. */
export function withGroups(
  told: ReadonlyMap<string, readonly EventClaim[]>,
  family: readonly Metric[],
  groups: readonly Metric[],
): Map<string, readonly EventClaim[]> {
  const full = new Map(told);
  for (const whole of family) {
    const own = told.get(whole.name) ?? [];
    const isTold = (claim: EventClaim) =>
      own.some((other) => other.reportId === claim.reportId && other.day === claim.day);
    const parts = groups.filter(({ thing }) => thing === whole.thing).flatMap(({ name }) => told.get(name) ?? []);
    const missing = parts.filter((claim) => !isTold(claim));
    full.set(whole.name, [
      ...own,
      ...missing.map((claim) => derivedClaim(claim, whole.name, claim.value, claim.figureIds)),
    ]);
  }
  return full;
}

/** A count that follows from others; it keeps the voice of one of them and rests on the figures of all. */
export function derivedClaim(source: EventClaim, part: string, value: Value, figureIds: readonly string[]): EventClaim {
  const name = (key: string) => `${key}>${part}`;
  return { ...source, slot: name(source.slot), reading: name(source.reading), figureIds, derived: true, value };
}

function byReading(a: EventClaim, b: EventClaim): number {
  return a.reading < b.reading ? -1 : a.reading > b.reading ? 1 : 0;
}
