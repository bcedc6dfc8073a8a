import { type Command, Option } from "commander";
import { counted } from "../runtime/counted.ts";
import { readOnly, type SqlResult } from "../store/read-only.ts";
import { csvLine } from "./csv.ts";
import { withHistory } from "./database.ts";
import { instant } from "./instant.ts";
import { table } from "./terminal.ts";

interface Options {
  readonly asOf?: Date;
  readonly csv?: true;
  readonly json?: true;
}

/** `recount sql`: one read-only question. */
export function addSqlCommand(program: Command): void {
  program
    .command("sql")
    .description("ask the history in SQL; reads only, and gives up after a minute")
    .argument("<statement>", "one select")
    .option("--as-of <time>", "what the views showed at that time: 7d ago, a date or a time, in UTC", instant)
    .addOption(new Option("--csv", "comma-separated values with a head line").conflicts("json"))
    .option("--json", "one JSON object a row")
    .addHelpText(
      "after",
      '\nExamples:\n  recount sql "select * from recount.baseline_comparison"\n' +
        '  recount sql --as-of 2026-03-01 "select metric, low, high from recount.running_total"',
    )
    .action(async (statement: string, options: Options) => {
      const result = await withHistory((pool) => readOnly(pool, statement, options.asOf ?? null));
      process.stdout.write(format(result, options));
    });
}

function format({ columns, rows }: SqlResult, { csv, json }: Options): string {
  if (json) return rows.map((row) => `${JSON.stringify(asObject(columns, row))}\n`).join("");
  if (csv) return [columns, ...rows.map((row) => row.map(cellText))].map(csvLine).join("");
  const count = `(${counted(rows.length, "row")})`;
  return `${table(
    columns,
    rows.map((row) => row.map(cellText)),
  )}\n${count}\n`;
}

function asObject(columns: readonly string[], row: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(columns.map((column, index) => [column, row[index]]));
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString();
  return typeof value === "string" ? value : JSON.stringify(value);
}
