import type { PoolClient } from "pg";
import { z } from "zod";
import type { Article } from "../report/page.ts";
import type { RecountError } from "../runtime/errors.ts";
import { forgetSightings } from "./forget.ts";
import { type Db, firstRow, rows, run } from "./query.ts";

export interface NewReport {
  readonly dossier: string;
  readonly url: string;
  readonly outlet: string;
  readonly side: string | null;
  readonly language: string;
  readonly title: string;
  readonly publishedAt: Date | null;
  readonly backfilled: boolean;
  readonly headlineOnly: boolean;
}

const idRow = z.object({ report_id: z.string() });
const heldRow = idRow.extend({ forgotten: z.boolean() });

/** Makes the report of an address, or finds it. */
export async function claimReport(
  client: PoolClient,
  now: Date,
  report: NewReport,
): Promise<{ id: string; isNew: boolean; isForgotten: boolean }> {
  const { dossier, url, outlet, side, language, title, publishedAt, backfilled, headlineOnly } = report;
  const values = [dossier, url, outlet, side, language, title, publishedAt, now, backfilled, headlineOnly];
  const made = await firstRow(client, "report/insert-report", values, idRow);
  if (made !== undefined) return { id: made.report_id, isNew: true, isForgotten: false };
  const found = await firstRow(client, "report/report-by-url", [dossier, url], heldRow);
  if (found === undefined) throw new Error(`report ${url} was neither made nor found`);
  return { id: found.report_id, isNew: false, isForgotten: found.forgotten };
}

/**
 * Brings a report under the address that its page declares, joining the report that has it already.
 * @returns the id of the report that the reading belongs to
 */
export async function settleAddress(client: PoolClient, report: ReportToRead, address: string): Promise<string> {
  const { report_id: id, dossier } = report;
  if (address === report.canonical_url) return id;
  await run(client, "report/hold-address", [dossier, address]);
  const holder = await firstRow(client, "report/report-by-url", [dossier, address], heldRow);
  if (holder === undefined) {
    await run(client, "report/move-report", [id, address]);
    return id;
  }
  const other = holder.report_id;
  if (other === id || (await run(client, "report/join-report", [id, other])) === 0) return id;
  await run(client, "report/join-sightings", [id, other]);
  if (holder.forgotten) await forgetSightings(client, other);
  return other;
}

const newestRow = z.object({ text_hash: z.string().nullable(), number: z.number() });

/** What was found in a report's page, and what follows from it. */
export interface NewReading {
  readonly article: Article;
  readonly textHash: string;
  readonly nextReadAt: Date | null;
  /** The first report whose text this is a near-copy of; null for a text of its own. */
  readonly copiedReportId: string | null;
  /** Names the bytes that it was read from; null where none are kept. */
  readonly rawHash: string | null;
}
const toReadRow = newestRow.extend({
  report_id: z.string(),
  dossier: z.string(),
  canonical_url: z.string(),
  language: z.string().nullable(),
  title: z.string().nullable(),
  published_at: z.date().nullable(),
  seen_at: z.date(),
  headline_only: z.boolean(),
  failures: z.number(),
  text_length: z.number(),
  url: z.string().nullable(),
  feed: z.string().nullable(),
  item_title: z.string().nullable(),
  summary: z.string().nullable(),
  content: z.string().nullable(),
});
export type ReportToRead = z.infer<typeof toReadRow>;

export async function findReport(db: Db, reportId: string): Promise<ReportToRead | undefined> {
  return firstRow(db, "report/report-to-read", [reportId], toReadRow);
}

/**
 * Records a reading; a revision is written only when the article's text is not the newest one's.
 * @returns the new revision's id; undefined when the text is the same
 */
export async function recordReading(
  client: PoolClient,
  report: ReportToRead,
  { article, textHash, nextReadAt, copiedReportId, rawHash }: NewReading,
  now: Date,
): Promise<string | undefined> {
  const { report_id: id } = report;
  const newest = await firstRow(client, "report/lock-report", [id], newestRow);
  const { title, language, authors, publishedAt, modifiedAt, agency, readBy, text, section } = article;
  await run(client, "report/report-read", [id, now, nextReadAt, title, language, publishedAt]);
  if (newest?.text_hash === textHash) return undefined;
  await run(client, "report/retire-revisions", [id, now]);
  const head = [id, (newest?.number ?? 0) + 1, textHash, text, title, language ?? report.language ?? "und"];
  const values = [...head, authors, publishedAt, modifiedAt, agency, readBy, now, section, copiedReportId, rawHash];
  return (await firstRow(client, "report/insert-revision", values, z.object({ revision_id: z.string() })))?.revision_id;
}

export async function recordReadFailure(
  client: PoolClient,
  reportId: string,
  now: Date,
  next: Date | null,
  error: RecountError,
): Promise<void> {
  const gone = ["HTTP_404", "HTTP_410", "PAGE_GONE"].includes(error.code);
  await run(client, "report/report-failed", [reportId, now, next, error.code, error.message, error.remedy, gone]);
}

/** Reads a report later than planned, which is no failure of its own. */
export async function putOffReport(db: Db, reportId: string, next: Date): Promise<void> {
  await run(db, "report/put-off", [reportId, next]);
}

export async function dueReports(db: Db, dossier: string, now: Date, limit: number) {
  return rows(db, "report/due-reports", [dossier, now, limit], idRow.extend({ canonical_url: z.string() }));
}
