import { describe, expect, it } from "vitest";
import { asOfStatement } from "../../src/store/as-of.ts";

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
