import type { Page } from "../runtime/markup.ts";
import { tidy } from "../runtime/markup.ts";

export interface Metadata {
  readonly canonical: string | null;
  readonly title: string | null;
  readonly authors: readonly string[];
  /** As written; the caller reads it. */
  readonly published: string | null;
  readonly modified: string | null;
  readonly language: string | null;
  /** JSON-LD's own text of the article. */
  readonly articleBody: string | null;
}

type Data = Readonly<Record<string, unknown>>;

/** What a page says of itself: JSON-LD before meta tags before the markup. */
export function readMetadata(page: Page): Metadata {
  const article = structured(page).find((data) => /Article|Report|BlogPosting/.test(String(data["@type"])));
  const meta = (...names: readonly string[]) =>
    names
      .map((name) => page(`meta[property="${name}"],meta[name="${name}"],meta[itemprop="${name}"]`).attr("content"))
      .find(Boolean) ?? null;
  const time = page("article time[datetime],time[datetime]").first().attr("datetime") ?? null;
  const titled = text(article?.["headline"]) ?? meta("og:title", "twitter:title") ?? page("h1").first().text();
  const byline = meta("author", "article:author");
  const authors = names(article?.["author"]);
  return {
    canonical: page('link[rel="canonical"]').attr("href") ?? meta("og:url") ?? null,
    title: tidy(titled || page("title").first().text()).replaceAll("\n", " ") || null,
    authors: authors.length > 0 || byline === null || /^https?:/.test(byline) ? authors : [byline],
    published:
      text(article?.["datePublished"]) ??
      meta("article:published_time", "datePublished", "pubdate", "date", "DC.date.issued") ??
      time,
    modified: text(article?.["dateModified"]) ?? meta("article:modified_time", "dateModified", "og:updated_time"),
    language: page("html").attr("lang")?.slice(0, 2).toLowerCase() || null,
    articleBody: text(article?.["articleBody"]),
  };
}

function structured(page: Page): Data[] {
  return page('script[type="application/ld+json"]')
    .toArray()
    .flatMap((script) => flatten(parse(page(script).text())));
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json.replace(/\p{Cc}+/gu, " "));
  } catch {
    return undefined;
  }
}

function flatten(value: unknown): Data[] {
  if (Array.isArray(value)) return value.flatMap(flatten);
  if (typeof value !== "object" || value === null) return [];
  const data: Data = { ...value };
  return [data, ...flatten(data["@graph"])];
}

function names(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(names);
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null || !("name" in value)) return [];
  return names(value.name);
}

function text(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value : null;
}
