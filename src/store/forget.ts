import { rm } from "node:fs/promises";
import type { Pool, PoolClient } from "pg";
import { z } from "zod";
import type { Config } from "../runtime/config.ts";
import { pathOf } from "./archive.ts";
import { type Db, firstRow, rows, run } from "./query.ts";
import { transaction } from "./transaction.ts";

const foundRow = z.object({
  ...{ report_id: z.string(), outlet: z.string(), url: z.string(), title: z.string().nullable() },
  ...{ forgotten_at: z.date().nullable(), figures: z.coerce.number() },
});
export type ReportToForget = z.infer<typeof foundRow>;

/** @param name a report's number, or its address */
export function reportToForget(db: Db, name: string): Promise<ReportToForget | undefined> {
  return firstRow(db, "forget/find", [name], foundRow);
}

/**
 * Removes a report's texts, what the feeds gave of them, and the bytes that they were read from; its figures stay with their
 * words, and the report bears a note. The files go before the rows are committed: a killed run leaves rows that a second
 * one finishes, never files that nobody knows of.
 */
export async function forgetReport(
  pool: Pool,
  config: Config,
  reportId: string,
  why: string,
  now: Date,
): Promise<void> {
  await transaction(pool, async (client) => {
    await run(client, "forget/hold-alone", []);
    await firstRow(client, "report/lock-report", [reportId], z.unknown());
    await run(client, "forget/report", [reportId, now, why]);
    await forgetSightings(client, reportId);
    await removeBytes(client, config, reportId);
  });
}

/**
 * Holds off forgetting until the transaction ends: what it writes of a text, it writes knowing that the report was not
 * forgotten. Must come before any other lock of the transaction.
 */
export async function holdForgetting(client: PoolClient): Promise<void> {
  await run(client, "forget/hold-shared", []);
}

/** Removes what the feeds gave of a report's text. */
export async function forgetSightings(client: PoolClient, reportId: string): Promise<void> {
  await run(client, "forget/sightings", [reportId]);
}

async function removeBytes(client: PoolClient, config: Config, reportId: string): Promise<void> {
  const found = await rows(client, "forget/revisions", [reportId], z.object({ raw_hash: z.string() }));
  const hashes = found.map((row) => row.raw_hash);
  for (const hash of hashes) await rm(pathOf(config, hash), { force: true });
  await run(client, "forget/raw", [hashes]);
}
