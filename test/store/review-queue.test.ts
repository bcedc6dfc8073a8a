import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Figure } from "../../src/figure/figure.ts";
import { ManualClock } from "../../src/runtime/clock.ts";
import { reviewQueue } from "../../src/store/review-queue.ts";
import { compare } from "../../src/task/compare.ts";
import type { TaskContext } from "../../src/task/context.ts";
import { decide, type Ruling } from "../../src/task/decide.ts";
import { freshDatabase, type TestDatabase } from "../support/postgres.ts";
import { compareAll, storeArticle } from "../support/stored-article.ts";
import { aFigure, aStatus, type ToldReport, tellReport } from "../support/story-figures.ts";
import { istanbul, taskContext } from "../support/task-context.ts";

let database: TestDatabase;
let clock: ManualClock;
let context: TaskContext;

beforeAll(async () => {
  database = await freshDatabase();
  clock = new ManualClock(new Date("2026-03-01T12:00:00Z"));
  context = taskContext(database.pool, clock);
});
beforeEach(async () => {
  await database.pool.query("truncate recount.report, recount.baseline, recount.event, recount.line cascade");
});
afterAll(async () => {
  await database.drop();
});

const [a, b, c, d] = ["https://a.example/1", "https://b.example/1", "https://c.example/1", "https://d.example/1"];
const later = (minutes = 1) => clock.set(new Date(clock.now().getTime() + minutes * 60_000));

async function tell(told: ToldReport): Promise<void> {
  later();
  await compare(context, { extractionId: await tellReport(database.pool, istanbul, told, clock.now()) });
}

async function rule(ruling: Pick<Ruling, "number" | "verdict">): Promise<void> {
  later();
  await decide(database.pool, istanbul, { why: "looked it up", by: "Ann", ...ruling }, clock.now());
  await compareAll(context);
}

const waiting = (at: Date | null = null) => reviewQueue(database.pool, "istanbul", at, 100);
/** What waits, as "asks: amount or state, side". */
const asks = async () =>
  (await waiting()).map((row) => `${row.asks}: ${row.state ?? String(row.min)}, ${row.claimant}`);
const numberOf = async (index = 0) => (await waiting())[index]?.number ?? "";
const standing = async (): Promise<string[]> =>
  (
    await database.pool.query<{ id: string }>(
      "select figure_id::text as id from recount.figure where retired_at is null order by figure_id",
    )
  ).rows.map(({ id }) => id);

const frame = { start: "2025-05-16", end: null, frame: "istanbul" };
const total = (min: number, given: Partial<Figure> = {}) =>
  aFigure({ min, scope: "cumulative", basis: frame, asOf: "2026-02-20", ...given });

describe("a fall", () => {
  const said = (count: string) =>
    `Ukraine still holds ${count} residents of the Kursk region, Russia's ombudswoman said.`;
  const article = (url: string, text: string, published: string) =>
    storeArticle(context, { url, outlet: url, text, published });
  const seven = (rest = "") => article(b, `${said("7")}${rest}`, "2026-02-01T10:00:00Z");

  beforeEach(async () => {
    await article(a, said("12"), "2026-01-29T12:00:00Z");
    later();
    await seven();
    later();
  });

  it("goes on to wait when its report is edited elsewhere, as the row that stands now", async () => {
    const before = await numberOf();
    await seven("\nIt rained in Kyiv.");
    expect(await asks()).toEqual(["lowered: 7, RU"]);
    expect(await numberOf()).not.toBe(before);
    expect(await standing()).toContain(await numberOf());
    await rule({ number: await numberOf(), verdict: "accept" });
    expect(await asks()).toEqual([]);
  });

  it("that somebody decided about waits no more, however its report is edited", async () => {
    await rule({ number: await numberOf(), verdict: "accept" });
    for (const rest of ["\nIt rained in Kyiv.", "\nIt snowed in Kyiv."]) {
      later();
      await seven(rest);
      expect(await asks()).toEqual([]);
    }
    later();
    // The words of the figure itself are others now, the count is the one that was looked at.
    await article(
      b,
      "Russia's ombudswoman said: Kyiv still holds 7 residents of the Kursk region.",
      "2026-02-01T10:00:00Z",
    );
    expect(await asks()).toEqual([]);
  });

  it("waits while another report tells the same count, and is over with a newer one", async () => {
    await article(c, said("7"), "2026-02-02T10:00:00Z");
    later();
    await article(b, "It rained in Kyiv.", "2026-02-01T10:00:00Z");
    const [fall] = (await waiting()).filter((row) => row.asks === "lowered");
    expect(fall).toMatchObject({ min: 7, url: c });
    later();
    await article(d, said("9"), "2026-02-10T10:00:00Z");
    expect(await asks()).toEqual([]);
  });
});

