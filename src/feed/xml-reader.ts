import { plainText, walkXml } from "../runtime/markup.ts";
import type { FeedDocument, FeedFormat } from "./feed.ts";
import { basedOn, type Field, itemOf, maxItems, ttlMinutes } from "./item.ts";

/** Namespaces whose prefix a document may choose itself, by a part of their address. "" joins them to plain RSS. */
export const namespaces: readonly (readonly [string, string])[] = [
  // Before RSS 1.0 itself, whose address its modules begin with.
  ["rss/1.0/modules/content", "content"],
  ["rss/1.0/modules/syndication", "sy"],
  ["w3.org/2005/atom", ""],
  ["purl.org/atom", ""],
  ["purl.org/rss", ""],
  ["my.netscape.com/rdf", ""],
  ["channel.netscape.com/rdf", ""],
  ["backend.userland.com/rss", ""],
  ["purl.org/dc/elements", "dc"],
  ["purl.org/dc/terms", "dcterms"],
  ["search.yahoo.com/mrss", "media"],
  ["news.yandex", "yandex"],
  ["turbo.yandex", "turbo"],
];

const formats: Readonly<Record<string, FeedFormat>> = {
  rss: "rss",
  rdf: "rdf",
  feed: "atom",
  channel: "rss",
  item: "rss",
  entry: "atom",
};
/** Elements around items, and around fields of an item; some wrap their feed into a page. */
const containers = new Set(
  "rss rdf:rdf feed channel items rdf:li rdf:seq image textinput html body media:group media:content".split(" "),
);
const voidTags = new Set(["br", "hr", "img", "input", "wbr"]);

/** A field whose text is still coming in. */
interface OpenField extends Field {
  text: string;
}

/** Reads RSS 0.9 to 2.0, RDF and Atom 0.3 and 1.0, broken ones too; undefined when there is no feed in it. */
export function readXmlFeed(xml: string, base: string): FeedDocument | undefined {
  const reader = new Reader(base);
  walkXml(xml.replace(/^[^<]+/, ""), reader);
  reader.finish();
  const { format } = reader;
  if (format === undefined) return undefined;
  const of = (name: string) => reader.head.find((field) => field.name === name)?.text.trim();
  return {
    format,
    title: plainText(of("title") ?? "") || null,
    language: of("language") ?? of("dc:language") ?? reader.language,
    ttlMinutes: ttlMinutes(of("ttl"), of("sy:updateperiod"), of("sy:updatefrequency")),
    items: reader.items.map((fields) => itemOf(fields, reader.base)),
  };
}

/** Collects the children of each item, with the markup inside them, and of the feed's head. */
class Reader {
  format: FeedFormat | undefined;
  language: string | null = null;
  /** What the feed's relative addresses are relative to. */
  base: string;
  readonly head: Field[] = [];
  readonly items: Field[][] = [];
  private item: Field[] | undefined;
  private field: OpenField | undefined;
  /** Elements open inside the field. */
  private inside = 0;
  private readonly prefixes = new Map<string, string>();

  constructor(base: string) {
    this.base = base;
  }

  open(raw: string, attributes: Readonly<Record<string, string>>): void {
    this.learnPrefixes(attributes);
    const name = this.canonical(raw);
    const local = name.slice(name.indexOf(":") + 1);
    if (this.format === undefined) {
      this.format = formats[local];
      this.language = attributes["xml:lang"] ?? null;
    }
    if ((name === "item" || name === "entry") && !this.isMarkup(name)) {
      this.finish();
      this.item = [{ name: "@", attributes, text: "" }];
      return;
    }
    if (this.field === undefined) {
      if (containers.has(name)) {
        this.base = basedOn({ attributes }, this.base);
        return;
      }
      this.field = { name, attributes, text: "" };
      this.inside = 0;
      return;
    }
    if (!voidTags.has(name)) this.inside += 1;
    this.field.text += `<${name}${Object.entries(attributes)
      .map(([key, value]) => ` ${key}="${value.replaceAll('"', "&quot;")}"`)
      .join("")}>`;
  }

  text(text: string): void {
    if (this.field !== undefined) this.field.text += text;
  }

  close(raw: string): void {
    const name = this.canonical(raw);
    if (this.field === undefined) {
      if (name === "item" || name === "entry") this.finish();
      return;
    }
    if (voidTags.has(name)) return;
    if (this.inside > 0) {
      this.inside -= 1;
      this.field.text += `</${name}>`;
      return;
    }
    (this.item ?? this.head).push(this.field);
    this.field = undefined;
  }

  /** Ends the item that is open, if any: one that was never closed ends where the next begins. */
  finish(): void {
    if (this.field !== undefined && this.item !== undefined) this.item.push(this.field);
    this.field = undefined;
    if (this.item !== undefined && this.items.length < maxItems) this.items.push(this.item);
    this.item = undefined;
  }

  /** Inside an entry's content or source, "item" is only a word of somebody's markup. */
  private isMarkup(name: string): boolean {
    return (
      this.field !== undefined && (name === "entry" || /content|source|description|turbo|yandex/.test(this.field.name))
    );
  }

  private learnPrefixes(attributes: Readonly<Record<string, string>>): void {
    for (const [key, value] of Object.entries(attributes)) {
      if (!key.startsWith("xmlns:")) continue;
      const known = namespaces.find(([part]) => value.toLowerCase().includes(part));
      if (known !== undefined) this.prefixes.set(key.slice(6), known[1]);
    }
  }

  private canonical(name: string): string {
    const [prefix, local] = name.split(":");
    if (local === undefined || prefix === undefined) return name;
    const known = this.prefixes.get(prefix);
    if (known === undefined) return name;
    return known === "" ? local : `${known}:${local}`;
  }
}
