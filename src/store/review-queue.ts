import { z } from "zod";
import { meaningShape } from "./decision.ts";
import { type Db, rows } from "./query.ts";

const text = z.string().nullable();
const number = z.coerce.number();

const queueRow = z.object({
  ...{ figure_id: z.string(), asks: z.string(), why: text, since: z.date(), metric: text, claimant: z.string() },
  ...{ scope: z.string(), as_of: z.string(), min: number, max: number.nullable(), qualifier: z.string() },
  ...{ confidence: z.number(), quote: z.string(), outlet: z.string(), url: z.string() },
});
/** A figure that waits for a person, and why. */
export type QueueRow = z.infer<typeof queueRow>;

/** @param at only what waited by then; null for all that waits */
export function reviewQueue(db: Db, dossier: string, at: Date | null, limit: number): Promise<QueueRow[]> {
  return rows(db, "review/queue", [dossier, at, limit], queueRow);
}

const logRow = z.object({
  ...{ decision_id: z.string(), decided_at: z.date(), decided_by: z.string(), verdict: z.string(), why: z.string() },
  ...{ metric: text, read_as: meaningShape, decided_as: meaningShape.nullable(), quote: z.string() },
  ...{ outlet: z.string(), url: z.string(), figure_id: z.string() },
});
export type ReviewLogRow = z.infer<typeof logRow>;

/** @param until only what was decided by then; null for all */
export function reviewLog(db: Db, dossier: string, until: Date | null): Promise<ReviewLogRow[]> {
  return rows(db, "review/log", [dossier, until], logRow);
}
