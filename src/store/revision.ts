import { z } from "zod";
import { type Db, firstRow } from "./query.ts";

export const revisionRow = z.object({
  revision_id: z.string(),
  number: z.number(),
  text_hash: z.string(),
  text: z.string(),
  title: z.string().nullable(),
  language: z.string(),
  published_at: z.date().nullable(),
  report_id: z.string(),
  dossier: z.string(),
  outlet: z.string(),
  side: z.string().nullable(),
  report_published_at: z.date().nullable(),
  seen_at: z.date(),
});

/** A text version, and what its report tells about it. */
export type RevisionToExtract = z.infer<typeof revisionRow>;

/** @returns undefined when a newer version has replaced it */
export function revisionToExtract(db: Db, revisionId: string): Promise<RevisionToExtract | undefined> {
  return firstRow(db, "figure/revision-to-extract", [revisionId], revisionRow);
}
