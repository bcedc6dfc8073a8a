import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Pool, PoolClient } from "pg";
import type { Dossier } from "../src/dossier/dossier.ts";
import {
  columns,
  csvRow,
  daysOf,
  figuresPerReport,
  reportRows,
  type Table,
  tables,
  writeLedger,
} from "./history-model.ts";

const chunk = 20_000;

/** Brings a database to so many figures by COPY; what is there stays. */
export async function loadHistory(pool: Pool, dossiers: readonly Dossier[], figures: number): Promise<void> {
  const client = await pool.connect();
  const folder = mkdtempSync(join(tmpdir(), "recount-copy-"));
  chmodSync(folder, 0o755);
  try {
    const known = await knownReports(client);
    if (known * figuresPerReport >= figures) return;
    // The model's rows refer to one another rightly; and an index that is built at the end is built by sorting.
    await client.query("set session_replication_role = replica");
    await client.query("set maintenance_work_mem = '512MB'");
    const indexes = await dropIndexes(client);
    await copyAll(client, folder, dossiers, { from: known, to: figures / figuresPerReport });
    for (const definition of indexes) await client.query(definition);
    await writeLedger(client, dossiers, daysOf(figures, dossiers.length));
    await client.query(`insert into recount.line (line, dossier, metric, series, claimant)
      select distinct line, dossier, metric, series, claimant from recount.figure
      where trusted and (scope <> 'event' or act <> 'returned') on conflict do nothing`);
    for (const name of ["report", "revision", "extraction", "figure", "change", "event"])
      await client.query(
        `select setval(pg_get_serial_sequence('recount.${name}', '${name}_id'), coalesce((select max(${name}_id) from recount.${name}), 0) + 1000000)`,
      );
    await client.query("vacuum analyze");
  } finally {
    rmSync(folder, { recursive: true, force: true });
    client.release(true);
  }
}

async function knownReports(client: PoolClient): Promise<number> {
  const { rows } = await client.query<{ known: number }>(
    "select coalesce(max(report_id), 0)::int as known from recount.report where outlet <> 'Bench'",
  );
  return rows[0]?.known ?? 0;
}

/** Drops the indexes that stand for no constraint; returns what makes them again. */
async function dropIndexes(client: PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i
     where i.indrelid = any ($1::regclass[]) and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
    [[...tables, "event"].map((table) => `recount.${table}`)],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}

/** Files of one chunk are written while the server reads those of the chunk before. */
async function copyAll(
  client: PoolClient,
  folder: string,
  dossiers: readonly Dossier[],
  reports: { readonly from: number; readonly to: number },
): Promise<void> {
  let copying = Promise.resolve();
  for (let from = reports.from; from < reports.to; from += chunk) {
    const files = writeFiles(folder, dossiers, from, Math.min(from + chunk, reports.to));
    await copying;
    copying = copyFiles(client, files);
    // Whoever awaits it later hears of its failure.
    copying.catch(() => undefined);
  }
  await copying;
}

function writeFiles(folder: string, dossiers: readonly Dossier[], from: number, to: number): Map<Table, string> {
  const files = new Map<Table, string>();
  const handles = new Map<Table, number>();
  for (const table of tables) {
    const file = join(folder, `${table}-${String(from)}.csv`);
    files.set(table, file);
    handles.set(table, openSync(file, "w", 0o644));
  }
  for (let start = from; start < to; start += 1_000) {
    const lines = new Map<Table, string[]>(tables.map((table) => [table, []]));
    for (let id = start + 1; id <= Math.min(start + 1_000, to); id += 1) {
      const dossier = dossiers[id % dossiers.length];
      if (dossier === undefined) throw new Error("no story");
      const found = reportRows(id, dossier.name, Math.floor(id / dossiers.length), dossier.metrics);
      for (const table of tables) for (const row of found[table]) lines.get(table)?.push(csvRow(row));
    }
    for (const table of tables) writeSync(handles.get(table) ?? 0, lines.get(table)?.join("") ?? "");
  }
  for (const handle of handles.values()) closeSync(handle);
  return files;
}

async function copyFiles(client: PoolClient, files: ReadonlyMap<Table, string>): Promise<void> {
  for (const [table, file] of files) {
    await client.query(`copy recount.${table} (${columns[table]}) from '${file}' with (format csv)`);
    rmSync(file);
  }
}
