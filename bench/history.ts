import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Pool } from "pg";
import type { Dossier } from "../src/dossier/dossier.ts";
import { loadDossier } from "../src/dossier/load.ts";
import type { Figure } from "../src/figure/figure.ts";
import { PageReader } from "../src/report/page-reader.ts";
import { ManualClock } from "../src/runtime/clock.ts";
import { readConfig } from "../src/runtime/config.ts";
import { defaultPolicy, openHttp } from "../src/runtime/http.ts";
import { silentLog } from "../src/runtime/log.ts";
import { syncBaseline } from "../src/store/baseline.ts";
import { baselineComparison, changeLog, figuresOf, runningTotals, standingClaims } from "../src/store/dashboard.ts";
import { quietPool } from "../src/store/database.ts";
import { openEmbedded } from "../src/store/embedded/embedded.ts";
import { saveExtraction } from "../src/store/figure.ts";
import { migrate } from "../src/store/migrate.ts";
import { transaction } from "../src/store/transaction.ts";
import { compare } from "../src/task/compare.ts";
import {
  columns,
  csvRow,
  eventRows,
  figuresPerReport,
  type Row,
  reportRows,
  reportsPerDay,
  type Table,
} from "./history-model.ts";

// How the views answer, and what a report costs, as the history grows: figures of the model in bench/history-model.ts by COPY
// into an embedded Postgres of its own.
const wanted = Number(process.argv[2] ?? 100_000);
if (!Number.isInteger(wanted) || wanted < 10_000) {
  console.error("usage: npm run bench:history -- [FIGURES]   (10000 or more; 100000 unless told)");
  process.exit(2);
}
const stories = 10;
const small = 10_000;
const repeats = 60;
const chunk = 20_000;

