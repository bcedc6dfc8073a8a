// How the views answer, and what a report costs, as the history grows: figures of the model in bench/history-model.ts by COPY
// into an embedded Postgres of its own.
import type { Pool } from "pg";
import type { Dossier } from "../src/dossier/dossier.ts";
import { loadDossier } from "../src/dossier/load.ts";
import { syncBaseline } from "../src/store/baseline.ts";
import { transaction } from "../src/store/transaction.ts";
import { loadHistory } from "./history-load.ts";
import { answerTimes } from "./history-questions.ts";
import { reportTimes } from "./history-reports.ts";
import { openBenchServer } from "./server.ts";

const figures = Number(process.argv[2] ?? 100_000);
if (!Number.isInteger(figures) || figures < 10_000) {
  console.error("usage: npm run bench:history -- [FIGURES [FOLDER]]   (10000 or more; 100000 unless told)");
  console.error("  FOLDER  where the databases stay for the next run; temporary unless told");
  process.exit(2);
}
const small = 10_000;
const istanbul = loadDossier("istanbul");
const dossiers: Dossier[] = Array.from({ length: 10 }, (_, index) => ({
  ...istanbul,
  name: `story_${String(index)}`,
}));

const server = await openBenchServer(process.argv[3]);
try {
  const pools = new Map<number, Pool>();
  for (const size of new Set([small, figures])) pools.set(size, await openHistory(size));
  const reports = await reportTimes(pools, dossiers);
  const table: Record<string, object> = {};
  for (const [size, pool] of pools)
    table[size.toLocaleString("en")] = { ...(await answerTimes(pool, dossiers, size)), ...reports.get(size) };
  console.table(table);
} finally {
  await server.close();
}

/** A database of its own with so many figures. */
async function openHistory(size: number): Promise<Pool> {
  const pool = await server.openDatabase(`figures_${String(size)}`);
  for (const dossier of dossiers)
    await transaction(pool, (client) => syncBaseline(client, dossier, new Date("2025-12-31T00:00:00Z")));
  const startMs = performance.now();
  await loadHistory(pool, dossiers, size);
  const seconds = ((performance.now() - startMs) / 1000).toFixed(0);
  const sizes = await pool.query<{ size: string }>(
    "select pg_size_pretty(pg_database_size(current_database())) as size",
  );
  console.log(`${size.toLocaleString("en")} figures, loaded in ${seconds} s, ${sizes.rows[0]?.size ?? ""}`);
  return pool;
}
