import { rmSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Dossier } from "../../src/dossier/dossier.ts";
import type { Figure } from "../../src/figure/figure.ts";
import { ManualClock } from "../../src/runtime/clock.ts";
import { listMutes, mute } from "../../src/store/mute.ts";
import { compare } from "../../src/task/compare.ts";
import type { TaskContext } from "../../src/task/context.ts";
import { freshDatabase, type TestDatabase } from "../support/postgres.ts";
import { storeArticle } from "../support/stored-article.ts";
import { aFigure, aStatus, type ToldReport, tellReport } from "../support/story-figures.ts";
import { istanbul, taskContext } from "../support/task-context.ts";

const total = { start: "2025-05-16", end: null, frame: "istanbul" };
let database: TestDatabase;
let context: TaskContext;
let clock: ManualClock;
let folder: string;
let dossier: Dossier;

beforeAll(async () => {
  database = await freshDatabase();
  clock = new ManualClock(new Date("2026-03-01T12:00:00Z"));
  context = taskContext(database.pool, clock);
  folder = context.config.data;
});

beforeEach(async () => {
  await database.pool.query("truncate recount.report, recount.baseline, recount.event, recount.line cascade");
  clock.set(new Date("2026-03-01T12:00:00Z"));
  edit({});
});

afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** The dossier as an editor changed it. */
function edit(given: Partial<Dossier>): void {
  dossier = { ...istanbul, ...given };
  context = { ...context, dossiers: [dossier] };
}

async function tell(told: ToldReport, afterMinutes = 1): Promise<void> {
  clock.set(new Date(clock.now().getTime() + afterMinutes * 60_000));
  const extractionId = await tellReport(database.pool, dossier, told, clock.now());
  await compare(context, { extractionId });
}

interface LogRow {
  readonly kind: string;
  readonly metric: string;
  readonly reason: string;
  readonly needs_review: boolean;
  readonly quiet: string | null;
  readonly path: string | null;
  readonly new: string | null;
}

async function log(): Promise<LogRow[]> {
  return (await database.pool.query<LogRow>("select * from recount.change_log order by change_id")).rows;
}
const kinds = async () => (await log()).map(({ kind }) => kind);
const rowsOf = async (text: string, values: unknown[] = []) =>
  (await database.pool.query<Record<string, unknown>>(text, values)).rows;
const ledger = () =>
  rowsOf("select metric, day::text, low::int, high::int, disputed from recount.event_ledger order by metric, day, low");

/** A total of bodies handed to Ukraine since the talks in Istanbul began. */
const bodies = (min: number, given: Partial<Figure> = {}): Figure =>
  aFigure({ min, scope: "cumulative", basis: total, asOf: "2026-02-20", ...given });
const [a, b, c] = ["https://a.example/1", "https://b.example/1", "https://c.example/1"];

describe("a dispute", () => {
  it("about an exchange shows every claimant's own count, and settles once they agree", async () => {
    await tell({ url: a, outlet: "A", figures: [aFigure({ min: 1000, speakerSide: "UA" })] });
    await tell({ url: b, outlet: "B", figures: [aFigure({ min: 1010 })] });
    expect(await ledger()).toMatchObject([{ low: 1000, high: 1010, disputed: true }]);
    await tell({ url: b, outlet: "B", figures: [aFigure({ min: 1000 })] });
    expect(await ledger()).toMatchObject([{ low: 1000, high: 1000, disputed: false }]);
    expect(await log()).toMatchObject([
      { kind: "added" },
      {
        kind: "disputed",
        needs_review: true,
        reason: "The counts differ on 2026-01-29, bodies handed to Ukraine: Russia says 1,010, Ukraine says 1,000.",
      },
      {
        kind: "corrected",
        reason:
          "The report was edited, bodies handed to Ukraine: it said 1,010 and now says 1,000. Running total now about 13,000 (12,500 to 13,500), before about 13,005 (12,500 to 13,510).",
      },
      { kind: "settled", reason: "The counts agree again on 2026-01-29, bodies handed to Ukraine: 1,000." },
    ]);
  });

  it("that one report tells at first is told as one", async () => {
    await tell({ url: a, figures: [aFigure({ min: 1245, speakerSide: "UA" }), aFigure({ min: 1248 })] });
    expect(await log()).toMatchObject([
      { kind: "added", reason: expect.stringContaining("(1 voice, Russia and Ukraine)") },
      {
        kind: "disputed",
        needs_review: true,
        reason: expect.stringContaining("Russia says 1,248, Ukraine says 1,245."),
      },
    ]);
  });

  it("about a total settles when one side comes to the other's figure", async () => {
    await tell({ url: a, outlet: "A", figures: [bodies(13_500, { speakerSide: "UA", asOf: "2026-02-21" })] });
    await tell({ url: b, outlet: "B", figures: [bodies(13_500, { asOf: "2026-02-22" })] });
    expect(await kinds()).toEqual(["first", "disputed", "raised", "settled"]);
  });

  it("about a total ends when the report that said otherwise drops it", async () => {
    await tell({ url: a, outlet: "A", figures: [bodies(13_500, { speakerSide: "UA" })] });
    await tell({ url: a, outlet: "A", figures: [] });
    expect((await log()).slice(2)).toMatchObject([
      {
        kind: "withdrawn",
        reason:
          "The report was edited, bodies handed to Ukraine (since 2025-05-16, Istanbul): it said 13,500 and no longer gives the figure. Nothing of the kind by Ukraine is left.",
      },
      {
        kind: "settled",
        reason:
          "The counts no longer differ, bodies handed to Ukraine (since 2025-05-16, Istanbul): about 12,000 is left, and what Ukraine said stands against it no more.",
      },
    ]);
  });

  it("is counted in each side's own running total, with no average and no winner", async () => {
    await tell({ url: a, outlet: "A", figures: [aFigure({ min: 1245, speakerSide: "UA" })] });
    await tell({ url: b, outlet: "B", figures: [aFigure({ min: 1248 })] });
    const own = "select claimant, low::int, high::int from recount.running_total_by_claimant order by claimant";
    expect(await rowsOf(own)).toEqual([
      { claimant: "RU", low: 12_748, high: 13_748 },
      { claimant: "UA", low: 12_745, high: 13_745 },
    ]);
  });

  it("between two reports of one outlet keeps both counts and asks for review", async () => {
    await tell({ url: a, outlet: "A", figures: [aFigure({ min: 1000 })] });
    await tell({ url: b, outlet: "A", figures: [aFigure({ min: 1200 })] });
    expect(await ledger()).toMatchObject([{ low: 1000, high: 1200, disputed: true }]);
    await tell({ url: "https://a.example/2", outlet: "A", figures: [bodies(13_900)] });
    await tell({ url: "https://a.example/3", outlet: "A", figures: [bodies(13_100)] });
    expect((await log()).at(-1)).toMatchObject({ kind: "disputed", needs_review: true });
  });
});

