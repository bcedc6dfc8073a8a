import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ManualClock } from "../../src/runtime/clock.ts";
import { start } from "../support/command.ts";
import { freshDatabase, type TestDatabase } from "../support/postgres.ts";
import { storeArticle } from "../support/stored-article.ts";
import { taskContext } from "../support/task-context.ts";

/** A database with its files, on which commands run to their end or are killed first. */
interface Place {
  readonly database: TestDatabase;
  readonly data: string;
}

const folder = mkdtempSync(join(tmpdir(), "recount-killed-"));
const old = join(folder, "old");
let calm: Place;
let harried: Place;

const handover = (count: number, day: string) =>
  `Russia handed over ${String(count)} bodies of fallen soldiers to Ukraine on ${day}, Vladimir Medinsky said.`;

async function place(): Promise<Place> {
  const database = await freshDatabase();
  const context = taskContext(database.pool, new ManualClock(new Date("2026-02-20T12:00:00Z")));
  for (const [index, count] of [1000, 1100, 1200].entries())
    await storeArticle(context, {
      url: `https://a.example/${String(index)}`,
      text: handover(count, `February ${String(5 + index)}`),
      published: `2026-02-0${String(5 + index)}T12:00:00Z`,
    });
  // As if another version of the extractor had read them, and one of them otherwise.
  await database.pool.query("update recount.extraction set extractor_version = 'older'");
  await database.pool.query(
    "update recount.figure set min = 900, max = 900, reading = reading || 'x' where min = 1200",
  );
  return { database, data: context.config.data };
}

beforeAll(async () => {
  mkdirSync(old);
  for (const day of [10, 11, 12, 13])
    writeFileSync(join(old, `2026-01-${String(day)}-note.txt`), handover(100 + day, `January ${String(day)}`));
  [calm, harried] = [await place(), await place()];
}, 120_000);

afterAll(async () => {
  for (const { database, data } of [calm, harried]) {
    await database.drop();
    rmSync(data, { recursive: true, force: true });
  }
  rmSync(folder, { recursive: true, force: true });
});

function run(args: readonly string[], { database, data }: Place) {
  return start(args, { DATABASE_URL: database.url, RECOUNT_DATA: data });
}

/** Everything that must not depend on when a process died: rows without their numbers and instants. */
async function content({ database }: Place): Promise<unknown> {
  const list = async (sql: string) => (await database.pool.query<{ row: string }>(sql)).rows.map(({ row }) => row);
  return {
    texts: await list(`select canonical_url || ' ' || number || ' ' || text as row
      from recount.revision join recount.report using (report_id) order by 1`),
    reports: await list(
      `select canonical_url || ' ' || outlet || ' ' || coalesce(forgotten_why, '') as row from recount.report order by 1`,
    ),
    figures:
      await list(`select line || ' ' || as_of || ' ' || min || ' ' || trusted || ' ' || coalesce(doubt, '') as row
      from recount.figure where retired_at is null order by 1`),
    events: await list(
      "select metric || ' ' || day || ' ' || printed || ' ' || voices as row from recount.event_ledger order by 1",
    ),
    totals: await list("select metric || ' ' || low || ' ' || high as row from recount.running_total order by 1"),
    changes: await list("select distinct kind || ' ' || metric || ' ' || reason as row from recount.change order by 1"),
    decisions: await list(
      "select distinct verdict || ' ' || quote || ' ' || why as row from recount.decision order by 1",
    ),
    // By their texts: a number that a killed transaction drew is never drawn again.
    uncompared: await list(`select canonical_url || ' ' || number as row from recount.extraction e
      join recount.revision using (revision_id) join recount.report using (report_id) where e.retired_at is null
      and not exists (select from recount.comparison c where c.extraction_id = e.extraction_id) order by 1`),
  };
}

/** Kills the command at some moment of the time that it took undisturbed, then runs it to its end. */
async function killThenRun(args: readonly string[], durationMs: number): Promise<void> {
  const killed = run(args, harried);
  await Promise.race([sleep((0.3 + 0.7 * Math.random()) * durationMs), killed.ended]);
  killed.child.kill("SIGKILL");
  await killed.ended;
  expect(await run(args, harried).ended).toMatchObject({ code: 0 });
}

describe("a command that is killed and run again leaves the same rows", () => {
  it.each([
    ["backfill", ["backfill", old, "--outlet", "Old News"]],
    ["reextract", ["reextract"]],
    ["review", ["review", "reject", "1", "--why", "another war", "--by", "Ann"]],
    ["forget", ["forget", "https://a.example/1", "--why", "asked by the publisher"]],
  ])(
    "%s",
    async (_name, args) => {
      const undisturbed = await run(args, calm).ended;
      expect(undisturbed).toMatchObject({ code: 0 });
      await killThenRun(args, undisturbed.durationMs);
      expect(await content(harried)).toEqual(await content(calm));
    },
    300_000,
  );

  it("baseline writes its file whole or not at all", async () => {
    const out = join(folder, "baseline.yaml");
    const article = join(folder, "article.txt");
    const text =
      "About 2,300 Russian servicemen were returned to Russia in 2025 under the Istanbul agreements, Russia's Foreign Ministry said.";
    writeFileSync(article, text);
    const args = ["baseline", article, "--published", "2026-01-15", "--outlet", "Northwire", "--out", out];
    const first = await run(args, calm).ended;
    expect(first).toMatchObject({ code: 0 });
    const whole = readFileSync(out, "utf8");
    rmSync(out);
    await killThenRun(args, first.durationMs);
    expect(readFileSync(out, "utf8")).toBe(whole);
  }, 300_000);
});
