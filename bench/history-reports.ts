import type { Pool } from "pg";
import { addDays } from "../src/change/day.ts";
import type { Dossier } from "../src/dossier/dossier.ts";
import type { Figure } from "../src/figure/figure.ts";
import { PageReader } from "../src/report/page-reader.ts";
import { ManualClock } from "../src/runtime/clock.ts";
import { readConfig } from "../src/runtime/config.ts";
import { defaultPolicy, openHttp } from "../src/runtime/http.ts";
import { silentLog } from "../src/runtime/log.ts";
import { saveExtraction } from "../src/store/figure.ts";
import { transaction } from "../src/store/transaction.ts";
import { compare } from "../src/task/compare.ts";
import { daysOf, firstDay } from "./history-model.ts";
import { percentile } from "./percentile.ts";

const repeats = 200;
const warmUps = 20;

/**
 * What a report with five figures costs, written and compared: one in each database in turn, so that whatever else the machine
 * does meets all of them alike.
 * @returns size of the history → columns of the table
 */
export async function reportTimes(
  pools: ReadonlyMap<number, Pool>,
  dossiers: readonly Dossier[],
): Promise<Map<number, Record<string, string>>> {
  const times = new Map<number, number[]>([...pools.keys()].map((size) => [size, []]));
  for (let run = 0; run < repeats + warmUps; run += 1) {
    // Each time another is first.
    const turn = run % 2 === 0 ? [...pools] : [...pools].reverse();
    for (const [size, pool] of turn) {
      const ms = await tellReport(pool, dossiers, size, run);
      if (run >= warmUps) times.get(size)?.push(ms);
    }
  }
  const least = percentile([...(times.values().next().value ?? [])], 0.5);
  return new Map(
    [...times].map(([size, list]) => [
      size,
      {
        "report of five, median": `${percentile(list, 0.5).toFixed(1)} ms`,
        p95: `${percentile(list, 0.95).toFixed(1)} ms`,
        ratio: (percentile(list, 0.5) / least).toFixed(2),
      },
    ]),
  );
}

/** @returns how long it took, in milliseconds */
async function tellReport(pool: Pool, dossiers: readonly Dossier[], size: number, run: number): Promise<number> {
  const dossier = dossiers[run % dossiers.length];
  if (dossier === undefined) throw new Error("no story");
  const day = addDays(firstDay, daysOf(size, dossiers.length));
  const clock = new ManualClock(new Date(`${day}T12:00:00Z`));
  const { name: story } = dossier;
  const startMs = performance.now();
  const extractionId = await transaction(pool, async (client) => {
    const one = async (text: string, values: unknown[]) =>
      (await client.query<{ id: string }>(text, values)).rows[0]?.id ?? "";
    const url = `https://bench.example/${process.pid.toString()}/${String(size)}/${String(run)}`;
    const reportId = await one(
      `insert into recount.report (dossier, canonical_url, outlet, seen_at, published_at, backfilled, headline_only)
       values ($1, $2, 'Bench', $3, $3, false, false) returning report_id as id`,
      [story, url, clock.now()],
    );
    const revisionId = await one(
      `insert into recount.revision (report_id, number, text_hash, text, language, read_by, recorded_at)
       values ($1, 1, $2, 'text', 'en', 'bench', $3) returning revision_id as id`,
      [reportId, url, clock.now()],
    );
    return saveExtraction(client, {
      ...{ dossier, reportId, revisionId, revisionNumber: 1, revisionHash: "b", text: "text" },
      ...{ extractorVersion: "bench", storyHash: "bench", now: clock.now() },
      reading: { language: "en", figures: fiveFigures(day, run), statuses: [] },
    });
  });
  await compare({ ...surroundings, pool, clock, dossiers }, { extractionId });
  return performance.now() - startMs;
}

const surroundings = {
  ...{ log: silentLog, config: readConfig({}), http: openHttp(defaultPolicy), pages: new PageReader() },
};

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
