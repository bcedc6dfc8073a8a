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
  await database.pool.query("truncate recount.report, recount.baseline, recount.event, recount.line cascade");
  context = { ...context, dossiers: [before] };
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

async function readAgain(options: Partial<ReextractOptions> = {}, dossier = istanbul): Promise<Difference[]> {
  clock.set(new Date(clock.now().getTime() + 60_000));
  const found: Difference[] = [];
  const told = { onDifference: (one: Difference) => found.push(one), onProgress: () => undefined };
  await reextract({ ...context, dossiers: [dossier] }, dossier, { dryRun: false, ...told, ...options });
  await compareAll({ ...context, dossiers: [dossier] });
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

describe("a dossier that was edited", () => {
  const name = "bodies_to_ukraine";
  const text = "Russia handed over 1,000 bodies of fallen soldiers to Ukraine on January 10.";
  /** One text, read with the dossier as it was before the edit. */
  async function publishWith(former: Partial<Dossier>): Promise<void> {
    context = { ...context, dossiers: [{ ...istanbul, ...former }] };
    await publish(1, text);
  }
  const figures = () => rows("select metric, trusted, doubt from recount.figure where retired_at is null");
  const ledger = () => rows("select metric, day::text, low::int from recount.event_ledger");
  const counted = [{ metric: name, day: "2026-01-10", low: 1000 }];

  it("by a metric gives it the figures of the older texts", async () => {
    const metrics = istanbul.metrics.filter((metric) => metric.name !== name);
    const told = istanbul.baseline.figures.filter((figure) => figure.metric !== name);
    await publishWith({ metrics, baseline: { ...istanbul.baseline, figures: told } });
    expect(await figures()).toMatchObject([{ metric: null }]);
    expect(await readAgain()).toMatchObject([{ gone: [{ metric: null }], come: [{ metric: name }] }]);
    expect(await figures()).toMatchObject([{ metric: name }]);
    expect(await ledger()).toEqual(counted);
  });

  it.each<{ edit: string; former: Partial<Dossier>; doubt: string }>([
    {
      edit: "a threshold",
      former: { thresholds: { ...istanbul.thresholds, event: 1 } },
      doubt: "read with little confidence",
    },
    { edit: "its first day", former: { begins: "2026-01-20" }, doubt: "of a day before the story begins" },
  ])("by $edit trusts the older texts as the newer ones", async ({ former, doubt }) => {
    await publishWith(former);
    expect(await figures()).toMatchObject([{ trusted: false, doubt }]);
    await readAgain();
    expect(await figures()).toMatchObject([{ trusted: true, doubt: null }]);
    expect(await ledger()).toEqual(counted);
  });

  it("by a metric's name alone reads the same in the older texts", async () => {
    await publishWith({});
    const renamed = <Named extends { name: string }>(list: readonly Named[]) =>
      list.map((one) => (one.name === name ? { ...one, name: "remains_to_ukraine" } : one));
    const told = istanbul.baseline.figures.map((one) =>
      one.metric === name ? { ...one, metric: "remains_to_ukraine" } : one,
    );
    const edited = {
      ...istanbul,
      metrics: renamed(istanbul.metrics),
      baseline: { ...istanbul.baseline, figures: told },
    };
    expect(await readAgain({ dryRun: true }, edited)).toEqual([]);
    expect(await readAgain({}, edited)).toEqual([]);
    expect(await ledger()).toEqual([{ ...counted[0], metric: "remains_to_ukraine" }]);
  });

  it("by what no figure depends on has no text read again", async () => {
    await publishWith({});
    const titled = istanbul.metrics.map((metric) => ({ ...metric, title: `the ${metric.title}` }));
    const read: number[] = [];
    const edited = { ...istanbul, metrics: titled, thresholds: { ...istanbul.thresholds, swingHours: 1 } };
    await readAgain({ onProgress: ({ all }) => read.push(all) }, edited);
    expect(read).toEqual([0]);
  });
});
