import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { z } from "zod";
import { dayOfName, type Source } from "../backfill/source.ts";
import type { Dossier } from "../dossier/dossier.ts";
import { isBelievableDate } from "../feed/date.ts";
import { decodeBytes } from "../feed/decode.ts";
import type { FeedItem } from "../feed/feed.ts";
import { parseFeed } from "../feed/parse.ts";
import { decideTopic } from "../feed/topic.ts";
import { canonicalAddress } from "../report/address.ts";
import { fullTextLength, givenText } from "../report/given-text.ts";
import { languageOf } from "../report/language.ts";
import type { Article } from "../report/page.ts";
import { textHash } from "../report/revision.ts";
import { RecountError } from "../runtime/errors.ts";
import { plainText } from "../runtime/markup.ts";
import { rows } from "../store/query.ts";
import { claimReport, findReport } from "../store/report.ts";
import { transaction } from "../store/transaction.ts";
import type { TaskContext } from "./context.ts";
import { extractRevision } from "./extract-revision.ts";
import { readReportNow, writeReading } from "./read-report.ts";
import { decidingText } from "./write-items.ts";

/** What became of one item. */
export type Outcome = "new" | "known" | "off_topic" | "failed";

export interface BackfillOptions {
  /** For pages and texts that do not tell their outlet by their address. */
  readonly outlet: string | null;
  readonly onOutcome: (outcome: Outcome, what: string, error?: RecountError) => void;
  readonly onProgress: (done: number, all: number) => void;
}

/**
 * Reads old reports into the history: first their texts, each in a transaction of its own, then, when all are there, their
 * figures in the order of publication. What is known is left as it is, so a killed run goes on where it was.
 */
export async function backfill(
  context: TaskContext,
  dossier: Dossier,
  sources: readonly Source[],
  options: BackfillOptions,
): Promise<void> {
  for (const [index, source] of sources.entries()) {
    await tell(options, nameOf(source), () => fillFrom(context, dossier, source, options));
    options.onProgress(index + 1, sources.length);
  }
}

/** Figures of what was filled in, in the order of publication; the comparison of each is queued. */
export async function extractFilled(context: TaskContext, dossier: Dossier, onProgress: BackfillOptions["onProgress"]) {
  const row = z.object({ revision_id: z.string() });
  const waiting = await rows(context.pool, "backfill/unextracted", [dossier.name], row);
  for (const [index, { revision_id: revisionId }] of waiting.entries()) {
    await extractRevision(context, { revisionId });
    onProgress(index + 1, waiting.length);
  }
}

function nameOf(source: Source): string {
  return source.kind === "address" ? source.url : source.path;
}

/** One item's failure is told and stops no other. */
async function tell(
  { onOutcome }: BackfillOptions,
  what: string,
  work: () => Promise<Outcome | undefined>,
): Promise<void> {
  try {
    const outcome = await work();
    if (outcome !== undefined) onOutcome(outcome, what);
  } catch (error) {
    if (!(error instanceof RecountError)) throw error;
    onOutcome("failed", what, error);
  }
}

async function fillFrom(
  context: TaskContext,
  dossier: Dossier,
  source: Source,
  options: BackfillOptions,
): Promise<Outcome | undefined> {
  switch (source.kind) {
    case "address":
      return fillAddress(context, dossier, source.url, null);
    case "feed":
      return fillFeed(context, dossier, source.path, options);
    case "page":
    case "text":
      return fillFile(context, dossier, source, options.outlet);
  }
}

async function fillFile(
  context: TaskContext,
  dossier: Dossier,
  { kind, path }: { readonly kind: "page" | "text"; readonly path: string },
  outlet: string | null,
): Promise<Outcome> {
  const bytes = await readFile(path);
  const hash = createHash("sha256").update(bytes).digest("hex");
  const page = { bytes, contentType: undefined, url: `file:///${encodeURIComponent(basename(path))}`, selectors: null };
  const article =
    kind === "page" ? await context.pages.read(page) : textArticle(decodeBytes(bytes, undefined), null, null);
  if (article.text === "")
    throw new RecountError(
      "PAGE_WITHOUT_TEXT",
      "later",
      `${path} holds no article text`,
      "Look at the file: it may be a page that builds its text by script.",
    );
  const publishedAt = dayOfName(path) ?? article.publishedAt;
  if (publishedAt === null) throw undated(path);
  if (!isBelievableDate(publishedAt, context.clock.now())) throw misdated(path, publishedAt);
  const declared = article.canonical?.startsWith("http") ? canonicalAddress(article.canonical) : null;
  const given = { url: declared ?? `urn:sha256:${hash}`, outlet, raw: { bytes, contentType: null, url: page.url } };
  return fill(context, dossier, { ...article, publishedAt }, given);
}

