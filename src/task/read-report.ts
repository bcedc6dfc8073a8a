import { z } from "zod";
import { isBelievableDate } from "../feed/date.ts";
import { declaredAddress } from "../report/address.ts";
import { isCopy, sketchOf } from "../report/copies.ts";
import type { Article } from "../report/page.ts";
import { nextReadAt as nextReadTime, textHash } from "../report/revision.ts";
import { RecountError } from "../runtime/errors.ts";
import { HostPaused } from "../runtime/http-error.ts";
import { packRaw, saveRaw } from "../store/archive.ts";
import { alikeTexts, holdWordings, saveWording } from "../store/copies.ts";
import { holdForgetting } from "../store/forget.ts";
import { addJob } from "../store/queue/add-job.ts";
import {
  findReport,
  putOffReport,
  type ReportToRead,
  recordReadFailure,
  recordReading,
  settleAddress,
} from "../store/report.ts";
import { transaction } from "../store/transaction.ts";
import type { Task, TaskContext } from "./context.ts";
import { afterPause } from "./pause-host.ts";
import { type ReadArticle, readArticle } from "./read-article.ts";

const payloadShape = z.object({ reportId: z.string() });

/** Failures after which a report that was never read is left alone. */
const maxFailures = 6;

/**
 * Reads a report's article. One transaction writes the reading and, when the text is new, the revision with the job that
 * extracts its figures.
 */
export const readReport: Task = async (context, payload) => {
  const report = await findReport(context.pool, payloadShape.parse(payload).reportId);
  if (report !== undefined) await readReportNow(context, report, true);
};

/** @param extract whether the figures of a new text are to be extracted at once */
export async function readReportNow(context: TaskContext, report: ReportToRead, extract: boolean): Promise<void> {
  const { pool, clock, log } = context;
  try {
    const now = clock.now();
    const { article: found, raw } = await readArticle(context, report);
    const article = withBelievableDates(context, found, report, now);
    const reading = { article, textHash: textHash(article.text), raw };
    const written = await writeReading(context, report, reading, now, { extract, again: true });
    const { readBy } = article;
    const fields = { report: written.report, url: written.url, readBy, changed: written.changed };
    log.info(fields, written.joined ? "report joined another" : "report read");
  } catch (error) {
    if (error instanceof HostPaused) return await putOffReport(pool, report.report_id, afterPause(error));
    if (!(error instanceof RecountError)) throw error;
    const now = clock.now();
    const waitMs = 15 * 60_000 * 2 ** Math.min(report.failures, 8);
    const next =
      report.failures + 1 >= maxFailures || error.retry === "never" ? null : new Date(now.getTime() + waitMs);
    await transaction(pool, (client) => recordReadFailure(client, report.report_id, now, next, error));
    log.warn(
      { report: report.report_id, code: error.code, detail: error.message, remedy: error.remedy },
      "report not read",
    );
  }
}

interface Reading extends ReadArticle {
  readonly textHash: string;
}

/**
 * One transaction writes what was read and, when the text is new, the revision.
 * @param then whether its figures are to be extracted at once, and whether the page is to be read again while it is young
 */
export async function writeReading(
  context: TaskContext,
  report: ReportToRead,
  { article, textHash, raw }: Reading,
  now: Date,
  then: { readonly extract: boolean; readonly again: boolean },
) {
  const published = report.published_at ?? article.publishedAt ?? report.seen_at;
  const nextReadAt = article.readBy === "headline" || !then.again ? null : nextReadTime(published, now);
  const url = declaredAddress(report.canonical_url, article.canonical);
  const isNew = report.text_hash !== textHash;
  const packed = raw === null || !isNew ? undefined : await packRaw(context.config, raw);
  return transaction(context.pool, async (client) => {
    await holdForgetting(client);
    await holdWordings(client, report.dossier);
    const own = await findReport(client, report.report_id);
    // It was forgotten, or joined another, while its page was read.
    if (own === undefined) return { report: report.report_id, url, changed: false, joined: false };
    const settled = await settleAddress(client, own, url);
    const joined = settled !== own.report_id;
    const target = joined ? await findReport(client, settled) : own;
    // What the other report has read already is not exchanged for the text of a variant.
    if (target === undefined || (joined && target.number > 0)) return { report: settled, url, changed: false, joined };
    const sketch = isNew ? sketchOf(article.text) : [];
    const alike = await alikeTexts(client, target, sketch, published);
    const copied = alike.find((other) => isCopy({ text: article.text, day: published }, other));
    const ids = { copiedReportId: copied?.originalId ?? null, rawHash: packed?.hash ?? null };
    const id = await recordReading(client, target, { article, textHash, nextReadAt, ...ids }, now);
    if (id !== undefined) {
      await saveWording(client, id, published, sketch);
      if (packed !== undefined) await saveRaw(client, context.config, packed, now);
      if (then.extract) await addJob(client, "extract_revision", { revisionId: id }, { key: `extract:${id}` });
    }
    return { report: settled, url, changed: id !== undefined, joined };
  });
}

/** A date that cannot be is as good as none: the feed's stands, else the moment when the article was seen. */
function withBelievableDates({ log }: TaskContext, article: Article, report: ReportToRead, now: Date): Article {
  const { publishedAt, modifiedAt } = article;
  const wrong = [publishedAt, modifiedAt].find((date) => date !== null && !isBelievableDate(date, now));
  if (wrong === undefined || wrong === null) return article;
  const { code, message, remedy } = new RecountError(
    "DATE_UNBELIEVABLE",
    "never",
    `${report.canonical_url} says that it is of ${wrong.toISOString()}`,
    "Nothing: the feed's date is taken, or the day when the article was seen. Look at the page if its figures are dated wrong.",
  );
  log.warn({ report: report.report_id, code, detail: message, remedy }, "report date ignored");
  const kept = (date: Date | null) => (date !== null && isBelievableDate(date, now) ? date : null);
  return { ...article, publishedAt: kept(publishedAt), modifiedAt: kept(modifiedAt) };
}