describe("an edit", () => {
  it("that moves an exchange to another day is one correction, and the ledger follows", async () => {
    await tell({ url: a, figures: [aFigure({ min: 1000 })] });
    await tell({ url: a, figures: [aFigure({ min: 1000, asOf: "2026-02-12" })] });
    expect((await log()).slice(1)).toMatchObject([
      {
        kind: "corrected",
        reason: expect.stringContaining("it said 1,000 on 2026-01-29 and now says 1,000 on 2026-02-12"),
      },
    ]);
    expect(await ledger()).toMatchObject([{ day: "2026-02-12", low: 1000 }]);
  });

  it("that puts another exchange in front leaves the one that was there", async () => {
    await tell({ url: a, figures: [aFigure({ min: 1000 })] });
    await tell({ url: a, figures: [aFigure({ min: 300 }), aFigure({ min: 1000 })] });
    const news = (await log()).map(({ kind, reason }) => `${kind}: ${reason}`);
    expect(news).toEqual([
      expect.stringMatching(/^added: .* plus 1,000 on 2026-01-29/),
      expect.stringMatching(/^added: .* plus 1,000 in 1 exchange since and 300 on 2026-01-29/),
    ]);
  });

  it("that drops the first of two figures withdraws that one alone", async () => {
    const plan = (min: number) => bodies(min, { scope: "planned", basis: null });
    await tell({ url: a, figures: [plan(500), plan(300)] });
    await tell({ url: a, figures: [plan(300)] });
    expect((await log()).slice(2)).toMatchObject([
      { kind: "withdrawn", reason: expect.stringContaining("it said 500 and no longer gives the figure. 300 of") },
    ]);
  });

  it("that says soldiers where it said people leaves the exchange, and counts them more precisely", async () => {
    const home = (thing: string) => aFigure({ min: 157, thing, speakerSide: "UA" });
    await tell({ url: a, figures: [home("persons")] });
    const before = (await log()).length;
    await tell({ url: a, figures: [home("servicemen")] });
    const news = (await log()).slice(before).map(({ kind, reason }) => `${kind}: ${reason}`);
    expect(news.sort()).toEqual([
      "refined: Running total of civilians returned to Ukraine now about 170, before 165 to 332. It follows from what was told of 2026-01-29 and no longer counts.",
      "refined: Ukraine counts the exchange on 2026-01-29 more precisely, servicemen returned to Ukraine: 157, before 0 to 157 since nobody told them apart. Running total now about 2,557 (2,507 to 2,607), before 2,350 to 2,607.",
      "withdrawn: The report was edited, people returned to Ukraine: it said 157 and no longer gives the figure. 1 voice still tells of 157 on 2026-01-29.",
    ]);
  });

  it("that reads a figure with doubt says so, and asks once", async () => {
    await tell({ url: a, figures: [aFigure({ min: 1000 })] });
    await tell({ url: a, figures: [aFigure({ min: 1000, confidence: 0.85 })] });
    expect((await log()).slice(1)).toMatchObject([
      {
        kind: "withdrawn",
        needs_review: false,
        reason:
          "The report was edited, bodies handed to Ukraine: it still gives 1,000, now read with doubt, and it counts no more until a person has looked. Nothing else tells of that exchange, and it leaves the ledger. Running total now about 12,000, before about 13,000 (12,500 to 13,500).",
      },
    ]);
    expect(await rowsOf("select asks, min::int from recount.review_queue")).toEqual([{ asks: "doubt", min: 1000 }]);
  });

  it("of what a total counts within tells the periods", async () => {
    await tell({ url: a, figures: [bodies(13_000)] });
    await tell({ url: a, figures: [bodies(13_000, { basis: { start: "2026-01-01", end: null, frame: null } })] });
    expect((await log()).at(1)?.reason).toBe(
      "The report was edited, bodies handed to Ukraine: it said 13,000 (since 2025-05-16, Istanbul) and now says 13,000 (since 2026-01-01).",
    );
  });

  it("that leaves one count of two ends the dispute by it", async () => {
    await tell({ url: a, outlet: "A", figures: [aFigure({ min: 1000, speakerSide: "UA" })] });
    await tell({ url: b, outlet: "B", figures: [aFigure({ min: 1010 })] });
    await tell({ url: b, outlet: "B", figures: [] });
    expect((await log()).at(-1)).toMatchObject({
      kind: "settled",
      reason:
        "The counts no longer differ on 2026-01-29, bodies handed to Ukraine: 1,000 is left, and what Russia said stands against it no more.",
    });
  });

  it("that drops one of two reports says who is left", async () => {
    await tell({ url: a, outlet: "A", figures: [aFigure({ min: 1000 })] });
    await tell({ url: b, outlet: "B", figures: [aFigure({ min: 1000 })] });
    await tell({ url: b, outlet: "B", figures: [] });
    expect((await log()).at(-1)?.reason).toContain("1 voice still tells of 1,000 on 2026-01-29.");
  });

  it("that comes before its first text was compared tells the news once", async () => {
    const first = await tellReport(database.pool, dossier, { url: a, figures: [aFigure({ min: 1000 })] }, clock.now());
    clock.set(new Date("2026-03-01T12:05:00Z"));
    const edited = { url: a, figures: [aFigure({ min: 1003 })] };
    const second = await tellReport(database.pool, dossier, edited, clock.now());
    await compare(context, { extractionId: first });
    await compare(context, { extractionId: second });
    expect(await kinds()).toEqual(["added"]);
    expect(await ledger()).toMatchObject([{ low: 1003 }]);
  });

  it("that moves a total to a later day tells that it stands now, and one that moves it back what does", async () => {
    await tell({ url: a, outlet: "A", figures: [bodies(14_000)] });
    for (const asOf of ["2026-02-10", "2026-02-25", "2026-02-11"])
      await tell({ url: b, outlet: "B", figures: [bodies(13_000, { asOf })] });
    expect((await log()).slice(1)).toMatchObject([
      { kind: "recalled", reason: expect.stringContaining("14,000 of 2026-02-20 stands.") },
      {
        kind: "corrected",
        needs_review: true,
        reason:
          "The report was edited, bodies handed to Ukraine (since 2025-05-16, Istanbul): it said 13,000 of 2026-02-10 and now says 13,000 of 2026-02-25. It stands now in the place of 14,000 of 2026-02-20.",
      },
      { kind: "corrected", reason: expect.stringContaining("14,000 of 2026-02-20 by Russia stands now.") },
    ]);
    expect(await rowsOf("select min::int from recount.figure_latest")).toEqual([{ min: 14_000 }]);
  });

  it.each([
    ["a meeting that was held", { state: "held" }],
    ["a day too old to stand", { state: "suspended", asOf: "2025-12-01" }],
  ])("that tells of %s in the place of a state says that it fell", async (_what, now) => {
    await tell({ url: a, statuses: [aStatus({ subject: "talks", state: "resumed" })] });
    await tell({ url: a, statuses: [aStatus({ subject: "talks", ...now })] }, 48 * 60);
    expect((await log()).slice(1)).toMatchObject([
      {
        kind: "status_changed",
        new: "suspended",
        reason: "The report that said so was edited: talks no longer resumed, but suspended as before.",
      },
    ]);
  });

  it("that tells a state again changes nothing; one that drops it brings back what stood", async () => {
    const resumed = [aStatus({ subject: "talks", state: "resumed" })];
    await tell({ url: a, statuses: resumed });
    await tell({ url: a, statuses: resumed, figures: [aFigure({ min: 1000 })] });
    await tell({ url: a, statuses: [], figures: [aFigure({ min: 1000 })] });
    expect(await log()).toMatchObject([{ kind: "status_changed", new: "suspended" }, { kind: "added" }]);
  });
});

