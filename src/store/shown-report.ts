import { z } from "zod";
import { type Db, firstRow, rows } from "./query.ts";

const reportRow = z.object({
  report_id: z.string(),
  canonical_url: z.string(),
  outlet: z.string(),
  side: z.string().nullable(),
  language: z.string().nullable(),
  title: z.string().nullable(),
  published_at: z.date().nullable(),
  seen_at: z.date(),
  state: z.string(),
  read_at: z.date().nullable(),
  next_read_at: z.date().nullable(),
  gone_at: z.date().nullable(),
  error_code: z.string().nullable(),
  error_message: z.string().nullable(),
  error_remedy: z.string().nullable(),
  voice: z.string().nullable(),
  copied_report_id: z.string().nullable(),
  copied_outlet: z.string().nullable(),
  copied_url: z.string().nullable(),
  copies: z.number(),
});

const sightingRow = z.object({ feed: z.string(), url: z.string().nullable(), title: z.string(), seen_at: z.date() });

const revisionRow = z.object({
  number: z.number(),
  text: z.string(),
  text_hash: z.string(),
  title: z.string().nullable(),
  agency: z.string().nullable(),
  section: z.string().nullable(),
  authors: z.array(z.string()),
  read_by: z.string(),
  recorded_at: z.date(),
  modified_at: z.date().nullable(),
  retired_at: z.date().nullable(),
  raw_hash: z.string().nullable(),
  figures: z.number(),
});

const figureRow = z.object({
  figure_id: z.string(),
  number: z.number(),
  metric: z.string().nullable(),
  thing: z.string(),
  scope: z.string(),
  as_of: z.string(),
  claimant: z.string(),
  min: z.coerce.number(),
  max: z.coerce.number().nullable(),
  qualifier: z.string(),
  quote: z.string(),
  trusted: z.boolean(),
  recorded_at: z.date(),
  retired_at: z.date().nullable(),
  /** What an edit made of it; null for a figure that no edit touched. */
  became: z.string().nullable(),
});

export interface ShownReport {
  readonly report: z.infer<typeof reportRow>;
  readonly sightings: readonly z.infer<typeof sightingRow>[];
  readonly revisions: readonly z.infer<typeof revisionRow>[];
  readonly figures: readonly z.infer<typeof figureRow>[];
}

/** @param name a report's number or address; that of one that joined another leads to the other */
export async function shownReport(db: Db, name: string): Promise<ShownReport | undefined> {
  const report = await firstRow(db, "report/show-report", [name], reportRow);
  if (report === undefined) return undefined;
  const id = [report.report_id];
  return {
    report,
    sightings: await rows(db, "report/show-sightings", id, sightingRow),
    revisions: await rows(db, "report/show-revisions", id, revisionRow),
    figures: await rows(db, "report/show-figures", id, figureRow),
  };
}

/** The report as it was known at an instant; undefined where it was not seen yet. */
export function reportAsOf(found: ShownReport, at: Date): ShownReport | undefined {
  if (found.report.seen_at > at) return undefined;
  const revisions = found.revisions.filter((revision) => revision.recorded_at <= at);
  const figures = found.figures
    .filter((figure) => figure.recorded_at <= at)
    .map((figure) => (figure.retired_at !== null && figure.retired_at > at ? stillStanding(figure) : figure));
  return { ...found, sightings: found.sightings.filter(({ seen_at: seen }) => seen <= at), revisions, figures };
}

function stillStanding(figure: ShownReport["figures"][number]): ShownReport["figures"][number] {
  return { ...figure, retired_at: null, became: null };
}
