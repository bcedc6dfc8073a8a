import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Dossier } from "../../src/dossier/dossier.ts";
import { ManualClock } from "../../src/runtime/clock.ts";
import type { TaskContext } from "../../src/task/context.ts";
import { decide } from "../../src/task/decide.ts";
import { type Difference, type ReextractOptions, reextract } from "../../src/task/reextract.ts";
import { freshDatabase, type TestDatabase } from "../support/postgres.ts";
import { compareAll, storeArticle } from "../support/stored-article.ts";
import { istanbul, taskContext } from "../support/task-context.ts";

/** The story before its editor taught it who Medinsky speaks for. */
const before: Dossier = {
  ...istanbul,
  story: { ...istanbul.story, speakers: istanbul.story.speakers.filter(({ name }) => !name.includes("Medinsky")) },
};
let database: TestDatabase;
let clock: ManualClock;
let context: TaskContext;

beforeAll(async () => {
  database = await freshDatabase();
  clock = new ManualClock(new Date("2026-02-01T12:00:00Z"));
  context = { ...taskContext(database.pool, clock), dossiers: [before] };
});

beforeEach(async () => {
  await database.pool.query("truncate recount.report, recount.baseline, recount.event cascade");
});

afterAll(async () => {
  await database.drop();
});

async function publish(index: number, text: string): Promise<void> {
  const published = `2026-01-${String(10 + index)}T12:00:00Z`;
  await storeArticle(context, { url: `https://a.example/${String(index)}`, text, published });
}
const said = (count: string) =>
  `Russia handed over ${count} bodies of fallen soldiers to Ukraine, Vladimir Medinsky said.`;
const quiet = "Kyiv received 205 bodies, the coordination staff of Ukraine said.";

async function readAgain(options: Partial<ReextractOptions> = {}): Promise<Difference[]> {
  clock.set(new Date(clock.now().getTime() + 60_000));
  const found: Difference[] = [];
  const told = { onDifference: (one: Difference) => found.push(one), onProgress: () => undefined };
  await reextract({ ...context, dossiers: [istanbul] }, istanbul, { dryRun: false, ...told, ...options });
  return found;
}

async function rows<Row>(sql: string): Promise<Row[]> {
  return (await database.pool.query(sql)).rows;
}
const standing = () =>
  rows("select claimant, min::int, trusted from recount.figure where retired_at is null order by min");
const everything = () =>
  rows(`select (select count(*) from recount.figure)::int as figures, (select count(*) from recount.extraction)::int as extractions,
    (select count(*) from recount.change)::int as changes, (select count(*) from recount.event)::int as events`);

describe("reading stored texts again", () => {
  it("shows in a dry run which figures and changes would differ, and writes nothing", async () => {
    await publish(1, said("1,000"));
    await publish(2, quiet);
    const earlier = await everything();
    const differences = await readAgain({ dryRun: true });
    expect(differences).toMatchObject([{ gone: [{ claimant: "UA" }], come: [{ claimant: "RU", min: 1000 }] }]);
    expect(differences[0]?.changes.map(({ kind }) => kind)).toContain("reread");
    expect(await everything()).toEqual(earlier);
  });

  it("retires and records what differs, leaves the rest, and logs it as reread", async () => {
    await publish(1, said("1,000"));
    await publish(2, quiet);
    expect(await readAgain()).toHaveLength(1);
    await compareAll({ ...context, dossiers: [istanbul] });
    expect(await standing()).toEqual([
      { claimant: "UA", min: 205, trusted: true },
      { claimant: "RU", min: 1000, trusted: true },
    ]);
    expect(await rows("select retired_reason from recount.figure where retired_at is not null")).toEqual([
      { retired_reason: "superseded" },
    ]);
    const kinds = await rows<{ kind: string }>("select kind from recount.change order by change_id");
    expect(new Set(kinds.slice(2).map(({ kind }) => kind))).toEqual(new Set(["reread"]));
    expect(await readAgain()).toEqual([]);
  });

  it("is the same when it was killed between two texts and begun again", async () => {
    await publish(1, said("1,000"));
    await publish(2, said("1,100"));
    const killed = readAgain({
      onDifference: () => {
        throw new Error("killed");
      },
    });
    await expect(killed).rejects.toThrow("killed");
    await readAgain();
    expect(await standing()).toEqual([
      { claimant: "RU", min: 1000, trusted: true },
      { claimant: "RU", min: 1100, trusted: true },
    ]);
    expect(await rows("select count(*)::int as count from recount.figure")).toEqual([{ count: 4 }]);
  });

  it("leaves alone what a person decided", async () => {
    await publish(1, said("1,000"));
    await publish(2, said("1,100"));
    const [first, second] = await rows<{ figure_id: string }>("select figure_id from recount.figure order by min");
    const ann = { by: "Ann", why: "checked" };
    await decide(database.pool, before, { number: first?.figure_id ?? "", verdict: "accept", ...ann }, clock.now());
    await decide(database.pool, before, { number: second?.figure_id ?? "", verdict: "reject", ...ann }, clock.now());
    await compareAll(context);
    await readAgain();
    expect(await standing()).toMatchObject([{ claimant: "UA", min: 1000, trusted: true }, { min: 1100 }]);
    expect(await readAgain({ version: "another" })).toEqual([]);
  });
});
