import type { PoolClient } from "pg";
import { z } from "zod";
import { type TableName, tables } from "../export/table.ts";
import type { Row } from "../export/write.ts";

const pageRows = 2_000;
const cell = z.union([z.string(), z.number(), z.boolean(), z.date(), z.null()]);

const sources = {
  history: "recount.figure_history where dossier = $1 order by figure_id",
  events: "recount.event_ledger where dossier = $1 order by day, metric, event_id",
  changes: "recount.change_log where dossier = $1 order by change_id",
} as const;
const sourcesAsOf = {
  history: "recount.figure_history_as_of($2, $1) order by figure_id",
  events: "recount.event_ledger_as_of($2, $1) order by day, metric, event_id",
  changes: "recount.change_log_as_of($2, $1) order by change_id",
} as const;

/**
 * The rows of a table, a page at a time, out of a cursor on the client's open transaction.
 * @param at what was known then; null for what is known now
 */
export async function* exportRows(
  client: PoolClient,
  name: TableName,
  dossier: string,
  at: Date | null,
): AsyncGenerator<readonly Row[]> {
  const columns = tables[name].columns.map((column) => `"${column.name}"`).join(", ");
  const source = at === null ? sources[name] : sourcesAsOf[name];
  const values = at === null ? [dossier] : [dossier, at];
  await client.query(`declare exported no scroll cursor for select ${columns} from ${source}`, values);
  for (;;) {
    const { rows } = await client.query<unknown[]>({
      text: `fetch ${String(pageRows)} from exported`,
      rowMode: "array",
    });
    if (rows.length > 0) yield rows.map((row) => z.array(cell).parse(row));
    if (rows.length < pageRows) break;
  }
  await client.query("close exported");
}
