import { appendFileSync, readdirSync, readFileSync, rmSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Figure } from "../../src/figure/figure.ts";
import { ManualClock } from "../../src/runtime/clock.ts";
import { compare } from "../../src/task/compare.ts";
import type { TaskContext } from "../../src/task/context.ts";
import { writeChanges } from "../../src/task/write-changes.ts";
import { freshDatabase, type TestDatabase } from "../support/postgres.ts";
import { aFigure, aStatus, type ToldReport, tellReport } from "../support/story-figures.ts";
import { istanbul as dossier, taskContext } from "../support/task-context.ts";

const year2025 = { start: "2025-01-01", end: "2025-12-31", frame: "istanbul" };
let database: TestDatabase;
let context: TaskContext;
let clock: ManualClock;
let folder: string;

beforeAll(async () => {
  database = await freshDatabase();
  clock = new ManualClock(new Date("2026-02-01T12:00:00Z"));
  context = taskContext(database.pool, clock);
  folder = context.config.data;
});

beforeEach(async () => {
  await database.pool.query("truncate recount.report, recount.baseline, recount.change_cursor, recount.event cascade");
  rmSync(join(folder, "logs"), { recursive: true, force: true });
});

afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Soldiers returned to Russia in 2025 under the deal, said by Russia in January. */
function soldiers(min: number, given: Partial<Figure> = {}): Figure {
  const people = { thing: "servicemen", from: "UA", to: "RU", scope: "cumulative", basis: year2025 } as const;
  return aFigure({ ...people, min, asOf: "2026-01-15", ...given });
}

let minute = 0;
async function tell(told: ToldReport): Promise<string> {
  minute += 1;
  clock.set(new Date(Date.parse("2026-06-01T12:00:00Z") + minute * 60_000));
  const extractionId = await tellReport(database.pool, dossier, told, clock.now());
  await compare(context, { extractionId });
  return extractionId;
}

async function changes(): Promise<
  { kind: string; reason: string; needs_review: boolean; previous_difference: string | null }[]
> {
  const found = await database.pool.query("select * from recount.change order by change_id");
  return found.rows;
}

const kinds = async () => (await changes()).map((change) => change.kind);

describe("a later claim on the baseline's line", () => {
  it.each([
    { min: 2300, max: 2300, qualifier: "about", kind: "confirmed" },
    { min: 2297, max: 2297, qualifier: "exact", kind: "refined" },
    { min: 2500, max: 2500, qualifier: "exact", kind: "raised" },
    { min: 2000, max: 2000, qualifier: "exact", kind: "lowered" },
  ] as const)("of $qualifier $min is $kind", async ({ kind, ...amount }) => {
    await tell({ url: "https://a.example/1", figures: [soldiers(amount.min, amount)] });
    expect(await changes()).toMatchObject([{ kind, needs_review: kind === "lowered" }]);
  });

  it("of an older day is recalled and moves nothing", async () => {
    await tell({ url: "https://a.example/1", figures: [soldiers(1200, { asOf: "2025-11-01" })] });
    await tell({ url: "https://b.example/1", outlet: "B", figures: [soldiers(2300)] });
    expect(await kinds()).toEqual(["recalled", "refined"]);
  });

  it("from the other side is first on a line of its own, and disputed", async () => {
    await tell({ url: "https://a.example/1", figures: [soldiers(2080, { speakerSide: "UA" })] });
    expect(await kinds()).toEqual(["first", "disputed"]);
  });

  it("below the dossier's confidence waits for review and moves nothing", async () => {
    await tell({ url: "https://a.example/1", figures: [soldiers(9000, { confidence: 0.2 })] });
    await tell({ url: "https://a.example/2", figures: [soldiers(1_000_000_000)] });
    expect(await kinds()).toEqual([]);
  });
});

