import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isOfState, meaningOf } from "../../src/change/meaning.ts";
import { ManualClock } from "../../src/runtime/clock.ts";
import { reviewLog, reviewQueue } from "../../src/store/review-queue.ts";
import type { TaskContext } from "../../src/task/context.ts";
import { decide, findReading, type Ruling } from "../../src/task/decide.ts";
import { reextract } from "../../src/task/reextract.ts";
import { freshDatabase, type TestDatabase } from "../support/postgres.ts";
import { compareAll, storeArticle } from "../support/stored-article.ts";
import { istanbul, taskContext } from "../support/task-context.ts";

// Every reading is doubtful enough to wait.
const careful = { ...istanbul, thresholds: { ...istanbul.thresholds, confidence: 1 } };
const handover = {
  url: "https://a.example/1",
  text: "Russia handed over 1,000 bodies of fallen soldiers to Ukraine on January 29, Vladimir Medinsky said.",
  published: "2026-01-29T12:00:00Z",
};
let database: TestDatabase;
let clock: ManualClock;
let trusting: TaskContext;
let doubting: TaskContext;

beforeAll(async () => {
  database = await freshDatabase();
  clock = new ManualClock(new Date("2026-02-01T12:00:00Z"));
  trusting = taskContext(database.pool, clock);
  doubting = { ...trusting, dossiers: [careful] };
});

beforeEach(async () => {
  await database.pool.query("truncate recount.report, recount.baseline, recount.event cascade");
});

afterAll(async () => {
  await database.drop();
});

const queue = () => reviewQueue(database.pool, "istanbul", null, 100);

async function rule(context: TaskContext, ruling: Omit<Ruling, "by" | "why">): Promise<void> {
  clock.set(new Date(clock.now().getTime() + 60_000));
  const [dossier = istanbul] = context.dossiers;
  await decide(database.pool, dossier, { by: "Ann", why: "the ministry's page", ...ruling }, clock.now());
  await compareAll(context);
}

async function ask<Row>(sql: string): Promise<Row[]> {
  return (await database.pool.query(sql)).rows;
}
const ledger = () => ask("select low::int as bodies from recount.event_ledger order by 1");
const changes = () =>
  ask<{ kind: string; reason: string }>("select kind, reason from recount.change order by change_id");

async function waiting(): Promise<string> {
  const [first] = await queue();
  if (first === undefined) throw new Error("nothing waits");
  return first.number;
}

