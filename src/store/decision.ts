import type { PoolClient } from "pg";
import { z } from "zod";
import type { Decision, Verdict } from "../change/decide.ts";
import type { FigureMeaning, Meaning, StatusMeaning } from "../change/meaning.ts";
import { type Db, firstRow, rows, run } from "./query.ts";

const text = z.string().nullable();

/** A figure's meaning as it is written in a decision. */
export const figureMeaning: z.ZodType<FigureMeaning> = z.object({
  ...{ thing: z.string(), group: text, act: z.enum(["returned", "held", "offered"]), from: text, to: text },
  ...{ reach: z.enum(["one_way", "both", "unstated"]), min: z.number(), max: z.number().nullable() },
  qualifier: z.enum(["exact", "about", "nearly", "more_than", "at_least", "up_to", "range"]),
  ...{ scope: z.enum(["event", "cumulative", "planned"]), period: text },
  basis: z.union([z.object({ start: text, end: text, frame: text }), z.literal("unknown"), z.null()]),
  ...{ asOf: z.string(), speaker: text, speakerSide: text },
});

/** A state's meaning as it is written in a decision. */
export const statusMeaning: z.ZodType<StatusMeaning> = z.object({
  ...{ subject: z.string(), state: z.string(), until: text, asOf: z.string(), speaker: text, speakerSide: text },
});

/** What was decided about the readings of one report, oldest first. */
export interface Decisions {
  readonly figures: readonly Decision<FigureMeaning>[];
  readonly statuses: readonly Decision<StatusMeaning>[];
  /** Number of the newest; "0" for none. */
  readonly through: string;
}

const none: Decisions = { figures: [], statuses: [], through: "0" };

const columns = z.object({
  ...{ report_id: z.string(), decision_id: z.string(), text_hash: z.string(), quote: z.string() },
  ...{ quote_start: z.number(), quote_end: z.number(), verdict: z.enum(["accept", "reject", "correct"]) },
  ...{ why: z.string(), decided_by: z.string() },
});

interface Columns<Meaning> extends z.infer<typeof columns> {
  readonly read_as: Meaning;
  readonly decided_as: Meaning | null;
}

function toDecision<Meaning>(row: Columns<Meaning>): Decision<Meaning> {
  return {
    ...{ decisionId: row.decision_id, textHash: row.text_hash, quote: row.quote, start: row.quote_start },
    ...{ end: row.quote_end, verdict: row.verdict, readAs: row.read_as, decidedAs: row.decided_as },
    ...{ why: row.why, by: row.decided_by },
  };
}

const figureDecision = columns
  .extend({ status_claim_id: z.null(), read_as: figureMeaning, decided_as: figureMeaning.nullable() })
  .transform((row) => ({ reportId: row.report_id, figures: [toDecision(row)], statuses: [] }));
const statusDecision = columns
  .extend({ status_claim_id: z.string(), read_as: statusMeaning, decided_as: statusMeaning.nullable() })
  .transform((row) => ({ reportId: row.report_id, figures: [], statuses: [toDecision(row)] }));

/** @returns of a report, what was decided about its readings */
export async function decisionsOfReports(db: Db, reportIds: readonly string[]): Promise<(id: string) => Decisions> {
  const found = new Map<string, Decisions>();
  const decided = await rows(db, "review/decisions-of-reports", [reportIds], z.union([figureDecision, statusDecision]));
  for (const { reportId, figures, statuses } of decided) {
    const before = found.get(reportId) ?? none;
    const [newest] = [...figures, ...statuses];
    found.set(reportId, {
      figures: [...before.figures, ...figures],
      statuses: [...before.statuses, ...statuses],
      through: newest?.decisionId ?? before.through,
    });
  }
  return (id) => found.get(id) ?? none;
}

/** A decision about one figure or one state, as the row that the reviewer saw. */
export interface NewDecision {
  readonly figureId: string | null;
  readonly statusClaimId: string | null;
  readonly verdict: Verdict;
  readonly readAs: Meaning;
  readonly decidedAs: Meaning | null;
  readonly why: string;
  readonly by: string;
}

export async function insertDecision(client: PoolClient, decision: NewDecision, now: Date): Promise<void> {
  const { figureId, statusClaimId, verdict, readAs, decidedAs, why, by } = decision;
  const meanings = [JSON.stringify(readAs), decidedAs === null ? null : JSON.stringify(decidedAs)];
  await run(client, "review/insert-decision", [figureId, statusClaimId, verdict, ...meanings, why, by, now]);
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
