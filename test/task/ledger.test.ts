import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ManualClock } from "../../src/runtime/clock.ts";
import type { TaskContext } from "../../src/task/context.ts";
import { freshDatabase, type TestDatabase } from "../support/postgres.ts";
import { taskContext } from "../support/task-context.ts";
import { recalledReports, type ToldText, tellText, toldExchanges } from "../support/told-reports.ts";

const exchanges = toldExchanges();
const reports = [...exchanges.flatMap((exchange) => exchange.reports), ...recalledReports()];
const byTime = reports.toSorted((a, b) => a.at.getTime() - b.at.getTime());
const columns = ["persons_to_ukraine", "persons_to_russia", "bodies_to_ukraine", "bodies_to_russia"];
const listed = new Set(exchanges.flatMap(({ day, ledger }) => Object.keys(ledger).map((metric) => `${day} ${metric}`)));
let database: TestDatabase;
let context: TaskContext;
let clock: ManualClock;
let folder: string;

beforeAll(async () => {
  database = await freshDatabase();
  clock = new ManualClock(new Date("2026-06-01T12:00:00Z"));
  context = taskContext(database.pool, clock);
  folder = context.config.data;
});

afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function tellAll(list: readonly ToldText[]): Promise<void> {
  await database.pool.query("truncate recount.report, recount.baseline, recount.event cascade");
  for (const [index, report] of list.entries()) {
    clock.set(new Date(Date.parse("2026-06-01T12:00:00Z") + index * 60_000));
    await tellText(context, report);
  }
}

interface EventRow {
  readonly day: string;
  readonly metric: string;
  readonly low: number;
  readonly high: number;
  readonly disputed: boolean;
}

/** "2025-06-16 bodies_to_ukraine 1245..1248 disputed": the ledger's rows that the table has columns for. */
async function ledgerRows(): Promise<string[]> {
  const { rows } = await database.pool.query<EventRow>(
    "select day::text, metric, low::int, high::int, disputed from recount.event_ledger",
  );
  return rows
    .filter(({ day, metric }) => columns.includes(metric) || listed.has(`${day} ${metric}`))
    .map(({ day, metric, low, high, disputed }) => {
      const count = low === high ? String(low) : `${String(low)}..${String(high)}`;
      return `${day} ${metric} ${count}${disputed ? " disputed" : ""}`;
    })
    .sort();
}

const table = exchanges
  .flatMap(({ day, ledger, disputed }) =>
    Object.entries(ledger).map(
      ([metric, count]) => `${day} ${metric} ${String(count)}${disputed.includes(metric) ? " disputed" : ""}`,
    ),
  )
  .sort();

async function standing() {
  const read = async (text: string) => (await database.pool.query<Record<string, unknown>>(text)).rows;
  return {
    figures: await read("select line, min, max, qualifier, as_of, outlet from recount.figure_latest order by line"),
    events: await read(
      `select metric, day, last_day, printed, voices, reports, disputed, claims, vague, first_report_at, last_report_at
       from recount.event_ledger order by metric, day, low`,
    ),
    totals: await read("select metric, low, high, centre, events from recount.running_total order by metric"),
  };
}

describe("the exchanges since 2022, told in four languages", () => {
  it("come out as the table, row by row, disputes included", async () => {
    await tellAll(byTime);
    expect(await ledgerRows()).toEqual(table);
  }, 120_000);

  it("come out the same in whichever order the reports arrive", async () => {
    const before = await standing();
    await tellAll(byTime.toReversed());
    expect(await standing()).toEqual(before);
    // Every seventh first: late and early reports of one exchange change places.
    await tellAll([...Array(7).keys()].flatMap((rest) => byTime.filter((_, index) => index % 7 === rest)));
    expect(await standing()).toEqual(before);
  }, 240_000);

  it("change nothing when all are told again", async () => {
    const before = await standing();
    const changes = async () => (await database.pool.query("select from recount.change")).rowCount;
    const count = await changes();
    for (const report of byTime) await tellText(context, report);
    expect(await standing()).toEqual(before);
    expect(await changes()).toBe(count);
  }, 120_000);
});
