import type { PoolClient } from "pg";
import { z } from "zod";
import type { Change, Claim } from "../change/change.ts";
import { editTrack } from "../change/edit.ts";
import { difference, totalValue, type Value } from "../change/interval.ts";
import type { LedgerEvent } from "../change/ledger.ts";
import { isBack, quietOf, type TrackHead } from "../change/quiet.ts";
import type { TotalCheck } from "../change/reason.ts";
import type { Since } from "../change/running-total.ts";
import type { Dossier } from "../dossier/dossier.ts";
import { rows, run } from "./query.ts";

const keyRow = z.object({ key: z.string() });

export interface Notice {
  readonly dossier: Dossier;
  readonly backfilled: boolean;
  readonly now: Date;
}

/** Writes the changes that are not known yet, and returns how many those were. */
export async function saveChanges(client: PoolClient, changes: readonly Change[], notice: Notice): Promise<number> {
  if (changes.length === 0) return 0;
  const { dossier, backfilled, now } = notice;
  const heads = await trackHeads(
    client,
    dossier.name,
    changes.map((change) => change.track),
  );
  const window = { now, swingHours: dossier.thresholds.swingHours };
  const found = changes.map((change) => {
    const metric = dossier.metrics.find(({ name }) => name === change.metric);
    const quiet = quietOf(change, heads.get(change.track), metric, window);
    return { ...changeRow(change), quiet: quiet?.quiet ?? null, part_of: quiet?.partOf ?? null };
  });
  const values = [JSON.stringify(found), dossier.name, backfilled, now];
  return (await rows(client, "change/insert-changes", values, keyRow)).length;
}

const headRow = z
  .object({
    track: z.string(),
    change_id: z.string(),
    kind: z.string(),
    noticed_at: z.date(),
    as_of: z.string().nullable(),
    value: z.union([z.object({ centre: z.number().nullable() }), z.string()]).nullable(),
    path: z.array(z.string()),
  })
  .transform(({ track, change_id: changeId, kind, noticed_at: noticedAt, as_of: asOf, value, path }) => {
    return { track, head: { changeId, kind, noticedAt, asOf, value: typeof value === "string" ? null : value, path } };
  });

async function trackHeads(
  client: PoolClient,
  dossier: string,
  tracks: readonly string[],
): Promise<Map<string, TrackHead>> {
  const found = await rows(client, "change/track-heads", [dossier, [...new Set(tracks)]], headRow);
  return new Map(found.map(({ track, head }) => [track, head]));
}

/** Slots of the claims that their report dropped within the window and now gives again as it did. */
export async function restoredSlots(
  client: PoolClient,
  dossier: Dossier,
  claims: readonly Claim[],
  now: Date,
): Promise<Set<string>> {
  const heads = await trackHeads(client, dossier.name, claims.map(editTrack));
  const back = claims.filter((claim) =>
    isBack(claim.value.printed, heads.get(editTrack(claim)), now, dossier.thresholds.swingHours),
  );
  return new Set(back.map(({ slot }) => slot));
}

function changeRow(change: Change) {
  const { baseline, previous, next } = change;
  const fromBaseline = compared(next, baseline);
  const fromPrevious = compared(next, previous);
  const { key, kind, track, metric, series, line, claimant, subject, reason } = change;
  return {
    ...{ key, kind, track, metric, series, line, claimant, subject, reason, needs_review: change.needsReview },
    ...{ figure_id: change.figureId, compared_figure_id: change.comparedFigureId, report_id: change.reportId },
    ...{ status_claim_id: change.statusClaimId, baseline_value: toJson(baseline) },
    ...{ previous_value: toJson(previous), new_value: toJson(next) },
    ...{ baseline_difference: fromBaseline.absolute, baseline_ratio: fromBaseline.relative },
    ...{ previous_difference: fromPrevious.absolute, previous_ratio: fromPrevious.relative },
  };
}

