import { z } from "zod";
import { figureMeaning, statusMeaning } from "./decision.ts";
import { type Db, rows } from "./query.ts";

const text = z.string().nullable();
const number = z.coerce.number();

const common = z.object({
  ...{ number: z.string(), asks: z.string(), why: text, since: z.date(), claimant: z.string(), as_of: z.string() },
  ...{ confidence: z.number(), quote: z.string(), outlet: z.string(), url: z.string() },
});
const figureRow = common.extend({
  ...{ metric: text, scope: z.string(), min: number, max: number.nullable(), qualifier: z.string() },
  state: z.null(),
});
const statusRow = common.extend({ subject: z.string(), state: z.string(), until: text });
const queueRow = z.union([figureRow, statusRow]);
/** A figure or a state that waits for a person, and why. */
export type QueueRow = z.infer<typeof queueRow>;

/** @param at what waited then; null for what waits now */
export function reviewQueue(db: Db, dossier: string, at: Date | null, limit: number): Promise<QueueRow[]> {
  return rows(db, "review/queue", [dossier, at, limit], queueRow);
}

const meaning = z.union([figureMeaning, statusMeaning]);
const logRow = z.object({
  ...{ decision_id: z.string(), decided_at: z.date(), decided_by: z.string(), verdict: z.string(), why: z.string() },
  ...{ number: z.string(), metric: text, subject: text, read_as: meaning, decided_as: meaning.nullable() },
  ...{ quote: z.string(), outlet: z.string(), url: z.string() },
});
export type ReviewLogRow = z.infer<typeof logRow>;

/** @param until only what was decided by then; null for all */
export function reviewLog(db: Db, dossier: string, until: Date | null): Promise<ReviewLogRow[]> {
  return rows(db, "review/log", [dossier, until], logRow);
}
