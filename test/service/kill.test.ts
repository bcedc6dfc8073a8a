import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { systemClock } from "../../src/runtime/clock.ts";
import { silentLog } from "../../src/runtime/log.ts";
import { projectRoot } from "../../src/runtime/project.ts";
import { openDatabase } from "../../src/store/database.ts";

const folders: string[] = [];
const kills = 10;

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "recount-kill-"));
  folders.push(folder);
  return folder;
}

/** Plays the demo in a process of its own. @returns its exit code; null when it was killed */
async function play(data: string, killAfterMs: number | null): Promise<number | null> {
  const args = [join(projectRoot, "dist", "src", "cli", "recount.js"), "demo", "--exit", "--data", data];
  const child = spawn(process.execPath, args, { stdio: "ignore" });
  const ended = new Promise<number | null>((resolve) => {
    child.once("exit", resolve);
  });
  if (killAfterMs !== null) {
    await Promise.race([sleep(killAfterMs), ended]);
    child.kill("SIGKILL");
  }
  return ended;
}

/** Everything that must not depend on when a process died: rows without their numbers and instants. */
async function content(data: string): Promise<unknown> {
  const database = await openDatabase({ databaseUrl: null, data, database: { sqlPort: null } }, silentLog);
  const list = async (sql: string) => (await database.pool.query<{ row: string }>(sql)).rows.map(({ row }) => row);
  try {
    return {
      reports: await list("select canonical_url as row from recount.report order by 1"),
      sightings: await list("select item_key || ' ' || decision as row from recount.sighting order by 1"),
      revisions: await list(`select canonical_url || ' ' || number || ' ' || text_hash as row
        from recount.revision join recount.report using (report_id) order by 1`),
      figures:
        await list(`select canonical_url || ' ' || quote_start || ' ' || thing || ' ' || min || ' ' || scope || ' '
        || coalesce(line, '') || ' ' || (f.retired_at is null) as row
        from recount.figure f join recount.report using (report_id) order by 1`),
      events: await list(
        "select metric || ' ' || day || ' ' || low || ' ' || voices as row from recount.event where retired_at is null order by 1",
      ),
      added: await list("select distinct metric as row from recount.change where kind = 'added' order by 1"),
      // Which of two outlets is the first to be compared is chance; that each change is written once is not.
      everyChangeWrittenOnce:
        readFileSync(join(data, "logs", "changes.ndjson"), "utf8")
          .trim()
          .split("\n").length === (await list("select kind as row from recount.change")).length,
    };
  } finally {
    await database.close();
  }
}

describe("a service that is killed", () => {
  it(`gives the same rows after ${String(kills)} kills at random moments as one that never was`, async () => {
    const calm = dataFolder();
    expect(await play(calm, null)).toBe(0);
    const harried = dataFolder();
    const startedMs = systemClock.now().getTime();
    for (let kill = 0; kill < kills; kill += 1) await play(harried, 1_500 + Math.random() * 3_000);
    expect(await play(harried, null)).toBe(0);
    const spentMs = systemClock.now().getTime() - startedMs;
    const after = await content(harried);
    expect(after, `after ${String(kills)} kills in ${String(spentMs)} ms`).toEqual(await content(calm));
  }, 400_000);
});
