import { Readability } from "@mozilla/readability";
import { Defuddle } from "defuddle/node";
import { parseHTML } from "linkedom";
import { parseFeedDate } from "../feed/date.ts";
import { decodeBytes } from "../feed/decode.ts";
import { plainText } from "../runtime/markup.ts";
import { agencyOf } from "./agency.ts";
import { paragraphsOf, withoutMargins } from "./body.ts";
import { languageOf } from "./language.ts";
import { type Metadata, readMetadata } from "./metadata.ts";
import { stripPage } from "./strip.ts";

export type ReadBy = "selector" | "readability" | "json-ld" | "defuddle" | "feed" | "headline";

/** One version of an article, as plain text with a paragraph a line. */
export interface Article {
  readonly text: string;
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly publishedAt: Date | null;
  readonly modifiedAt: Date | null;
  readonly language: string | null;
  readonly section: string | null;
  readonly agency: string | null;
  readonly canonical: string | null;
  readonly readBy: ReadBy;
  /** Whether what was served is a form to log in with, and no article. */
  readonly isLogin: boolean;
}

/** Where an outlet's pages keep their text, as CSS selectors; for pages that the readers get wrong. */
export interface PageSelectors {
  readonly text: string;
  /** What stands within it and is no part of it. */
  readonly drop: string | null;
}

/** Reads an article out of a page; its text is empty when there is none. */
export async function readPage(
  bytes: Uint8Array,
  contentType: string | undefined,
  url: string,
  selectors: PageSelectors | null = null,
): Promise<Article> {
  const named = `${selectors?.text ?? ""} ${selectors?.drop ?? ""}`.matchAll(/\[\s*([\w-]+)/g);
  const selected = [...named].map(([, name = ""]) => name.toLowerCase());
  const { head, html } = stripPage(decodeBytes(Buffer.from(bytes), contentType), selected);
  const metadata = readMetadata(head);
  const { paragraphs, readBy } = await mainText(html, url, metadata, selectors);
  const text = withoutMargins(paragraphs, metadata.title).join("\n");
  return {
    text,
    readBy,
    title: metadata.title,
    authors: metadata.authors,
    publishedAt: firstDate(metadata.published),
    modifiedAt: firstDate(metadata.modified),
    language: languageOf(text, metadata.language),
    section: metadata.section,
    agency: agencyOf(paragraphs.join("\n"), [...metadata.authors, metadata.source ?? ""]),
    canonical: metadata.canonical,
    // Many pages hold a form to log in with somewhere; but no form is dated as an article is.
    isLogin: head.asksPassword && text.length < shortText && metadata.published.length === 0,
  };
}

function firstDate(written: readonly string[]): Date | null {
  for (const date of written) {
    const read = parseFeedDate(date);
    if (read !== undefined) return read;
  }
  return null;
}

/** Below this a text is too short to be trusted as the whole article. */
const shortText = 400;
const longBody = 600;

interface MainText {
  readonly paragraphs: readonly string[];
  readonly readBy: ReadBy;
}

/** The cascade: the outlet's own selectors, Readability, the page's own JSON-LD where that gives far more, defuddle. */
async function mainText(
  html: string,
  url: string,
  metadata: Metadata,
  selectors: PageSelectors | null,
): Promise<MainText> {
  const selected = selectors === null ? [] : select(html, selectors);
  if (selected.length > 0) return { paragraphs: selected, readBy: "selector" };
  const read = readability(html);
  const length = lengthOf(read);
  const body = plainText(metadata.articleBody ?? "");
  if (body.length >= longBody && length < 0.6 * body.length) return { paragraphs: body.split("\n"), readBy: "json-ld" };
  if (length >= shortText) return { paragraphs: read, readBy: "readability" };
  const other = await defuddle(html, url);
  return lengthOf(other) > length * 1.2
    ? { paragraphs: other, readBy: "defuddle" }
    : { paragraphs: read, readBy: "readability" };
}

function select(html: string, { text, drop }: PageSelectors): string[] {
  const { document } = parseHTML(html);
  if (drop !== null) for (const dropped of document.querySelectorAll(drop)) dropped.remove();
  // An element within another that was selected is read with it.
  const found = [...document.querySelectorAll(text)];
  return found
    .filter((element) => !found.some((other) => other !== element && other.contains(element)))
    .flatMap((element) => paragraphsOf(element));
}

function readability(html: string): string[] {
  const { document } = parseHTML(html);
  const article = new Readability<Element | undefined>(document, {
    serializer: (node) => (isElement(node) ? node : undefined),
    keepClasses: true,
  }).parse();
  return article?.content ? paragraphsOf(article.content) : [];
}

async function defuddle(html: string, url: string): Promise<string[]> {
  const { content } = await Defuddle(parseHTML(html).document, url);
  return paragraphsOf(parseHTML(`<html><body>${content}</body></html>`).document.body);
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function lengthOf(paragraphs: readonly string[]): number {
  return paragraphs.reduce((sum, paragraph) => sum + paragraph.length + 1, 0);
}
