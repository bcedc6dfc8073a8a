import { tidy } from "../runtime/markup.ts";

const blocks = new Set(
  (
    "ADDRESS ARTICLE ASIDE BLOCKQUOTE BR DD DIV DL DT FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION " +
    "TABLE TD TH TR UL"
  ).split(" "),
);

/** Names that pages give to what stands in an article without being its text. */
const furniture = new RegExp(
  `(?:^|[\\s_-])(?:${[
    "captions?|credits?|photo-?credit|img-?caption|image-?caption|copyright",
    "newsletters?|subscribe|subscription|sign-?up|sponsored|outbrain|taboola|cookies?",
    "related|recommended|recommendations|read-?more|more-?on|also-?read|see-?also|popular|trending|most-?read|recirc|recirculation",
    "share|sharing|social|sharedaddy|addtoany|follow|follow-us|comments?|disqus|respond",
    "by-?line|authors?|author-?bio|author-?box|date-?line|date|timestamp|published|pubdate|(?:post|entry|article)-?meta|meta|metadata",
    "tags|tag-?list|topics|keywords|breadcrumbs?|toolbar|pagination|pager|categories",
    "sr-only|visually-hidden|screen-reader-text|hidden|hide|invisible|no-?print|d-none",
  ].join("|")})(?:$|[\\s_-])`,
);
/** Furniture is small: what bears such a name and is a larger part of the text is the text. */
const furnitureShare = 0.2;
/** A paragraph of which so much is link leads elsewhere. */
const linkShare = 0.8;

/** The words of an article's element, a paragraph a line, without the furniture that stands in it. */
export function paragraphsOf(root: Element): string[] {
  const writer = new ParagraphWriter(root.textContent.length * furnitureShare);
  writer.walk(root, false);
  return writer.result();
}

class ParagraphWriter {
  private readonly paragraphs: string[] = [];
  private readonly furnitureLength: number;
  private line = "";
  private linked = 0;

  constructor(furnitureLength: number) {
    this.furnitureLength = furnitureLength;
  }

  walk(parent: Element, isLink: boolean): void {
    for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
      if (node.nodeType === 3) this.write(node.textContent ?? "", isLink);
      else if (isElement(node)) this.element(node, isLink);
    }
  }

  result(): string[] {
    this.end();
    return this.paragraphs;
  }

  private element(element: Element, isLink: boolean): void {
    const isBlock = blocks.has(element.tagName);
    if (isBlock) this.end();
    if (!this.isFurniture(element)) this.walk(element, isLink || element.tagName === "A");
    if (isBlock) this.end();
  }

  private isFurniture(element: Element): boolean {
    const named = `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`;
    if (named.length < 4 || !furniture.test(named.replace(/([a-z])([A-Z])/g, "$1-$2").toLowerCase())) return false;
    return element.textContent.length < this.furnitureLength;
  }

  private write(text: string, isLink: boolean): void {
    this.line += text;
    if (isLink) this.linked += inked(text);
  }

  private end(): void {
    const line = tidy(this.line.replace(/\s+/g, " "));
    if (line !== "" && (this.linked === 0 || this.linked < inked(this.line) * linkShare)) this.paragraphs.push(line);
    this.line = "";
    this.linked = 0;
  }
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function inked(text: string): number {
  return text.replace(/\s+/g, "").length;
}

/** Shorter lines that do not end as a sentence are no paragraph of an article's head or end. */
const shortLine = 60;
/** The headline stands within the first so many characters, if it stands in the text. */
const headLength = 600;
/** What is cut off may not be more than this part of the text. */
const cutShare = 0.2;

/**
 * Cuts off what stands before an article's first sentence and after its last: the headline with what is above it, lines of
 * author and day, names of sections and buttons. A line with a number that is no day or time is kept.
 */
export function withoutMargins(paragraphs: readonly string[], title: string | null): readonly string[] {
  const afterTitle = cutThrough(paragraphs, title);
  let from = 0;
  while (from < afterTitle.length - 1 && isMargin(afterTitle[from] ?? "")) from += 1;
  let to = afterTitle.length;
  while (to > from + 1 && isMargin(afterTitle[to - 1] ?? "")) to -= 1;
  const kept = afterTitle.slice(from, to);
  return lengthOf(kept) >= lengthOf(afterTitle) * (1 - cutShare) ? kept : afterTitle;
}

function cutThrough(paragraphs: readonly string[], title: string | null): readonly string[] {
  const wanted = bare(title ?? "");
  if (wanted === "") return paragraphs;
  let length = 0;
  for (const [index, paragraph] of paragraphs.entries()) {
    const found = bare(paragraph);
    // A first sentence in the headline's words is the text of many a short report.
    if (isSentence(paragraph) && !isSentence(title ?? "")) break;
    const isTitle =
      found === wanted ||
      (found.length > 15 && wanted.startsWith(found)) ||
      (wanted.length > 15 && found.startsWith(wanted) && found.length < wanted.length * 1.3);
    if (isTitle) return index === paragraphs.length - 1 ? paragraphs : paragraphs.slice(index + 1);
    length += paragraph.length;
    if (length > headLength) break;
  }
  return paragraphs;
}

function isMargin(line: string): boolean {
  return (
    line.length < shortLine && !isSentence(line) && (!/\d/.test(line) || /\b(19|20)\d\d\b|\d{1,2}:\d\d/.test(line))
  );
}

function isSentence(line: string): boolean {
  return /[.!?…:»”"'’)。！？]$/.test(line);
}

function lengthOf(paragraphs: readonly string[]): number {
  return paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0);
}

function bare(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();
}
