import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import iconv from "iconv-lite";
import { z } from "zod";
import { decodeBytes } from "../src/feed/decode.ts";
import { plainText } from "../src/runtime/markup.ts";
import { base, type Entry, type FeedReader, feedReaders } from "./feed-readers.ts";

// Feeds of every quality under a folder (checkouts of feed parsers' tests, say): ours beside its peers, against what Python's
// feedparser reads in the same files; and how many texts are decoded as the folder that they lie in is named.
const [folder, shown] = process.argv.slice(2);
if (folder === undefined) {
  console.error("usage: npm run bench:feeds -- FOLDER [show]   (needs Python's feedparser; show lists what differs)");
  process.exit(2);
}

const reference = z.object({
  file: z.string(),
  entries: z.array(
    z.object({ title: z.string(), link: z.string(), original: z.string(), date: z.number().nullable() }),
  ),
});
const lines = execFileSync("python3", [join("bench", "reference.py"), folder], {
  ...{ encoding: "utf8", maxBuffer: 2 ** 30, stdio: ["ignore", "pipe", "ignore"] },
});
const files = lines
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => reference.parse(JSON.parse(line)))
  .map((wanted) => ({ ...wanted, bytes: readFileSync(wanted.file) }));
const megabytes = files.reduce((total, { bytes }) => total + bytes.length, 0) / 1e6;

console.log(
  `${files.length} files in which feedparser finds entries, ${megabytes.toFixed(1)} MB; equal to feedparser's, item by item:`,
);
const rows: Record<string, object> = {};
for (const [name, reader] of Object.entries(feedReaders)) rows[name] = await compare(name, reader);
console.table(rows);
const decoded = encodings(folder);
if (decoded.files > 0)
  console.log(
    `encodings: ${decoded.right} of ${decoded.files} texts as their folder is named; plain UTF-8: ${decoded.utf8}`,
  );

async function compare(name: string, reader: FeedReader): Promise<object> {
  const totals = { titles: { right: 0, all: 0 }, links: { right: 0, all: 0 }, dates: { right: 0, all: 0 } };
  let [withEntries, threw, ms] = [0, 0, 0];
  for (const { file, bytes, entries } of files) {
    const startMs = performance.now();
    const found = await reader(bytes).catch(() => undefined);
    ms += performance.now() - startMs;
    if (found === undefined) threw += 1;
    if (found !== undefined && found.length > 0) withEntries += 1;
    else if (name === shown) console.log(`${file}: no entries`);
    entries.forEach((wanted, index) => {
      // Where one reader sees more items than the other, address or title tell which is which.
      const sameCount = found?.length === entries.length;
      const got = sameCount
        ? found[index]
        : (found?.find(({ link, title }) => isSame(link, wanted) || title === wanted.title) ?? found?.[index]);
      const tell = (what: string, right: boolean, a: unknown, b: unknown) => {
        if (!right && name === shown)
          console.log(`${file} #${index} ${what}: ${JSON.stringify(a)} ≠ ${JSON.stringify(b)}`);
        return right;
      };
      if (words(wanted.title) !== "")
        count(totals.titles, tell("title", words(wanted.title) === words(got?.title ?? ""), wanted.title, got?.title));
      if (isLink(wanted.link))
        count(totals.links, tell("link", isSame(got?.link ?? "", wanted), wanted.link, got?.link));
      if (wanted.date !== null)
        count(totals.dates, tell("date", wanted.date === seconds(got?.date), new Date(wanted.date * 1_000), got?.date));
    });
  }
  return {
    ...{ "with entries": withEntries, threw, "titles %": percent(totals.titles), "links %": percent(totals.links) },
    ...{ "dates %": percent(totals.dates), "MB/s": (megabytes / (ms / 1_000)).toFixed(1) },
  };
}

function words(title: string): string {
  return plainText(title).replace(/\s+/g, " ").trim().normalize();
}

/** FeedBurner's own link leads through its counter; the article's address beside it is as right. */
function isSame(link: string, { link: counted, original }: { link: string; original: string }): boolean {
  return href(link) !== "" && [href(counted), href(original)].includes(href(link));
}

function isLink(link: string): boolean {
  return /^https?:/i.test(href(link));
}

function href(link: string): string {
  const trimmed = link.replace(/\s+/g, "");
  return trimmed !== "" && URL.canParse(trimmed, base) ? new URL(trimmed, base).href : "";
}

function seconds(date: Entry["date"] | undefined): number | null {
  if (date === null || date === undefined) return null;
  const ms = new Date(date).getTime();
  return Number.isNaN(ms) ? null : Math.floor(ms / 1_000);
}

/** Files that lie in folders named after their encoding, as in chardet's tests. */
function encodings(root: string): { files: number; right: number; utf8: number } {
  const counts = { files: 0, right: 0, utf8: 0 };
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !entry.name.endsWith(".xml") || basename(dirname(dirname(path))) !== "tests") continue;
    // iconv-lite's TIS-620 lacks what windows-874, its superset, has; the files are in the superset.
    const named = basename(dirname(path))
      .replace("TIS-620", "windows-874")
      .replace(/^(iso-8859-\d+|windows-\d+)-.*/, "$1");
    if (!iconv.encodingExists(named)) continue;
    const bytes = readFileSync(path);
    const wanted = iconv.decode(bytes, named);
    counts.files += 1;
    if (decodeBytes(bytes, undefined) === wanted) counts.right += 1;
    else if (shown === "recount") console.log(`${path}: decoded otherwise`);
    if (bytes.toString("utf8") === wanted) counts.utf8 += 1;
  }
  return counts;
}

interface Share {
  right: number;
  all: number;
}

function count(share: Share, isRight: boolean): void {
  share.all += 1;
  if (isRight) share.right += 1;
}

function percent({ right, all }: Share): string {
  return all === 0 ? "–" : `${((100 * right) / all).toFixed(1)} of ${all}`;
}
