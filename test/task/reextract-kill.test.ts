import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Dossier } from "../../src/dossier/dossier.ts";
import { ManualClock } from "../../src/runtime/clock.ts";
import { reextract } from "../../src/task/reextract.ts";
import { start } from "../support/command.ts";
import { freshDatabase, type TestDatabase } from "../support/postgres.ts";
import { istanbul, taskContext } from "../support/task-context.ts";

/** The story before its editor taught it who Medinsky speaks for: every text is read otherwise by now. */
const before: Dossier = {
  ...istanbul,
  story: { ...istanbul.story, speakers: istanbul.story.speakers.filter(({ name }) => !name.includes("Medinsky")) },
};
/** More than are written in two transactions. */
const texts = 250;
let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
  await database.pool.query(
    `with report as (
       insert into recount.report (dossier, canonical_url, outlet, seen_at, published_at, backfilled, headline_only, state)
       select 'istanbul', 'https://a.example/' || n, 'Outlet', at, at, true, false, 'read'
       from generate_series(1, $1::integer) n cross join lateral (select timestamptz '2026-01-01' + n * interval '6 hours' as at) t
       returning report_id, published_at
     )
     insert into recount.revision (report_id, number, text_hash, text, language, read_by, recorded_at)
     select report_id, 1, md5(report_id::text), format('Russia handed over %s bodies of fallen soldiers to Ukraine, Vladimir Medinsky said.',
       1000 + report_id), 'en', 'test', published_at
     from report`,
    [texts],
  );
  const context = {
    ...taskContext(database.pool, new ManualClock(new Date("2026-04-01T12:00:00Z"))),
    dossiers: [before],
  };
  await reextract(context, before, { dryRun: false, onDifference: () => undefined, onProgress: () => undefined });
  // The comparison has tests of its own; here nothing waits for it.
  await database.pool.query("insert into recount.comparison select extraction_id, now() from recount.extraction");
  await database.pool.query("select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))");
});

afterAll(async () => {
  await database.drop();
});

async function count(from: string): Promise<number> {
  const { rows } = await database.pool.query<{ count: number }>(`select count(*)::int as count from recount.${from}`);
  return rows[0]?.count ?? 0;
}

const again = "extraction e where retired_at is null and recorded_at > '2026-04-01T12:00:00Z'";

it("is the same when it is killed while it writes and begun again", async () => {
  const environment = { DATABASE_URL: database.url, RECOUNT_DOSSIERS: "istanbul" };
  const killed = start(["reextract"], environment);
  // Killed as soon as its first transaction is seen.
  for (let waited = 0; waited < 2_400 && (await count(again)) === 0; waited += 1) await sleep(25);
  killed.child.kill("SIGKILL");
  await killed.ended;
  const done = await count(again);
  expect(done).toBeGreaterThan(0);
  // What is written of a text is written whole.
  expect(await count("figure where retired_at is null")).toBe(texts);
  expect(await count("figure where retired_at is null and claimant = 'RU'")).toBe(done);

  const context = taskContext(database.pool, new ManualClock(new Date("2026-04-02T12:00:00Z")));
  const { all } = await reextract(context, istanbul, {
    ...{ dryRun: false, onDifference: () => undefined, onProgress: () => undefined },
  });
  expect(all).toBe(texts - done);
  expect(await count(again)).toBe(texts);
  expect(await count("figure where retired_at is null and claimant = 'RU'")).toBe(texts);
  expect(
    await count("figure where retired_reason = 'superseded' and superseded_by is not null and claimant <> 'RU'"),
  ).toBe(texts);
  const awaited = `exists (select from graphile_worker._private_jobs j where j.payload->>'extractionId' = e.extraction_id::text)`;
  const compared = "exists (select from recount.comparison c where c.extraction_id = e.extraction_id)";
  expect(await count(`${again} and (${awaited} or ${compared})`)).toBe(texts);
}, 180_000);
