import { z } from "zod";
import { plainText } from "../runtime/markup.ts";
import { parseFeedDate } from "./date.ts";
import type { FeedDocument, FeedItem } from "./feed.ts";
import { absolute, maxItems } from "./item.ts";

const text = z.string().nullish().catch(null);
const item = z.object({
  id: z.union([z.string(), z.number()]).nullish().catch(null),
  url: text,
  external_url: text,
  title: text,
  summary: text,
  content_html: text,
  content_text: text,
  date_published: text,
  date_modified: text,
});
const document = z.object({ title: text, language: text, items: z.array(item.nullable().catch(null)) });

/** Reads JSON Feed 1.0 and 1.1; undefined when it is something else. */
export function readJsonFeed(json: string, base: string): FeedDocument | undefined {
  const parsed = document.safeParse(parse(json));
  if (!parsed.success) return undefined;
  const items = parsed.data.items.slice(0, maxItems).flatMap((found) => (found === null ? [] : [itemOf(found, base)]));
  const { title, language } = parsed.data;
  return { format: "json", title: title ?? null, language: language ?? null, ttlMinutes: null, items };
}

function itemOf(found: z.infer<typeof item>, base: string): FeedItem {
  const link = found.url ?? found.external_url ?? "";
  const url = link === "" ? null : absolute(link, base);
  const title = plainText(found.title ?? "");
  const dated = (written: string | null | undefined) => (written ? (parseFeedDate(written) ?? null) : null);
  const modifiedAt = dated(found.date_modified);
  return {
    key: found.id === null || found.id === undefined ? (url ?? title) : String(found.id),
    url,
    title,
    summary: plainText(found.summary ?? "") || null,
    content: found.content_html ?? found.content_text ?? null,
    publishedAt: dated(found.date_published) ?? modifiedAt,
    modifiedAt,
  };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
