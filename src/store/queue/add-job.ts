import type { PoolClient } from "pg";

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
  await client.query(
    "select graphile_worker.add_job($1, payload := $2::json, queue_name := $3, job_key := $4, run_at := $5)",
    [task, JSON.stringify(payload), options.queue ?? null, options.key ?? null, options.runAt ?? null],
  );
}