describe("an exchange", () => {
  const told = (min: number, speakerSide: string, given: Partial<Figure> = {}) => ({
    ...{ url: `https://${String(min)}.example/1`, outlet: String(min) },
    figures: [aFigure({ min, speakerSide, ...given })],
  });

  it("that a count shows to be two is told as split, not as another", async () => {
    await tell(told(300, "UA"));
    await tell(told(205, "UA"));
    await tell(told(145, "RU"));
    expect(await ledger()).toMatchObject([{ low: 145, high: 205 }, { low: 300 }]);
    expect((await log()).slice(2)).toMatchObject([
      { kind: "disputed", reason: expect.stringContaining("Russia says 145, Ukraine says 205.") },
      {
        ...{ kind: "corrected", needs_review: true },
        reason:
          "What was taken for one exchange is two, bodies handed to Ukraine: about 175 (145 to 205) on 2026-01-29 and 300 on 2026-01-29. Running total now about 12,475 (11,945 to 13,005), before about 12,253 (11,705 to 12,800).",
      },
    ]);
  });

  it("that an edit takes one of two reports away from is two as well", async () => {
    const figures = [aFigure({ min: 1000 })];
    await tell({ url: a, outlet: "A", figures });
    await tell({ url: b, outlet: "B", figures });
    await tell({ url: b, outlet: "B", figures: [aFigure({ min: 1000, asOf: "2026-01-12" })] });
    expect((await log()).slice(2).map(({ kind, reason }) => `${kind}: ${reason}`)).toEqual([
      expect.stringMatching(
        /^corrected: The report was edited, .* 1,000 on 2026-01-29 and now says 1,000 on 2026-01-12/,
      ),
      expect.stringMatching(
        /^corrected: What was taken for one exchange is two, .* 2026-01-29 and 1,000 on 2026-01-12/,
      ),
    ]);
  });

  it("that comes to light by a withdrawal is told by whoever gives it", async () => {
    const week = { start: "2026-02-01", end: "2026-02-07", frame: null };
    await tell(told(1000, "UA", { asOf: "2026-02-07", basis: week }));
    await tell(told(500, "RU", { asOf: "2026-02-04" }));
    await tell({ ...told(500, "RU"), figures: [] });
    expect((await log()).filter(({ kind }) => kind === "added").at(-1)).toMatchObject({
      ...{ claimant: "UA", quote: "1000 bodies" },
      reason: expect.stringContaining("1,000 between 2026-02-01 and 2026-02-07 (1 voice, Ukraine)"),
    });
  });

  it("of up to so many was told apart by nobody only where parts were", async () => {
    await tell(told(0, "RU", { max: 40, qualifier: "up_to" }));
    await tell(told(38, "RU"));
    expect((await log()).at(-1)?.reason).toMatch(/^Russia counts .* 38, before up to 40\. Running total/);
  });
});

