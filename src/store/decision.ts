import type { PoolClient } from "pg";
import { z } from "zod";
import type { Decision, Meaning, Verdict } from "../change/decide.ts";
import type { Figure, Status } from "../figure/figure.ts";
import { type Db, firstRow, rows, run } from "./query.ts";

const qualifier = z.enum(["exact", "about", "nearly", "more_than", "at_least", "up_to", "range"]);
const scope = z.enum(["event", "cumulative", "planned"]);
const act = z.enum(["returned", "held", "offered"]);
const reach = z.enum(["one_way", "both", "unstated"]);
const text = z.string().nullable();

/** A meaning as it is written in a decision. */
export const meaningShape: z.ZodType<Meaning> = z.object({
  ...{ thing: z.string(), group: text, act, from: text, to: text, reach },
  ...{ min: z.number(), max: z.number().nullable(), qualifier, scope, period: text },
  basis: z.union([z.object({ start: text, end: text, frame: text }), z.literal("unknown"), z.null()]),
  ...{ asOf: z.string(), speaker: text, speakerSide: text },
});

const decisionColumns = z.object({
  ...{ decision_id: z.string(), text_hash: z.string(), quote: z.string(), quote_start: z.number() },
  ...{ quote_end: z.number(), verdict: z.enum(["accept", "reject", "correct"]), read_as: meaningShape },
  ...{ decided_as: meaningShape.nullable(), why: z.string(), decided_by: z.string() },
});

function toDecision(row: z.infer<typeof decisionColumns>): Decision {
  return {
    ...{ decisionId: row.decision_id, textHash: row.text_hash, quote: row.quote, start: row.quote_start },
    ...{ end: row.quote_end, verdict: row.verdict, readAs: row.read_as, decidedAs: row.decided_as },
    ...{ why: row.why, by: row.decided_by },
  };
}

/** Report → what was decided about its readings, oldest first, for those of the reports about which something was. */
export async function decisionsOfReports(db: Db, reportIds: readonly string[]): Promise<Map<string, Decision[]>> {
  const row = decisionColumns.extend({ report_id: z.string() });
  const found = new Map<string, Decision[]>();
  for (const one of await rows(db, "review/decisions-of-reports", [reportIds], row))
    found.set(one.report_id, [...(found.get(one.report_id) ?? []), toDecision(one)]);
  return found;
}

export interface NewDecision {
  readonly figureId: string;
  readonly verdict: Verdict;
  readonly readAs: Meaning;
  readonly decidedAs: Meaning | null;
  readonly why: string;
  readonly by: string;
}

export async function insertDecision(client: PoolClient, decision: NewDecision, now: Date): Promise<void> {
  const { figureId, verdict, readAs, decidedAs, why, by } = decision;
  const meanings = [JSON.stringify(readAs), decidedAs === null ? null : JSON.stringify(decidedAs)];
  await run(client, "review/insert-decision", [figureId, verdict, ...meanings, why, by, now]);
}

const number = z.coerce.number();
const cue = z.object({
  kind: z.enum(["number", "noun", "direction", "scope", "speaker", "qualifier", "period"]),
  start: z.number(),
  end: z.number(),
});

/** The columns that give back what the extractor gave. */
const figureColumns = z.object({
  ...{ figure_id: z.string(), thing: z.string(), group: text, act, from_side: text, to_side: text, reach },
  ...{ min: number, max: number.nullable(), qualifier, scope, period: text, basis_known: z.boolean() },
  ...{ basis_start: text, basis_end: text, basis_frame: text, as_of: z.string(), speaker: text, speaker_side: text },
  ...{ quote: z.string(), quote_start: z.number(), quote_end: z.number(), cues: z.array(cue) },
  ...{ trace: z.array(z.string()), confidence: z.number(), part: z.boolean() },
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

/** The figures of one revision that stand, in the order of the text, as the extractor gave them. */
export function figuresOfRevision(db: Db, revisionId: string): Promise<Figure[]> {
  return rows(db, "review/figures-of-revision", [revisionId], figureColumns.transform(toFigure));
}

const statusRow = z
  .object({
    ...{ subject: z.string(), state: z.string(), until: text, as_of: z.string(), speaker: text, speaker_side: text },
    ...{ quote: z.string(), quote_start: z.number(), quote_end: z.number(), trace: z.array(z.string()) },
    confidence: z.number(),
  })
  .transform(
    (row): Status => ({
      ...{ subject: row.subject, state: row.state, until: row.until, asOf: row.as_of, speaker: row.speaker },
      ...{ speakerSide: row.speaker_side, trace: row.trace, confidence: row.confidence },
      evidence: { quote: row.quote, start: row.quote_start, end: row.quote_end, cues: [] },
    }),
  );

/** The status claims of one revision that stand. */
export function statusesOfRevision(db: Db, revisionId: string): Promise<Status[]> {
  return rows(db, "review/statuses-of-revision", [revisionId], statusRow);
}

const reviewedRow = figureColumns
  .extend({
    ...{ report_id: z.string(), revision_id: z.string(), metric: text, trusted: z.boolean(), doubt: text },
    ...{ retired_at: z.date().nullable(), retired_reason: text, text: z.string(), text_hash: z.string() },
    ...{ number: z.number(), language: z.string(), title: text, outlet: z.string(), url: z.string() },
    published_at: z.date().nullable(),
  })
  .transform((row) => ({ ...row, figure: toFigure(row) }));

/** One figure with its report and the text that it was read in. */
export type FigureToReview = z.infer<typeof reviewedRow>;

export function figureToReview(db: Db, dossier: string, figureId: string): Promise<FigureToReview | undefined> {
  return firstRow(db, "review/figure-to-review", [figureId, dossier], reviewedRow);
}

const standingTextRow = z.object({
  ...{ revision_id: z.string(), number: z.number(), text_hash: z.string(), text: z.string() },
  ...{ extractor_version: z.string(), story_hash: z.string() },
});

/** The text of a report that stands and was extracted; undefined while there is none. */
export function standingText(db: Db, reportId: string) {
  return firstRow(db, "review/standing-text", [reportId], standingTextRow);
}

const decidedTextRow = z.object({
  ...{ revision_id: z.string(), report_id: z.string(), text_hash: z.string(), text: z.string(), title: text },
  ...{ language: z.string(), published_at: z.date(), outlet: z.string() },
});
export type DecidedText = z.infer<typeof decidedTextRow>;

/** Texts about whose readings people decided. */
export function decidedTexts(db: Db, dossier: string): Promise<DecidedText[]> {
  return rows(db, "review/decided-texts", [dossier], decidedTextRow);
}
