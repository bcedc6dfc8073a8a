import type { PoolClient } from "pg";
import { run } from "../query.ts";

export interface JobOptions {
  /** Jobs of one queue run one after another. */
  readonly queue?: string;
  /** While a job with this key waits, adding it again replaces it. */
  readonly key?: string;
  readonly runAt?: Date;
}

/** Adds a job in the client's open transaction: it is seen by workers when that commits, or never. */
export async function addJob(
  client: PoolClient,
  task: string,
  payload: unknown,
  options: JobOptions = {},
): Promise<void> {
  await addJobs(client, task, [payload], options);
}

/** Adds jobs that differ in their payload alone, in that order. */
export async function addJobs(
  client: PoolClient,
  task: string,
  payloads: readonly unknown[],
  { queue, key, runAt }: JobOptions = {},
): Promise<void> {
  const values = [task, payloads.map((payload) => JSON.stringify(payload)), queue ?? null, key ?? null, runAt ?? null];
  await run(client, "queue/add-jobs", values);
}