describe("a plan", () => {
  const plan = (min: number, given: Partial<Figure> = {}) => bodies(min, { scope: "planned", basis: null, ...given });

  it("of later is another plan, not the first of its kind", async () => {
    await tell({ url: a, outlet: "A", published: "2026-02-01T10:00:00Z", figures: [plan(1000)] });
    await tell({ url: b, outlet: "B", figures: [plan(500)] });
    await tell({ url: c, outlet: "C", figures: [plan(300, { asOf: "2026-03-20" })] });
    expect(await log()).toMatchObject([
      { kind: "first", reason: expect.stringContaining("First figure of its kind from Russia") },
      {
        kind: "first",
        reason: "Russia tells of another plan, bodies handed to Ukraine (planned): 500, after 1,000 of 2026-02-01.",
      },
      {
        kind: "first",
        reason: "Russia tells of another plan, bodies handed to Ukraine (planned): 300, beside 500 of 2026-03-01.",
      },
    ]);
  });

  it("told in two numbers by one report is no matter of two reports", async () => {
    await tell({ url: a, figures: [plan(500), plan(300)] });
    expect((await log()).at(1)?.reason).toBe(
      "One report gives different figures of 2026-03-01 by Russia, bodies handed to Ukraine (planned): 500 and now 300. Until a newer one comes, 300 stands.",
    );
  });
});

describe("a running total that moves by what is told of others", () => {
  const people = (thing: string, min: number, given: Partial<Figure> = {}) =>
    aFigure({ thing, min, asOf: "2026-02-05", speakerSide: "UA", ...given });
  const told = async () => (await log()).map(({ kind, metric, new: now }) => `${kind} ${metric}: ${now ?? "nothing"}`);

  it("is told as a change of its own metric", async () => {
    const text =
      "Ukraine brought home 157 people from Russian captivity on February 5, including 7 civilians, the Coordination Headquarters for the Treatment of Prisoners of War said.";
    await storeArticle(context, { url: a, text, published: "2026-02-05T10:00:00Z" });
    expect(await told()).toEqual([
      "added servicemen_to_ukraine: about 2,550 (2,500 to 2,600)",
      "added civilians_to_ukraine: about 177 (172 to 182)",
      "added persons_to_ukraine: about 2,727 (2,672 to 2,782)",
    ]);
    expect((await log())[0]?.reason).toBe(
      "Running total of servicemen returned to Ukraine now about 2,550 (2,500 to 2,600), before about 2,400. It follows from what is told of 2026-02-05: people returned to Ukraine, 157; civilians returned to Ukraine, 7.",
    );
  });

  it("is told when a split is told later, and when an edit takes it back", async () => {
    await tell({ url: a, outlet: "A", figures: [people("persons", 157)] });
    const split = [people("persons", 157), people("civilians", 7, { part: true })];
    for (const figures of [split, []]) await tell({ url: b, outlet: "B", figures });
    const servicemen = (await log()).filter(({ metric }) => metric === "servicemen_to_ukraine");
    expect(servicemen).toMatchObject([
      { kind: "added", new: "2,350 to 2,607" },
      { kind: "refined", path: "2,350 to 2,607 → about 2,550 (2,500 to 2,600) → 2,350 to 2,607", needs_review: true },
    ]);
    const [last] = await rowsOf("select reason from recount.change where part_of is not null");
    expect(last).toEqual({
      reason: expect.stringContaining("It follows from what was told of 2026-02-05 and no longer counts."),
    });
  });

  it("rises with an exchange that turns out to be two, and nothing new is added", async () => {
    const counts = [
      [300, "UA"],
      [205, "UA"],
      [145, "RU"],
    ] as const;
    for (const [min, speakerSide] of counts)
      await tell({ url: `https://${String(min)}.example/1`, figures: [people("servicemen", min, { speakerSide })] });
    const all = (await log()).filter(({ metric }) => metric === "persons_to_ukraine");
    expect(all.map(({ kind }) => kind)).toEqual(["added", "lowered", "raised"]);
  });

  it("may be the one that a named part counts in", async () => {
    const kursk = aFigure({ min: 3, thing: "civilians", group: "kursk", from: "UA", to: "RU" });
    await tell({ url: a, figures: [kursk] });
    expect(await told()).toContain("added civilians_to_russia: about 173 (168 to 178)");
    await tell({ url: a, figures: [] });
    const [last] = (await log()).filter(({ metric }) => metric === "civilians_to_russia");
    expect(last?.path).toBe("about 170 → about 173 (168 to 178) → about 170");
  });
});

