import type { Pool } from "pg";
import type { Dossier } from "../dossier/dossier.ts";
import { PageReader } from "../report/page-reader.ts";
import type { Clock } from "../runtime/clock.ts";
import type { Config } from "../runtime/config.ts";
import type { Http } from "../runtime/http.ts";
import type { Log } from "../runtime/log.ts";
import { syncBaseline } from "../store/baseline.ts";
import { type Database, openDatabase } from "../store/database.ts";
import { syncFeeds } from "../store/feed.ts";
import { freeHosts } from "../store/host.ts";
import { migrate } from "../store/migrate.ts";
import { startWorker } from "../store/queue/worker.ts";
import { transaction } from "../store/transaction.ts";
import type { TaskContext } from "../task/context.ts";
import { tasks } from "../task/list.ts";
import { webApp } from "../web/app.tsx";
import { serveWeb } from "./web-server.ts";

export interface ServiceParts {
  readonly config: Config;
  readonly dossiers: readonly Dossier[];
  readonly clock: Clock;
  readonly http: Http;
  readonly log: Log;
  /** What must be so before the first job runs: the demo's clock goes on where it was. */
  readonly beforeWork?: (pool: Pool) => Promise<void>;
}

export interface Service {
  readonly context: TaskContext;
  readonly database: Database;
  /** Where the first dossier's dashboard is. */
  readonly dashboard: string;
  /** Stops within five seconds; what a job had not finished is done after the next start. */
  close(): Promise<void>;
}

/** Starts everything but the schedule: database, tables, dossiers, workers, dashboard. */
export async function startService(parts: ServiceParts): Promise<Service> {
  const { config, dossiers, clock, http, log } = parts;
  const closers: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const step of closers.toReversed()) await step();
  };
  try {
    const database = await openDatabase(config, log, "service");
    closers.push(() => database.close());
    const { pool } = database;
    await migrate(pool);
    const alone = config.databaseUrl === null;
    if (alone) await freeHosts(pool);
    for (const dossier of dossiers) {
      await transaction(pool, async (client) => {
        await syncFeeds(client, dossier, clock.now());
        await syncBaseline(client, dossier, clock.now());
      });
    }
    const pages = new PageReader();
    closers.push(() => pages.close());
    const context: TaskContext = { pool, clock, log, dossiers, config, http, pages };
    const [dossier] = dossiers;
    if (dossier === undefined) throw new Error("no dossier");
    const app = webApp({ db: pool, dossier, clock, log, hosts: dashboardHosts(config.web) });
    const web = await serveWeb(app, config.web.host, config.web.port);
    closers.push(() => web.close());
    if (web.port !== config.web.port) log.warn({ wanted: config.web.port, port: web.port }, "dashboard port is taken");
    await parts.beforeWork?.(pool);
    const worker = await startWorker({
      pool,
      log,
      concurrency: config.queue.concurrency,
      alone,
      tasks: Object.fromEntries(
        Object.entries(tasks).map(([name, task]) => [name, (payload: unknown) => task(context, payload)]),
      ),
    });
    closers.push(() => worker.close());
    return { context, database, dashboard: web.address, close };
  } catch (cause) {
    await close();
    throw cause;
  }
}

/** Loopback names always; a wider host also by its own name and by those that it is published under. */
function dashboardHosts({ host, names }: Config["web"]): string[] {
  return ["127.0.0.1", "localhost", "::1", host, ...names.map((name) => name.toLowerCase())];
}
