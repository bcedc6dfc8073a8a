import RssParser from "rss-parser";
import { plainText } from "../runtime/markup.ts";
import type { FeedDocument, FeedFormat, FeedItem } from "./feed.ts";
import { type Field, itemOf, maxItems, ttlMinutes } from "./item.ts";
import { namespaces } from "./xml-reader.ts";

/** What is asked of rss-parser, as documents write it; each comes as all its occurrences, attributes included. */
const itemFields = [
  ..."title link guid id pubDate published issued created date updated modified description summary content body".split(
    " ",
  ),
  ..."dc:title dc:date dcterms:issued dcterms:created dcterms:modified media:title media:description media:group media:content media:text".split(
    " ",
  ),
  ..."content:encoded yandex:full-text turbo:content itunes:summary feedburner:origLink tagline fullitem".split(" "),
];
const feedFields = ["dc:language", "ttl", "sy:updatePeriod", "sy:updateFrequency"];

type Found = Readonly<Record<string, unknown>>;

const parser = new RssParser<Found, Found>({
  customFields: {
    // "$" holds an element's attributes.
    item: [...itemFields, "$"].map((name) => [name, `all:${name}`, { keepArray: true }]),
    feed: feedFields,
  },
});

/**
 * Reads RSS 0.9 to 2.0, RDF and Atom 1.0 with rss-parser.
 * @returns undefined when rss-parser refuses the document or reads it poorly: an item without title, address or date,
 *   markup where it takes text only, a prefix that it does not know, or a base of its own
 */
export async function readWellFormedFeed(xml: string, base: string): Promise<FeedDocument | undefined> {
  const format = formatOf(xml);
  if (format === undefined || hasOtherPrefixes(xml) || xml.includes("xml:base")) return undefined;
  const feed = await parse(xml);
  if (feed === undefined) return undefined;
  const items: FeedItem[] = [];
  for (const found of feed.items.slice(0, maxItems)) {
    const fields = fieldsOf(found);
    const item = fields && itemOf(fields, base);
    if (item === undefined || item.title === "" || item.url === null || item.publishedAt === null) return undefined;
    items.push(item);
  }
  const of = (name: string) => (typeof feed[name] === "string" ? feed[name].trim() : undefined);
  return items.length === 0
    ? undefined
    : {
        format,
        title: plainText(of("title") ?? "") || null,
        language: of("language") ?? of("dc:language") ?? languageOfRoot(xml),
        ttlMinutes: ttlMinutes(of("ttl"), of("sy:updatePeriod"), of("sy:updateFrequency")),
        items,
      };
}

async function parse(xml: string): Promise<(Found & { items: Found[] }) | undefined> {
  try {
    return await parser.parseString(xml.replace(/^[^<]+/, ""));
  } catch {
    // Whatever it stumbled over, the tolerant reader tries next and says what is wrong when it finds nothing either.
    return undefined;
  }
}

function formatOf(xml: string): FeedFormat | undefined {
  const root = /<(rss|rdf:RDF|feed)[\s>]/.exec(xml.slice(0, 20_000))?.[1];
  if (root === "rdf:RDF") return "rdf";
  return root === "feed" ? "atom" : root === undefined ? undefined : "rss";
}

function languageOfRoot(xml: string): string | null {
  return /<(?:rss|rdf:RDF|feed)\s[^<>]*?xml:lang\s*=\s*["']([^"']+)/.exec(xml.slice(0, 20_000))?.[1] ?? null;
}

/** rss-parser goes by prefixes, so a document that gave a namespace another one would lose what stands under it. */
function hasOtherPrefixes(xml: string): boolean {
  for (const [, prefix, address] of xml.matchAll(/\sxmlns:([\w.-]+)\s*=\s*["']([^"']*)["']/g)) {
    const known = namespaces.find(([part]) => address?.toLowerCase().includes(part))?.[1];
    if (known !== undefined && known !== "" && known !== prefix) return true;
  }
  return false;
}

/** @returns undefined when an element holds markup, of which rss-parser keeps no order */
function fieldsOf(item: Found): Field[] | undefined {
  const fields: Field[] = [{ name: "@", attributes: attributesOf(item["all:$"]), text: "" }];
  for (const name of itemFields) {
    const values = item[`all:${name}`];
    for (const value of Array.isArray(values) ? values : []) {
      const text = textOf(value);
      if (text === undefined) return undefined;
      fields.push({ name: name.toLowerCase(), attributes: attributesOf(part(value, "$")), text });
    }
  }
  return fields;
}

/** An element is a string, or `{ _: text, $: attributes, child: […] }`. */
function textOf(element: unknown): string | undefined {
  if (typeof element === "string") return element;
  if (typeof element !== "object" || element === null) return undefined;
  if (Object.keys(element).some((key) => key !== "_" && key !== "$")) return undefined;
  const text = part(element, "_");
  return typeof text === "string" ? text : "";
}

function attributesOf(found: unknown): Record<string, string> {
  if (typeof found !== "object" || found === null) return {};
  return Object.fromEntries(
    Object.entries(found).map(([name, value]) => [name.toLowerCase(), typeof value === "string" ? value : ""]),
  );
}

function part(element: unknown, name: string): unknown {
  return typeof element === "object" && element !== null ? new Map(Object.entries(element)).get(name) : undefined;
}
