import type { PoolClient } from "pg";
import { z } from "zod";
import { type Db, firstRow, rows, run } from "./query.ts";
import { revisionRow } from "./revision.ts";

/** The extractor and the story that texts are to be read with. */
export interface Edition {
  readonly dossier: string;
  readonly extractorVersion: string;
  readonly storyHash: string;
}

/** How many texts that stand were read otherwise. */
export async function countOutdated(db: Db, { dossier, extractorVersion, storyHash }: Edition): Promise<number> {
  const row = z.object({ texts: z.coerce.number() });
  return (await firstRow(db, "reextract/count", [dossier, extractorVersion, storyHash], row))?.texts ?? 0;
}

const outdatedRow = revisionRow.extend({
  /** Whether the changes of its standing extraction are written. */
  compared: z.boolean(),
});
export type OutdatedText = z.infer<typeof outdatedRow>;

/** The next of them, in the order in which they came. */
export function outdatedPage(db: Db, edition: Edition, after: string, limit: number): Promise<OutdatedText[]> {
  const { dossier, extractorVersion, storyHash } = edition;
  return rows(db, "reextract/page", [dossier, extractorVersion, storyHash, after, limit], outdatedRow);
}

const number = z.coerce.number();
const text = z.string().nullable();
const figureRow = z.object({
  ...{ revision_id: z.string(), reading: z.string(), line: text, as_of: z.string(), trusted: z.boolean(), doubt: text },
  ...{ min: number, max: number.nullable(), qualifier: z.string(), scope: z.string(), claimant: z.string() },
  ...{ metric: text, thing: z.string() },
});
/** A stored figure, as far as another reading could differ from it. */
export type StandingFigure = Omit<z.infer<typeof figureRow>, "revision_id">;

const statusRow = z.object({
  ...{ revision_id: z.string(), reading: z.string(), subject: z.string(), state: z.string() },
  ...{ trusted: z.boolean(), doubt: text },
});
export type StandingStatus = Omit<z.infer<typeof statusRow>, "revision_id">;

export interface Standing {
  readonly figures: readonly StandingFigure[];
  readonly statuses: readonly StandingStatus[];
}

/** Revision → what stands of it; one without figures and statuses is left out. */
export async function standingOf(db: Db, revisionIds: readonly string[]): Promise<Map<string, Standing>> {
  const found = new Map<string, { figures: StandingFigure[]; statuses: StandingStatus[] }>();
  const of = (id: string) => {
    const known = found.get(id) ?? { figures: [], statuses: [] };
    found.set(id, known);
    return known;
  };
  for (const row of await rows(db, "reextract/standing-figures", [revisionIds], figureRow))
    of(row.revision_id).figures.push(row);
  for (const row of await rows(db, "reextract/standing-statuses", [revisionIds], statusRow))
    of(row.revision_id).statuses.push(row);
  return found;
}

/** Records that these texts were read again and that nothing came out otherwise. */
export async function renewExtractions(
  client: PoolClient,
  { dossier, extractorVersion, storyHash }: Edition,
  revisionIds: readonly string[],
  now: Date,
): Promise<void> {
  await run(client, "reextract/renew", [revisionIds, dossier, extractorVersion, storyHash, now]);
}

export async function countRereadChanges(db: Db, dossier: string): Promise<number> {
  const row = z.object({ changes: z.coerce.number() });
  return (await firstRow(db, "reextract/count-changes", [dossier], row))?.changes ?? 0;
}
