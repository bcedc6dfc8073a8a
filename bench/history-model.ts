import { addDays } from "../src/change/day.ts";
import { lineKey, seriesKey } from "../src/change/key.ts";
import type { Metric } from "../src/change/metric.ts";
import type { Basis } from "../src/figure/figure.ts";

/**
 * A described news world. Stories grow with time: each is told by 40 reports a day of five figures each: three of one
 * exchange, one total of the year, one of what is held. Every sixth day has an exchange of each metric. One figure in a
 * hundred was superseded by an edit, one report in five copies an agency, one figure in five made a change.
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
    "trace,confidence,trusted,recorded_at,retired_at,retired_reason",
  change: "key,dossier,kind,metric,track,claimant,report_id,reason,needs_review,backfilled,noticed_at",
  event: "dossier,metric,day,last_day,low,high,centre,printed,voices,reports,claims,figure_ids,disputed,recorded_at",
} as const;
export type Table = keyof typeof columns;

const sides = ["RU", "UA", "unattributed"];
const thirty = Array.from({ length: 30 }, (_, index) => `Outlet ${String(index + 1)}`);

/** The rows that one report of one story brings; the same numbers make the same rows. */
export function reportRows(
  id: number,
  story: string,
  index: number,
  metrics: readonly Metric[],
): Record<string, Row[]> {
  const day = addDays(firstDay, Math.floor(index / reportsPerDay));
  const at = `${day}T${String(6 + (index % 16)).padStart(2, "0")}:00:00Z`;
  const outlet = thirty[index % 30] ?? "Outlet";
  const claimant = sides[index % 3] ?? "RU";
  const returned = metrics.filter((metric) => metric.act === "returned" && metric.reach === "one_way");
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

/** The ledger of one story's days. */
export function eventRows(story: string, days: number, metrics: readonly Metric[]): Row[] {
  const returned = metrics.filter((metric) => metric.act === "returned" && metric.reach === "one_way");
  const claims = JSON.stringify([{ claimant: "RU", value: { low: 100, high: 101 }, voices: 20, reports: 24 }]);
  return Array.from({ length: Math.ceil(days / daysBetweenExchanges) }, (_, index) =>
    addDays(firstDay, index * daysBetweenExchanges),
  ).flatMap((day) =>
    returned.map(
      ({ name }): Row => [
        story,
        name,
        day,
        day,
        100,
        101,
        100.5,
        "100 to 101",
        20,
        24,
        claims,
        "{}",
        true,
        `${day}T12:00:00Z`,
      ],
    ),
  );
}

export function csvRow(row: Row): string {
  const cells = row.map((cell) => (cell === null ? "" : `"${String(cell).replaceAll('"', '""')}"`));
  return `${cells.join(",")}\n`;
}
