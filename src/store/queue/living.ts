import { hostname } from "node:os";
import { makeWorkerUtils } from "graphile-worker";
import type { Pool } from "pg";
import { z } from "zod";
import { rows, run } from "../query.ts";
import { silentQueueLogger } from "./logger.ts";

/** Without a beat for so long a worker counts as dead. */
const deadAfterMs = 60_000;
const workerRow = z.object({
  worker_id: z.string(),
  host: z.string().nullable(),
  pid: z.number().nullable(),
  beat_at: z.date(),
});
type WorkerRow = z.infer<typeof workerRow>;

export interface Census {
  readonly ours: readonly string[];
  readonly now: Date;
  /** Nobody else can be alive. */
  readonly alone: boolean;
}

/** @param now the machine's time: workers live in it, whatever the program's clock says */
export async function beat(pool: Pool, workerIds: readonly string[], now: Date): Promise<void> {
  for (const id of workerIds) await run(pool, "queue/beat", [id, hostname(), process.pid, now]);
}

/**
 * Unlocks the jobs and queues of dead workers; the queue alone would keep them locked for four hours.
 * @returns the dead workers' ids
 */
export async function unlockDead(pool: Pool, { ours, now, alone }: Census): Promise<string[]> {
  const known = await rows(pool, "queue/workers", [], workerRow);
  const others = known.filter((worker) => !ours.includes(worker.worker_id));
  const dead = others.filter((worker) => alone || isDead(worker, now));
  const ids = dead.map((worker) => worker.worker_id);
  if (ids.length === 0) return ids;
  await unlock(pool, ids);
  return ids;
}

/** Makes the jobs and queues that these workers hold free for others. */
export async function unlock(pool: Pool, workerIds: readonly string[]): Promise<void> {
  const utils = await makeWorkerUtils({ pgPool: pool, logger: silentQueueLogger });
  try {
    await utils.forceUnlockWorkers([...workerIds]);
  } finally {
    await utils.release();
  }
  await run(pool, "queue/forget-workers", [[...workerIds]]);
}

export async function sayGoodbye(pool: Pool, workerIds: readonly string[]): Promise<void> {
  await run(pool, "queue/forget-workers", [[...workerIds]]);
}

/** A worker on this machine is dead as soon as its process is; elsewhere, when its heart stops. */
function isDead(worker: WorkerRow, now: Date): boolean {
  if (now.getTime() - worker.beat_at.getTime() > deadAfterMs) return true;
  if (worker.host !== hostname() || worker.pid === null) return false;
  return worker.pid !== process.pid && !isRunning(worker.pid);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    // Not allowed to signal it: it is there.
    return cause instanceof Error && "code" in cause && cause.code === "EPERM";
  }
}
