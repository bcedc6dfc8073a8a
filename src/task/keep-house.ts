import { forgetRaw } from "../store/archive.ts";
import { forgetBefore } from "../store/queue/retention.ts";
import type { Task } from "./context.ts";

const dayMs = 86_400_000;
/** Copies are looked for among a month's texts. */
const wordingDays = 31;

/** Removes poll records, ticks and pages' bytes past their retention; reports, texts, figures and changes stay for ever. */
export const keepHouse: Task = async ({ pool, clock, config, log }) => {
  const now = clock.now().getTime();
  const { pollDays, tickDays, rawDays } = config.retention;
  const removed = await forgetBefore(pool, {
    polls: new Date(now - pollDays * dayMs),
    ticks: new Date(now - tickDays * dayMs),
    wordings: new Date(now - wordingDays * dayMs),
  });
  const pages = await forgetRaw(pool, config, new Date(now - rawDays * dayMs));
  log.info({ ...removed, pages }, "old records removed");
};
