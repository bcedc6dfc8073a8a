import type { Pool } from "pg";
import { run } from "../query.ts";

/** @returns how many rows went */
export async function forgetBefore(
  pool: Pool,
  before: { readonly polls: Date; readonly ticks: Date; readonly wordings: Date },
): Promise<{ polls: number; ticks: number; wordings: number }> {
  return {
    polls: await run(pool, "queue/forget-polls", [before.polls]),
    ticks: await run(pool, "queue/forget-ticks", [before.ticks]),
    wordings: await run(pool, "report/forget-wordings", [before.wordings]),
  };
}