describe("what is held against the baseline", () => {
  it("is of its series, or the running total: no single exchange, plan or total of another period", async () => {
    await tell({ url: a, outlet: "A", figures: [aFigure({ min: 1000 })] });
    await tell({ url: b, outlet: "B", figures: [aFigure({ min: 1000 })] });
    await tell({ url: c, figures: [bodies(500, { scope: "planned", basis: null })] });
    await tell({ url: c, figures: [bodies(3000, { basis: { start: "2026-01-01", end: null, frame: null } })] });
    await tell({ url: a, outlet: "A", figures: [aFigure({ min: 1000 }), bodies(14_000)] });
    const found = await rowsOf(`select kind, new, baseline, baseline_difference::int as difference
      from recount.change_log where kind <> 'withdrawn' order by change_id`);
    expect(found).toEqual([
      { kind: "added", new: "about 13,000 (12,500 to 13,500)", baseline: "about 12,000", difference: 1000 },
      { kind: "confirmed", new: "1,000", baseline: null, difference: null },
      { kind: "first", new: "500", baseline: null, difference: null },
      { kind: "first", new: "3,000", baseline: null, difference: null },
      { kind: "raised", new: "14,000", baseline: "about 12,000", difference: 2000 },
    ]);
  });
});

describe("two stories that name a metric alike", () => {
  it("hold each other's claims against nothing", async () => {
    await tell({ url: a, outlet: "A", figures: [bodies(13_000)] });
    edit({ name: "another" });
    await tell({ url: a, outlet: "A", figures: [bodies(14_000)] });
    edit({});
    await tell({ url: b, outlet: "B", figures: [bodies(13_000)] });
    expect((await log()).map(({ kind, new: told }) => `${kind} ${told ?? ""}`)).toEqual([
      "raised 13,000",
      "raised 14,000",
      "confirmed 13,000",
    ]);
    const latest = "select dossier, min::int from recount.figure_latest order by dossier";
    expect(await rowsOf(latest)).toEqual([
      { dossier: "another", min: 14_000 },
      { dossier: "istanbul", min: 13_000 },
    ]);
    const now =
      "select dossier, now_min::int as min from recount.baseline_comparison where now_min is not null order by dossier";
    expect(await rowsOf(now)).toEqual(await rowsOf(latest));
  });
});

describe("what goes back and forth", () => {
  it("within the window is one change with its path, and asks for review when it falls", async () => {
    await tell({ url: a, figures: [aFigure({ min: 1000 })] });
    for (const min of [1003, 1000, 1003]) await tell({ url: a, figures: [aFigure({ min })] });
    expect(await log()).toMatchObject([
      { kind: "added" },
      { kind: "corrected", path: "1,000 → 1,003 → 1,000 → 1,003", new: "1,003", needs_review: true },
    ]);
    await tell({ url: a, figures: [aFigure({ min: 1000 })] }, 48 * 60);
    expect(await kinds()).toEqual(["added", "corrected", "corrected"]);
  });

  it("dropped by a report and given again is one change with its path, and moves the total back", async () => {
    await tell({ url: a, figures: [aFigure({ min: 1000 })] });
    await tell({ url: a, figures: [] });
    await tell({ url: a, figures: [aFigure({ min: 1000 })] });
    expect(await ledger()).toMatchObject([{ low: 1000 }]);
    await tell({ url: a, figures: [] });
    expect(await log()).toMatchObject([
      { kind: "added" },
      { kind: "withdrawn", path: "1,000 → nothing → 1,000 → nothing", new: null, needs_review: true },
    ]);
    // Another number is news, and so is the same one after the window.
    await tell({ url: a, figures: [aFigure({ min: 1003 })] });
    await tell({ url: a, figures: [] }, 48 * 60);
    await tell({ url: a, figures: [aFigure({ min: 1003 })] }, 48 * 60);
    expect(await kinds()).toEqual(["added", "withdrawn", "added", "withdrawn", "added"]);
  });

  it("of a total that is dropped and given again is told without a new first", async () => {
    await tell({ url: a, figures: [bodies(13_500, { speakerSide: "UA" })] });
    for (const figures of [[], [bodies(13_500, { speakerSide: "UA" })]]) await tell({ url: a, figures });
    expect(await log()).toMatchObject([
      { kind: "first" },
      { kind: "disputed" },
      { kind: "withdrawn", path: "13,500 → nothing → 13,500" },
      { kind: "settled", path: "13,500 → about 12,000 → 13,500" },
    ]);
  });

  it("between a dispute and its end is told once each, then one change with its path", async () => {
    await tell({ url: a, outlet: "A", figures: [aFigure({ min: 1000, speakerSide: "UA" })] });
    for (const min of [1010, 1000, 1010, 1000]) await tell({ url: b, outlet: "B", figures: [aFigure({ min })] });
    const disputes = (await log()).filter(({ kind }) => ["disputed", "settled"].includes(kind));
    expect(disputes).toMatchObject([
      { kind: "disputed", path: null },
      { kind: "settled", path: "about 1,005 (1,000 to 1,010) → 1,000 → about 1,005 (1,000 to 1,010) → 1,000" },
    ]);
  });

  it("between two sides' totals is one change too", async () => {
    await tell({ url: a, outlet: "A", figures: [bodies(13_500, { speakerSide: "UA" })] });
    for (const min of [13_000, 13_500, 13_000, 13_500]) await tell({ url: b, outlet: "B", figures: [bodies(min)] });
    const disputes = (await log()).filter(({ kind }) => ["disputed", "settled"].includes(kind));
    // The first is with what the baseline article says.
    expect(disputes.map(({ kind, path }) => [kind, path])).toEqual([
      ["disputed", null],
      ["disputed", null],
      ["settled", "13,000 → 13,500 → 13,000 → 13,500"],
    ]);
  });

  it("between outlets on one line is one change too", async () => {
    await tell({ url: a, outlet: "A", figures: [bodies(13_000, { asOf: "2026-02-20" })] });
    await tell({ url: b, outlet: "B", figures: [bodies(14_000, { asOf: "2026-02-21" })] });
    await tell({ url: "https://c.example/1", outlet: "C", figures: [bodies(13_000, { asOf: "2026-02-22" })] });
    const raised = (await log()).filter(({ kind }) => kind === "raised");
    expect(raised).toMatchObject([{ new: "13,000" }, { path: "13,000 → 14,000 → 13,000", needs_review: true }]);
  });
});