describe("exchanges after the baseline's day", () => {
  it("add to the running total, with the reason in words", async () => {
    await tell({ url: "https://a.example/1", figures: [aFigure({ min: 1000 })] });
    const [change] = await changes();
    expect(change).toMatchObject({ kind: "added", previous_difference: "1000" });
    expect(change?.reason).toContain("now about 13,000 (12,500 to 13,500)");
  });

  it("told by two outlets before either is compared are added once, whichever is compared first", async () => {
    const told = (outlet: string) => ({
      url: `https://${outlet}.example/1`,
      outlet,
      figures: [aFigure({ min: 1000 })],
    });
    const first = await tellReport(database.pool, dossier, told("a"), clock.now());
    const second = await tellReport(database.pool, dossier, told("b"), clock.now());
    await compare(context, { extractionId: second });
    await compare(context, { extractionId: first });
    expect(await kinds()).toEqual(["added", "confirmed"]);
  });

  it("told by thirty outlets are added once and confirmed once", async () => {
    for (let outlet = 1; outlet <= 30; outlet += 1) {
      const figures = [aFigure({ min: 1000, asOf: outlet % 2 ? "2026-01-29" : "2026-01-30" })];
      await tell({ url: `https://o${String(outlet)}.example/1`, outlet: `Outlet ${String(outlet)}`, figures });
    }
    expect(await kinds()).toEqual(["added", "confirmed"]);
    const { rows } = await database.pool.query("select * from recount.event where retired_at is null");
    expect(rows).toMatchObject([{ voices: 30, reports: 30, disputed: false }]);
  });

  it("told in copies of one agency's report have one voice", async () => {
    for (const outlet of ["A", "B", "C"]) {
      await tell({ url: `https://${outlet}.example/1`, outlet, agency: "Agency", figures: [aFigure({ min: 1000 })] });
    }
    expect(await kinds()).toEqual(["added"]);
  });

  it("counted differently by the sides are disputed", async () => {
    await tell({ url: "https://a.example/1", outlet: "A", figures: [aFigure({ min: 1245, speakerSide: "UA" })] });
    await tell({ url: "https://b.example/1", outlet: "B", figures: [aFigure({ min: 1248 })] });
    expect(await kinds()).toEqual(["added", "disputed"]);
  });

  it("count people in both ways", async () => {
    const people = { from: "UA", to: "RU", asOf: "2026-02-05" } as const;
    const figures = [
      aFigure({ ...people, thing: "servicemen", min: 157 }),
      aFigure({ ...people, thing: "civilians", min: 3 }),
    ];
    await tell({ url: "https://a.example/1", figures });
    const { rows } = await database.pool.query(
      "select metric, low::int, high::int from recount.event where retired_at is null order by metric",
    );
    expect(rows).toEqual([
      { metric: "civilians_to_russia", low: 3, high: 3 },
      { metric: "persons_to_russia", low: 160, high: 160 },
      { metric: "servicemen_to_russia", low: 157, high: 157 },
    ]);
  });
});

describe("an edited report", () => {
  it("corrects its number, and the ledger follows", async () => {
    await tell({ url: "https://a.example/1", figures: [aFigure({ min: 1000 })] });
    await tell({ url: "https://a.example/1", figures: [aFigure({ min: 1003 })] });
    expect(await kinds()).toEqual(["added", "corrected"]);
    const { rows } = await database.pool.query("select low::int from recount.event where retired_at is null");
    expect(rows).toEqual([{ low: 1003 }]);
  });

  it("leaves what the ledger and the running total said before", async () => {
    await tell({ url: "https://a.example/1", figures: [aFigure({ min: 1000 })] });
    const before = clock.now();
    await tell({ url: "https://a.example/1", figures: [aFigure({ min: 1003 })] });
    await tell({ url: "https://b.example/1", figures: [aFigure({ min: 500, asOf: "2026-03-20" })] });
    const total = `select events::int, centre::int from recount.running_total_as_of($1) where metric = 'bodies_to_ukraine'`;
    const known = async (instant: Date) => (await database.pool.query(total, [instant])).rows;
    expect(await known(before)).toEqual([{ events: 1, centre: 13_000 }]);
    expect(await known(clock.now())).toEqual([{ events: 2, centre: 13_503 }]);
    const ledger = await database.pool.query("select low::int from recount.event_ledger_as_of($1)", [before]);
    expect(ledger.rows).toEqual([{ low: 1000 }]);
  });

  it("that drops its number withdraws it", async () => {
    await tell({ url: "https://a.example/1", figures: [aFigure({ min: 1000 })] });
    await tell({ url: "https://a.example/1", figures: [] });
    expect(await kinds()).toEqual(["added", "withdrawn"]);
    const { rows } = await database.pool.query("select low::int from recount.event where retired_at is null");
    expect(rows).toEqual([]);
  });
});

