import { z } from "zod";
import { isBelievableDate } from "../feed/date.ts";
import { declaredAddress } from "../report/address.ts";
import { agencyOf } from "../report/agency.ts";
import { languageOf } from "../report/language.ts";
import type { Article, ReadBy } from "../report/page.ts";
import { nextReadAt, textHash } from "../report/revision.ts";
import { RecountError } from "../runtime/errors.ts";
import { HostPaused } from "../runtime/http-error.ts";
import { plainText } from "../runtime/markup.ts";
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
import { fetchPage } from "./fetch-page.ts";
import { afterPause } from "./pause-host.ts";

const payloadShape = z.object({ reportId: z.string() });

/** A feed's own text of this length is taken for the whole article, and the page is left alone. */
const fullText = 1_500;
/** Failures after which a report that was never read is left alone. */
const maxFailures = 6;

/**
 * Reads a report's article. One transaction writes the reading and, when the text is new, the revision with the job that
 * extracts its figures.
 */
export const readReport: Task = async (context, payload) => {
  const { pool, clock, log } = context;
  const report = await findReport(pool, payloadShape.parse(payload).reportId);
  if (report === undefined) return;
  try {
    const now = clock.now();
    const article = withBelievableDates(context, await readArticle(context, report), report, now);
    const published = report.published_at ?? article.publishedAt ?? report.seen_at;
    const next = article.readBy === "headline" ? null : nextReadAt(published, now);
    const url = declaredAddress(report.canonical_url, article.canonical);
    const written = await transaction(pool, async (client) => {
      const settled = await settleAddress(client, report, url);
      const joined = settled !== report.report_id;
      const target = joined ? await findReport(client, settled) : report;
      // What the other report has read already is not exchanged for the text of a variant.
      const isNeeded = target !== undefined && !(joined && target.number > 0);
      const id = isNeeded ? await recordReading(client, target, article, textHash(article.text), next, now) : undefined;
      if (id !== undefined) await addJob(client, "extract_revision", { revisionId: id }, { key: `extract:${id}` });
      return { report: settled, changed: id !== undefined, joined };
    });
    const { readBy } = article;
    const fields = { report: written.report, url, readBy, changed: written.changed };
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
};

async function readArticle(context: TaskContext, report: ReportToRead): Promise<Article> {
  const title = report.item_title ?? report.title ?? "";
  if (report.headline_only)
    return ownText(report, [title, report.summary ?? ""].filter(Boolean).join("\n"), "headline");
  const given = plainText(report.content ?? "");
  if (given.length >= fullText) return ownText(report, given, "feed");
  const fetched = await fetchPage(context, report.url ?? report.canonical_url).catch((error: unknown) => {
    // What was read before must not give way to less.
    if (error instanceof RecountError && error.code === "ROBOTS_REFUSED" && report.number === 0) return undefined;
    throw error;
  });
  if (fetched === undefined) {
    if (given !== "") return ownText(report, given, "feed");
    return ownText(report, [title, report.summary ?? ""].filter(Boolean).join("\n"), "headline");
  }
  const feeds = context.dossiers.find(({ name }) => name === report.dossier)?.feeds;
  const selectors = feeds?.find(({ name }) => name === report.feed)?.page ?? null;
  const { bytes, url } = fetched;
  const article = await context.pages.read({ bytes, contentType: fetched.headers["content-type"], url, selectors });
  // A feed's shorter text is better than a page behind a login.
  if (!article.isLogin && article.text.length >= Math.max(given.length, 1)) return article;
  if (given !== "") return ownText(report, given, "feed");
  if (article.isLogin) {
    throw new RecountError(
      "PAGE_WANTS_LOGIN",
      "later",
      `${url} asks for a password where the article should be`,
      "Nothing, if another outlet carries the report; else give the feed another address: no password is ever sent.",
    );
  }
  throw new RecountError(
    "PAGE_WITHOUT_TEXT",
    "later",
    `${url} holds no article text`,
    "Open the page in a browser: it may want a login or build its text by script; another outlet may carry the report.",
  );
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

function ownText(report: ReportToRead, text: string, readBy: ReadBy): Article {
  return {
    text,
    readBy,
    title: report.item_title ?? report.title,
    authors: [],
    publishedAt: report.published_at,
    modifiedAt: null,
    language: languageOf(text, report.language),
    section: null,
    agency: agencyOf(text),
    canonical: null,
    isLogin: false,
  };
}
