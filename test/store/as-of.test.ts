import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ManualClock } from "../../src/runtime/clock.ts";
import { projectRoot } from "../../src/runtime/project.ts";
import { asOfStatement } from "../../src/store/as-of.ts";
import { changesBetween } from "../../src/store/dashboard.ts";
import { exportRows } from "../../src/store/export.ts";
import { liftMute, mute } from "../../src/store/mute.ts";
import { run } from "../../src/store/query.ts";
import { readOnly } from "../../src/store/read-only.ts";
import { reviewQueue } from "../../src/store/review-queue.ts";
import { shownReport } from "../../src/store/shown-report.ts";
import { transaction } from "../../src/store/transaction.ts";
import { compare } from "../../src/task/compare.ts";
import type { TaskContext } from "../../src/task/context.ts";
import { decide } from "../../src/task/decide.ts";
import { freshDatabase, type TestDatabase } from "../support/postgres.ts";
import { compareAll } from "../support/stored-article.ts";
import { aFigure, aStatus, type ToldReport, tellReport } from "../support/story-figures.ts";
import { istanbul, taskContext } from "../support/task-context.ts";

/** The statement without the named queries before it. */
const rest = (statement: string) => asOfStatement(statement).split("\n").at(-1);

describe("a statement as of an earlier time", () => {
  it("asks named queries instead of the views", () => {
    const asked = asOfStatement("select * from recount.change_log c join Recount.Event_ledger e on true");
    expect(asked).toMatch(/^with change_log as \(\nselect .*\),\nevent_ledger as \(/s);
    expect(asked).toMatch(/select \* from change_log c join event_ledger e on true$/);
  });

  it("puts them before the statement's own", () => {
    const asked = asOfStatement("with recursive a as (select 1 from recount.change_log) select * from a");
    expect(asked).toMatch(/^with recursive change_log as \(/);
    expect(asked).toMatch(/,\na as \(select 1 from change_log\) select \* from a$/);
  });

  it.each([
    "select 'recount.change_log', 'it''s recount.change_log'",
    'select "recount.change_log"',
    "select 1 -- recount.change_log",
    "select 1 /* recount.change_log */",
    "select * from recount.figures_as_of('2026-01-01')",
    "select 1",
  ])("leaves what is no view: %s", (statement) => {
    expect(asOfStatement(statement)).toBe(statement);
  });

  it("reads on behind them", () => {
    expect(rest("select 'a', recount.change_log.kind from recount.change_log")).toBe(
      "select 'a', change_log.kind from change_log",
    );
  });

  it.each(['"recount"."change_log"', 'recount."change_log"', '"recount".change_log', "recount . change_log"])(
    "knows a view however its name is written: %s",
    (name) => {
      expect(rest(`select * from ${name}`)).toBe("select * from change_log");
    },
  );

  it("names the views that have a past where one has none", () => {
    expect(() => asOfStatement("select * from recount.feed_health")).toThrow(
      expect.objectContaining({ code: "SQL_WITHOUT_PAST", remedy: expect.stringContaining("figure_history") }),
    );
  });
});

describe("what is answered as of an instant", () => {
  let database: TestDatabase;
  let clock: ManualClock;
  let context: TaskContext;

  beforeAll(async () => {
    database = await freshDatabase();
    clock = new ManualClock(new Date("2026-03-01T12:00:00Z"));
    context = taskContext(database.pool, clock);
  });
  afterAll(async () => {
    await database.drop();
  });

  const address = "https://a.example/0";
  const later = (minutes: number) => clock.set(new Date(clock.now().getTime() + minutes * 60_000));
  const tell = async (told: ToldReport) => {
    later(1);
    await compare(context, { extractionId: await tellReport(database.pool, istanbul, told, clock.now()) });
  };
  const forgetAll = () =>
    database.pool.query(
      "truncate recount.report, recount.baseline, recount.event, recount.line, recount.mute, recount.feed cascade",
    );

  it("is what was answered then: an edit, a decision and a page's end leave the past as it was", async () => {
    await forgetAll();
    await tell({ url: address, figures: [aFigure({ min: 1000 })] });
    await tell({ url: address, figures: [aFigure({ min: 1003 })] });
    const then = clock.now();
    await tell({ url: address, figures: [aFigure({ min: 1000 })] });
    const answer = async (statement: string) => (await readOnly(database.pool, statement, then)).rows;
    expect(await answer("select kind, new, path from recount.change_log order by change_id")).toEqual([
      ["added", "about 13,000 (12,500 to 13,500)", null],
      ["corrected", "1,003", null],
    ]);
    expect(await answer("select min from recount.figure_history order by figure_id")).toEqual([["1000"], ["1003"]]);
    expect(await answer("select min from recount.figure_history where retired_at is null")).toEqual([["1003"]]);
    const [waits] = await reviewQueue(database.pool, "istanbul", null, 9);
    later(1);
    const ruling = { number: waits?.number ?? "", verdict: "accept", why: "so it is", by: "Ann" } as const;
    await decide(database.pool, istanbul, ruling, clock.now());
    expect(await reviewQueue(database.pool, "istanbul", null, 9)).toEqual([]);
    expect(await reviewQueue(database.pool, "istanbul", then, 9)).toMatchObject([{ asks: "corrected", min: 1003 }]);
    await database.pool.query("update recount.report set state = 'gone', gone_at = $1", [clock.now()]);
    expect((await shownReport(database.pool, address))?.report).toMatchObject({ state: "gone" });
    expect(await shownReport(database.pool, address, then)).toMatchObject({
      report: { state: "read", gone_at: null, error_code: null },
      figures: [{ min: 1000 }, { min: 1003, retired_at: null, became: null }],
    });
  });

  const figure = fc.oneof(
    fc.record({
      min: fc.constantFrom(150, 157, 1000, 1003),
      thing: fc.constantFrom("bodies", "persons", "servicemen"),
      asOf: fc.constantFrom("2026-01-29", "2026-01-30", "2025-12-20"),
      speakerSide: fc.constantFrom("RU", "UA", null),
      confidence: fc.constantFrom(0.95, 0.95, 0.1),
    }),
    fc.record({
      min: fc.constantFrom(12_000, 13_000, 14_000),
      asOf: fc.constantFrom("2025-11-01", "2026-02-10", "2026-02-20"),
      speakerSide: fc.constantFrom("RU", "UA", "other"),
      scope: fc.constantFrom("cumulative" as const, "planned" as const),
      basis: fc.constant({ start: "2025-05-16", end: null, frame: "istanbul" }),
    }),
  );
  const state = fc.record({
    subject: fc.constantFrom("talks", "notice"),
    state: fc.constantFrom("resumed", "suspended", "held"),
    asOf: fc.constantFrom("2026-01-20", "2026-01-22"),
    confidence: fc.constantFrom(0.9, 0.1),
  });
  const step = fc.record({
    what: fc.oneof(
      { weight: 5, arbitrary: fc.constant("tell" as const) },
      fc.constantFrom("accept" as const, "reject" as const, "mute" as const, "alarm" as const, "gone" as const),
    ),
    report: fc.nat(3),
    figures: fc.array(figure, { maxLength: 3 }),
    states: fc.array(state, { maxLength: 2 }),
    agency: fc.constantFrom(undefined, "TASS"),
    minutes: fc.constantFrom(1, 60, 2000),
    which: fc.nat(5),
  });
  type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

  async function play({ what, report, figures, states, agency, minutes, which }: Step): Promise<void> {
    later(minutes);
    const { pool } = database;
    const now = clock.now();
    if (what === "tell") {
      const told = {
        ...{ url: `https://a.example/${String(report)}`, outlet: `Outlet ${String(report)}` },
        ...{
          figures: figures.map(aFigure),
          statuses: states.map(aStatus),
          ...(agency === undefined ? {} : { agency }),
        },
      };
      await compare(context, { extractionId: await tellReport(pool, istanbul, told, now) });
    } else if (what === "mute") {
      const muted = { dossier: "istanbul", kind: "metric" as const, name: "bodies_to_ukraine" };
      if (!(await mute(pool, muted, "", "Ann", now))) await liftMute(pool, muted, "Ann", now);
    } else if (what === "alarm") {
      const { rows } = await pool.query<{ feed_id: string }>(
        `insert into recount.feed (dossier, name, url, current_url, outlet, language, country, kind, next_poll_at)
         values ('istanbul', 'feed', 'https://f.example', 'https://f.example', 'F', 'en', 'GB', 'articles', $1)
         on conflict (dossier, name) do update set kind = excluded.kind returning feed_id`,
        [now],
      );
      const id = rows[0]?.feed_id;
      if ((await run(pool, "feed/end-alarm", [id, "silent", now])) === 0)
        await run(pool, "feed/raise-alarm", [id, "silent", now, now, "silent", "wait"]);
    } else if (what === "gone") {
      await pool.query("update recount.report set state = 'gone', gone_at = $1 where gone_at is null", [now]);
    } else {
      const waiting = await reviewQueue(pool, "istanbul", null, 9);
      const number = waiting[which % Math.max(waiting.length, 1)]?.number;
      if (number !== undefined) {
        await decide(pool, istanbul, { number, verdict: what, why: "so it is", by: "Ann" }, now);
        await compareAll(context);
      }
    }
  }

  const views = readdirSync(join(projectRoot, "sql", "as-of")).map((file) => file.replace(".sql", ""));

  /** The answers of all views, and of what the commands show, each row as text. */
  async function answers(at: Date | null): Promise<Record<string, string[]>> {
    const found: Record<string, string[]> = {};
    for (const view of views) {
      const { rows } = await readOnly(database.pool, `select * from recount.${view}`, at);
      found[view] = rows.map((row) => JSON.stringify(row)).sort();
    }
    for (const table of ["history", "events", "changes"] as const)
      found[`export of ${table}`] = await transaction(database.pool, async (client) => {
        const rows = [];
        for await (const page of exportRows(client, table, "istanbul", at)) rows.push(...page);
        return rows.map((row) => JSON.stringify(row));
      });
    const span = { dossier: "istanbul", since: null, metric: null, after: 0, until: at };
    found["changes"] = (await changesBetween(database.pool, span)).map((row) => JSON.stringify(row));
    const shown = await shownReport(database.pool, address, at);
    found["report"] = [...(shown?.figures ?? []), ...(shown?.statuses ?? [])].map((row) => JSON.stringify(row));
    return found;
  }

  it("is, for every view, what the view answered then, whatever came later", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10 }), async (steps) => {
        await forgetAll();
        clock.set(new Date("2026-03-01T12:00:00Z"));
        const then: [Date, Record<string, string[]>][] = [];
        for (const next of steps) {
          await play(next);
          then.push([clock.now(), await answers(null)]);
        }
        for (const [at, was] of then) expect(await answers(at)).toEqual(was);
      }),
      { numRuns: 10, seed: 20_260_301 },
    );
  }, 300_000);
});
