import type { Pool, PoolClient } from "pg";
import { z } from "zod";
import { firstRow, rows, run } from "./query.ts";

/** How far a reader of the log has written, and how long its file was then. */
export interface LogCursor {
  readonly position: string;
  readonly fileBytes: number;
}

const cursorRow = z.object({ log_position: z.string(), file_bytes: z.coerce.number() });

const lineRow = z.object({
  log_position: z.string(),
  line: z.looseObject({
    kind: z.string(),
    metric: z.string().nullable(),
    subject: z.string().nullable(),
    claimant: z.string().nullable(),
    reason: z.string(),
    backfilled: z.boolean(),
    needsReview: z.boolean(),
    muted: z.boolean(),
    url: z.string().nullable(),
    quiet: z.string().nullable(),
  }),
});

export type LogLine = z.infer<typeof lineRow>;

/** Gives each committed change its place; others wait until the client's transaction ends. */
export async function numberChanges(client: PoolClient): Promise<void> {
  await client.query("set local statement_timeout = '60s'");
  await rows(client, "change/lock-log", [], z.unknown());
  await run(client, "change/number-changes", []);
}

export async function readCursor(client: PoolClient, reader: string): Promise<LogCursor> {
  const found = await firstRow(client, "change/cursor", [reader], cursorRow);
  return { position: found?.log_position ?? "0", fileBytes: found?.file_bytes ?? 0 };
}

export async function moveCursor(client: PoolClient, reader: string, cursor: LogCursor): Promise<void> {
  await run(client, "change/move-cursor", [reader, cursor.position, cursor.fileBytes]);
}

export function linesAfter(db: Pool | PoolClient, position: string, limit: number): Promise<LogLine[]> {
  return rows(db, "change/after", [position, limit], lineRow);
}
