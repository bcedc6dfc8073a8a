import { parseFeed as feedsmith } from "feedsmith";
import RssParser from "rss-parser";
import { z } from "zod";
import { decodeBytes } from "../src/feed/decode.ts";
import { parseFeed } from "../src/feed/parse.ts";

/** What is compared of an item; empty where a reader finds nothing. */
export interface Entry {
  readonly title: string;
  readonly link: string;
  readonly date: string | number | Date | null;
}

export type FeedReader = (bytes: Buffer) => Promise<Entry[]>;

/** Where the files are said to come from, for relative links. */
export const base = "https://feed.example/";

const rssParser = new RssParser();
const text = z.string().catch("");
const optional = z.string().optional().catch(undefined);
const link = z.object({ href: text, rel: optional });
const smithItem = z.object({
  title: z.union([z.string(), z.object({ value: z.string() }).transform(({ value }) => value)]).catch(""),
  url: optional,
  link: optional,
  links: z.array(link).catch([]),
  guid: z.object({ value: text }).optional().catch(undefined),
  id: optional,
  dc: z
    .object({ date: optional, dates: z.array(text).optional().catch(undefined) })
    .optional()
    .catch(undefined),
  ...{ pubDate: optional, published: optional, updated: optional, date_published: optional },
});
const smithFeed = z.object({ items: z.array(smithItem).catch([]), entries: z.array(smithItem).catch([]) });

/** Ours, and its peers; all are handed text that we decoded, since rss-parser and feedsmith read no bytes. */
export const feedReaders: Readonly<Record<string, FeedReader>> = {
  recount: async (bytes) =>
    (await parseFeed(bytes, undefined, base)).items.map((item) => {
      return { title: item.title, link: item.url ?? "", date: item.publishedAt };
    }),
  feedsmith: async (bytes) => {
    const { items, entries } = smithFeed.parse(feedsmith(decodeBytes(bytes, undefined)).feed);
    return [...items, ...entries].map((item) => ({
      title: item.title,
      link:
        item.link ??
        item.url ??
        item.links.find(({ rel }) => (rel ?? "alternate") === "alternate")?.href ??
        item.guid?.value ??
        item.id ??
        "",
      date:
        item.pubDate ??
        item.published ??
        item.updated ??
        item.date_published ??
        item.dc?.date ??
        item.dc?.dates?.[0] ??
        null,
    }));
  },
  "rss-parser": async (bytes) =>
    (await rssParser.parseString(decodeBytes(bytes, undefined))).items.map((item) => {
      return { title: text.parse(item.title), link: text.parse(item.link), date: item.isoDate ?? null };
    }),
};
