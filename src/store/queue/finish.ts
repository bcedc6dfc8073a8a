import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { firstRow } from "../query.ts";
import { startWorker, type WorkerOptions } from "./worker.ts";

const longestPauseMs = 1_000;

const waitingRow = z.object({ jobs: z.coerce.number() });

/**
 * Works on the jobs of these tasks until none is left that could run: for a command whose work is to be seen when it ends,
 * whether a service runs beside it or not.
 * @param onProgress how many are left
 */
export async function finishJobs(
  { pool, log, tasks }: Pick<WorkerOptions, "pool" | "log" | "tasks">,
  onProgress: (left: number) => void = () => undefined,
): Promise<void> {
  const left = async () => (await firstRow(pool, "queue/waiting-of", [Object.keys(tasks)], waitingRow))?.jobs ?? 0;
  if ((await left()) === 0) return;
  const worker = await startWorker({ pool, log, tasks, concurrency: 2, alone: false });
  try {
    for (let waiting = await left(); waiting > 0; waiting = await left()) {
      onProgress(waiting);
      // Counting a long queue takes its time, so it is counted less often.
      await sleep(Math.min(50 + waiting, longestPauseMs));
    }
    onProgress(0);
  } finally {
    await worker.close();
  }
}
