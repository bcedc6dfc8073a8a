import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Pool, PoolClient, QueryConfig } from "pg";
import type { ZodType } from "zod";
import { projectRoot } from "../runtime/project.ts";

/** Where a statement runs: the pool, or the client of an open transaction. */
export type Db = Pool | PoolClient;

const texts = new Map<string, string>();

/** Runs `sql/queries/NAME.sql` and decodes each row. */
export async function rows<Row>(db: Db, name: string, values: readonly unknown[], row: ZodType<Row>): Promise<Row[]> {
  const result = await db.query<Record<string, unknown>>(prepared(name, values));
  return result.rows.map((found) => row.parse(found));
}

/** The first row, or undefined. */
export async function firstRow<Row>(
  db: Db,
  name: string,
  values: readonly unknown[],
  row: ZodType<Row>,
): Promise<Row | undefined> {
  return (await rows(db, name, values, row))[0];
}

/** Runs a statement for its effect; returns how many rows it touched. */
export async function run(db: Db, name: string, values: readonly unknown[]): Promise<number> {
  return (await db.query(prepared(name, values))).rowCount ?? 0;
}

/** Named, so that a connection parses and plans a statement once and not at each of its turns. */
function prepared(name: string, values: readonly unknown[]): QueryConfig {
  return { name, text: statement(name), values: [...values] };
}

function statement(name: string): string {
  const known = texts.get(name);
  if (known !== undefined) return known;
  const text = readFileSync(join(projectRoot, "sql", "queries", `${name}.sql`), "utf8");
  texts.set(name, text);
  return text;
}
