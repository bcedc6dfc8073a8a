import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import RssParser from "rss-parser";
import { z } from "zod";
import { decodeBytes } from "../src/feed/decode.ts";
import { parseFeed } from "../src/feed/parse.ts";

// Feeds of every quality under a folder (a checkout of a feed parser's tests, say), beside rss-parser alone.
interface Entry {
  readonly title: string;
  readonly link: string;
  readonly date: Date | null;
}
type Reader = (bytes: Buffer) => Promise<Entry[]>;

const base = "https://feed.example/";
const rssParser = new RssParser();
const readers: Readonly<Record<string, Reader>> = {
  recount: async (bytes) =>
    (await parseFeed(bytes, undefined, base)).items.map((item) => {
      return { title: item.title, link: item.url ?? "", date: item.publishedAt };
    }),
  "rss-parser": async (bytes) =>
    (await rssParser.parseString(decodeBytes(bytes, undefined))).items.map(({ title, link, isoDate }) => {
      const written: unknown = title;
      return {
        title: typeof written === "string" ? written : "",
        link: typeof link === "string" ? link : "",
        date: isoDate === undefined ? null : new Date(isoDate),
      };
    }),
};

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error("usage: npm run bench:feeds -- FOLDER   (a checkout of kurtmckee/feedparser or mmcdole/gofeed, say)");
  process.exit(2);
}

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((file) => file.isFile() && /\.(xml|rss|atom|rdf|feed)$/.test(file.name))
  .map((file) => join(file.parentPath, file.name))
  .map((path) => ({ bytes: readFileSync(path), reference: referenceOf(path) }));

const runs = new Map<string, Awaited<ReturnType<typeof run>>>();
for (const [name, reader] of Object.entries(readers)) runs.set(name, await run(reader));
const held = files.map((_file, index) => Math.max(...[...runs.values()].map(({ found }) => found[index]?.length ?? 0)));
const withEntries = held.flatMap((count, index) => (count > 0 ? [index] : []));

const table: Record<string, object> = {};
const against: Record<string, object> = {};
for (const [name, { found, ms }] of runs) {
  const entries = withEntries.flatMap((index) => found[index] ?? []);
  const share = (test: (entry: Entry) => boolean) => {
    const most = withEntries.map((index) => Math.max(...[...runs.values()].map((other) => count(other, index, test))));
    return percent(entries.filter(test).length, sum(most));
  };
  table[name] = {
    files: withEntries.length,
    "with entries": withEntries.filter((index) => (found[index]?.length ?? 0) > 0).length,
    refused: withEntries.filter((index) => found[index] === undefined).length,
    entries: entries.length,
    "titles %": share((entry) => entry.title.trim() !== ""),
    "links %": share((entry) => entry.link.trim() !== ""),
    "dates %": share((entry) => entry.date !== null),
    "MB/s": (sum(files.map(({ bytes }) => bytes.length)) / 1e3 / ms).toFixed(1),
  };
  against[name] = comparison(found);
}
console.log(
  "Files in which either reader finds entries; shares are of the most titles, links and dates that either finds.",
);
console.table(table);
if (files.some(({ reference }) => reference !== undefined)) {
  console.log("Against the corpus's own expectation, where an .xml has a .json beside it.");
  console.table(against);
}

function count({ found }: { found: (Entry[] | undefined)[] }, index: number, test: (entry: Entry) => boolean): number {
  return found[index]?.filter(test).length ?? 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

async function run(reader: Reader): Promise<{ found: (Entry[] | undefined)[]; ms: number }> {
  const found: (Entry[] | undefined)[] = [];
  const start = performance.now();
  for (const { bytes } of files) found.push(await reader(bytes).catch(() => undefined));
  return { found, ms: performance.now() - start };
}

interface Reference {
  readonly title: string | undefined;
  readonly link: string | undefined;
  readonly date: string | undefined;
}

function referenceOf(path: string): Reference[] | undefined {
  const text = z.string().optional().catch(undefined);
  const item = z.object({ title: text, link: text, publishedParsed: text, pubDateParsed: text });
  const shape = z.object({ items: z.array(item).optional(), entries: z.array(item).optional() });
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path.replace(/\.\w+$/, ".json"), "utf8"));
  } catch {
    return undefined;
  }
  const parsed = shape.safeParse(json).data;
  return (parsed?.items ?? parsed?.entries)?.map(({ title, link, publishedParsed, pubDateParsed }) => {
    return { title, link, date: publishedParsed ?? pubDateParsed };
  });
}

function comparison(found: readonly (readonly Entry[] | undefined)[]): object {
  const pairs = files.flatMap(({ reference = [] }, index) =>
    reference.map((wanted, place) => ({ wanted, got: found[index]?.[place] })),
  );
  const equal = (wanted: string | undefined, got: string | undefined) => wanted?.trim() === got?.trim();
  const titled = pairs.filter(({ wanted }) => wanted.title !== undefined && !/[<&]/.test(wanted.title));
  const linked = pairs.filter(({ wanted }) => wanted.link !== undefined && /^https?:/.test(wanted.link));
  const dated = pairs.filter(({ wanted }) => wanted.date !== undefined);
  return {
    "titles equal": counted(titled.filter(({ wanted, got }) => equal(wanted.title, got?.title)).length, titled.length),
    "links equal": counted(
      linked.filter(({ wanted, got }) => href(wanted.link) === href(got?.link)).length,
      linked.length,
    ),
    "dates equal": counted(
      dated.filter(({ wanted, got }) => new Date(wanted.date ?? "").getTime() === got?.date?.getTime()).length,
      dated.length,
    ),
  };
}

function href(link: string | undefined): string | undefined {
  return link !== undefined && URL.canParse(link, base) ? new URL(link, base).href : undefined;
}

function counted(part: number, whole: number): string {
  return `${part} of ${whole}`;
}

function percent(part: number, whole: number): string {
  return ((100 * part) / whole).toFixed(1);
}
