import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Pool } from "pg";
import { loadDossier } from "../../src/dossier/load.ts";
import { PageReader } from "../../src/report/page-reader.ts";
import type { Clock } from "../../src/runtime/clock.ts";
import { readConfig } from "../../src/runtime/config.ts";
import { defaultPolicy, openHttp } from "../../src/runtime/http.ts";
import { silentLog } from "../../src/runtime/log.ts";
import { projectRoot } from "../../src/runtime/project.ts";
import type { TaskContext } from "../../src/task/context.ts";

export const istanbul = loadDossier(join(projectRoot, "config", "istanbul"));

/** What tasks need, on a database of the test's own and with a data folder of its own. */
export function taskContext(pool: Pool, clock: Clock): TaskContext {
  const config = { ...readConfig({}), data: mkdtempSync(join(tmpdir(), "recount-task-")) };
  return {
    pool,
    clock,
    log: silentLog,
    dossiers: [istanbul],
    config,
    http: openHttp(defaultPolicy),
    pages: new PageReader(),
  };
}