describe("what only looks like back and forth", () => {
  it("is a fall to a figure that was recalled and never stood", async () => {
    await tell({ url: a, outlet: "A", figures: [bodies(14_000)] });
    await tell({ url: b, outlet: "B", figures: [bodies(13_000, { asOf: "2026-02-10" })] }, 26 * 60);
    await tell({ url: c, outlet: "C", figures: [bodies(13_000, { asOf: "2026-02-27" })] }, 60);
    expect(await log()).toMatchObject([
      { kind: "raised" },
      { kind: "recalled", path: null },
      { kind: "lowered", quiet: null, needs_review: true },
    ]);
  });

  it("is a fall to one of two figures of a day, of which the other stood", async () => {
    await tell({ url: a, outlet: "A", figures: [bodies(14_000)] });
    const lower = { max: 13_100, qualifier: "range" } as const;
    await tell({ url: b, outlet: "B", figures: [bodies(13_000, lower)] });
    await tell({ url: c, outlet: "C", figures: [bodies(13_000, { ...lower, asOf: "2026-02-21" })] });
    expect(await kinds()).toEqual(["raised", "disputed", "lowered"]);
  });

  it("is what old reports tell of weeks, though they are noticed together", async () => {
    const talks = (state: string, asOf: string) => [aStatus({ subject: "talks", state, asOf })];
    await tell({ url: a, backfilled: true, statuses: talks("resumed", "2026-01-10") });
    await tell({ url: b, backfilled: true, statuses: talks("suspended", "2026-01-25") });
    await tell({ url: c, backfilled: true, statuses: talks("resumed", "2026-02-20") });
    expect((await log()).map((change) => change.new)).toEqual(["resumed", "suspended", "resumed"]);
  });
});

describe("what stands", () => {
  const latest = () => rowsOf("select min::int, claimant from recount.figure_latest order by claimant");
  const latestNow = (instant: Date) =>
    rowsOf("select min::int, claimant from recount.figure_latest_as_of($1) order by claimant", [instant]);
  const disagreements = () =>
    rowsOf(
      "select claimant, low::int, other_claimant, other_low::int from recount.disagreement where metric = 'bodies_to_ukraine'",
    );
  const says = async (url: string, text: string, published: string) => {
    clock.set(new Date(published));
    await storeArticle(context, { url, text, published });
  };

  it("of offers is the newest word, whatever day it is about", async () => {
    const offer = "Russia is ready to hand over";
    await says(a, `${offer} 6,000 bodies to Ukraine on April 20, Vladimir Medinsky said.`, "2026-03-01T10:00:00Z");
    await says(b, `${offer} 3,000 bodies to Ukraine, Vladimir Medinsky said on Thursday.`, "2026-03-05T10:00:00Z");
    expect(await log()).toMatchObject([
      { kind: "first" },
      { kind: "lowered", reason: expect.stringContaining("as 3,000, after 6,000 of 2026-03-01 (−3,000).") },
    ]);
    expect(await latest()).toMatchObject([{ min: 3000 }]);
    expect(await latestNow(clock.now())).toEqual(await latest());
  });

  it("of plans is the newest word; for another week it is another plan", async () => {
    const plan = "Russia will hand over";
    await says(a, `${plan} 1,000 bodies to Ukraine on March 20, Vladimir Medinsky said.`, "2026-03-01T10:00:00Z");
    await says(b, `${plan} 500 bodies to Ukraine on March 12, Vladimir Medinsky said.`, "2026-03-05T10:00:00Z");
    await says(
      c,
      `${plan} 600 bodies to Ukraine on March 12, Vladimir Medinsky said on Friday.`,
      "2026-03-06T10:00:00Z",
    );
    expect(await kinds()).toEqual(["first", "first", "raised"]);
    expect(await latest()).toMatchObject([{ min: 600 }]);
  });

  const [morning, evening] = ["2026-02-20T07:00:00Z", "2026-02-20T18:00:00Z"] as const;
  it.each([
    ["as they are published", [morning, evening]],
    ["the other way round", [evening, morning]],
  ])("of two totals of one day is the one published later, whether they arrive %s", async (_what, order) => {
    for (const published of order)
      await tell({
        url: `https://${published}.example/`,
        published,
        figures: [bodies(published === morning ? 13_900 : 13_100)],
      });
    expect(await latest()).toMatchObject([{ min: 13_100 }]);
  });

  it("of two sides who each say more than so many is no contradiction", async () => {
    const open = { max: null, qualifier: "more_than" } as const;
    await tell({ url: a, outlet: "A", figures: [bodies(13_000, open)] });
    await tell({ url: b, outlet: "B", figures: [bodies(14_000, { ...open, speakerSide: "UA" })] });
    expect(await kinds()).toEqual(["raised", "first"]);
    expect(await disagreements()).toEqual([]);
  });

  it("is what the baseline says until its speaker's side says something newer", async () => {
    await tell({ url: a, outlet: "A", figures: [bodies(11_000, { asOf: "2025-11-01" })] });
    await tell({ url: b, outlet: "B", figures: [bodies(12_000, { speakerSide: "UA" })] });
    expect(await kinds()).toEqual(["recalled", "first"]);
    expect(await disagreements()).toEqual([]);
    await tell({ url: c, outlet: "C", figures: [bodies(13_500, { speakerSide: "UA", asOf: "2026-02-21" })] });
    expect(await kinds()).toEqual(["recalled", "first", "raised", "disputed"]);
    expect(await disagreements()).toEqual([{ claimant: "RU", low: 11_500, other_claimant: "UA", other_low: 13_500 }]);
  });
});