describe("a figure that was read with doubt", () => {
  it("waits and moves nothing; accepted, it counts, and the log tells who said so", async () => {
    await storeArticle(doubting, handover);
    expect(await queue()).toMatchObject([{ asks: "doubt", min: 1000, metric: "bodies_to_ukraine" }]);
    expect(await ledger()).toEqual([]);
    await rule(doubting, { number: await waiting(), verdict: "accept" });
    expect(await queue()).toEqual([]);
    expect(await ledger()).toEqual([{ bodies: 1000 }]);
    expect(await changes()).toMatchObject([{ kind: "reviewed" }]);
    expect((await changes())[0]?.reason).toMatch(/^Reviewed by Ann \(the ministry's page\): Running total of .*13,000/);
  });

  it("is decided at one instant, though the service that compares has a slower clock", async () => {
    await storeArticle(doubting, handover);
    const decidedAt = new Date(clock.now().getTime() + 3_600_000);
    const ruling = { number: await waiting(), verdict: "accept", by: "Ann", why: "as printed" } as const;
    await decide(database.pool, careful, ruling, decidedAt);
    await compareAll(doubting);
    expect(await ask("select recorded_at from recount.figure where retired_at is null")).toEqual([
      { recorded_at: decidedAt },
    ]);
    expect(await ask("select noticed_at from recount.change_log")).toEqual([{ noticed_at: decidedAt }]);
    expect(await ask("select recorded_at from recount.event where retired_at is null")).toEqual([
      { recorded_at: decidedAt },
    ]);
  });

  it("corrected, it counts as what it is; the words stay", async () => {
    await storeArticle(doubting, handover);
    const number = await waiting();
    const { reading } = await findReading(database.pool, careful, number);
    await rule(doubting, { number, verdict: "correct", decidedAs: { ...meaningOf(reading), min: 1003, max: 1003 } });
    expect(await ledger()).toEqual([{ bodies: 1003 }]);
    expect(await ask("select quote from recount.figure where retired_at is null")).toEqual([{ quote: "1,000 bodies" }]);
    expect(await queue()).toEqual([]);
  });
});

describe("a figure that counted", () => {
  it("counts no more once it is rejected, and counts again when somebody thinks better of it", async () => {
    await storeArticle(trusting, handover);
    const [{ figure_id: number } = { figure_id: "" }] = await ask<{ figure_id: string }>(
      "select figure_id from recount.figure",
    );
    await rule(trusting, { number, verdict: "reject" });
    expect(await ledger()).toEqual([]);
    expect(await queue()).toEqual([]);
    await rule(trusting, { number, verdict: "accept" });
    expect(await ledger()).toEqual([{ bodies: 1000 }]);
    expect((await changes()).map((change) => change.kind)).toEqual(["added", "reviewed", "reviewed"]);
    expect((await reviewLog(database.pool, "istanbul", null)).map((row) => row.verdict)).toEqual(["reject", "accept"]);
  });

  it("corrected so that two exchanges are one, the log tells of the one, not of the other report's reading", async () => {
    await storeArticle(trusting, handover);
    const text = handover.text.replace("1,000", "400");
    await storeArticle(trusting, { ...handover, url: "https://b.example/1", outlet: "B", text });
    const [{ figure_id: number } = { figure_id: "" }] = await ask<{ figure_id: string }>(
      "select figure_id from recount.figure where min = 400",
    );
    const { reading } = await findReading(database.pool, istanbul, number);
    const decidedAs = { ...meaningOf(reading), min: 990, max: 990 };
    await rule(trusting, { number, verdict: "correct", decidedAs });
    const reasons = (await changes()).slice(2).map(({ reason }) => reason);
    expect(reasons).toContainEqual(
      expect.stringContaining("bodies handed to Ukraine was read as 400 and is read as 990."),
    );
    expect(reasons).toContainEqual(expect.stringContaining("What was taken for two exchanges is one, bodies"));
    expect(reasons.join()).not.toContain("was read as 1,000");
  });

  it("asks for a person when it falls, until one has looked; looking changes nothing", async () => {
    const said = (count: string) =>
      `Ukraine still holds ${count} residents of the Kursk region, Russia's ombudswoman said.`;
    await storeArticle(trusting, { ...handover, text: said("12") });
    await storeArticle(trusting, { url: "https://b.example/1", text: said("7"), published: "2026-02-01T10:00:00Z" });
    expect(await queue()).toMatchObject([{ asks: "lowered", min: 7 }]);
    const before = await changes();
    await rule(trusting, { number: await waiting(), verdict: "accept" });
    expect(await queue()).toEqual([]);
    expect(await changes()).toEqual(before);
  });

  it("keeps what was decided when its report is edited elsewhere", async () => {
    await storeArticle(doubting, handover);
    await rule(doubting, { number: await waiting(), verdict: "accept" });
    clock.set(new Date(clock.now().getTime() + 60_000));
    await storeArticle(doubting, { ...handover, text: `${handover.text}\nIt rained in Kyiv.` });
    expect(await queue()).toEqual([]);
    expect(await ledger()).toEqual([{ bodies: 1000 }]);
  });
});

describe("a state", () => {
  const resumed = {
    url: "https://a.example/talks",
    text: "Peace talks between Russia and Ukraine resumed in Istanbul on Thursday, the Turkish foreign ministry said.",
    published: "2026-01-29T12:00:00Z",
  };
  const state = () =>
    ask("select state, speaker_side, quote from recount.status_comparison where subject = 'talks' and changed");

  it("that was read with doubt waits and moves nothing; accepted, it stands, and the log tells who said so", async () => {
    await storeArticle(doubting, resumed);
    expect(await queue()).toMatchObject([{ asks: "doubt", subject: "talks", state: "resumed" }]);
    expect(await state()).toEqual([]);
    await rule(doubting, { number: await waiting(), verdict: "accept" });
    expect(await queue()).toEqual([]);
    expect(await state()).toMatchObject([{ state: "resumed" }]);
    expect(await changes()).toMatchObject([{ kind: "reviewed" }]);
    expect((await changes())[0]?.reason).toMatch(
      /^Reviewed by Ann \(the ministry's page\): Talks: resumed as of 2026-01-29/,
    );
  });

  it("corrected, it stands as what it is; the words stay", async () => {
    await storeArticle(doubting, resumed);
    const number = await waiting();
    const { reading } = await findReading(database.pool, careful, number);
    if (!isOfState(reading)) throw new Error("no state");
    await rule(doubting, { number, verdict: "correct", decidedAs: { ...meaningOf(reading), state: "planned" } });
    const quote = reading.evidence.quote;
    expect(await state()).toMatchObject([{ state: "planned", quote }]);
    expect(await queue()).toEqual([]);
  });

  it("that stood falls back to what stood before once it is rejected, and stands again when somebody thinks better", async () => {
    await storeArticle(trusting, resumed);
    const [{ id } = { id: "" }] = await ask<{ id: string }>(
      "select 's' || status_claim_id as id from recount.status_claim",
    );
    await rule(trusting, { number: id, verdict: "reject" });
    expect(await state()).toEqual([]);
    await rule(trusting, { number: id, verdict: "accept" });
    expect(await state()).toMatchObject([{ state: "resumed" }]);
    expect((await changes()).map(({ kind }) => kind)).toEqual(["status_changed", "reviewed", "reviewed"]);
    expect((await changes())[1]?.reason).toBe(
      "Reviewed by Ann (the ministry's page): talks no longer resumed, but suspended as before.",
    );
    expect((await reviewLog(database.pool, "istanbul", null)).map(({ number, subject }) => [number, subject])).toEqual([
      [id, "talks"],
      [id, "talks"],
    ]);
  });

  it("that its outlet takes back asks for a person, until one has looked", async () => {
    await storeArticle(trusting, resumed);
    clock.set(new Date(clock.now().getTime() + 60_000));
    await storeArticle(trusting, { ...resumed, text: "It rained in Istanbul on Thursday." });
    expect(await queue()).toMatchObject([{ asks: "withdrawn", state: "resumed" }]);
    await rule(trusting, { number: await waiting(), verdict: "accept" });
    expect(await queue()).toEqual([]);
  });

  it("keeps what was decided when its report is edited elsewhere, and when it is read again", async () => {
    await storeArticle(doubting, resumed);
    await rule(doubting, { number: await waiting(), verdict: "accept" });
    clock.set(new Date(clock.now().getTime() + 60_000));
    await storeArticle(doubting, { ...resumed, text: `${resumed.text}\nIt rained in Kyiv.` });
    expect(await queue()).toEqual([]);
    expect(await state()).toMatchObject([{ state: "resumed" }]);
    const quiet = { dryRun: false, onDifference: () => undefined, onProgress: () => undefined, version: "another" };
    expect(await reextract(doubting, careful, quiet)).toMatchObject({ read: 1, different: 0 });
    expect(await state()).toMatchObject([{ state: "resumed" }]);
  });

  it("of a meeting that was held asks nobody: it changes no state", async () => {
    const text = "The second round of talks between Russia and Ukraine was held in Istanbul on June 2.";
    await storeArticle(doubting, { ...resumed, text });
    expect(await ask("select state, trusted from recount.status_claim")).toEqual([{ state: "held", trusted: false }]);
    expect(await queue()).toEqual([]);
  });
});

describe("decisions", () => {
  it("are never changed, not even in SQL", async () => {
    await storeArticle(doubting, handover);
    await rule(doubting, { number: await waiting(), verdict: "accept" });
    await expect(ask("update recount.decision set why = 'else'")).rejects.toThrow("only added to");
    await expect(ask("delete from recount.decision")).rejects.toThrow("only added to");
  });

  it("about a figure that is not there are refused", async () => {
    await expect(rule(trusting, { number: "999999", verdict: "accept" })).rejects.toMatchObject({
      code: "READING_UNKNOWN",
    });
    await expect(rule(trusting, { number: "s999999", verdict: "accept" })).rejects.toMatchObject({
      code: "READING_UNKNOWN",
    });
    await expect(rule(trusting, { number: "x", verdict: "accept" })).rejects.toMatchObject({
      code: "READING_UNKNOWN",
    });
  });
});
