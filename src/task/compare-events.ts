import type { PoolClient } from "pg";
import type { Change, Claim } from "../change/change.ts";
import type { Surroundings } from "../change/compare.ts";
import { compareEvents, type LedgerView } from "../change/compare-events.ts";
import { addDays } from "../change/day.ts";
import { type Edits, inSlotsOfNow } from "../change/edit.ts";
import { familiesOf, groupsOf } from "../change/family.ts";
import { followed } from "../change/follow.ts";
import { familyLedger } from "../change/ledger.ts";
import type { Metric } from "../change/metric.ts";
import { nothingSince } from "../change/running-total.ts";
import type { EventClaim } from "../change/telling.ts";
import type { Dossier } from "../dossier/dossier.ts";
import { baselineLines } from "../store/baseline.ts";
import { eventTotals, replaceEvents } from "../store/change.ts";
import { type EventSpan, eventClaims, eventDays, toEventClaim } from "../store/claim.ts";

interface Told {
  readonly extractionId: string;
  readonly now: Date;
  /** The extraction's event figures. */
  readonly claims: readonly Claim[];
  /** What the report said before its edit, of events. */
  readonly superseded: readonly Claim[];
  readonly edits: Edits;
}

/** Rebuilds the ledger around the days of new and of superseded event figures, and tells what changed in it. */
export async function compareEventClaims(
  client: PoolClient,
  dossier: Dossier,
  told: Told,
  around: Surroundings,
): Promise<Change[]> {
  const families = new Map<string, Metric[]>();
  for (const claim of [...told.claims, ...told.superseded]) {
    const metric = around.metrics.get(claim.metric);
    const found = metric === undefined ? [] : familiesOf(metric, dossier.metrics);
    for (const family of found) families.set(family.map(({ name }) => name).join(" "), family);
  }
  const views = new Map<string, LedgerView>();
  for (const family of families.values())
    for (const [name, view] of await viewsOfFamily(client, dossier, family, told)) views.set(name, view);
  return [...views].flatMap(([name, view]) => {
    const isOwn = (claim: Claim) => claim.metric === name;
    const edits = { ...told.edits, withdrawn: told.edits.withdrawn.filter(isOwn) };
    const changes = compareEvents(told.claims.filter(isOwn), edits, view, around);
    const { claims, superseded: gone } = told;
    return changes.length > 0 ? changes : followed(name, { claims, gone }, view, around);
  });
}

/** The ledgers of one family by metric, before and with the extraction; the stored ledger becomes the later one. */
async function viewsOfFamily(
  client: PoolClient,
  dossier: Dossier,
  family: readonly Metric[],
  told: Told,
): Promise<[string, LedgerView][]> {
  const metrics = family.map((metric) => metric.name);
  const { published } = dossier.baseline;
  const groups = groupsOf(family, dossier.metrics);
  const sources = [...metrics, ...groups.map((metric) => metric.name)];
  const ofFamily = (claim: Claim) => sources.includes(claim.metric);
  const look = { dossier: dossier.name, metrics: sources, extractionId: told.extractionId };
  const gone = told.superseded.filter(ofFamily);
  const spans = await spansAround(client, look, [...told.claims.filter(ofFamily), ...gone]);
  const stored = [];
  for (const span of spans) stored.push(...(await eventClaims(client, { ...look, ...span })));
  const after = ledgerOf(
    stored.map(({ claim }) => claim),
    family,
    groups,
  );
  const others = stored.filter(({ extractionId }) => extractionId !== told.extractionId).map(({ claim }) => claim);
  const before = ledgerOf([...others, ...inSlotsOfNow(gone, told.edits)], family, groups);
  const elsewhere = await eventTotals(client, dossier.name, metrics, published, spans);
  await replaceEvents(client, { dossier: dossier.name, metrics, spans }, after, told.now);
  const lines = baselineLines(dossier);
  return metrics.map((metric) => [
    metric,
    {
      ...{ before: before.get(metric) ?? [], after: after.get(metric) ?? [], baselineDay: published },
      elsewhere: elsewhere.get(metric) ?? nothingSince,
      totalSeries: lines.find((line) => line.metric.name === metric)?.totalSeries ?? null,
    },
  ]);
}

function ledgerOf(claims: readonly Claim[], family: readonly Metric[], groups: readonly Metric[]) {
  const byMetric = new Map<string, EventClaim[]>();
  for (const claim of claims) byMetric.set(claim.metric, [...(byMetric.get(claim.metric) ?? []), toEventClaim(claim)]);
  return familyLedger(byMetric, family, groups);
}

/** Longer chains of days with an exchange each are cut; two months hold every exchange of several days. */
const reachDays = 30;

interface Days {
  readonly from: string;
  readonly to: string;
}

/** Stretches of days around the claims in which each day with events follows another: no event reaches out of them. */
async function spansAround(
  client: PoolClient,
  look: Omit<EventSpan, "from" | "to">,
  claims: readonly Claim[],
): Promise<Days[]> {
  let spans: Days[] = [];
  for (const { firstDay, asOf } of claims) {
    if (spans.some(({ from, to }) => firstDay >= from && asOf <= to)) continue;
    const near = { ...look, from: addDays(firstDay, -reachDays), to: addDays(asOf, reachDays) };
    const span = grown({ from: firstDay, to: asOf }, await eventDays(client, near));
    spans = [...spans.filter(({ from, to }) => from < span.from || to > span.to), span];
  }
  return spans;
}

/** The stretch with all that meets it or lies beside it, and what meets that, and so on. */
function grown(start: Days, told: readonly Days[]): Days {
  let span = start;
  for (;;) {
    const { from, to } = span;
    const beside = told.filter((days) => days.to >= addDays(from, -1) && days.from <= addDays(to, 1));
    const firsts = [from, ...beside.map((days) => days.from)].sort();
    const lasts = [to, ...beside.map((days) => days.to)].sort();
    const next = { from: firsts[0] ?? from, to: lasts.at(-1) ?? to };
    if (next.from === from && next.to === to) return span;
    span = next;
  }
}