/** A value as an amount too, for readers that print amounts. */
function toJson(value: Value | string | null) {
  if (value === null || typeof value === "string") return value;
  const { low, high, centre } = value;
  if (high === null) return { ...value, min: low, max: null, qualifier: "at_least" };
  if (low === high) return { ...value, min: low, max: low, qualifier: "exact" };
  if (centre === null) return { ...value, min: low, max: high, qualifier: "range" };
  return { ...value, min: centre, max: centre, qualifier: "about" };
}

function compared(newer: Value | string | null, older: Value | string | null) {
  if (typeof newer === "string" || typeof older === "string" || newer === null || older === null) {
    return { absolute: null, relative: null };
  }
  return difference(newer, older);
}

export async function saveComparison(client: PoolClient, extractionId: string, now: Date): Promise<void> {
  await run(client, "change/insert-comparison", [extractionId, now]);
}

export interface EventSpans {
  readonly dossier: string;
  readonly metrics: readonly string[];
  readonly spans: readonly Days[];
}

export interface Days {
  readonly from: string;
  readonly to: string;
}

function bounds(spans: readonly Days[]): [string[], string[]] {
  return [spans.map(({ from }) => from), spans.map(({ to }) => to)];
}

/** Makes the ledger of some days hold these events: what it held otherwise retires, what it held already stays. */
export async function replaceEvents(
  client: PoolClient,
  { dossier, metrics, spans }: EventSpans,
  events: ReadonlyMap<string, readonly LedgerEvent[]>,
  now: Date,
): Promise<void> {
  const found = JSON.stringify([...events].flatMap(([metric, list]) => list.map((event) => eventRow(metric, event))));
  await run(client, "change/retire-events", [found, dossier, metrics, ...bounds(spans), now]);
  await run(client, "change/insert-events", [found, dossier, now]);
}

function eventRow(metric: string, event: LedgerEvent) {
  const { day, value, voices, reports, disputed, counts, claims, vague } = event;
  return {
    ...{ metric, day, last_day: event.lastDay, vague, ...value, voices, reports, disputed, claims: counts },
    ...{ first_report_at: event.firstReportAt, last_report_at: event.lastReportAt },
    figure_ids: [...new Set(claims.flatMap(({ figureIds }) => figureIds))],
  };
}

const totalRow = z.object({
  metric: z.string(),
  low: z.coerce.number(),
  high: z.coerce.number().nullable(),
  centre: z.coerce.number().nullable(),
  events: z.coerce.number(),
});

/** What was exchanged after a day by metric, the days of some spans left out. */
export async function eventTotals(
  client: PoolClient,
  dossier: string,
  metrics: readonly string[],
  after: string,
  leftOut: readonly Days[],
): Promise<Map<string, Since>> {
  const found = await rows(client, "change/event-totals", [dossier, metrics, after, ...bounds(leftOut)], totalRow);
  return new Map(found.map((row) => [row.metric, { events: row.events, value: totalValue(row, row.centre) }]));
}

const checkRow = z.object({
  figure_id: z.string(),
  total_low: z.coerce.number(),
  total_high: z.coerce.number().nullable(),
  total_centre: z.coerce.number().nullable(),
  gap: z.coerce.number().nullable(),
  explanation: z.enum(["agrees", "rounding", "double_count", "not_counted", "unreported", "unexplained"]),
  event_day: z.string().nullable(),
  event: z.string().nullable(),
});

/** How totals that are claimed sit beside what was counted by their day, by reading; claims on another basis have none. */
export async function totalChecks(client: PoolClient, claims: readonly Claim[]): Promise<Map<string, TotalCheck>> {
  const readings = new Map<string, string>();
  for (const { figureId, reading } of claims) if (figureId !== null) readings.set(figureId, reading);
  if (readings.size === 0) return new Map();
  const found = await rows(client, "change/total-checks", [[...readings.keys()]], checkRow);
  return new Map(found.map((row) => [readings.get(row.figure_id) ?? "", toCheck(row)]));
}

function toCheck({ gap, explanation, event_day: day, event, ...row }: z.infer<typeof checkRow>): TotalCheck {
  const total = totalValue({ low: row.total_low, high: row.total_high }, row.total_centre);
  return { total, gap, explanation, event: day === null || event === null ? null : { day, printed: event } };
}