function undated(path: string): RecountError {
  return new RecountError(
    "BACKFILL_WITHOUT_DATE",
    "never",
    `${path} does not tell when it was published`,
    "Put the day into the file's name, like 2026-02-05-exchange.txt, and run the command again.",
  );
}

function misdated(path: string, publishedAt: Date): RecountError {
  return new RecountError(
    "BACKFILL_DATE_IMPOSSIBLE",
    "never",
    `${path} is dated ${publishedAt.toISOString().slice(0, 10)}, a day that has not come or is before the web`,
    "Correct the day, put it into the file's name, like 2026-02-05-exchange.txt, and run the command again.",
  );
}

async function fillFeed(
  context: TaskContext,
  dossier: Dossier,
  path: string,
  options: BackfillOptions,
): Promise<undefined> {
  const { items } = await parseFeed(await readFile(path), undefined, "https://archive.invalid/");
  const oldestFirst = items.toSorted((a, b) => (a.publishedAt?.getTime() ?? 0) - (b.publishedAt?.getTime() ?? 0));
  for (const item of oldestFirst)
    await tell(options, item.url ?? item.title, () => fillItem(context, dossier, item, options.outlet));
  return undefined;
}

async function fillItem(
  context: TaskContext,
  dossier: Dossier,
  item: FeedItem,
  outlet: string | null,
): Promise<Outcome> {
  const content = [plainText(item.content ?? ""), item.summary ?? ""].reduce((a, b) => (b.length > a.length ? b : a));
  const words = decidingText(item);
  if (!decideTopic(words, languageOf(words, null), dossier.topic).onTopic) return "off_topic";
  if (item.url === null || !/^https?:/.test(item.url))
    throw new RecountError(
      "BACKFILL_WITHOUT_ADDRESS",
      "never",
      `"${item.title}" has no address`,
      "Nothing: without one a report cannot be told from another.",
    );
  if (content.length < fullTextLength) return fillAddress(context, dossier, item.url, item.publishedAt);
  const article = textArticle(content, item.title, item.publishedAt);
  if (article.publishedAt === null) throw undated(item.url);
  return fill(context, dossier, article, { url: canonicalAddress(item.url), outlet, raw: null });
}

async function fillAddress(
  context: TaskContext,
  dossier: Dossier,
  address: string,
  publishedAt: Date | null,
): Promise<Outcome> {
  const url = canonicalAddress(address);
  const id = await claim(context, dossier, { url, outlet: null, publishedAt, language: null, title: null });
  const report = await findReport(context.pool, id);
  if (report === undefined || report.number > 0) return "known";
  await readReportNow(context, report, false);
  // What went wrong is written to the report and to the log, and is tried again by the service.
  return ((await findReport(context.pool, id))?.number ?? 0) > 0 ? "new" : "failed";
}

interface Given {
  readonly url: string;
  readonly outlet: string | null;
  readonly raw: { readonly bytes: Buffer; readonly contentType: string | null; readonly url: string } | null;
}

async function fill(context: TaskContext, dossier: Dossier, article: Article, given: Given): Promise<Outcome> {
  const id = await claim(context, dossier, { ...article, url: given.url, outlet: given.outlet });
  const report = await findReport(context.pool, id);
  if (report === undefined || report.number > 0) return "known";
  const reading = { article: { ...article, canonical: null }, textHash: textHash(article.text), raw: given.raw };
  await writeReading(context, report, reading, context.clock.now(), { extract: false, again: false });
  return "new";
}

async function claim(
  { pool, clock }: TaskContext,
  dossier: Dossier,
  told: { url: string; outlet: string | null; publishedAt: Date | null; language: string | null; title: string | null },
): Promise<string> {
  const host = URL.canParse(told.url) ? new URL(told.url).host.replace(/^www\./, "") : "";
  const feed = dossier.feeds.find(
    ({ url, outlet }) => outlet === told.outlet || (host !== "" && new URL(url).host.endsWith(host)),
  );
  const outlet = told.outlet ?? feed?.outlet ?? (host === "" ? "unknown" : host);
  const { url, publishedAt, title } = told;
  const head = {
    url,
    publishedAt,
    outlet,
    side: feed?.side ?? null,
    language: told.language ?? feed?.language ?? "und",
  };
  const report = { ...head, dossier: dossier.name, title: title ?? "", backfilled: true, headlineOnly: false };
  return transaction(pool, async (client) => (await claimReport(client, clock.now(), report)).id);
}

function textArticle(text: string, title: string | null, publishedAt: Date | null): Article {
  return givenText(text.trim(), { title, publishedAt, language: null, readBy: "feed" });
}
