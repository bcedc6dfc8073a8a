import { leadsAway } from "../report/address.ts";
import { fullTextLength, givenText } from "../report/given-text.ts";
import type { Article, ReadBy } from "../report/page.ts";
import { unwrapped } from "../report/wrapper.ts";
import { RecountError } from "../runtime/errors.ts";
import type { Fetched } from "../runtime/http.ts";
import { plainText } from "../runtime/markup.ts";
import type { Raw } from "../store/archive.ts";
import type { ReportToRead } from "../store/report.ts";
import type { TaskContext } from "./context.ts";
import { fetchPage } from "./fetch-page.ts";

/** A text that is read again and has become shorter than this part of itself was taken down, not edited. */
const emptied = 0.2;

export interface ReadArticle {
  readonly article: Article;
  /** What the page's server answered; null where the feed gave the text. */
  readonly raw: Raw | null;
}

/**
 * Reads a report's article: from its feed where that gives it in full, else from its page.
 * @throws RecountError PAGE_GONE, PAGE_WANTS_LOGIN, PAGE_WITHOUT_TEXT; HostPaused; whatever fetching and reading throw
 */
export async function readArticle(context: TaskContext, report: ReportToRead): Promise<ReadArticle> {
  const fromFeed = (text: string, readBy: ReadBy) => ({ article: ownText(report, text, readBy), raw: null });
  const headline = [report.item_title ?? report.title ?? "", report.summary ?? ""].filter(Boolean).join("\n");
  if (report.headline_only) return fromFeed(headline, "headline");
  const given = plainText(report.content ?? "");
  if (given.length >= fullTextLength) return fromFeed(given, "feed");
  const address = unwrapped(new URL(report.url ?? report.canonical_url)).href;
  const fetched = await fetchPage(context, address).catch((error: unknown) => {
    // What was read before must not give way to less.
    if (error instanceof RecountError && error.code === "ROBOTS_REFUSED" && report.number === 0) return undefined;
    throw error;
  });
  if (fetched === undefined) return given === "" ? fromFeed(headline, "headline") : fromFeed(given, "feed");
  const article = await readFetched(context, report, fetched).catch((error: unknown) => {
    // Gone before it was ever read: what the feed said of it is left.
    const isGone = error instanceof RecountError && error.code === "PAGE_GONE";
    if (isGone && report.number === 0 && given !== "") return undefined;
    throw error;
  });
  if (article === undefined) return fromFeed(given, "feed");
  const raw = { bytes: fetched.bytes, contentType: fetched.headers["content-type"] ?? null, url: fetched.url };
  // A feed's shorter text is better than a page behind a login.
  if (!article.isLogin && article.text.length >= Math.max(given.length, 1)) return { article, raw };
  if (given !== "") return fromFeed(given, "feed");
  throw article.isLogin ? wantsLogin(fetched.url) : withoutText(fetched.url);
}

async function readFetched(context: TaskContext, report: ReportToRead, fetched: Fetched): Promise<Article> {
  const { bytes, url } = fetched;
  if (leadsAway(report.canonical_url, url)) throw gone(`${report.canonical_url} leads to ${url} now`);
  const feeds = context.dossiers.find(({ name }) => name === report.dossier)?.feeds;
  const selectors = feeds?.find(({ name }) => name === report.feed)?.page ?? null;
  const article = await context.pages.read({ bytes, contentType: fetched.headers["content-type"], url, selectors });
  if (!article.isLogin && article.text.length < report.text_length * emptied)
    throw gone(`${url} has lost its text: ${article.text.length} of ${report.text_length} characters are left`);
  return article;
}

function gone(said: string): RecountError {
  const remedy = "Nothing: its text and figures are kept and marked. The page as it was: recount report ID --raw.";
  return new RecountError("PAGE_GONE", "later", said, remedy);
}

function wantsLogin(url: string): RecountError {
  return new RecountError(
    "PAGE_WANTS_LOGIN",
    "later",
    `${url} asks for a password where the article should be`,
    "Nothing, if another outlet carries the report; else give the feed another address: no password is ever sent.",
  );
}

function withoutText(url: string): RecountError {
  return new RecountError(
    "PAGE_WITHOUT_TEXT",
    "later",
    `${url} holds no article text`,
    "Open the page in a browser: it may want a login or build its text by script; another outlet may carry the report.",
  );
}

function ownText(report: ReportToRead, text: string, readBy: ReadBy): Article {
  const { published_at: publishedAt, language } = report;
  return givenText(text, { title: report.item_title ?? report.title, publishedAt, language, readBy });
}