const istanbul = loadDossier("istanbul");
const dossiers: Dossier[] = Array.from({ length: stories }, (_, index) => ({
  ...istanbul,
  name: `story_${String(index)}`,
}));
const folder = mkdtempSync(join(tmpdir(), "recount-bench-"));
chmodSync(folder, 0o755);
const server = await openEmbedded({ dataDirectory: join(folder, "data"), sqlPort: null, use: "command" }, silentLog);
const host = encodeURIComponent(server.socket);
const connectionString = `postgresql://recount@/postgres?host=${host}&port=${String(server.port)}`;
const pool = quietPool(new Pool({ connectionString, max: 2 }), silentLog);
try {
  await migrate(pool);
  for (const dossier of dossiers)
    await transaction(pool, (client) => syncBaseline(client, dossier, new Date("2025-12-31T00:00:00Z")));
  const table: Record<string, object> = {};
  for (const size of [small, ...(wanted > small ? [wanted] : [])]) {
    const startMs = performance.now();
    await load(size);
    console.log(`${size.toLocaleString("en")} figures after ${((performance.now() - startMs) / 1000).toFixed(0)} s`);
    table[size.toLocaleString("en")] = { ...(await questions(size)), ...(await insertions(size)) };
  }
  console.table(table);
  const sizes = await pool.query("select pg_size_pretty(pg_database_size(current_database())) as size");
  console.log(sizes.rows[0]);
} finally {
  await pool.end();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Brings the database to a size; what is there stays. */
async function load(size: number): Promise<void> {
  const { rows } = await pool.query<{ known: number }>(
    "select coalesce(max(report_id), 0)::int as known from recount.report where outlet <> 'Bench'",
  );
  const first = rows[0]?.known ?? 0;
  const last = size / figuresPerReport;
  for (let from = first; from < last; from += chunk) await copyReports(from, Math.min(from + chunk, last));
  const days = Math.ceil(last / stories / reportsPerDay);
  await pool.query("truncate recount.event");
  await copy(
    "event",
    dossiers.flatMap(({ name }) => eventRows(name, days, istanbul.metrics)),
  );
  await pool.query(`insert into recount.line (line, dossier, metric, series, claimant)
    select distinct line, dossier, metric, series, claimant from recount.figure
    where trusted and (scope <> 'event' or act <> 'returned') on conflict do nothing`);
  for (const name of ["report", "revision", "extraction", "figure", "change", "event"])
    await pool.query(
      `select setval(pg_get_serial_sequence('recount.${name}', '${name}_id'), coalesce((select max(${name}_id) from recount.${name}), 0) + 1000000)`,
    );
  await pool.query("vacuum analyze");
}

async function copyReports(from: number, to: number): Promise<void> {
  const rows = new Map<string, Row[]>();
  for (let id = from + 1; id <= to; id += 1) {
    const story = dossiers[id % stories]?.name ?? "";
    const found = reportRows(id, story, Math.floor(id / stories), istanbul.metrics);
    for (const [name, list] of Object.entries(found)) push(rows, name, list);
  }
  for (const name of ["report", "revision", "extraction", "comparison", "figure", "change"] as const)
    await copy(name, rows.get(name) ?? []);
}

function push(rows: Map<string, Row[]>, name: string, list: readonly Row[]): void {
  const known = rows.get(name);
  if (known === undefined) rows.set(name, [...list]);
  else known.push(...list);
}

async function copy(table: Table, rows: readonly Row[]): Promise<void> {
  const file = join(folder, `${table}.csv`);
  const handle = openSync(file, "w", 0o644);
  for (let at = 0; at < rows.length; at += 5_000)
    writeSync(
      handle,
      rows
        .slice(at, at + 5_000)
        .map(csvRow)
        .join(""),
    );
  closeSync(handle);
  await pool.query(`copy recount.${table} (${columns[table]}) from '${file}' with (format csv)`);
  rmSync(file);
}

/** 95 % of the answers within so many milliseconds. */
async function questions(size: number): Promise<Record<string, string>> {
  const days = Math.ceil(size / figuresPerReport / stories / reportsPerDay);
  const instant = (share: number) =>
    new Date(Date.parse("2026-01-01T12:00:00Z") + Math.floor(share * days) * 86_400_000);
  const asked: Record<string, (story: string, share: number) => Promise<unknown>> = {
    latest: (story) => standingClaims(pool, story, null),
    "one series": (story) => figuresOf(pool, story, "bodies_to_ukraine", 200),
    comparison: async (story) => [await baselineComparison(pool, story, null), await runningTotals(pool, story, null)],
    "log page": (story) => changeLog(pool, story, { metric: null, kind: null, before: null, limit: 50 }),
    "as of": (story, share) => baselineComparison(pool, story, instant(share)),
    "latest as of": (story, share) => standingClaims(pool, story, instant(share)),
  };
  const found: Record<string, string> = {};
  for (const [name, ask] of Object.entries(asked)) {
    const times: number[] = [];
    for (let run = 0; run < repeats + 5; run += 1) {
      const startMs = performance.now();
      await ask(dossiers[run % stories]?.name ?? "", (run % 10) / 10);
      if (run >= 5) times.push(performance.now() - startMs);
    }
    found[name] = `${percentile(times, 0.95).toFixed(1)} ms`;
  }
  return found;
}

async function insertions(size: number): Promise<Record<string, string>> {
  const days = Math.ceil(size / figuresPerReport / stories / reportsPerDay);
  const day = new Date(Date.parse("2026-01-01T12:00:00Z") + days * 86_400_000).toISOString().slice(0, 10);
  const clock = new ManualClock(new Date(`${day}T12:00:00Z`));
  const config = readConfig({});
  const context = {
    pool,
    clock,
    log: silentLog,
    dossiers,
    config,
    http: openHttp(defaultPolicy),
    pages: new PageReader(),
  };
  const times: number[] = [];
  for (let run = 0; run < repeats; run += 1) {
    const dossier = dossiers[run % stories] ?? istanbul;
    const startMs = performance.now();
    const extractionId = await transaction(pool, async (client) => {
      const one = async (text: string, values: unknown[]) =>
        (await client.query<{ id: string }>(text, values)).rows[0]?.id ?? "";
      const reportId = await one(
        `insert into recount.report (dossier, canonical_url, outlet, seen_at, published_at, backfilled, headline_only)
         values ($1, $2, 'Bench', $3, $3, false, false) returning report_id as id`,
        [dossier.name, `https://bench.example/${String(size)}/${String(run)}`, clock.now()],
      );
      const revisionId = await one(
        `insert into recount.revision (report_id, number, text_hash, text, language, read_by, recorded_at)
         values ($1, 1, $2, 'text', 'en', 'bench', $3) returning revision_id as id`,
        [reportId, `b${String(size)}-${String(run)}`, clock.now()],
      );
      return saveExtraction(client, {
        ...{ dossier, reportId, revisionId, revisionNumber: 1, revisionHash: "b", text: "text" },
        ...{ extractorVersion: "bench", storyHash: "bench", now: clock.now() },
        reading: { language: "en", figures: fiveFigures(day, run), statuses: [] },
      });
    });
    await compare(context, { extractionId });
    times.push(performance.now() - startMs);
  }
  return {
    "report of five, median": `${percentile(times, 0.5).toFixed(1)} ms`,
    p95: `${percentile(times, 0.95).toFixed(1)} ms`,
  };
}

function fiveFigures(day: string, run: number): Figure[] {
  const figure = (thing: string, scope: Figure["scope"], min: number, way: "to" | "back"): Figure => ({
    ...{
      thing,
      group: null,
      act: "returned",
      reach: "one_way",
      min,
      max: min,
      qualifier: "exact",
      scope,
      period: null,
    },
    ...(way === "to" ? { from: "RU", to: "UA" } : { from: "UA", to: "RU" }),
    ...{ basis: scope === "event" ? null : { start: `${day.slice(0, 4)}-01-01`, end: null, frame: null } },
    ...{ asOf: day, speaker: null, speakerSide: "UA", trace: ["bench"], confidence: 0.9 },
    evidence: { quote: String(min), start: 0, end: 4, cues: [] },
  });
  return [
    figure("servicemen", "event", 100, "to"),
    figure("servicemen", "event", 100, "back"),
    figure("bodies", "event", 1000, "to"),
    figure("bodies", "cumulative", 9000 + run, "to"),
    figure("servicemen", "cumulative", 5000 + run, "to"),
  ];
}

function percentile(times: readonly number[], part: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}