it("a plan that fell waits until another is told, whatever day that one is for", async () => {
  const plan = (min: number, asOf: string) => [aFigure({ min, scope: "planned", basis: null, asOf })];
  await tell({ url: a, outlet: "A", published: "2026-02-26T10:00:00Z", figures: plan(1000, "2026-03-20") });
  await tell({ url: b, outlet: "B", published: "2026-02-27T10:00:00Z", figures: plan(700, "2026-03-18") });
  expect(await asks()).toEqual(["lowered: 700, RU"]);
  await tell({ url: c, outlet: "C", published: "2026-02-28T10:00:00Z", figures: plan(800, "2026-03-14") });
  expect(await asks()).toEqual([]);
});

describe("a dispute of two sides", () => {
  it("waits as long as the two differ, whatever becomes of others of its series", async () => {
    await tell({ url: a, outlet: "A", figures: [total(13_000)] });
    await tell({ url: b, outlet: "B", figures: [total(13_500, { speakerSide: "UA" })] });
    await tell({ url: c, outlet: "C", figures: [total(14_000, { speakerSide: "other" })] });
    const disputes = async () => (await asks()).filter((row) => row.startsWith("disputed"));
    expect(await disputes()).toContain("disputed: 13500, UA");
    await tell({ url: c, outlet: "C", figures: [total(13_000, { speakerSide: "other" })] });
    // Of the others', that with Ukraine goes on.
    expect(await asks()).toContain("disputed: 13500, UA");
    await tell({ url: b, outlet: "B", figures: [total(13_000, { speakerSide: "UA" })] });
    expect(await disputes()).toEqual([]);
  });

  it("is one however often its counts move, and over when one is taken back", async () => {
    await tell({ url: a, outlet: "A", figures: [total(13_000, { asOf: "2026-02-10" })] });
    await tell({ url: b, outlet: "B", figures: [total(13_500, { speakerSide: "UA" })] });
    await tell({ url: c, outlet: "C", figures: [total(13_100)] });
    expect(await asks()).toEqual(["disputed: 13100, RU"]);
    await tell({ url: b, outlet: "B" });
    expect(await asks()).toEqual(["withdrawn: 13500, UA"]);
  });

  it("is over once each says no more than a floor", async () => {
    const open = { max: null, qualifier: "more_than" } as const;
    await tell({ url: a, outlet: "A", figures: [total(13_000, open)] });
    await tell({ url: b, outlet: "B", figures: [total(12_000, { speakerSide: "UA" })] });
    expect(await asks()).toEqual(["disputed: 12000, UA"]);
    await tell({ url: b, outlet: "B", figures: [total(12_000, { ...open, speakerSide: "UA" })] });
    expect(await asks()).toEqual(["corrected: 12000, UA"]);
  });

  it("with the baseline article waits as well", async () => {
    await tell({ url: a, outlet: "A", figures: [total(14_000, { speakerSide: "UA" })] });
    await tell({ url: a, outlet: "A", figures: [total(14_000, { speakerSide: "UA" }), aFigure({ min: 5 })] });
    expect(await asks()).toEqual(["disputed: 14000, UA"]);
  });
});

