import { parseArgs } from "node:util";
import { Readability } from "@mozilla/readability";
import { Defuddle } from "defuddle/node";
import { parseHTML } from "linkedom";
import { decodeBytes } from "../src/feed/decode.ts";
import { type Article, readPage } from "../src/report/page.ts";
import { plainText } from "../src/runtime/markup.ts";
import { type Corpus, type CorpusPage, openCorpus } from "./article-corpora.ts";
import { mean } from "./shingles.ts";

// Page to text on public sets, by each set's own method, beside Readability and defuddle alone in the same run.
type Found = Pick<Article, "text" | "publishedAt">;
type Extractor = (page: CorpusPage) => Promise<Found>;

const extractors: Readonly<Record<string, Extractor>> = {
  recount: ({ bytes, url }) => readPage(bytes, undefined, url),
  "readability + linkedom": async ({ bytes }) => {
    const { document } = parseHTML(decodeBytes(bytes, undefined));
    const article = new Readability(document).parse();
    return { text: plainText(article?.content ?? ""), publishedAt: dateOf(article?.publishedTime) };
  },
  "defuddle + linkedom": async ({ bytes, url }) => {
    const { document } = parseHTML(decodeBytes(bytes, undefined));
    const { content, published } = await Defuddle(document, url);
    return { text: plainText(content), publishedAt: dateOf(published) };
  },
};

const { values, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: { only: { type: "string", default: "recount,readability,defuddle" } },
});
const asked = values.only.split(",");
const corpora = folders.map((folder) => [folder, openCorpus(folder)] as const);
const unknown = corpora.find(([, corpus]) => corpus === undefined)?.[0];
if (folders.length === 0 || unknown !== undefined) {
  if (unknown !== undefined) console.error(`${unknown}: no set of pages that is known here`);
  console.error(
    "usage: npm run bench:articles -- [--only recount,readability,defuddle] FOLDER…   (checkouts of scrapinghub/article-extraction-benchmark, flairNLP/fundus, adbar/trafilatura)",
  );
  process.exit(2);
}

// What they say of a page on the console would stand in the table's way.
console.error = () => undefined;
console.warn = () => undefined;
for (const [, corpus] of corpora) {
  if (corpus === undefined) continue;
  const table: Record<string, object> = {};
  for (const [name, extract] of Object.entries(extractors)) {
    if (asked.some((start) => name.startsWith(start))) table[name] = await measure(corpus, extract);
  }
  console.log(corpus.name);
  console.table(table);
}

function dateOf(written: string | null | undefined): Date | null {
  return written === undefined || written === null || written === "" ? null : new Date(written);
}

async function measure({ pages, score }: Corpus, extract: Extractor): Promise<object> {
  const found: (Found | undefined)[] = [];
  const times: number[] = [];
  const cpuTimes: number[] = [];
  for (const page of pages) {
    const [start, cpu] = [performance.now(), process.cpuUsage()];
    found.push(await extract(page).catch(() => undefined));
    times.push(performance.now() - start);
    const { user, system } = process.cpuUsage(cpu);
    cpuTimes.push((user + system) / 1_000);
  }
  const { f1, precision, recall } = score(found.map((article) => article?.text ?? ""));
  const dated = pages.flatMap(({ publishedAt }, index) =>
    publishedAt === null ? [] : [[publishedAt, found[index]] as const],
  );
  const within = dated.filter(
    ([date, article]) => Math.abs(date.getTime() - (article?.publishedAt?.getTime() ?? 0)) <= 86_400_000,
  );
  return {
    pages: pages.length,
    ...{ F1: f1.toFixed(3), precision: precision.toFixed(3), recall: recall.toFixed(3) },
    threw: found.filter((article) => article === undefined).length,
    ...(dated.length === 0 ? {} : { "date within 24 h": `${within.length} of ${dated.length}` }),
    "ms a page": mean(times).toFixed(1),
    "CPU ms a page": mean(cpuTimes).toFixed(1),
    "median ms": ([...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0).toFixed(1),
  };
}
