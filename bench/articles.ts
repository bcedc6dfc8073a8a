import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { z } from "zod";
import { decodeBytes } from "../src/feed/decode.ts";
import { readPage } from "../src/report/page.ts";
import { plainText } from "../src/runtime/markup.ts";
import { mean, meanScore, type Score, shingleScore } from "./shingles.ts";

// Page to text on a checkout of scrapinghub/article-extraction-benchmark, by its own method, beside Readability alone.
type Extractor = (bytes: Buffer, url: string) => Promise<string>;

const extractors: Readonly<Record<string, Extractor>> = {
  recount: async (bytes, url) => (await readPage(bytes, undefined, url)).text,
  "readability + linkedom": async (bytes) => {
    const { document } = parseHTML(decodeBytes(bytes, undefined));
    return plainText(new Readability(document).parse()?.content ?? "");
  },
};

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error("usage: npm run bench:articles -- FOLDER   (a checkout of scrapinghub/article-extraction-benchmark)");
  process.exit(2);
}

const truthShape = z.record(z.string(), z.object({ articleBody: z.string(), url: z.string() }));
const truth = Object.entries(truthShape.parse(JSON.parse(readFileSync(join(folder, "ground-truth.json"), "utf8"))));
const table: Record<string, object> = {};
for (const [name, extract] of Object.entries(extractors)) {
  const scores: Score[] = [];
  const times: number[] = [];
  let threw = 0;
  for (const [id, page] of truth) {
    const bytes = gunzipSync(readFileSync(join(folder, "html", `${id}.html.gz`)));
    const start = performance.now();
    const text = await extract(bytes, page.url).catch(() => undefined);
    times.push(performance.now() - start);
    if (text === undefined) threw += 1;
    scores.push(shingleScore(page.articleBody, text ?? ""));
  }
  const { f1, precision, recall } = meanScore(scores);
  const rounded = { F1: f1.toFixed(3), precision: precision.toFixed(3), recall: recall.toFixed(3) };
  table[name] = { pages: truth.length, ...rounded, threw, "ms a page": mean(times).toFixed(1) };
}
console.table(table);
