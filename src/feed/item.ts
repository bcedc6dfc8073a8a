import { createHash } from "node:crypto";
import { plainText } from "../runtime/markup.ts";
import { parseFeedDate } from "./date.ts";
import type { FeedItem } from "./feed.ts";

/** One child of an item, as both readers hand it over: name in lower case, with the usual prefix; markup inside as text. */
export interface Field {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

/** More items than any feed needs; what lies beyond is left out. */
export const maxItems = 2_000;

/** A longer id stands under its hash: an index takes no more, and no id needs it. */
const longestKey = 800;

/** The item as the database can hold it, whichever reader it came from. */
export function storable(item: FeedItem): FeedItem {
  const key = withoutNul(item.key);
  return {
    ...item,
    key: key.length > longestKey ? sha256(key) : key,
    title: withoutNul(item.title),
    summary: item.summary === null ? null : withoutNul(item.summary),
    content: item.content === null ? null : withoutNul(item.content),
  };
}

/** Postgres holds no NUL, and nobody's text has one. */
function withoutNul(text: string): string {
  return text.replaceAll("\u0000", "");
}

/** Makes an item of its fields; whichever reader found them, the key is the same. */
export function itemOf(fields: readonly Field[], base: string): FeedItem {
  const first = (...names: readonly string[]): string | undefined => {
    for (const name of names) {
      const field = fields.find((candidate) => candidate.name === name && candidate.text.trim() !== "");
      if (field !== undefined) return written(field);
    }
    return undefined;
  };
  const url = linkOf(fields, base);
  const title = plainText(first("title", "dc:title", "media:title") ?? "").replaceAll("\n", " ");
  const summary = first("description", "summary", "itunes:summary", "media:description", "tagline");
  const content = first(
    "yandex:full-text",
    "content:encoded",
    "turbo:content",
    "content",
    "media:text",
    "body",
    "fullitem",
  );
  const publishedAt = dateOf(
    first("pubdate", "published", "issued", "dc:date", "dcterms:issued", "created", "dcterms:created", "date"),
  );
  const modifiedAt = dateOf(first("updated", "modified", "dcterms:modified"));
  const key = first("guid", "id") ?? url ?? (title || fingerprint(fields));
  return {
    key,
    url,
    title,
    summary: summary === undefined ? null : plainText(summary) || null,
    content: content ?? null,
    publishedAt: publishedAt ?? modifiedAt,
    modifiedAt,
  };
}

/** What a feed says of its own rhythm. @returns minutes; null when it says nothing */
export function ttlMinutes(
  ttl: string | undefined,
  period: string | undefined,
  frequency: string | undefined,
): number | null {
  if (Number(ttl) > 0) return Number(ttl);
  const minutes = { hourly: 60, daily: 1_440, weekly: 10_080, monthly: 43_200, yearly: 525_600 }[period ?? ""];
  return minutes === undefined ? null : minutes / (Number(frequency) || 1);
}

/** Stands in for the id of an item that has neither id, address nor title. */
function fingerprint(fields: readonly Field[]): string {
  return sha256(fields.map((field) => `${field.name} ${field.text}`).join("\n"));
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function dateOf(written: string | undefined): Date | null {
  return written === undefined ? null : (parseFeedDate(written) ?? null);
}

/** Atom 0.3 could pack a text. */
function written({ text, attributes }: Field): string {
  const isPacked = attributes["mode"] === "base64" || attributes["type"] === "base64";
  return isPacked ? Buffer.from(text, "base64").toString("utf8").trim() : text.trim();
}

/** The link of the article itself: Atom's alternate, a page before other files, RSS's text, else a guid or id that is an address. */
function linkOf(fields: readonly Field[], base: string): string | null {
  const itemBase = basedOn(
    fields.find((field) => field.name === "@"),
    base,
  );
  const links = fields.filter((field) => field.name === "link");
  const alternates = links.filter((link) => (link.attributes["rel"] ?? "alternate") === "alternate" && addressOf(link));
  const guid = fields.find((field) => field.name === "guid" && field.attributes["ispermalink"] !== "false");
  const id = fields.find((field) => field.name === "id" && /^\s*https?:/i.test(field.text));
  const candidates = [
    fields.find((field) => field.name === "feedburner:origlink" && /^\s*https?:/i.test(field.text)),
    alternates.find((link) => /html|^$/.test(link.attributes["type"] ?? "")) ?? alternates[0],
    guid,
    id,
    fields.find((field) => field.name === "@" && field.attributes["rdf:about"] !== undefined),
    links.find((link) => link.attributes["rel"] === undefined || link.attributes["rel"] === "self"),
  ];
  const found = candidates.find((candidate) => candidate !== undefined && addressOf(candidate) !== "");
  return found === undefined ? null : absolute(addressOf(found), basedOn(found, itemBase));
}

function addressOf({ name, attributes, text }: Field): string {
  return (name === "@" ? (attributes["rdf:about"] ?? "") : (attributes["href"] ?? text)).replace(/\s+/g, "");
}

/** What a relative address in an element is relative to: its own xml:base, if it has one. */
export function basedOn(element: Pick<Field, "attributes"> | undefined, base: string): string {
  const own = element?.attributes["xml:base"];
  return own !== undefined && URL.canParse(own, base) ? new URL(own, base).href : base;
}

/** @returns null for what is no address of the web: mail, a script */
export function absolute(address: string, base: string): string | null {
  if (!URL.canParse(address, base)) return null;
  const url = new URL(address, base);
  return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
}
