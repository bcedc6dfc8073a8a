import { RecountError } from "../runtime/errors.ts";
import { decodeBytes } from "./decode.ts";
import type { FeedDocument, ListSelectors } from "./feed.ts";
import { storable } from "./item.ts";
import { readJsonFeed } from "./json-reader.ts";
import { readList } from "./list-reader.ts";
import { readWellFormedFeed } from "./rss.ts";
import { readXmlFeed } from "./xml-reader.ts";

/**
 * Reads a feed's bytes in any format. XML goes to rss-parser, and what that refuses or reads poorly to our tolerant reader.
 * @param url where they came from, for relative links
 * @param list for a page that lists articles: where
 * @throws RecountError FEED_EMPTY, FEED_IS_HTML, FEED_UNREADABLE or LIST_EMPTY
 */
export async function parseFeed(
  bytes: Buffer,
  contentType: string | undefined,
  url: string,
  list: ListSelectors | null = null,
): Promise<FeedDocument> {
  const text = decodeBytes(bytes, contentType).trimStart();
  if (text === "") throw unusable("FEED_EMPTY", url, "answered with nothing");
  const document = list === null ? await parseDocument(text, url) : parseList(text, url, list);
  return { ...document, items: document.items.map(storable) };
}

async function parseDocument(text: string, url: string): Promise<FeedDocument> {
  const feed = text.startsWith("{")
    ? readJsonFeed(text, url)
    : ((await readWellFormedFeed(text, url)) ?? readXmlFeed(text, url));
  if (feed !== undefined && !(isHtml(text) && feed.items.length === 0)) return feed;
  if (isHtml(text)) throw unusable("FEED_IS_HTML", url, "answered with a web page");
  throw unusable("FEED_UNREADABLE", url, "answered with something that is no feed");
}

/** An outlet's page that lists its articles, where it has no feed. */
function parseList(html: string, url: string, selectors: ListSelectors): FeedDocument {
  const document = readList(html, url, selectors);
  if (document.items.length > 0) return document;
  throw new RecountError(
    "LIST_EMPTY",
    "later",
    `${url} holds nothing that its selector ${selectors.item} finds`,
    "Open the page in a browser: it was built anew, or builds its list by script. Correct `list` of this feed in feeds.yaml.",
  );
}

function isHtml(text: string): boolean {
  return /^\s*(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype html|html)[\s>]/i.test(text.slice(0, 2_000));
}

function unusable(code: string, url: string, what: string): RecountError {
  const remedy = "Open the address in a browser: the outlet may have moved its feed, or it shows robots another page.";
  return new RecountError(code, "later", `${url} ${what}`, remedy);
}
