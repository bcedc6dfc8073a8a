import { totalValue, type Value } from "./interval.ts";
import type { EventClaim } from "./ledger.ts";
import type { Metric } from "./metric.ts";
import { completePeople, type People } from "./people.ts";

const parts = ["persons", "servicemen", "civilians"] as const;

/** The metrics of people that move together; a metric of anything else stands alone. */
export function familyOf(metric: Metric, metrics: readonly Metric[]): Metric[] {
  if (!isPeople(metric)) return [metric];
  return metrics.filter(
    (other) =>
      isPeople(other) &&
      other.group === metric.group &&
      other.act === metric.act &&
      other.from === metric.from &&
      other.to === metric.to &&
      other.reach === metric.reach,
  );
}

function isPeople(metric: Metric): boolean {
  return parts.some((part) => part === metric.thing);
}

/**
 * Adds to each report's counts what follows from them: "157 people, 7 of them civilians" makes 150 servicemen, "157
 * servicemen and 3 civilians" makes 160 people. Claims come and go by metric name.
 */
export function withPeople(told: ReadonlyMap<string, readonly EventClaim[]>, family: readonly Metric[]) {
  const full = new Map([...told].map(([metric, claims]) => [metric, [...claims]]));
  const tellings = new Map<string, Telling>();
  for (const part of parts) {
    const metric = family.find((found) => found.thing === part);
    const claims = metric === undefined ? [] : (told.get(metric.name) ?? []);
    for (const claim of [...claims].sort((a, b) => (a.reading < b.reading ? -1 : 1))) {
      const key = `${claim.reportId}|${claim.claimant}|${claim.day}`;
      // A second exchange that the same text tells of the same day is not split further.
      tellings.set(key, { [part]: claim, ...tellings.get(key) });
    }
  }
  // Who says how many came home and who says how many of them were civilians may be two sides in one report.
  const reports = new Map<string, Telling>();
  for (const telling of tellings.values()) {
    const key = reportDay(telling);
    reports.set(key, { ...telling, ...reports.get(key) });
  }
  for (const telling of tellings.values())
    addMissing(full, telling, reports.get(reportDay(telling)) ?? telling, family);
  return full;
}

type Telling = Partial<Record<keyof People, EventClaim>>;

function reportDay({ persons, servicemen, civilians }: Telling): string {
  const claim = persons ?? servicemen ?? civilians;
  return `${claim?.reportId ?? ""}|${claim?.day ?? ""}`;
}

/** @param report what all claimants of the same report tell of that day: what one of them tells, no other is made to */
function addMissing(
  full: Map<string, EventClaim[]>,
  telling: Telling,
  report: Telling,
  family: readonly Metric[],
): void {
  const source = telling.persons ?? telling.servicemen ?? telling.civilians;
  if (source === undefined) return;
  const all = { ...report, ...telling };
  const people = completePeople({
    ...(all.persons && { persons: all.persons.value }),
    ...(all.servicemen && { servicemen: all.servicemen.value }),
    ...(all.civilians && { civilians: all.civilians.value }),
  });
  for (const part of parts) {
    const metric = family.find((found) => found.thing === part);
    if (metric === undefined || all[part] !== undefined || people[part].high === 0) continue;
    const derived = {
      ...source,
      figureId: null,
      reading: `${source.reading}>${part}`,
      value: derivedValue(people[part]),
    };
    full.set(metric.name, [...(full.get(metric.name) ?? []), derived]);
  }
}

function derivedValue(found: { low: number; high: number | null }): Value {
  return totalValue(found, found.low === found.high ? found.low : null);
}