it("two counts that one side gives of one day wait until one of them goes", async () => {
  await tell({ url: a, outlet: "A", figures: [total(13_000)] });
  await tell({ url: b, outlet: "B", figures: [total(13_900)] });
  await tell({ url: a, outlet: "A", figures: [total(13_000), aFigure({ min: 5 })] });
  expect(await asks()).toEqual(["disputed: 13900, RU"]);
  await tell({ url: a, outlet: "A", figures: [aFigure({ min: 5 })] });
  expect(await asks()).toEqual(["withdrawn: 13000, RU"]);
});

describe("a disputed exchange", () => {
  beforeEach(async () => {
    await tell({ url: a, outlet: "A", figures: [aFigure({ min: 1000, speakerSide: "UA" })] });
    await tell({ url: b, outlet: "B", figures: [aFigure({ min: 1003, asOf: "2026-01-30" })] });
  });

  it("waits through an edit elsewhere, and is over once its reports agree", async () => {
    await tell({ url: b, outlet: "B", figures: [aFigure({ min: 1003, asOf: "2026-01-30" }), total(13_000)] });
    expect(await asks()).toContain("disputed: 1003, RU");
    await tell({ url: a, outlet: "A", figures: [aFigure({ min: 1003, speakerSide: "UA" })] });
    expect((await asks()).filter((row) => row.includes("1003"))).toEqual(["corrected: 1003, UA"]);
  });

  it("is asked of once, by the count that was told last; whoever accepts that one has seen all", async () => {
    await tell({ url: c, outlet: "C", figures: [aFigure({ min: 1010, speakerSide: "other" })] });
    expect(await asks()).toEqual(["disputed: 1010, other"]);
    await rule({ number: await numberOf(), verdict: "accept" });
    expect(await asks()).toEqual([]);
  });
});

describe("what a report took back", () => {
  it("waits until the report gives it again", async () => {
    await tell({ url: a, figures: [aFigure({ min: 1000 })] });
    await tell({ url: a });
    expect(await asks()).toEqual(["withdrawn: 1000, RU"]);
    await tell({ url: a, figures: [aFigure({ min: 1000 })] });
    expect(await asks()).toEqual(["corrected: 1000, RU"]);
    expect(await waiting()).toMatchObject([{ why: expect.stringContaining("gives 1,000 as it did before") }]);
  });

  it("waits though it was accepted before", async () => {
    const text = "Russia handed over 1,000 bodies of fallen soldiers to Ukraine on January 29, Vladimir Medinsky said.";
    const article = { url: a, text, published: "2026-01-29T12:00:00Z" };
    const careful = { ...istanbul, thresholds: { ...istanbul.thresholds, confidence: 1 } };
    await storeArticle({ ...context, dossiers: [careful] }, article);
    await rule({ number: await numberOf(), verdict: "accept" });
    later();
    await storeArticle(context, { ...article, text: "It rained in Kyiv." });
    expect(await asks()).toEqual(["withdrawn: 1000, RU"]);
  });

  it("is over for a state once another report tells of its subject", async () => {
    const talks = (state: string, asOf: string) => [aStatus({ subject: "talks", state, asOf })];
    await tell({ url: a, statuses: talks("resumed", "2026-01-29") });
    await tell({ url: a });
    expect(await asks()).toEqual(["withdrawn: resumed, UA"]);
    await tell({ url: b, statuses: talks("suspended", "2026-02-03") });
    expect(await asks()).toEqual([]);
  });
});

it("as of an earlier time shows what waited then", async () => {
  await tell({ url: a, figures: [aFigure({ min: 1000, confidence: 0.1 })] });
  const then = clock.now();
  await rule({ number: await numberOf(), verdict: "reject" });
  expect(await waiting()).toEqual([]);
  expect(await waiting(then)).toMatchObject([{ asks: "doubt", min: 1000 }]);
});
