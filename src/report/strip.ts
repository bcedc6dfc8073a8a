import { walkHtml } from "../runtime/markup.ts";
import { HeadReader, type PageHead } from "./head.ts";

export interface StrippedPage {
  readonly head: PageHead;
  /** The page without what holds no text of an article, as HTML that is quick to make a tree of. */
  readonly html: string;
}

const dropped = new Set(
  (
    "script style svg template figure figcaption iframe object embed video audio canvas select textarea button input link " +
    "meta noscript dialog"
  ).split(" "),
);
const inline = new Set(
  (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q s samp small span strike strong " +
    "sub sup time tt u var wbr"
  ).split(" "),
);
const withoutEnd = new Set("area base br col hr img param source track wbr".split(" "));
/** An empty one still says something: a cell its place, a paragraph its pause. */
const keptEmpty = new Set(["html", "body", "td", "th", "p"]);
/** The readers go by these; a tree is slow by its nodes, and each attribute is one. */
const keptAttributes = ["class", "id", "href", "role", "itemprop", "rel"];
/** More than the longest live blog has; what follows is left out. */
const maxPieces = 200_000;
const maxLength = 2_000_000;
const maxAttribute = 2_000;

/**
 * Walks a page once: what it says of itself is read, and what no reader wants is left out, so that the tree that the
 * readers work on has a third of its nodes and no depth that could stop them.
 * @param moreAttributes names of attributes that an outlet's selectors go by
 */
export function stripPage(html: string, moreAttributes: readonly string[] = []): StrippedPage {
  const head = new HeadReader();
  const body = new BodyWriter([...keptAttributes, ...moreAttributes]);
  walkHtml(html, {
    open(name, attributes) {
      head.open(name, attributes);
      body.open(name, attributes);
    },
    text(text) {
      head.text(text);
      body.text(text);
    },
    close(name) {
      head.close(name);
      body.close(name);
    },
  });
  return { head: head.result(), html: body.html() };
}

class BodyWriter {
  private readonly attributes: readonly string[];
  private readonly pieces: string[] = [];
  /** Where each open element begins in the pieces. */
  private readonly begun: number[] = [];
  /** Depth below a dropped element; 0 outside. */
  private below = 0;
  private length = 0;
  private wantsBlank = false;
  private afterInline = false;
  private preformatted = 0;

  constructor(attributes: readonly string[]) {
    this.attributes = attributes;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.below > 0 || isDropped(name, attributes) || this.pieces.length > maxPieces) {
      this.below += 1;
      return;
    }
    const isInline = inline.has(name);
    if (this.wantsBlank && isInline && this.afterInline) this.pieces.push(" ");
    this.wantsBlank = false;
    this.afterInline = isInline;
    this.begun.push(this.pieces.length);
    this.pieces.push(`<${name}${attributesOf(attributes, this.attributes)}>`);
    if (name === "pre") this.preformatted += 1;
  }

  text(text: string): void {
    if (this.below > 0 || this.length > maxLength) return;
    if (this.preformatted === 0 && !/\S/.test(text)) {
      this.wantsBlank = true;
      return;
    }
    if (this.wantsBlank && this.afterInline) this.pieces.push(" ");
    this.wantsBlank = false;
    this.afterInline = true;
    this.pieces.push(escaped(text.slice(0, maxLength)));
    this.length += text.length;
  }

  close(name: string): void {
    if (this.below > 0) {
      this.below -= 1;
      return;
    }
    const start = this.begun.pop();
    const isInline = inline.has(name);
    if (name === "pre") this.preformatted -= 1;
    if (!withoutEnd.has(name)) {
      if (start === this.pieces.length - 1 && !keptEmpty.has(name)) this.pieces.length = start;
      else this.pieces.push(`</${name}>`);
    }
    this.afterInline = isInline;
  }

  html(): string {
    return this.pieces.join("");
  }
}

function isDropped(name: string, attributes: Readonly<Record<string, string>>): boolean {
  // A figure is a picture, but for the tables that some systems put into one.
  if (name === "figure" && /table/i.test(attributes["class"] ?? "")) return false;
  if (dropped.has(name)) return true;
  if (name === "html" || name === "body") return false;
  // React streams parts of a page as hidden divs and moves them into place by script.
  const isStreamed = attributes["id"]?.startsWith("S:") === true;
  return (
    ("hidden" in attributes && !isStreamed) ||
    attributes["aria-hidden"] === "true" ||
    /display:\s*none|visibility:\s*hidden/i.test(attributes["style"] ?? "")
  );
}

function attributesOf(attributes: Readonly<Record<string, string>>, kept: readonly string[]): string {
  let written = "";
  for (const name of kept) {
    const value = attributes[name];
    if (value !== undefined && value !== "" && value.length <= maxAttribute)
      written += ` ${name}="${escaped(value).replaceAll('"', "&quot;")}"`;
  }
  return written;
}

function escaped(text: string): string {
  return /[&<>]/.test(text) ? text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;") : text;
}
