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

/** Makes an item of its fields; whichever reader found them, the key is the same. */
export function itemOf(fields: readonly Field[], base: string): FeedItem {
  const first = (...names: readonly string[]): string | undefined => {
    for (const name of names) {
      const text = fields.find((field) => field.name === name && field.text.trim() !== "")?.text.trim();
      if (text !== undefined) return text;
    }
    return undefined;
  };
  const url = absolute(linkOf(fields), base);
  const title = plainText(first("title", "dc:title", "media:title") ?? "").replaceAll("\n", " ");
  const summary = first("description", "summary", "itunes:summary", "media:description", "tagline");
  const content = first("yandex:full-text", "content:encoded", "turbo:content", "content", "body", "fullitem");
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
  return createHash("sha256")
    .update(fields.map((field) => `${field.name} ${field.text}`).join("\n"))
    .digest("hex");
}

function dateOf(written: string | undefined): Date | null {
  return written === undefined ? null : (parseFeedDate(written) ?? null);
}

/** The link of the article itself: Atom's alternate, RSS's text, else a guid or id that is an address. */
function linkOf(fields: readonly Field[]): string | undefined {
  const links = fields.filter((field) => field.name === "link");
  const address = (field: Field | undefined) => field?.attributes["href"] ?? field?.text;
  const original = fields.find((field) => field.name === "feedburner:origlink")?.text;
  const guid = fields.find((field) => field.name === "guid" && field.attributes["ispermalink"] !== "false")?.text;
  const id = fields.find((field) => field.name === "id")?.text;
  const candidates = [
    original,
    address(links.find((link) => (link.attributes["rel"] ?? "alternate") === "alternate" && address(link)?.trim())),
    guid,
    id !== undefined && /^\s*https?:/i.test(id) ? id : undefined,
    fields.find((field) => field.name === "@")?.attributes["rdf:about"],
    address(links.find((link) => link.attributes["rel"] === undefined || link.attributes["rel"] === "self")),
  ];
  return candidates.find((candidate) => candidate !== undefined && candidate.trim() !== "");
}

function absolute(link: string | undefined, base: string): string | null {
  const trimmed = link?.replace(/\s+/g, "");
  if (trimmed === undefined || trimmed === "" || !URL.canParse(trimmed, base)) return null;
  const url = new URL(trimmed, base);
  return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
}
