import { tidy } from "../runtime/markup.ts";
import type { PageHead } from "./head.ts";

export interface Metadata {
  readonly canonical: string | null;
  readonly title: string | null;
  readonly authors: readonly string[];
  /** As written, likeliest first; the caller takes the first that it can read. */
  readonly published: readonly string[];
  readonly modified: readonly string[];
  readonly language: string | null;
  readonly section: string | null;
  /** Who the page says that the text is from: an agency perhaps. */
  readonly source: string | null;
  /** JSON-LD's own text of the article. */
  readonly articleBody: string | null;
}

type Data = Readonly<Record<string, unknown>>;

/** What a page says of itself: JSON-LD before meta tags before the markup. */
export function readMetadata(head: PageHead): Metadata {
  const article = head.data
    .flatMap((script) => flatten(parse(script)))
    .find((data) => /Article|Report|BlogPosting/.test(String(data["@type"])));
  const meta = (...names: readonly string[]) => names.flatMap((name) => head.metas.get(name) ?? []);
  const titles = [text(article?.["headline"]), ...meta("og:title", "twitter:title"), head.heading, head.title];
  const title = titles.find((found) => found !== null && found.trim() !== "") ?? "";
  const byline = meta("author", "article:author", "dc.creator", "parsely-author")[0];
  const authors = names(article?.["author"]);
  return {
    canonical: head.canonical ?? meta("og:url")[0] ?? null,
    title: tidy(title).replaceAll("\n", " ") || null,
    authors: shown(authors.length > 0 || byline === undefined || /^https?:/.test(byline) ? authors : [byline]),
    published: [
      ...written(article?.["datePublished"]),
      ...meta("article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "article.published"),
      ...meta(
        "pubdate",
        "publishdate",
        "publish_date",
        "publication_date",
        "date",
        "dc.date.issued",
        "dcterms.created",
      ),
      ...meta("dc.date", "sailthru.date", "cxenseparse:recs:publishtime", "article:publish_time"),
      ...written(article?.["dateCreated"]),
      ...(head.time === null ? [] : [head.time]),
    ],
    modified: [
      ...written(article?.["dateModified"]),
      ...meta("article:modified_time", "datemodified", "og:updated_time", "last-modified", "dcterms.modified"),
    ],
    language: head.language?.slice(0, 2).toLowerCase() || null,
    section: shown([names(article?.["articleSection"])[0] ?? meta("article:section", "section")[0] ?? ""])[0] ?? null,
    source: meta("dc.source", "article:source", "source", "syndication-source", "original-source")[0] ?? null,
    articleBody: text(article?.["articleBody"]),
  };
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
  return [data, ...flatten(data["@graph"]), ...flatten(data["mainEntity"])];
}

function names(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(names);
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null || !("name" in value)) return [];
  return names(value.name);
}

/** One line each, without marks that could spoof it. */
function shown(values: readonly string[]): string[] {
  return values.map((value) => tidy(value).replaceAll("\n", " ")).filter((value) => value !== "");
}

function written(value: unknown): string[] {
  const found = text(Array.isArray(value) ? value[0] : value);
  return found === null ? [] : [found];
}

function text(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value : null;
}