describe("a threshold", () => {
  const threshold = (given: object): void => {
    const metrics = istanbul.metrics.map((metric) =>
      metric.name === "bodies_to_ukraine"
        ? { ...metric, threshold: { absolute: null, relative: null, direction: "both" as const, ...given } }
        : metric,
    );
    edit({ metrics });
  };
  const quiet = async () =>
    (await log()).filter(({ kind }) => ["raised", "lowered"].includes(kind)).map((change) => change.quiet);

  it("keeps small steps from being news until they add up", async () => {
    threshold({ absolute: 1000 });
    let day = 20;
    for (const min of [13_000, 13_600, 14_100, 14_200]) {
      day += 1;
      const figures = [bodies(min, { asOf: `2026-02-${String(day)}` })];
      await tell({ url: `https://o${String(min)}.example/`, outlet: String(min), figures });
    }
    expect(await quiet()).toEqual([null, "threshold", null, "threshold"]);
  });

  it("may be a part, and of one direction; a fall asks for review all the same", async () => {
    threshold({ relative: 0.1, direction: "up" });
    await tell({ url: a, outlet: "A", figures: [bodies(14_000)] });
    await tell({ url: b, outlet: "B", figures: [bodies(10_000, { asOf: "2026-02-23" })] });
    expect(await quiet()).toEqual([null, "threshold"]);
    expect((await log()).at(-1)).toMatchObject({ kind: "lowered", needs_review: true });
  });
});

describe("bad input", () => {
  const doubts = () => rowsOf("select doubt, trusted from recount.figure order by figure_id");

  it("waits for review: an impossible amount, a day to come, a day before the story", async () => {
    await tell({ url: a, figures: [aFigure({ min: 1_000_000_000 })] });
    await tell({
      url: b,
      figures: [aFigure({ min: 10, asOf: "2026-04-01" }), aFigure({ min: 11, asOf: "1999-01-01" })],
    });
    expect(await doubts()).toEqual([
      { doubt: "an amount beyond what is possible", trusted: false },
      { doubt: "of a day that has not come", trusted: false },
      { doubt: "of a day before the story begins", trusted: false },
    ]);
    expect(await kinds()).toEqual([]);
    expect(await ledger()).toEqual([]);
  });

  it("of a clock that jumps back loses no history", async () => {
    await tell({ url: a, figures: [aFigure({ min: 1000 })] });
    clock.set(new Date("2020-01-01T00:00:00Z"));
    await tell({ url: a, figures: [aFigure({ min: 1003, asOf: "2026-01-29", confidence: 0.93 })] });
    const rows = await rowsOf(
      "select min::int, retired_at < recorded_at as lost from recount.figure order by figure_id",
    );
    expect(rows).toEqual([
      { min: 1000, lost: false },
      { min: 1003, lost: null },
    ]);
  });
});