describe("a status", () => {
  it("changes once, however many reports tell it; a meeting changes nothing", async () => {
    await tell({ url: "https://a.example/1", statuses: [aStatus({ subject: "talks", state: "held" })] });
    await tell({ url: "https://a.example/2", statuses: [aStatus({ subject: "talks", state: "resumed" })] });
    await tell({ url: "https://a.example/3", statuses: [aStatus({ subject: "talks", state: "resumed" })] });
    expect(await kinds()).toEqual(["status_changed"]);
  });

  const morning = {
    url: "https://a.example/morning",
    published: "2026-02-01T07:00:00Z",
    statuses: [aStatus({ subject: "talks", state: "planned", asOf: "2026-02-01" })],
  };
  const evening = {
    url: "https://b.example/evening",
    published: "2026-02-01T18:00:00Z",
    statuses: [aStatus({ subject: "talks", state: "resumed", asOf: "2026-02-01" })],
  };

  it.each([
    ["as they are published", [morning, evening], ["planned", "resumed"]],
    ["the other way round", [evening, morning], ["resumed"]],
  ])("of two of one day the one published later stands, whether they arrive %s", async (_what, told, news) => {
    for (const one of told) await tell(one);
    const { rows } = await database.pool.query("select state from recount.status_comparison where subject = 'talks'");
    expect(rows).toEqual([{ state: "resumed" }]);
    const log = await database.pool.query<{ new: string }>("select new from recount.change_log order by change_id");
    expect(log.rows.map((row) => row.new)).toEqual(news);
  });
});

describe("running again after a kill", () => {
  it("compares an extraction once", async () => {
    const extractionId = await tell({ url: "https://a.example/1", figures: [aFigure({ min: 1000 })] });
    await compare(context, { extractionId });
    expect(await kinds()).toEqual(["added"]);
  });

  it("writes each change to the file once, and cuts off what a killed writer left", async () => {
    const path = join(folder, "logs", "changes.ndjson");
    await tell({ url: "https://a.example/1", figures: [aFigure({ min: 1000 })] });
    await writeChanges(context, {});
    appendFileSync(path, '{"kind":"half a li');
    await tell({ url: "https://b.example/1", outlet: "B", figures: [aFigure({ min: 1000 })] });
    await writeChanges(context, {});
    await writeChanges(context, {});
    const lines = readFileSync(path, "utf8").trim().split("\n");
    expect(lines.map((line) => JSON.parse(line).kind)).toEqual(["added", "confirmed"]);
  });

  it("puts the change file aside at the size that is configured, and keeps the newest so many", async () => {
    const path = join(folder, "logs", "changes.ndjson");
    const small = { ...context, config: { ...context.config, changesFile: { rotateMegabytes: 1, keep: 2 } } };
    const aside = () =>
      readdirSync(join(folder, "logs")).flatMap((name) => /^changes\.ndjson\.(\d+)$/.exec(name)?.[1] ?? []);
    const ever = new Set<string>();
    for (let told = 1; told <= 5; told += 1) {
      await tell({ url: `https://a.example/${String(told)}`, figures: [aFigure({ min: 1000 * told })] });
      await writeChanges(small, {});
      for (const place of aside()) ever.add(place);
      truncateSync(path, 2 ** 20);
      await database.pool.query("update recount.change_cursor set file_bytes = $1", [2 ** 20]);
    }
    expect(ever.size).toBe(4);
    expect(
      aside()
        .map(Number)
        .sort((a, b) => a - b),
    ).toEqual(
      [...ever]
        .map(Number)
        .sort((a, b) => a - b)
        .slice(-2),
    );
  });
});
