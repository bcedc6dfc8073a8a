import { setTimeout as sleep } from "node:timers/promises";
import type { Command } from "commander";
import { job as keepHouse } from "../../jobs/keep-house.ts";
import { job as pollFeeds } from "../../jobs/poll-feeds.ts";
import { job as rereadReports } from "../../jobs/reread-reports.ts";
import { job as watchFeeds } from "../../jobs/watch-feeds.ts";
import { job as writeChanges } from "../../jobs/write-changes.ts";
import { loadDossier } from "../dossier/load.ts";
import { systemClock } from "../runtime/clock.ts";
import { type Config, readConfigWith } from "../runtime/config.ts";
import { openHttp, policyOf } from "../runtime/http.ts";
import { type Log, openLog } from "../runtime/log.ts";
import { type Schedule, startSchedule } from "../service/schedule.ts";
import { type Service, type ServiceParts, startService } from "../service/service.ts";
import { databaseFailure } from "../store/failure.ts";
import { addJob } from "../store/queue/add-job.ts";
import { transaction } from "../store/transaction.ts";
import { sqlPortText } from "./database.ts";
import { type Stop, stopSignal } from "./stop-signal.ts";
import { paint } from "./terminal.ts";

const jobs = [pollFeeds, watchFeeds, rereadReports, writeChanges, keepHouse];
const retryMs = 5_000;

/** `recount run`: the service, until it is told to stop. */
export function addRunCommand(program: Command): void {
  program
    .command("run")
    .description("run the service: poll, read, compare, log, and serve the dashboard, until Ctrl-C")
    .option("--sql-port <port>", "let psql and BI clients in on this port of loopback, with a password")
    .addHelpText("after", "\nExample:\n  recount run --sql-port 5433")
    .action(async ({ sqlPort }: { sqlPort?: string }) => {
      await run(sqlPort === undefined ? {} : { RECOUNT_SQL_PORT: sqlPort });
    });
}

async function run(overrides: Readonly<Record<string, string>>): Promise<void> {
  const config = readConfigWith(overrides);
  const terminal = process.stdout.isTTY;
  const log = openLog({ level: config.log.level, terminal });
  const dossiers = config.dossiers.map(loadDossier);
  const http = openHttp(policyOf(config.http));
  const stop = stopSignal();
  const service = await startPatiently({ config, dossiers, clock: systemClock, http, log }, stop);
  if (service !== undefined) {
    const schedule = startSchedule(jobs, service.context.pool, systemClock, log);
    if (terminal) process.stdout.write(startText(service, config, schedule));
    else log.info(startFields(service, config), "service started");
    await pollAtOnce(service, log);
    await stop.promise;
    log.info("stopping");
    await schedule.close();
    await service.close();
  }
  await http.close();
  log.info("stopped");
  // A job that was not done in time may still be waiting for an answer from far away.
  process.exit();
}

/** Waits for a database that is down; every other failure ends the start. */
async function startPatiently(parts: ServiceParts, stop: Stop): Promise<Service | undefined> {
  for (;;) {
    try {
      return await startService(parts);
    } catch (cause) {
      const failure = databaseFailure(cause);
      if (failure?.code !== "DATABASE_UNREACHABLE") throw failure ?? cause;
      const { code, remedy } = failure;
      parts.log.error({ code, err: cause, retryInMs: retryMs, remedy }, "database not reached, trying again");
    }
    await sleep(retryMs, undefined, { signal: stop.signal }).catch(() => undefined);
    if (stop.signal.aborted) return undefined;
  }
}

async function pollAtOnce({ context }: Service, log: Log): Promise<void> {
  await transaction(context.pool, (client) => addJob(client, "poll_due_feeds", {}, { key: "poll_due_feeds" })).catch(
    (err: unknown) => log.warn({ err }, "first poll not queued, the schedule will do it"),
  );
}

/** As the start text; a password is named by its file. */
function startFields({ dashboard, database }: Service, { data }: Config) {
  const { readerUrl: sql, sqlPort } = database;
  return { data, dashboard, sql, ...(sqlPort && { sqlPort: sqlPort.port, sqlPasswordFile: sqlPort.passwordFile }) };
}

function startText({ dashboard, database }: Service, config: Config, schedule: Schedule): string {
  const due = schedule.next.map(({ job, at }) => `${job} ${at === null ? "never" : at.toLocaleTimeString()}`);
  const lines = [
    ["Data", config.databaseUrl === null ? config.data : "the Postgres at DATABASE_URL"],
    ["Dashboard", dashboard],
    ["SQL", `psql "${database.readerUrl}"`],
    ...(database.sqlPort === null ? [] : [["SQL port", sqlPortText(database.sqlPort)]]),
    ["Next", due.join(", ")],
    ["Stop", "Ctrl-C"],
  ];
  const rows = lines.map(([head = "", text = ""]) => `  ${paint("bold", head.padEnd(10))} ${text}`);
  return `\n${paint("bold", "Recount")} is watching ${config.dossiers.join(", ")}\n${rows.join("\n")}\n\n`;
}
