import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Pool } from "pg";
import { projectRoot } from "../../src/runtime/project.ts";
import { readOnly } from "../../src/store/read-only.ts";

/** A question that users ask, with the statement that answers it. */
export interface Example {
  readonly name: string;
  readonly question: string;
  readonly statement: string;
}

/** An answer as text, so that it is the same on every server. */
export interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

const folder = join(projectRoot, "sql", "examples");

/** `sql/examples/*.sql` in the order of their names: a comment with the question, then one statement. */
export function readExamples(): Example[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".sql"));
  return files.sort().map((file) => {
    const text = readFileSync(join(folder, file), "utf8");
    const found = /^-- ([^\n]+\?)\n((?:.|\n)+;)\n$/.exec(text);
    const [, question, statement] = found ?? [];
    if (question === undefined || statement === undefined)
      throw new Error(`${file}: wants "-- a question?", then one statement that ends in a semicolon`);
    return { name: file.replace(/\.sql$/, ""), question, statement };
  });
}

/** Asks as the reader, who sees the views alone. */
export async function ask(pool: Pool, statement: string): Promise<Answer> {
  const { columns, rows } = await readOnly(pool, statement);
  return { columns, rows: rows.map((row) => row.map(cellText)) };
}

function cellText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return `${value.toISOString().slice(0, 16).replace("T", " ")} UTC`;
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The answer as a Markdown table, cut after so many rows. */
export function answerTable({ columns, rows }: Answer, shown = 15): string {
  const line = (cells: readonly (string | null)[]) =>
    `| ${cells.map((cell) => (cell ?? "").replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  const more = rows.length - shown;
  return [
    line(columns),
    line(columns.map(() => "---")),
    ...rows.slice(0, shown).map(line),
    ...(rows.length === 0 ? ["", "No rows."] : []),
    ...(more > 0 ? ["", `… and ${String(more)} more ${more === 1 ? "row" : "rows"}.`] : []),
  ].join("\n");
}
