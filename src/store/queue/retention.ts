import type { Pool } from "pg";
import { run } from "../query.ts";

/** @returns how many rows went */
export async function forgetBefore(
  pool: Pool,
  before: { readonly polls: Date; readonly ticks: Date },
): Promise<{ polls: number; ticks: number }> {
  return {
    polls: await run(pool, "queue/forget-polls", [before.polls]),
    ticks: await run(pool, "queue/forget-ticks", [before.ticks]),
  };
}
