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
  /** Whether a person said that the words say no such thing. */
  rejected: z.boolean(),
  recorded_at: z.date(),
  retired_at: z.date().nullable(),
  /** What an edit made of it; null for a figure that no edit touched. */
  became: z.string().nullable(),
});

const statusRow = z.object({
  status_claim_id: z.string(),
  number: z.number(),
  subject: z.string(),
  state: z.string(),
  until: z.string().nullable(),
  as_of: z.string(),
  speaker: z.string().nullable(),
  speaker_side: z.string().nullable(),
  quote: z.string(),
  trusted: z.boolean(),
  rejected: z.boolean(),
  recorded_at: z.date(),
  retired_at: z.date().nullable(),
});

export interface ShownReport {
  readonly report: z.infer<typeof reportRow>;
  readonly sightings: readonly z.infer<typeof sightingRow>[];
  readonly revisions: readonly z.infer<typeof revisionRow>[];
  readonly figures: readonly z.infer<typeof figureRow>[];
  readonly statuses: readonly z.infer<typeof statusRow>[];
}

/**
 * @param name a report's number or address; that of one that joined another leads to the other
 * @param at what was known then; null for what is known now
 * @returns undefined where there is none, or it was not seen yet
 */
export async function shownReport(db: Db, name: string, at: Date | null = null): Promise<ShownReport | undefined> {
  const report = await firstRow(db, "report/show-report", [name, at], reportRow);
  if (report === undefined) return undefined;
  const id = [report.report_id];
  const found = {
    report,
    sightings: await rows(db, "report/show-sightings", id, sightingRow),
    revisions: await rows(db, "report/show-revisions", id, revisionRow),
    figures: await rows(db, "report/show-figures", id, figureRow),
    statuses: await rows(db, "report/show-statuses", id, statusRow),
  };
  return at === null ? found : reportAsOf(found, at);
}

function reportAsOf(found: ShownReport, at: Date): ShownReport | undefined {
  if (found.report.seen_at > at) return undefined;
  const isKnown = (row: { readonly recorded_at: Date }) => row.recorded_at <= at;
  const figures = found.figures
    .filter(isKnown)
    .map((figure) => (isLater(figure.retired_at, at) ? { ...figure, retired_at: null, became: null } : figure));
  const revisions = found.revisions.filter(isKnown).map((revision) => ({
    ...revision,
    retired_at: isLater(revision.retired_at, at) ? null : revision.retired_at,
    figures: figures.filter(({ number }) => number === revision.number).length,
  }));
  return {
    report: readingAsOf(found.report, revisions, at),
    sightings: found.sightings.filter(({ seen_at: seen }) => seen <= at),
    revisions,
    figures,
    statuses: found.statuses
      .filter(isKnown)
      .map((status) => (isLater(status.retired_at, at) ? { ...status, retired_at: null } : status)),
  };
}

function isLater(instant: Date | null, at: Date): boolean {
  return instant !== null && instant > at;
}

/** What a later reading found is not told; of the readings before it, the last that brought another text is known. */
function readingAsOf(
  report: ShownReport["report"],
  revisions: ShownReport["revisions"],
  at: Date,
): ShownReport["report"] {
  if (!isLater(report.read_at, at) && !isLater(report.gone_at, at)) return report;
  const newest = revisions.at(-1);
  const readAt = isLater(report.read_at, at) ? (newest?.recorded_at ?? null) : report.read_at;
  return {
    ...{ ...report, title: newest?.title ?? report.title, read_at: readAt, state: newest ? "read" : "unread" },
    ...{ next_read_at: null, gone_at: null, error_code: null, error_message: null, error_remedy: null },
  };
}
