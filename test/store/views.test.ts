import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { loadDossier } from "../../src/dossier/load.ts";
import { projectRoot } from "../../src/runtime/project.ts";
import { syncBaseline } from "../../src/store/baseline.ts";
import { transaction } from "../../src/store/transaction.ts";
import { freshDatabase, type TestDatabase } from "../support/postgres.ts";
import { aFigure, tellReport } from "../support/story-figures.ts";

const dossier = loadDossier(join(projectRoot, "config", "istanbul"));
const told = new Date("2026-02-20T12:00:00Z");
let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
  await transaction(database.pool, (client) => syncBaseline(client, dossier, new Date("2026-01-01T00:00:00Z")));
  const basis = { start: "2025-05-16", end: null, frame: "istanbul" };
  const figures = [aFigure({ min: 13_000, scope: "cumulative", basis, asOf: "2026-02-20" })];
  await tellReport(database.pool, dossier, { url: "https://a.example/1", figures }, told);
});

afterAll(async () => {
  await database.drop();
});

const compared = async (instant: string) =>
  (
    await database.pool.query(
      `select baseline, now_min::int, difference::int from recount.baseline_comparison_as_of($1)
       where metric = 'bodies_to_ukraine'`,
      [instant],
    )
  ).rows;

it("holds the baseline against what was known on a day", async () => {
  expect(await compared("2026-02-01")).toEqual([{ baseline: "about 12,000", now_min: null, difference: null }]);
  expect(await compared("2026-03-01")).toEqual([{ baseline: "about 12,000", now_min: 13_000, difference: 1000 }]);
});

it("adds a derived baseline from its parts", async () => {
  const { rows } = await database.pool.query(
    "select low::int, high::int from recount.running_total where metric = 'persons_to_russia'",
  );
  expect(rows).toEqual([{ low: 2415, high: 2525 }]);
});

it("can be read by the reader, who can read nothing else", async () => {
  const client = await database.pool.connect();
  try {
    await client.query("set role recount_reader");
    await expect(client.query("select * from recount.baseline_comparison")).resolves.toMatchObject({ rowCount: 10 });
    await expect(client.query("select * from recount.figures_as_of(now())")).resolves.toBeDefined();
    await expect(client.query("select * from recount.revision")).rejects.toThrow("permission denied");
    await client.query("reset role");
  } finally {
    client.release();
  }
});
