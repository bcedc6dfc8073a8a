import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { projectRoot } from "../../src/runtime/project.ts";
import { freshDatabase, type TestDatabase } from "../support/postgres.ts";

const query = readFileSync(join(projectRoot, "sql", "queries", "report", "alike.sql"), "utf8");
const now = "2026-02-05T12:00:00Z";
let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

/** Reports up to that number, a minute apart: 60 hashes of their own each, and four of boilerplate that all share. */
async function fill(from: number, to: number): Promise<void> {
  await database.pool.query(
    `with made as (
       insert into recount.report (dossier, canonical_url, outlet, seen_at, backfilled, headline_only)
       select 'story', 'https://a.example/' || n, 'Outlet ' || n, $3::timestamptz - n * interval '1 minute', false, false
       from generate_series($1::int, $2::int) n returning report_id, seen_at
     ), read as (
       insert into recount.revision (report_id, number, text_hash, text, language, read_by, recorded_at)
       select report_id, 1, 'hash', 'text', 'en', 'feed', seen_at from made returning revision_id, recorded_at
     )
     insert into recount.wording (hash, at, revision_id)
     select case when k <= 4 then k else (revision_id * 1000 + k)::int end, recorded_at, revision_id
     from read, generate_series(1, 64) k`,
    [from, to, now],
  );
  await database.pool.query("analyze recount.wording, recount.revision, recount.report");
}

interface Node {
  readonly "Relation Name"?: string | undefined;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly Plans?: readonly Node[] | undefined;
}
const node: z.ZodType<Node> = z.lazy(() =>
  z.object({
    "Relation Name": z.string().optional(),
    "Actual Rows": z.number(),
    "Actual Loops": z.number(),
    Plans: z.array(node).optional(),
  }),
);

/** Rows of wordings that looking for one text's copies touches. */
async function touched(hashes: readonly number[]): Promise<number> {
  const result = await database.pool.query<Record<string, unknown>>(`explain (analyze, format json) ${query}`, [
    ...["story", 0, hashes, now, 3, 20],
  ]);
  const [{ Plan: plan }] = z.tuple([z.object({ Plan: node })]).parse(result.rows[0]?.["QUERY PLAN"]);
  const count = (found: Node): number =>
    (found["Relation Name"] === "wording" ? found["Actual Rows"] * found["Actual Loops"] : 0) +
    (found.Plans ?? []).reduce((sum, inner) => sum + count(inner), 0);
  return count(plan);
}

it("finds a text's copies among any number of reports by looking at the same few rows", async () => {
  await fill(1, 500);
  const { rows } = await database.pool.query<{ hash: number }>(
    "select hash from recount.wording where revision_id = (select max(revision_id) from recount.wording) order by hash",
  );
  const hashes = rows.map(({ hash }) => hash);
  const few = await touched(hashes);
  await fill(501, 2_500);
  expect(await touched(hashes)).toBe(few);
  // Sixty rows of its own and forty of each piece of boilerplate; Postgres tells the mean of the 64 look-ups, rounded.
  expect(few).toBeLessThan(300);
  const found = await database.pool.query(query, ["story", 0, hashes, now, 3, 20]);
  expect(found.rows[0]).toMatchObject({ text: "text" });
});
