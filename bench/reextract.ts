// How many stored texts a second `recount reextract` reads: once where each text's figures are written for the first time,
// and once where the same comes out, which is the usual case.
// DATABASE_URL=… npm run bench:reextract -- 100000
import { Pool } from "pg";
import { loadDossier } from "../src/dossier/load.ts";
import { PageReader } from "../src/report/page-reader.ts";
import { systemClock } from "../src/runtime/clock.ts";
import { readConfig } from "../src/runtime/config.ts";
import { defaultPolicy, openHttp } from "../src/runtime/http.ts";
import { silentLog } from "../src/runtime/log.ts";
import { migrate } from "../src/store/migrate.ts";
import { reextract } from "../src/task/reextract.ts";

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
const pool = new Pool({ connectionString: process.env["DATABASE_URL"] });
const dossier = loadDossier("istanbul");
const http = openHttp(defaultPolicy);
const context = {
  ...{ pool, clock: systemClock, log: silentLog, dossiers: [dossier], config: readConfig(), http },
  pages: new PageReader(),
};

await migrate(pool);
await pool.query(generate, [count]);
// The comparison of what was found is not measured here: it is taken to be done between the two.
const compared = `insert into recount.comparison select extraction_id, now() from recount.extraction where retired_at is null
  on conflict do nothing`;
for (const version of ["first", "second"]) {
  if (version === "second") await pool.query(compared);
  const begunMs = performance.now();
  const quiet = { onDifference: () => undefined, onProgress: () => undefined };
  const { read, different } = await reextract(context, dossier, { dryRun: false, version, ...quiet });
  const seconds = (performance.now() - begunMs) / 1_000;
  process.stdout.write(
    `${version}: ${String(read)} texts, ${String(different)} written, ${seconds.toFixed(1)} s, ${String(Math.round(read / seconds))} a second\n`,
  );
}
await http.close();
await pool.end();
