import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { playWorld } from "../../src/demo/play.ts";
import { type DemoService, startDemoService } from "../support/demo-service.ts";
import { changeStory, documentPart } from "../support/generated-docs.ts";
import { freshDatabase, type TestDatabase } from "../support/postgres.ts";

let database: TestDatabase;
let demo: DemoService;

beforeAll(async () => {
  database = await freshDatabase();
  demo = await startDemoService(database.url);
  await playWorld(demo.service, demo.world, demo.clock);
}, 240_000);

afterAll(async () => {
  await demo.close();
  await database.drop();
});

async function rows(sql: string): Promise<Record<string, unknown>[]> {
  return (await database.pool.query<Record<string, unknown>>(sql)).rows;
}

describe("from feeds to changes over real HTTP", () => {
  it("reads every article on topic once, and remembers why it left out the others", async () => {
    const left = await rows("select distinct title from recount.sighting where decision = 'off_topic' order by title");
    expect(left.map((row) => row["title"])).toContain("Rovers win the cup before 41,000 spectators");
    const unread = await rows(
      "select canonical_url, error_code from recount.report where state not in ('read', 'gone') and not headline_only",
    );
    expect(unread).toEqual([]);
  });

  it("adds the 1,000 bodies of January 29 to the running total once, however many outlets tell it", async () => {
    const events = await rows(
      "select day, low, high from recount.event where retired_at is null and metric = 'bodies_to_ukraine' and day between '2026-01-28' and '2026-01-30'",
    );
    expect(events).toEqual([{ day: "2026-01-29", low: "1000", high: "1000" }]);
    const added = await rows(
      `select count(*)::int as n from recount.change
       where kind = 'added' and metric = 'bodies_to_ukraine' and reason like '%2026-01-29%'`,
    );
    expect(added).toEqual([{ n: 1 }]);
  });

  it("writes each change once to the change file", async () => {
    const lines = readFileSync(join(demo.data, "logs", "changes.ndjson"), "utf8")
      .trim()
      .split("\n");
    const [count] = await rows("select count(*)::int as n from recount.change");
    expect(lines).toHaveLength(Number(count?.["n"]));
  });

  it("tells the month of docs/changes.md, though many jobs ran at a time", async () => {
    expect(await changeStory(database.pool, "2026-03")).toBe(documentPart("changes.md", "changes"));
  });

  it("adds nothing when the same world is played again", async () => {
    const snapshot = () =>
      rows(`select (select count(*) from recount.report) reports, (select count(*) from recount.revision) revisions,
        (select count(*) from recount.figure) figures, (select count(*) from recount.change) changes,
        (select md5(string_agg(key, ',' order by change_id)) from recount.change) keys`);
    const before = await snapshot();
    await playWorld(demo.service, demo.world, demo.clock);
    expect(await snapshot()).toEqual(before);
  });
});
