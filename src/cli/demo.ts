import { join, relative } from "node:path";
import type { Command } from "commander";
import type { Pool } from "pg";
import { demoDossier } from "../demo/dossier.ts";
import { playWorld, resumeClock } from "../demo/play.ts";
import { serveWorld } from "../demo/server.ts";
import { loadWorld, moments } from "../demo/world.ts";
import { ManualClock } from "../runtime/clock.ts";
import { readConfigWith } from "../runtime/config.ts";
import { defaultPolicy, openHttp } from "../runtime/http.ts";
import { openLog } from "../runtime/log.ts";
import { projectRoot } from "../runtime/project.ts";
import { startService } from "../service/service.ts";
import { type Counts, countRows } from "../store/demo.ts";
import { printChanges } from "./changes.ts";
import { printComparison } from "./compare.ts";
import { stopSignal } from "./stop-signal.ts";
import { paint } from "./terminal.ts";

interface Options {
  readonly exit?: true;
  readonly data: string;
}

/** `recount demo`: January to May 2026 from a news world on loopback, in under a minute. */
export function addDemoCommand(program: Command): void {
  program
    .command("demo")
    .description("play January to May 2026 from a small news world, then leave the dashboard open")
    .option("--exit", "end when the months are over")
    .option("--data <folder>", "where the demo keeps its own data", join(projectRoot, "demo-data"))
    .addHelpText("after", "\nExample:\n  recount demo --exit")
    .action(playDemo);
}

async function playDemo({ exit, data }: Options): Promise<void> {
  const given = readConfigWith({ RECOUNT_DATA: data, DATABASE_URL: "" });
  // Months pass in a minute, and every host is ours.
  const config = { ...given, http: { ...given.http, gapSeconds: 0 } };
  const world = loadWorld();
  const clock = new ManualClock(moments(world)[0] ?? new Date(0));
  const log = openLog({ level: "error", terminal: process.stderr.isTTY, destination: process.stderr, clock });
  const stop = stopSignal();
  const server = await serveWorld(world, clock);
  const connectTo = Object.fromEntries(world.outlets.map((outlet) => [outlet.host, server.address]));
  const http = openHttp({ ...defaultPolicy, connectTo });
  const dossier = demoDossier(world);
  const beforeWork = (pool: Pool) => resumeClock(pool, [dossier], clock);
  const service = await startService({ config, dossiers: [dossier], clock, http, log, beforeWork });
  try {
    const { pool } = service.context;
    const before = await countRows(pool, dossier.name);
    await playWorld(service, world, clock, showProgress);
    const after = await countRows(pool, dossier.name);
    await printComparison(pool, dossier, clock);
    await printChanges(pool, { dossier: dossier.name, since: null, metric: null, until: null });
    process.stdout.write(`${summary(before, after)}\n`);
    process.stdout.write(
      `With RECOUNT_DATA=${relative(process.cwd(), data) || "."} every other command answers from here.\n`,
    );
    if (!exit) {
      process.stdout.write(`\n${paint("bold", "Dashboard")}  ${service.dashboard}\nCtrl-C ends the demo.\n`);
      await stop.promise;
    }
  } finally {
    await service.close();
    await http.close();
    await server.close();
  }
}

function summary(before: Counts, after: Counts): string {
  const added = (key: keyof Counts) => after[key] - before[key];
  if (added("reports") + added("figures") + added("changes") === 0)
    return `Nothing new: all ${String(after.reports)} reports, ${String(after.figures)} figures and ${String(after.changes)} changes were known from an earlier run.`;
  return `${String(added("reports"))} reports read, ${String(added("figures"))} figures found, ${String(added("changes"))} changes logged.`;
}

/** A moving line on a terminal, a line a month in a pipe. */
function showProgress(now: Date, share: number): void {
  const day = now.toISOString().slice(0, 10);
  if (process.stderr.isTTY)
    process.stderr.write(`\r${day}  ${String(Math.round(share * 100)).padStart(3)} %${share === 1 ? "\n" : ""}`);
  else if (share === 1) process.stderr.write(`${day}  100 %\n`);
}
