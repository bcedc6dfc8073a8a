import { walkXml } from "../runtime/markup.ts";

/** One subscription of an OPML list, as far as it is told. */
export interface Outline {
  readonly url: string;
  readonly title: string | null;
  readonly language: string | null;
  /** Our own words about it, as the last two steps of a category path: country, side, kind. */
  readonly notes: Readonly<Record<string, string>>;
}

const noteRoot = "recount";

/** Reads the feeds of an OPML list of any version, groups flattened, none twice; empty when there are none. */
export function readOpml(xml: string): Outline[] {
  const found = new Map<string, Outline>();
  walkXml(xml.replace(/^[^<]+/, ""), {
    open(name, attributes) {
      const url = (attributes["xmlurl"] ?? "").trim();
      if (name !== "outline" || !/^https?:/i.test(url) || !URL.canParse(url)) return;
      const title = (attributes["text"] ?? attributes["title"] ?? "").trim() || null;
      const language = /^[a-z]{2}\b/i.exec(attributes["language"] ?? "")?.[0].toLowerCase() ?? null;
      found.set(new URL(url).href, {
        url: new URL(url).href,
        title,
        language,
        notes: notesOf(attributes["category"] ?? ""),
      });
    },
    text: () => undefined,
    close: () => undefined,
  });
  return [...found.values()];
}

/** Writes OPML 2.0; what it has no attribute for stands in `category`, where other readers leave it alone. */
export function writeOpml(title: string, outlines: readonly Outline[]): string {
  const lines = outlines.map(({ url, title: text, language, notes }) => {
    const category = Object.entries(notes).map(([key, value]) => `/${noteRoot}/${key}/${value}`);
    const attributes = {
      ...{ type: "rss", text: text ?? url, title: text ?? url, xmlUrl: url },
      ...(language === null ? {} : { language }),
      ...(category.length === 0 ? {} : { category: category.join(",") }),
    };
    return `    <outline${Object.entries(attributes)
      .map(([key, value]) => ` ${key}="${escaped(value)}"`)
      .join("")}/>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n  <head>\n    <title>${escaped(title)}</title>\n  </head>\n  <body>\n${lines.join("\n")}\n  </body>\n</opml>\n`;
}

function notesOf(category: string): Record<string, string> {
  const steps = category.split(",").map((path) => path.trim().split("/"));
  return Object.fromEntries(
    steps.flatMap(([, root, key, value]) => (root === noteRoot && key && value ? [[key, value]] : [])),
  );
}

function escaped(text: string): string {
  return text.replace(/[<>&"]/g, (mark) => `&#${String(mark.charCodeAt(0))};`);
}
