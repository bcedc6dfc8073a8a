import { type CheerioAPI, load } from "cheerio";
import { Parser } from "htmlparser2";

export type Page = CheerioAPI;

export interface MarkupHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
}

/** Deeper markup than any feed or page has. */
const maxDepth = 200;
/** The more elements are open, the longer the parser takes for each: deeper ones are taken for empty, and keep their text. */
const maxOpen = 2_000;
/** Their text is no text, so they are never taken for empty. */
const raw = new Set(["script", "style"]);

/**
 * Walks XML of any quality without building a tree; names come in lower case, entities of XML are resolved, no others.
 * What lies too deep is not reported.
 */
export function walkXml(xml: string, handler: MarkupHandler): void {
  walk(xml, true, handler);
}

/** Walks HTML likewise; what lies too deep keeps its text and loses its tags. */
export function walkHtml(html: string, handler: MarkupHandler): void {
  walk(html, false, handler);
}

class ShallowParser extends Parser {
  open = 0;
  private isEmpty = false;
  private isEnd = false;

  override onopentagname(start: number, end: number): void {
    this.isEmpty = this.open >= maxOpen;
    super.onopentagname(start, end);
  }

  override onclosetag(start: number, end: number): void {
    this.isEnd = true;
    super.onclosetag(start, end);
    this.isEnd = false;
  }

  protected override isVoidElement(name: string): boolean {
    return super.isVoidElement(name) || (this.isEmpty && !this.isEnd && !raw.has(name));
  }
}

function walk(markup: string, xmlMode: boolean, handler: MarkupHandler): void {
  let inDeepScript = false;
  const parser = new ShallowParser(
    {
      onopentag(name, attributes) {
        parser.open += 1;
        if (parser.open <= maxDepth) handler.open(name, attributes);
        else inDeepScript = name === "script" || name === "style";
      },
      ontext(text) {
        if (parser.open <= maxDepth || !(xmlMode || inDeepScript)) handler.text(text);
      },
      onclosetag(name) {
        if (parser.open <= maxDepth) handler.close(name);
        inDeepScript = false;
        parser.open -= 1;
      },
    },
    { xmlMode, decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(markup);
}

/** Parses HTML of any quality and depth: scripts are left out, and what lies too deep loses its tags, so that it cannot stop us. */
export function loadShallowHtml(html: string): Page {
  const pieces: string[] = [];
  let hidden = 0;
  walkHtml(html, {
    open(name, attributes) {
      if (wordless.has(name)) hidden += 1;
      if (hidden > 0) return;
      const written = Object.entries(attributes).map(
        ([key, value]) => ` ${key}="${value.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`,
      );
      pieces.push(`<${name}${written.join("")}>`);
    },
    text(text) {
      if (hidden === 0) pieces.push(text.replaceAll("&", "&amp;").replaceAll("<", "&lt;"));
    },
    close(name) {
      if (hidden === 0) pieces.push(`</${name}>`);
      if (wordless.has(name)) hidden -= 1;
    },
  });
  return load(pieces.join(""));
}

/** Whether a text is a CSS selector. */
export function isSelector(text: string): boolean {
  try {
    load("")(text);
    return true;
  } catch {
    return false;
  }
}

const blocks = new Set(
  "address article blockquote br dd div dt figure h1 h2 h3 h4 h5 h6 hr li ol p pre section table td th tr ul".split(
    " ",
  ),
);
const wordless = new Set(["script", "style", "template", "noscript", "iframe", "svg"]);

/** The words of an HTML fragment, a paragraph a line, without scripts, styles and control or bidi marks. */
export function plainText(html: string): string {
  if (!/[<&]/.test(html)) return tidy(html);
  let text = "";
  let hidden = 0;
  // Walked and not built as a tree: feeds hold thousands of fragments, of any depth.
  walkHtml(html, {
    open(name) {
      if (wordless.has(name)) hidden += 1;
      else if (blocks.has(name)) text += "\n";
    },
    text(part) {
      if (hidden === 0) text += part;
    },
    close(name) {
      if (wordless.has(name)) hidden -= 1;
      else if (blocks.has(name)) text += "\n";
    },
  });
  return tidy(text);
}

/** Blanks joined, empty lines dropped, what could spoof a terminal or a reader's eye removed. */
export function tidy(text: string): string {
  const visible = text.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, (mark) =>
    /[\n\r\t]/.test(mark) ? mark : "",
  );
  const lines = visible.split(/[\r\n]+/).map((line) => line.replace(/[ \t]+/g, " ").trim());
  return lines.filter((line) => line !== "").join("\n");
}