describe("a dossier that is edited while history exists", () => {
  const renamed = <Named extends { name: string }>(list: readonly Named[]) =>
    list.map((one) => (one.name === "bodies_to_ukraine" ? { ...one, name: "remains_to_ukraine" } : one));
  const renamedFigures = istanbul.baseline.figures.map((one) =>
    one.metric === "bodies_to_ukraine" ? { ...one, metric: "remains_to_ukraine" } : one,
  );
  const rename = () =>
    edit({ metrics: renamed(istanbul.metrics), baseline: { ...istanbul.baseline, figures: renamedFigures } });

  it("gives a renamed metric its history", async () => {
    await tell({ url: a, outlet: "A", figures: [bodies(13_000)] });
    rename();
    await tell({ url: b, outlet: "B", figures: [bodies(13_000)] });
    expect(await rowsOf("select distinct metric from recount.change")).toEqual([{ metric: "remains_to_ukraine" }]);
    expect(await kinds()).toEqual(["raised", "confirmed"]);
    expect(await rowsOf("select metric, line from recount.figure_latest")).toEqual([
      { metric: "remains_to_ukraine", line: "remains_to_ukraine|cumulative|2025-05-16../istanbul|RU" },
    ]);
  });

  it("answers for a time before a metric was renamed as it did then, under the new name", async () => {
    await tell({ url: a, outlet: "A", figures: [aFigure({ min: 1000 }), bodies(13_000)] });
    const then = clock.now().toISOString();
    const answers = async (metric: string) => ({
      total: await rowsOf(
        `select low::int, events::int from recount.running_total_as_of('${then}') where metric = '${metric}'`,
      ),
      comparison: await rowsOf(
        `select now_min::int, claimant from recount.baseline_comparison_as_of('${then}') where metric = '${metric}'`,
      ),
      ledger: await rowsOf(`select low::int from recount.event_ledger_as_of('${then}') where metric = '${metric}'`),
      latest: await rowsOf(
        `select scope, min::int from recount.figure_latest_as_of('${then}') where metric = '${metric}'`,
      ),
    });
    const before = await answers("bodies_to_ukraine");
    expect(before).toMatchObject({ total: [{ low: 12_500, events: 1 }], comparison: [{ now_min: 13_000 }] });
    rename();
    await tell({ url: b, outlet: "B", figures: [bodies(13_000)] });
    expect(await answers("remains_to_ukraine")).toEqual(before);
    expect(await answers("bodies_to_ukraine")).toEqual({ total: [], comparison: [], ledger: [], latest: [] });
  });

  it("keeps a renamed metric and its lines muted", async () => {
    const line = "bodies_to_ukraine|cumulative|2025-05-16../istanbul|RU";
    for (const [kind, name] of [
      ["metric", "bodies_to_ukraine"],
      ["line", line],
    ] as const)
      await mute(database.pool, { dossier: "istanbul", kind, name }, "", "Ann", clock.now());
    await tell({ url: a, outlet: "A", figures: [bodies(13_000)] });
    rename();
    await tell({ url: b, outlet: "B", figures: [bodies(13_500)] });
    expect(await rowsOf("select metric, muted from recount.change_log")).toEqual([
      { metric: "remains_to_ukraine", muted: true },
      { metric: "remains_to_ukraine", muted: true },
    ]);
    expect((await listMutes(database.pool, "istanbul")).map(({ name }) => name)).toEqual([
      line.replace("bodies", "remains"),
      "remains_to_ukraine",
    ]);
    await database.pool.query("delete from recount.mute");
  });

  it("holds what comes against a changed threshold, and leaves what was logged", async () => {
    await tell({ url: a, figures: [aFigure({ min: 1000, confidence: 0.95 })] });
    edit({ thresholds: { ...istanbul.thresholds, event: 0.96 } });
    await tell({ url: b, figures: [aFigure({ min: 1000, confidence: 0.95, asOf: "2026-02-15" })] });
    expect(await ledger()).toMatchObject([{ day: "2026-01-29" }]);
    expect(await kinds()).toEqual(["added"]);
  });

  it("takes a third side's word on a line of its own", async () => {
    await tell({ url: a, figures: [bodies(13_000)] });
    const side = { code: "TR", name: "Turkey", names: {}, adjectives: {}, people: {}, parlance: {}, languages: [] };
    edit({ story: { ...istanbul.story, sides: [...istanbul.story.sides, side] } });
    await tell({ url: b, figures: [bodies(15_000, { speakerSide: "TR" })] });
    expect((await log()).slice(1)).toMatchObject([
      { kind: "first", reason: expect.stringContaining("First figure of its kind from Turkey") },
      { kind: "disputed" },
    ]);
  });
});

describe("a total that is claimed", () => {
  const check = async () =>
    rowsOf("select gap::int, explanation, event_day::text from recount.total_check order by figure_id");

  it.each([
    { claimed: 13_000, explanation: "agrees", gap: 0, event_day: null },
    { claimed: 13_200, explanation: "rounding", gap: 200, event_day: null },
    { claimed: 14_000, explanation: "double_count", gap: 1000, event_day: "2026-01-29" },
    { claimed: 15_500, explanation: "unreported", gap: 2500, event_day: null },
    { claimed: 12_000, explanation: "not_counted", gap: -1000, event_day: "2026-01-29" },
    { claimed: 10_000, explanation: "unexplained", gap: -3000, event_day: null },
  ])("as $claimed is $explanation", async ({ claimed, ...expected }) => {
    await tell({ url: a, outlet: "A", figures: [aFigure({ min: 1000 })] });
    await tell({ url: b, outlet: "B", figures: [bodies(claimed)] });
    expect(await check()).toEqual([expected]);
  });

  it("of the year alone is held against the year's exchanges, and on another basis against nothing", async () => {
    await tell({ url: a, outlet: "A", figures: [aFigure({ min: 1000 })] });
    const basis = { start: "2026-01-01", end: null, frame: null };
    await tell({
      url: b,
      outlet: "B",
      figures: [bodies(1000, { basis }), bodies(18_000, { basis: { ...total, frame: null } })],
    });
    expect(await check()).toMatchObject([{ explanation: "agrees", gap: 0 }, { explanation: "other_basis" }]);
  });

  it("counts in the exchange that the same report tells", async () => {
    await tell({ url: a, outlet: "A", figures: [aFigure({ min: 1000 }), bodies(13_000)] });
    expect((await log()).find(({ kind }) => kind === "raised")?.reason).toBe(
      "Russia now gives bodies handed to Ukraine (since 2025-05-16, Istanbul) as 13,000, after about 12,000 of 2025-12-30 (+1,000). By the exchanges counted since the baseline it would be about 13,000 (12,500 to 13,500).",
    );
  });
});
