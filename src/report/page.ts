import { Readability } from "@mozilla/readability";
import { Defuddle } from "defuddle/node";
import { parseHTML } from "linkedom";
import { parseFeedDate } from "../feed/date.ts";
import { decodeBytes } from "../feed/decode.ts";
import { loadHtml, plainText } from "../runtime/markup.ts";
import { agencyOf } from "./agency.ts";
import { languageOf } from "./language.ts";
import { readMetadata } from "./metadata.ts";

export type ReadBy = "readability" | "json-ld" | "defuddle" | "feed" | "headline";

/** One version of an article, as plain text with a paragraph a line. */
export interface Article {
  readonly text: string;
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly publishedAt: Date | null;
  readonly modifiedAt: Date | null;
  readonly language: string | null;
  readonly agency: string | null;
  readonly canonical: string | null;
  readonly readBy: ReadBy;
}

/** Reads an article out of a page; its text is empty when there is none. */
export async function readPage(bytes: Uint8Array, contentType: string | undefined, url: string): Promise<Article> {
  const html = decodeBytes(Buffer.from(bytes), contentType);
  const page = loadHtml(html);
  const metadata = readMetadata(page);
  const { text: found, readBy } = await mainText(html, url, metadata.articleBody);
  const text = withoutTitle(found, metadata.title);
  const date = (written: string | null) => (written === null ? null : (parseFeedDate(written) ?? null));
  return {
    text,
    readBy,
    title: metadata.title,
    authors: metadata.authors,
    publishedAt: date(metadata.published),
    modifiedAt: date(metadata.modified),
    language: languageOf(text, metadata.language),
    agency: agencyOf(text),
    canonical: metadata.canonical,
  };
}

/** Some readers keep the headline as the first line; it is kept apart as the title. */
function withoutTitle(text: string, title: string | null): string {
  return title !== null && text.startsWith(`${title}\n`) ? text.slice(title.length + 1) : text;
}

/** Below this a text is too short to be trusted as the whole article. */
const shortText = 400;
const longBody = 600;

async function mainText(
  html: string,
  url: string,
  articleBody: string | null,
): Promise<{ text: string; readBy: ReadBy }> {
  const read = readability(html);
  const body = plainText(articleBody ?? "");
  if (body.length >= longBody && read.length < 0.6 * body.length) return { text: body, readBy: "json-ld" };
  if (read.length >= shortText) return { text: read, readBy: "readability" };
  const other = await defuddle(html, url);
  return other.length > read.length * 1.2 ? { text: other, readBy: "defuddle" } : { text: read, readBy: "readability" };
}

function prepared(html: string) {
  const { document } = parseHTML(html);
  // React streams parts of a page as hidden divs and moves them into place by script.
  for (const streamed of document.querySelectorAll('div[hidden][id^="S:"]')) streamed.removeAttribute("hidden");
  // Readability throws on templates, captions are no part of the text, and defuddle complains of broken JSON-LD on the console.
  for (const dropped of document.querySelectorAll("template,figure,figcaption,script")) dropped.remove();
  return document;
}

function readability(html: string): string {
  const article = new Readability(prepared(html)).parse();
  return plainText(article?.content ?? "");
}

async function defuddle(html: string, url: string): Promise<string> {
  const result = await Defuddle(prepared(html), url);
  return plainText(result.content);
}
