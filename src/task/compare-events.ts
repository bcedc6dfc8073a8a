import type { PoolClient } from "pg";
import type { Change, Claim } from "../change/change.ts";
import { compareWithEarlier, type Surroundings } from "../change/compare.ts";
import { compareEvents } from "../change/compare-events.ts";
import { addDays } from "../change/day.ts";
import { familyOf, withPeople } from "../change/family.ts";
import { type EventClaim, ledger } from "../change/ledger.ts";
import type { Metric } from "../change/metric.ts";
import type { Dossier } from "../dossier/dossier.ts";
import { baselineLines } from "../store/baseline.ts";
import { eventTotals, replaceEvents } from "../store/change.ts";
import { type EventSpan, eventClaims, eventDays } from "../store/claim.ts";

interface Told {
  readonly extractionId: string;
  readonly now: Date;
  readonly claims: readonly Claim[];
  /** What the report's earlier revision said, by slot. */
  readonly before: ReadonlyMap<string, Claim>;
}

/** Rebuilds the ledger around the days of new and of superseded event figures, and tells what changed in it. */
export async function compareEventClaims(
  client: PoolClient,
  dossier: Dossier,
  told: Told,
  around: Surroundings,
): Promise<Change[]> {
  const gone = [...told.before.values()].filter((claim) => claim.series.includes("|event|"));
  const touched = [...told.claims, ...gone];
  const families = new Map<string, Metric[]>();
  for (const claim of touched) {
    const metric = around.metrics.get(claim.metric);
    const family = metric === undefined ? [] : familyOf(metric, dossier.metrics);
    const [head] = family;
    if (head !== undefined) families.set(head.name, family);
  }
  const changes: Change[] = [];
  for (const family of families.values())
    changes.push(...(await compareFamily(client, dossier, family, told, touched, around)));
  return changes;
}

async function compareFamily(
  client: PoolClient,
  dossier: Dossier,
  family: readonly Metric[],
  told: Told,
  touched: readonly Claim[],
  around: Surroundings,
): Promise<Change[]> {
  const metrics = family.map((metric) => metric.name);
  const days = touched.filter((claim) => metrics.includes(claim.metric)).map((claim) => claim.asOf);
  const look = { dossier: dossier.name, metrics, extractionId: told.extractionId };
  const changes: Change[] = [];
  for (const span of await spansAround(client, look, days)) {
    const stored = await eventClaims(client, { ...look, ...span });
    const after = ledgers(stored, family);
    const before = ledgers(
      stored.filter((found) => found.extractionId !== told.extractionId),
      family,
    );
    const elsewhere = await eventTotals(client, dossier.name, metrics, dossier.baseline.published, span);
    await replaceEvents(client, { dossier: dossier.name, metrics, ...span }, after, told.now);
    for (const metric of metrics) {
      const own = told.claims.filter(
        (claim) => claim.metric === metric && claim.asOf >= span.from && claim.asOf <= span.to,
      );
      const rest = elsewhere.get(metric);
      const view = {
        ...{
          before: before.get(metric) ?? [],
          after: after.get(metric) ?? [],
          baselineDay: dossier.baseline.published,
        },
        elsewhere: rest === undefined ? [] : [{ day: addDays(dossier.baseline.published, 1), value: rest }],
        totalSeries: baselineLines(dossier).find((line) => line.metric.name === metric)?.totalSeries ?? null,
      };
      const edited = own.flatMap((claim) => compareWithEarlier(claim, told.before.get(claim.slot), around) ?? []);
      changes.push(...edited.filter((change) => change !== "none"));
      changes.push(
        ...compareEvents(
          own.filter((claim) => !told.before.has(claim.slot)),
          view,
          around,
        ),
      );
    }
  }
  return changes;
}

function ledgers(stored: readonly { metric: string; told: EventClaim }[], family: readonly Metric[]) {
  const byMetric = new Map<string, EventClaim[]>();
  for (const { metric, told } of stored) byMetric.set(metric, [...(byMetric.get(metric) ?? []), told]);
  return new Map([...withPeople(byMetric, family)].map(([metric, claims]) => [metric, ledger(claims)]));
}

/** Longer chains of days with an exchange each are cut; a month holds every exchange of several days. */
const reachDays = 30;

/** Stretches of days around the given ones in which each day with events follows another: no event reaches out of them. */
async function spansAround(client: PoolClient, look: Omit<EventSpan, "from" | "to">, days: readonly string[]) {
  const spans: { from: string; to: string }[] = [];
  for (const day of [...new Set(days)].sort()) {
    if (spans.some((span) => day >= span.from && day <= span.to)) continue;
    const near = await eventDays(client, { ...look, from: addDays(day, -reachDays), to: addDays(day, reachDays) });
    const busy = new Set(near);
    let [from, to] = [day, day];
    while (busy.has(addDays(from, -1))) from = addDays(from, -1);
    while (busy.has(addDays(to, 1))) to = addDays(to, 1);
    spans.push({ from, to });
  }
  return spans;
}
