import { z } from "zod";
import type { Figure, Status } from "../figure/figure.ts";
import { type Db, firstRow, rows } from "./query.ts";

const text = z.string().nullable();
const number = z.coerce.number();
const cue = z.object({
  kind: z.enum(["number", "noun", "direction", "scope", "speaker", "qualifier", "period"]),
  start: z.number(),
  end: z.number(),
});

/** The columns that give back what the extractor gave. */
const figureColumns = z.object({
  ...{ figure_id: z.string(), thing: z.string(), group: text, act: z.enum(["returned", "held", "offered"]) },
  ...{ from_side: text, to_side: text, reach: z.enum(["one_way", "both", "unstated"]), min: number },
  ...{ max: number.nullable(), scope: z.enum(["event", "cumulative", "planned"]), period: text },
  qualifier: z.enum(["exact", "about", "nearly", "more_than", "at_least", "up_to", "range"]),
  ...{ basis_known: z.boolean(), basis_start: text, basis_end: text, basis_frame: text, as_of: z.string() },
  ...{ speaker: text, speaker_side: text, quote: z.string(), quote_start: z.number(), quote_end: z.number() },
  ...{ cues: z.array(cue), trace: z.array(z.string()), confidence: z.number(), part: z.boolean() },
});

function toFigure(row: z.infer<typeof figureColumns>): Figure {
  const { thing, group, act, reach, min, max, qualifier, scope, period, speaker, trace, confidence } = row;
  return {
    ...{ thing, group, act, reach, min, max, qualifier, scope, period, speaker, trace, confidence },
    ...(row.part ? { part: true as const } : {}),
    ...{ from: row.from_side, to: row.to_side, asOf: row.as_of, speakerSide: row.speaker_side, basis: basisOf(row) },
    evidence: { quote: row.quote, start: row.quote_start, end: row.quote_end, cues: row.cues },
  };
}

function basisOf(row: z.infer<typeof figureColumns>): Figure["basis"] {
  const { basis_known: known, basis_start: start, basis_end: end, basis_frame: frame } = row;
  if (!known) return "unknown";
  return start === null && end === null && frame === null ? null : { start, end, frame };
}

const statusColumns = z.object({
  ...{ status_claim_id: z.string(), subject: z.string(), state: z.string(), until: text, as_of: z.string() },
  ...{ speaker: text, speaker_side: text, quote: z.string(), quote_start: z.number(), quote_end: z.number() },
  ...{ trace: z.array(z.string()), confidence: z.number() },
});

function toStatus(row: z.infer<typeof statusColumns>): Status {
  const { subject, state, until, speaker, trace, confidence } = row;
  return {
    ...{ subject, state, until, speaker, trace, confidence, asOf: row.as_of, speakerSide: row.speaker_side },
    evidence: { quote: row.quote, start: row.quote_start, end: row.quote_end, cues: [] },
  };
}

/** What was read in one revision and stands, in the order of the text, as the extractor gave it. */
export async function readingsOfRevision(db: Db, revisionId: string) {
  return {
    figures: await rows(db, "review/figures-of-revision", [revisionId], figureColumns.transform(toFigure)),
    statuses: await rows(db, "review/statuses-of-revision", [revisionId], statusColumns.transform(toStatus)),
  };
}

/** The text that it was read in, its report, and how it stands. */
const around = z.object({
  ...{ report_id: z.string(), trusted: z.boolean(), doubt: text, retired_at: z.date().nullable() },
  ...{ retired_reason: text, text: z.string(), language: z.string(), title: text, outlet: z.string() },
  ...{ url: z.string(), published_at: z.date().nullable() },
});

const figureRow = figureColumns
  .extend({ ...around.shape, metric: text })
  .transform((row) => ({ ...row, kind: "figure" as const, reading: toFigure(row) }));
const statusRow = statusColumns
  .extend(around.shape)
  .transform((row) => ({ ...row, kind: "status" as const, reading: toStatus(row) }));

/** One figure or state with its report and the text that it was read in. */
export type FigureToReview = z.infer<typeof figureRow>;
export type StatusToReview = z.infer<typeof statusRow>;
export type ReadingToReview = FigureToReview | StatusToReview;

export function figureToReview(db: Db, dossier: string, figureId: string): Promise<FigureToReview | undefined> {
  return firstRow(db, "review/figure-to-review", [figureId, dossier], figureRow);
}

export function statusToReview(db: Db, dossier: string, statusClaimId: string): Promise<StatusToReview | undefined> {
  return firstRow(db, "review/status-to-review", [statusClaimId, dossier], statusRow);
}
