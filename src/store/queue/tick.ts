import type { Pool } from "pg";
import { run } from "../query.ts";
import { transaction } from "../transaction.ts";
import { addJob } from "./add-job.ts";

/**
 * Writes a tick together with its job, once, however many processes fire it.
 * @param at the instant the schedule names, not the instant it fired
 * @returns whether this call was the one that counted
 */
export function recordTick(pool: Pool, job: string, task: string, at: Date): Promise<boolean> {
  return transaction(pool, async (client) => {
    if ((await run(client, "queue/insert-tick", [job, at])) === 0) return false;
    await addJob(client, task, {}, { key: task });
    return true;
  });
}
