import type { PoolClient } from "pg";
import { z } from "zod";
import type { Change } from "../change/change.ts";
import { difference, totalValue, type Value } from "../change/interval.ts";
import type { LedgerEvent } from "../change/ledger.ts";
import { rows, run } from "./query.ts";

const keyRow = z.object({ key: z.string() });

export interface Notice {
  readonly dossier: string;
  readonly backfilled: boolean;
  readonly now: Date;
}

/** Writes the changes that are not known yet, and returns how many those were. */
export async function saveChanges(client: PoolClient, changes: readonly Change[], notice: Notice): Promise<number> {
  if (changes.length === 0) return 0;
  const { dossier, backfilled, now } = notice;
  const values = [JSON.stringify(changes.map(changeRow)), dossier, backfilled, now];
  return (await rows(client, "change/insert-changes", values, keyRow)).length;
}

function changeRow(change: Change) {
  const { baseline, previous, next } = change;
  const fromBaseline = compared(next, baseline);
  const fromPrevious = compared(next, previous);
  const { key, kind, metric, series, line, claimant, subject, reason } = change;
  return {
    ...{ key, kind, metric, series, line, claimant, subject, reason, needs_review: change.needsReview },
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

export interface EventSpan {
  readonly dossier: string;
  readonly metrics: readonly string[];
  readonly from: string;
  readonly to: string;
}

/** Makes the ledger of a span of days hold these events: what it held otherwise retires, what it held already stays. */
export async function replaceEvents(
  client: PoolClient,
  span: EventSpan,
  events: ReadonlyMap<string, readonly LedgerEvent[]>,
  now: Date,
): Promise<void> {
  const { dossier, metrics, from, to } = span;
  const found = JSON.stringify([...events].flatMap(([metric, list]) => list.map((event) => eventRow(metric, event))));
  await run(client, "change/retire-events", [found, dossier, metrics, from, to, now]);
  await run(client, "change/insert-events", [found, dossier, now]);
}

function eventRow(metric: string, event: LedgerEvent) {
  const { day, value, voices, reports, disputed, counts, claims } = event;
  return {
    ...{ metric, day, last_day: event.lastDay, ...value, voices, reports, disputed, claims: counts },
    figure_ids: claims.flatMap(({ figureId }) => (figureId === null ? [] : [figureId])),
  };
}

const totalRow = z.object({
  metric: z.string(),
  low: z.coerce.number(),
  high: z.coerce.number().nullable(),
  centre: z.coerce.number().nullable(),
});

/** What was exchanged after a day by metric, the days of a span left out. */
export async function eventTotals(
  client: PoolClient,
  dossier: string,
  metrics: readonly string[],
  after: string,
  leftOut?: { readonly from: string; readonly to: string },
): Promise<Map<string, Value>> {
  const values = [dossier, metrics, after, leftOut?.from ?? null, leftOut?.to ?? null];
  const found = await rows(client, "change/event-totals", values, totalRow);
  return new Map(found.map((row) => [row.metric, totalValue(row, row.centre)]));
}
