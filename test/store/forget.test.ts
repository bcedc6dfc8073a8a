import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ManualClock } from "../../src/runtime/clock.ts";
import { pathOf } from "../../src/store/archive.ts";
import { linesAfter, numberChanges } from "../../src/store/change-log.ts";
import { changeLog, figureDetail } from "../../src/store/dashboard.ts";
import { forgetReport, reportToForget } from "../../src/store/forget.ts";
import { liftMute, listMutes, mute } from "../../src/store/mute.ts";
import { findReport } from "../../src/store/report.ts";
import { transaction } from "../../src/store/transaction.ts";
import type { TaskContext } from "../../src/task/context.ts";
import { freshDatabase, type TestDatabase } from "../support/postgres.ts";
import { storeArticle } from "../support/stored-article.ts";
import { taskContext } from "../support/task-context.ts";

const now = new Date("2026-02-01T12:00:00Z");
const text = "Russia handed over 1,000 bodies of fallen soldiers to Ukraine on January 29, Vladimir Medinsky said.";
let database: TestDatabase;
let context: TaskContext;

beforeAll(async () => {
  database = await freshDatabase();
  context = taskContext(database.pool, new ManualClock(now));
});

afterAll(async () => {
  await database.drop();
});

async function rows<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await database.pool.query(sql, values)).rows;
}

describe("a report that is forgotten", () => {
  it("loses its text and bytes, keeps its figures with a note, and is read no more", async () => {
    const { config, pool } = context;
    const published = "2026-01-29T12:00:00Z";
    const id = await storeArticle(context, { url: "https://a.example/1", text, published });
    const other = await storeArticle(context, { url: "https://a.example/2", text: `${text} Again.`, published });
    const [own, shared] = ["a".repeat(64), "b".repeat(64)];
    for (const hash of [own, shared]) {
      mkdirSync(dirname(pathOf(config, hash)), { recursive: true });
      writeFileSync(pathOf(config, hash), "bytes");
      await pool.query("insert into recount.raw (raw_hash, url, size_bytes, kept_at) values ($1, 'x', 5, $2)", [
        hash,
        now,
      ]);
    }
    await pool.query("update recount.revision set raw_hash = $2 where report_id = $1", [id, own]);
    await pool.query("update recount.revision set raw_hash = $2 where report_id = $1", [other, shared]);
    const found = await reportToForget(pool, "https://a.example/1");
    expect(found).toMatchObject({ report_id: id, figures: 1 });
    await forgetReport(pool, config, id, "asked by the publisher", now);
    // As after a kill: a second run does no harm, and the first note stays.
    await forgetReport(pool, config, id, "again", now);
    expect(await rows("select text from recount.revision where report_id = $1", [id])).toEqual([{ text: "" }]);
    expect(await rows("select raw_hash from recount.raw")).toEqual([{ raw_hash: shared }]);
    expect([existsSync(pathOf(config, own)), existsSync(pathOf(config, shared))]).toEqual([false, true]);
    expect(
      await rows("select figures::int, forgotten_why from recount.report_figures where report_id = $1", [id]),
    ).toEqual([{ figures: 1, forgotten_why: "asked by the publisher" }]);
    const [{ figure_id: figure } = { figure_id: 0 }] = await rows<{ figure_id: number }>(
      "select figure_id::int from recount.figure where report_id = $1",
      [id],
    );
    expect(await figureDetail(pool, "istanbul", figure)).toMatchObject({ quote: "1,000 bodies", text: "" });
    expect(await findReport(pool, id)).toBeUndefined();
    expect(await findReport(pool, other)).toBeDefined();
  });
});

describe("what is muted", () => {
  it("stays in the log and the history, marked, until it is lifted", async () => {
    const filter = { metric: null, kind: null, before: null, limit: 10 };
    const muted = async () => (await changeLog(database.pool, "istanbul", filter)).map((change) => change.muted);
    const metric = { dossier: "istanbul", kind: "metric", name: "bodies_to_ukraine" } as const;
    expect(new Set(await muted())).toEqual(new Set([false]));
    expect(await mute(database.pool, metric, "", "Ann", now)).toBe(true);
    expect(await mute(database.pool, metric, "", "Ann", now)).toBe(false);
    expect(new Set(await muted())).toEqual(new Set([true]));
    const lines = await transaction(database.pool, async (client) => {
      await numberChanges(client);
      return linesAfter(client, "0", 10);
    });
    expect(new Set(lines.map(({ line }) => line.muted))).toEqual(new Set([true]));
    expect(await liftMute(database.pool, metric, "Ann", now)).toBe(true);
    expect(await listMutes(database.pool, "istanbul")).toEqual([]);
    for (const [kind, name, silent] of [
      ["outlet", "Northwire", true],
      ["outlet", "Another", false],
      ["line", "no such line", false],
    ] as const) {
      await mute(database.pool, { dossier: "istanbul", kind, name }, "", "Ann", now);
      expect(new Set(await muted())).toEqual(new Set([silent]));
      await liftMute(database.pool, { dossier: "istanbul", kind, name }, "Ann", now);
    }
  });
});
