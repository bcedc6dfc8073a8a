import type { Pool } from "pg";
import type { Dossier } from "../dossier/dossier.ts";
import { loadDossier } from "../dossier/load.ts";
import { PageReader } from "../report/page-reader.ts";
import { systemClock } from "../runtime/clock.ts";
import type { Config } from "../runtime/config.ts";
import { openHttp, policyOf } from "../runtime/http.ts";
import { openLog } from "../runtime/log.ts";
import { finishJobs } from "../store/queue/finish.ts";
import { compare } from "../task/compare.ts";
import type { TaskContext } from "../task/context.ts";

/**
 * What a command needs to do the service's work by itself, closed when the work is done.
 * @param dossier the one that the command was given, whether the service watches it or not
 */
export async function withTasks<Result>(
  pool: Pool,
  config: Config,
  dossier: Dossier,
  work: (context: TaskContext) => Promise<Result>,
): Promise<Result> {
  const log = openLog({ level: "warn", terminal: process.stderr.isTTY, destination: process.stderr });
  const http = openHttp(policyOf(config.http));
  const pages = new PageReader();
  const others = config.dossiers.map(loadDossier).filter(({ name }) => name !== dossier.name);
  try {
    return await work({ pool, config, clock: systemClock, log, http, pages, dossiers: [dossier, ...others] });
  } finally {
    await pages.close();
    await http.close();
  }
}

/** Compares what waits to be compared, so that what was decided or read is seen when the command ends. */
export function finishComparing(context: TaskContext, onProgress?: (left: number) => void): Promise<void> {
  const { pool, log } = context;
  return finishJobs({ pool, log, tasks: { compare: (payload) => compare(context, payload) } }, onProgress);
}
