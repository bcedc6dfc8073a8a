import type { Pool, PoolClient } from "pg";
import { z } from "zod";
import type { Claim, StatusClaim } from "../change/change.ts";
import { toValue } from "../change/interval.ts";
import type { EventClaim } from "../change/telling.ts";
import { firstRow, rows, run } from "./query.ts";

type Db = Pool | PoolClient;

const amount = z.object({
  min: z.coerce.number(),
  max: z.coerce.number().nullable(),
  qualifier: z.enum(["exact", "about", "nearly", "more_than", "at_least", "up_to", "range"]),
});

const claimRow = z
  .object({
    ...{ figure_id: z.string(), report_id: z.string(), slot: z.string(), reading: z.string(), metric: z.string() },
    ...{
      series: z.string(),
      line: z.string(),
      claimant: z.string(),
      as_of: z.string(),
      rank_day: z.string(),
      voice: z.string(),
    },
    ...{ first_day: z.string(), day_stated: z.boolean(), part: z.boolean(), reported_at: z.date() },
    scope: z.enum(["event", "cumulative", "planned"]),
    ...amount.shape,
    extraction_id: z.string().optional(),
  })
  .transform((row) => ({
    claim: toClaim(row),
    extractionId: row.extraction_id,
  }));

interface ClaimColumns extends z.infer<typeof amount> {
  readonly figure_id: string;
  readonly report_id: string;
  readonly slot: string;
  readonly reading: string;
  readonly metric: string;
  readonly series: string;
  readonly line: string;
  readonly claimant: string;
  readonly scope: Claim["scope"];
  readonly as_of: string;
  readonly rank_day: string;
  readonly first_day: string;
  readonly day_stated: boolean;
  readonly part: boolean;
  readonly voice: string;
  readonly reported_at: Date;
}

function toClaim(row: ClaimColumns): Claim {
  const { slot, reading, metric, series, line, claimant, scope, part, voice } = row;
  const time = { asOf: row.as_of, rankDay: row.rank_day, firstDay: row.first_day, dayStated: row.day_stated };
  return {
    ...{ figureId: row.figure_id, reportId: row.report_id, slot, reading, metric, series, line, claimant, scope },
    ...{ ...time, value: toValue(row), part, voice, reportedAt: row.reported_at.toISOString() },
  };
}

const statusRow = z
  .object({
    ...{ status_claim_id: z.string(), report_id: z.string(), reading: z.string(), subject: z.string() },
    ...{ state: z.string(), until: z.string().nullable(), as_of: z.string(), told_at: z.date() },
    speaker_side: z.string().nullable(),
  })
  .transform(
    (row): StatusClaim => ({
      ...{ statusClaimId: row.status_claim_id, reportId: row.report_id, reading: row.reading, subject: row.subject },
      ...{ state: row.state, until: row.until, asOf: row.as_of, speakerSide: row.speaker_side },
      toldAt: row.told_at.toISOString(),
    }),
  );

const extractionRow = z.object({
  dossier: z.string(),
  report_id: z.string(),
  backfilled: z.boolean(),
  recorded_at: z.date(),
  compared: z.boolean(),
  superseded: z.boolean(),
  cause: z.enum(["text", "reread", "review"]),
  decided_by: z.string().nullable(),
  why: z.string().nullable(),
});

export type StoredExtraction = z.infer<typeof extractionRow>;

export function findExtraction(db: Db, extractionId: string) {
  return firstRow(db, "figure/extraction", [extractionId], extractionRow);
}

export async function claimsOfExtraction(db: Db, extractionId: string): Promise<Claim[]> {
  return (await rows(db, "figure/of-extraction", [extractionId, true], claimRow)).map((row) => row.claim);
}

/** What the extraction read with doubt, which moves nothing. */
export async function doubtfulClaims(db: Db, extractionId: string): Promise<Claim[]> {
  return (await rows(db, "figure/of-extraction", [extractionId, false], claimRow)).map((row) => row.claim);
}

/** What the report said before the extraction took its place. */
export async function supersededClaims(db: Db, extractionId: string): Promise<Claim[]> {
  return (await rows(db, "figure/superseded", [extractionId], claimRow)).map((row) => row.claim);
}

/** An extraction that was superseded before its turn was never told: its successor is held against what it replaced. */
export async function passOnSuperseded(db: Db, extractionId: string, reportId: string): Promise<void> {
  await run(db, "figure/pass-on-superseded", [extractionId, reportId]);
}

/** What stands on lines of a story, without what one extraction told. */
export async function standingClaims(
  db: Db,
  dossier: string,
  lines: readonly string[],
  extractionId: string,
): Promise<Claim[]> {
  return (await rows(db, "figure/standing", [lines, extractionId, dossier], claimRow)).map((row) => row.claim);
}

const voiceRow = z.object({ voice: z.string() });

export async function voicesOn(db: Db, dossier: string, stands: Claim, extractionId: string): Promise<string[]> {
  const { line, value } = stands;
  const found = await rows(db, "figure/voices", [line, extractionId, value.low, value.high, dossier], voiceRow);
  return found.map((row) => row.voice);
}

const spanRow = z
  .object({ first_day: z.string(), day: z.string() })
  .transform(({ first_day, day }) => ({ from: first_day, to: day }));

/** Metrics and days in which events are looked for: those that were compared before, and the extraction's own. */
export interface EventSpan {
  readonly dossier: string;
  readonly metrics: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly extractionId: string;
}

function spanValues({ dossier, metrics, from, to, extractionId }: EventSpan): unknown[] {
  return [dossier, metrics, from, to, extractionId];
}

/** Days, and spans of days, on which something is told that meets the span. */
export function eventDays(db: Db, span: EventSpan): Promise<{ from: string; to: string }[]> {
  return rows(db, "figure/event-days", spanValues(span), spanRow);
}

/** Event claims of a span, with the extraction that each came from. */
export async function eventClaims(db: Db, span: EventSpan): Promise<{ claim: Claim; extractionId: string }[]> {
  const found = await rows(db, "figure/events", spanValues(span), claimRow);
  return found.map(({ claim, extractionId = "" }) => ({ claim, extractionId }));
}

export function toEventClaim(claim: Claim): EventClaim {
  const { figureId, reportId, slot, reading, claimant, asOf, firstDay, dayStated, value, part, voice, reportedAt } =
    claim;
  const keys = { figureIds: figureId === null ? [] : [figureId], reportId: reportId ?? "", slot, reading };
  return { ...keys, claimant, day: asOf, firstDay, dayStated, value, part, voice, reportedAt };
}

export function statusesOfExtraction(db: Db, extractionId: string): Promise<StatusClaim[]> {
  return rows(db, "figure/statuses-of-extraction", [extractionId], statusRow);
}

/** The states that the report told before the extraction took their place. */
export function supersededStatuses(db: Db, extractionId: string): Promise<StatusClaim[]> {
  return rows(db, "figure/superseded-statuses", [extractionId], statusRow);
}

export function standingStatuses(db: Db, dossier: string, subjects: readonly string[], extractionId: string) {
  return rows(db, "figure/standing-statuses", [dossier, subjects, extractionId], statusRow);
}
