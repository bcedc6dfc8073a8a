import type { PoolClient } from "pg";
import { addDays } from "../src/change/day.ts";
import { lineKey, seriesKey } from "../src/change/key.ts";
import type { Metric } from "../src/change/metric.ts";
import type { Dossier } from "../src/dossier/dossier.ts";
import type { Basis } from "../src/figure/figure.ts";

/**
 * A described news world. Stories grow with time: each is told by 40 reports a day of five figures each: three of one
 * exchange, one total of the year, one of what is held. Every sixth day has an exchange of each metric, and each telling of
 * it makes another version of it in the ledger. One figure in a hundred was superseded by an edit, one report in five copies
 * an agency, one figure in five made a change.
 */
export const reportsPerDay = 40;
export const figuresPerReport = 5;
export const daysBetweenExchanges = 6;
export const firstDay = "2026-01-01";

/** Cells of one row in the order of the columns, as CSV wants them; null: nothing. */
export type Row = readonly (string | number | boolean | null)[];

export const columns = {
  report:
    "report_id,dossier,canonical_url,outlet,side,language,title,published_at,seen_at,backfilled,headline_only,state,read_at",
  revision: "revision_id,report_id,number,text_hash,text,language,agency,read_by,recorded_at",
  extraction: "extraction_id,dossier,revision_id,extractor_version,story_hash,recorded_at",
  comparison: "extraction_id,compared_at",
  figure:
    'extraction_id,dossier,report_id,revision_id,slot,reading,thing,"group",act,from_side,to_side,reach,min,max,qualifier,low,high,scope,' +
    "basis_known,basis_start,basis_end,basis_frame,as_of,speaker_side,claimant,metric,series,line,quote,quote_start,quote_end,cues," +
    "trace,confidence,trusted,recorded_at,retired_at,retired_reason,told_at,rank_day",
  change: "key,dossier,kind,metric,track,claimant,report_id,reason,needs_review,backfilled,noticed_at",
} as const;
export const tables = ["report", "revision", "extraction", "comparison", "figure", "change"] as const;
export type Table = (typeof tables)[number];

/** How many days of news so many figures are. */
export function daysOf(figures: number, stories: number): number {
  return Math.ceil(figures / figuresPerReport / stories / reportsPerDay);
}

const sides = ["RU", "UA", "unattributed"];
const thirty = Array.from({ length: 30 }, (_, index) => `Outlet ${String(index + 1)}`);

/** The rows that one report of one story brings; the same numbers make the same rows. */
export function reportRows(id: number, story: string, index: number, metrics: readonly Metric[]): Record<Table, Row[]> {
  const day = addDays(firstDay, Math.floor(index / reportsPerDay));
  const at = `${day}T${String(6 + (index % 16)).padStart(2, "0")}:00:00Z`;
  const outlet = thirty[index % 30] ?? "Outlet";
  const claimant = sides[index % 3] ?? "RU";
  const returned = exchanged(metrics);
  const held = metrics.filter((metric) => metric.act === "held");
  const figures = Array.from({ length: figuresPerReport }, (_, ordinal): Row => {
    const isEvent = ordinal < 3;
    const pool = ordinal === 4 ? held : returned;
    const metric = pool[(index + ordinal) % pool.length];
    if (metric === undefined) throw new Error("no metric");
    const exchangeDay = addDays(day, -(Math.floor(index / reportsPerDay) % daysBetweenExchanges));
    const basis: Basis = ordinal === 3 ? { start: `${day.slice(0, 4)}-01-01`, end: null, frame: null } : null;
    const asOf = isEvent ? exchangeDay : day;
    const scope = isEvent ? "event" : "cumulative";
    const series = seriesKey(metric, { scope, basis, asOf }) ?? "";
    const amount = isEvent ? 100 + (index % 7 === 0 ? 1 : 0) : 1_000 + Math.floor(index / reportsPerDay) + (index % 5);
    const slot = `${String(id)}|${metric.name}|${scope}|${String(ordinal)}`;
    const retired = (index + ordinal) % 100 === 0;
    return [
      ...[
        id,
        story,
        id,
        id,
        slot,
        `${slot}@1:h#${String(amount)}`,
        metric.thing,
        metric.group,
        metric.act,
        metric.from,
        metric.to,
      ],
      ...[metric.reach, amount, amount, "exact", amount, amount, scope, true, basis?.start ?? null, null, null, asOf],
      ...[claimant === "unattributed" ? null : claimant, claimant, metric.name, series, lineKey(series, claimant)],
      ...[
        `${String(amount)} ${metric.thing}`,
        0,
        10,
        "[]",
        "{model}",
        0.9,
        true,
        at,
        retired ? at : null,
        retired ? "superseded" : null,
        at,
        asOf,
      ],
    ];
  });
  const metric = returned[index % returned.length]?.name ?? "";
  const track = `${metric}|cumulative|${claimant}`;
  const reason = `The model says that ${metric} changed on ${day}.`;
  return {
    report: [
      [id, story, `https://${String(id)}.example/`, outlet, null, "en", "A report", at, at, false, false, "read", at],
    ],
    revision: [[id, id, 1, `h${String(id)}`, "text", "en", index % 5 === 0 ? "Agency" : null, "model", at]],
    extraction: [[id, story, id, "model", "model", at]],
    comparison: [[id, at]],
    figure: figures,
    change: [[`model|${String(id)}`, story, "confirmed", metric, track, claimant, id, reason, false, false, at]],
  };
}

function exchanged(metrics: readonly Metric[]): Metric[] {
  return metrics.filter((metric) => metric.act === "returned" && metric.reach === "one_way");
}

/** The ledger of the stories' first days, made anew: a row for each telling of each exchange, the last of which stands. */
export async function writeLedger(client: PoolClient, dossiers: readonly Dossier[], days: number): Promise<void> {
  const metrics = exchanged(dossiers[0]?.metrics ?? []).map(({ name }) => name);
  const tellings = Math.round((reportsPerDay * daysBetweenExchanges * 3) / metrics.length);
  const stories = dossiers.map(({ name }) => name);
  await client.query("truncate recount.event");
  await client.query(ledger, [stories, metrics, firstDay, days, daysBetweenExchanges, tellings]);
}

const ledger = `
insert into recount.event (dossier, metric, day, last_day, low, high, centre, printed, voices, reports, claims, figure_ids,
  disputed, recorded_at, retired_at)
select dossier, metric, day, day, 100, 101, 100.5, '100 to 101', least(20, told), told,
  '[{"claimant": "RU", "value": {"low": 100, "high": 101}, "voices": 20, "reports": 24}]', array_fill(1::bigint, array[told]),
  true, at, case when told < $6 then at + step end
from unnest($1::text[]) as dossier
cross join generate_series(0, $4::integer - 1, $5::integer) as since
cross join unnest($2::text[]) as metric
cross join lateral (select $3::date + since as day, make_interval(mins => $5::integer * 1440 / $6::integer) as step) d
cross join generate_series(1, $6::integer) as told
cross join lateral (select day + time '06:00' at time zone 'UTC' + told * step as at) a`;

export function csvRow(row: Row): string {
  const cells = row.map((cell) => (cell === null ? "" : `"${String(cell).replaceAll('"', '""')}"`));
  return `${cells.join(",")}\n`;
}
