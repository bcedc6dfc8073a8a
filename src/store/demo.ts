import { setTimeout as sleep } from "node:timers/promises";
import type { Pool } from "pg";
import { z } from "zod";
import { firstRow, run } from "./query.ts";

const count = z.coerce.number();
const countsRow = z.object({ reports: count, figures: count, changes: count });
const lastPollRow = z.object({ polled_at: z.date().nullable() });
const waitingRow = z.object({ jobs: count });

/** How much a dossier holds. */
export type Counts = z.infer<typeof countsRow>;

export async function countRows(pool: Pool, dossier: string): Promise<Counts> {
  return (await firstRow(pool, "demo/counts", [dossier], countsRow)) ?? { reports: 0, figures: 0, changes: 0 };
}

/** How far the story has been followed; null before the first poll. */
export async function lastPoll(pool: Pool, dossier: string): Promise<Date | null> {
  return (await firstRow(pool, "demo/last-poll", [dossier], lastPollRow))?.polled_at ?? null;
}

export async function makeFeedsDue(pool: Pool, dossier: string, now: Date): Promise<void> {
  await run(pool, "demo/make-due", [dossier, now]);
}

/** Waits until no job waits or runs; jobs that wait for a later time do not count. */
export async function queueIdle(pool: Pool, timeoutMs: number): Promise<void> {
  const end = performance.now() + timeoutMs;
  while (performance.now() < end) {
    const waiting = await firstRow(pool, "queue/waiting", [], waitingRow);
    if (waiting?.jobs === 0) return;
    await sleep(10);
  }
  throw new Error(`the queue still works after ${String(timeoutMs)} ms`);
}
