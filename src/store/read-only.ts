import { DatabaseError, type Pool } from "pg";
import { RecountError } from "../runtime/errors.ts";
import { asOfStatement } from "./as-of.ts";
import { readerRole } from "./embedded/session.ts";

export interface SqlResult {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/**
 * Runs one statement that cannot write: a read-only transaction under the role that sees the views alone.
 * @param asOf what the views showed then; null for what they show now
 * @throws RecountError SQL_FAILED with the server's words, SQL_WITHOUT_PAST
 */
export async function readOnly(pool: Pool, statement: string, asOf: Date | null = null): Promise<SqlResult> {
  const asked = asOf === null ? statement : asOfStatement(statement);
  const client = await pool.connect();
  try {
    await client.query("begin read only");
    await client.query("set local statement_timeout = '60s'");
    const { rowCount } = await client.query("select from pg_roles where rolname = $1 and pg_has_role(oid, 'member')", [
      readerRole,
    ]);
    if (rowCount === 1) await client.query(`set local role ${readerRole}`);
    // The extended protocol takes one statement only: nothing can follow a smuggled "commit". pg uses it without values
    // only when told to, which its types do not know.
    if (asOf !== null) await client.query("select set_config('recount.as_of', $1, true)", [asOf.toISOString()]);
    const question = { text: asked, rowMode: "array" as const, queryMode: "extended" };
    const result = await client.query<unknown[]>(question);
    return { columns: result.fields.map((field) => field.name), rows: result.rows };
  } catch (cause) {
    if (!(cause instanceof DatabaseError)) throw cause;
    const place = cause.position === undefined || asOf !== null ? "" : ` at character ${cause.position}`;
    throw new RecountError("SQL_FAILED", "never", `${cause.message}${place}`, hint(cause), { cause });
  } finally {
    await client.query("rollback").catch(() => undefined);
    client.release();
  }
}

function hint(cause: DatabaseError): string {
  if (cause.code === "42501")
    return "Ask the views of schema recount; docs/sql.md lists them. The tables below them are not for reading.";
  if (cause.code === "25006") return "recount sql only reads; decisions are recorded with recount review.";
  return cause.hint ?? "Correct the statement; docs/sql.md lists the views and their columns.";
}
