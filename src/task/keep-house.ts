import { forgetBefore } from "../store/queue/retention.ts";
import type { Task } from "./context.ts";

const dayMs = 86_400_000;

/** Removes poll records and ticks past their retention; reports, figures and changes stay for ever. */
export const keepHouse: Task = async ({ pool, clock, config, log }) => {
  const now = clock.now().getTime();
  const { pollDays, tickDays } = config.retention;
  const removed = await forgetBefore(pool, {
    polls: new Date(now - pollDays * dayMs),
    ticks: new Date(now - tickDays * dayMs),
  });
  log.info(removed, "old records removed");
};
