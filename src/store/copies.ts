import type { PoolClient } from "pg";
import { z } from "zod";
import type { DatedText } from "../report/copies.ts";
import { rows, run } from "./query.ts";
import type { ReportToRead } from "./report.ts";

/** Cuts to a twentieth of a text share three of a sketch's 64 hashes; by chance nobody does. */
const fewestShared = 3;
/** The likeliest originals; what shares less is no better. */
const mostAlike = 20;

const alikeRow = z.object({ report_id: z.string(), text: z.string(), at: z.date() });

/** Another report's text, and the first report that had it. */
export interface AlikeText extends DatedText {
  readonly originalId: string;
}

/**
 * Texts of the same weeks that share wording with a report's new text, most alike first. The story's wordings are held
 * until the transaction ends, so that of two copies read at once the second sees the first.
 */
export async function alikeTexts(
  client: PoolClient,
  report: ReportToRead,
  sketch: readonly number[],
  at: Date,
): Promise<AlikeText[]> {
  if (sketch.length === 0) return [];
  const values = [report.dossier, report.report_id, sketch, at, fewestShared, mostAlike];
  const found = await rows(client, "report/alike", values, alikeRow);
  return found.map(({ report_id: originalId, text, at: day }) => ({ originalId, text, day }));
}

/** Must come before any other lock of the transaction. */
export async function holdWordings(client: PoolClient, dossier: string): Promise<void> {
  await run(client, "report/hold-wordings", [dossier]);
}

export async function saveWording(
  client: PoolClient,
  revisionId: string,
  at: Date,
  sketch: readonly number[],
): Promise<void> {
  if (sketch.length > 0) await run(client, "report/insert-wording", [revisionId, at, sketch]);
}
