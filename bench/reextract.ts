// How many stored texts a second `recount reextract` reads: where each text's figures are written for the first time, where the
// same comes out (the usual case), and where one text in a hundred or every text comes out otherwise.
// npm run bench:reextract -- 100000
import { loadDossier } from "../src/dossier/load.ts";
import { PageReader } from "../src/report/page-reader.ts";
import { systemClock } from "../src/runtime/clock.ts";
import { readConfig } from "../src/runtime/config.ts";
import { defaultPolicy, openHttp } from "../src/runtime/http.ts";
import { silentLog } from "../src/runtime/log.ts";
import { reextract } from "../src/task/reextract.ts";
import { openBenchServer } from "./server.ts";

/** One report of the model: a wire story of four sentences with an exchange, its counterpart, a total and background. */
const generate = `
with report as (
  insert into recount.report (dossier, canonical_url, outlet, seen_at, published_at, backfilled, headline_only, state)
  select 'istanbul', 'https://bench.example/' || n, 'Outlet ' || n % 40, at, at, true, false, 'read'
  from generate_series(1, $1::integer) n, lateral (select timestamptz '2025-01-01' + n * interval '400 seconds' as at) t
  returning report_id, published_at
)
insert into recount.revision (report_id, number, text_hash, text, language, read_by, recorded_at)
select report_id, 1, md5(report_id::text), format(
    'Russia handed over %s bodies of fallen soldiers to Ukraine on Thursday, Vladimir Medinsky said. '
    || 'Russia received %s bodies in return.' || chr(10)
    || 'Ukraine''s coordination staff confirmed the exchange and said that more than %s people had come home since the start of the year. '
    || 'The next round of talks in Istanbul has not been agreed; an official recalled that each side had freed %s prisoners in May.',
    900 + report_id % 400, 10 + report_id % 60, 1000 + report_id % 5000, 100 + report_id % 300), 'en', 'bench', published_at
from report`;

const count = Number(process.argv[2] ?? 10_000);
const server = await openBenchServer(undefined);
const pool = await server.openDatabase("texts");
const dossier = loadDossier("istanbul");
const http = openHttp(defaultPolicy);
const context = {
  ...{ pool, clock: systemClock, log: silentLog, dossiers: [dossier], config: readConfig({}), http },
  pages: new PageReader(),
};
await pool.query(generate, [count]);

// The comparison of what was found is not measured here: it is taken to be done after each run.
const compared = `insert into recount.comparison select extraction_id, now() from recount.extraction where retired_at is null
  on conflict do nothing`;
/** What another version would read otherwise: an amount of every text, and of one in a hundred. */
const edits = {
  first: "",
  same: "",
  "1 % changed":
    "update recount.figure set min = min + 1, max = max + 1, reading = reading || '!' where report_id % 100 = 0",
  "all changed":
    "update recount.figure set min = min + 1, max = max + 1, reading = reading || '?' where retired_at is null",
};
const table: Record<string, object> = {};
for (const [version, edit] of Object.entries(edits)) {
  if (edit !== "") await pool.query(edit);
  await pool.query("vacuum analyze");
  const begunMs = performance.now();
  const quiet = { onDifference: () => undefined, onProgress: () => undefined };
  const { read, different } = await reextract(context, dossier, { dryRun: false, version, ...quiet });
  const seconds = (performance.now() - begunMs) / 1_000;
  table[version] = {
    ...{ texts: read, written: different, seconds: seconds.toFixed(1), "texts a second": Math.round(read / seconds) },
  };
  await pool.query(compared);
}
console.table(table);
await http.close();
await server.close();
