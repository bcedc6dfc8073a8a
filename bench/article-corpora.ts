import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { meanScore, shingleScore } from "./shingles.ts";

export interface CorpusPage {
  readonly url: string;
  readonly bytes: Buffer;
  /** When the corpus says that it was published; null where it does not say. */
  readonly publishedAt: Date | null;
}

export interface Quality {
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
}

/** A public set of pages with what a reader should find in them. */
export interface Corpus {
  readonly name: string;
  readonly pages: readonly CorpusPage[];
  /** Scores the texts found, in the order of the pages, by the set's own method. */
  readonly score: (found: readonly string[]) => Quality;
}

/** Opens a checkout of scrapinghub/article-extraction-benchmark, flairNLP/fundus or adbar/trafilatura. */
export function openCorpus(folder: string): Corpus | undefined {
  if (existsSync(join(folder, "ground-truth.json"))) return scrapinghub(folder);
  if (existsSync(join(folder, "tests", "resources", "parser", "test_data"))) return fundus(folder);
  if (existsSync(join(folder, "tests", "evaldata.json"))) return trafilatura(folder);
  return undefined;
}

const bodies = z.record(z.string(), z.object({ articleBody: z.string(), url: z.string() }));

function scrapinghub(folder: string): Corpus {
  const truth = Object.entries(bodies.parse(json(join(folder, "ground-truth.json"))));
  return {
    name: "scrapinghub/article-extraction-benchmark",
    pages: truth.map(([id, { url }]) => {
      return { url, bytes: unzipped(join(folder, "html", `${id}.html.gz`)), publishedAt: null };
    }),
    score: byShingles(truth.map(([, { articleBody }]) => articleBody)),
  };
}

const section = z.object({ headline: z.array(z.string()), paragraphs: z.array(z.string()) });
const versions = z.record(
  z.string(),
  z.object({
    body: z.object({ summary: z.array(z.string()), sections: z.array(section) }),
    publishing_date: z.string().optional(),
  }),
);
const addresses = z.record(z.string(), z.object({ url: z.string() }));

/** Each publisher's parser has versions by date, and each version one page of its time. */
function fundus(folder: string): Corpus {
  const root = join(folder, "tests", "resources", "parser", "test_data");
  const pages: CorpusPage[] = [];
  const texts: string[] = [];
  for (const country of readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const files = readdirSync(join(root, country.name)).sort();
    const urls = addresses.parse(json(join(root, country.name, "meta.info")));
    for (const publisher of files.filter((file) => file.endsWith(".json")).map((file) => file.slice(0, -5))) {
      const own = files.filter((file) => /^_\d{4}_\d\d_\d\d\.html\.gz$/.test(file.slice(publisher.length)));
      const truth = versions.parse(json(join(root, country.name, `${publisher}.json`)));
      const named = own.filter((file) => file.startsWith(publisher));
      for (const [index, { body, publishing_date: date }] of Object.values(truth).entries()) {
        const file = named[index] ?? "";
        const publishedAt = date === undefined ? null : new Date(date);
        pages.push({ url: urls[file]?.url ?? "", bytes: unzipped(join(root, country.name, file)), publishedAt });
        const sections = body.sections.flatMap(({ headline, paragraphs }) => [...headline, ...paragraphs]);
        texts.push([...body.summary, ...sections].join("\n"));
      }
    }
  }
  return { name: "flairNLP/fundus", pages, score: byShingles(texts) };
}

const chunks = z.record(
  z.string(),
  z.object({ file: z.string(), with: z.string().array(), without: z.string().array() }),
);

/** Passages that must be in the text and passages that must not. */
function trafilatura(folder: string): Corpus {
  const tests = join(folder, "tests");
  const truth = Object.entries(chunks.parse(json(join(tests, "evaldata.json"))));
  const pathOf = (file: string) =>
    [join(tests, "cache", file), join(tests, "eval", file)].find((path) => existsSync(path)) ?? file;
  return {
    name: "adbar/trafilatura",
    pages: truth.map(([url, { file }]) => ({ url, bytes: readFileSync(pathOf(file)), publishedAt: null })),
    score: (found) => {
      let [hits, extra, missed] = [0, 0, 0];
      for (const [index, [, wanted]] of truth.entries()) {
        const text = joined(found[index] ?? "");
        const held = wanted.with.filter((chunk) => text.includes(joined(chunk))).length;
        hits += held;
        missed += wanted.with.length - held;
        extra += wanted.without.filter((chunk) => text.includes(joined(chunk))).length;
      }
      const [precision, recall] = [hits / (hits + extra), hits / (hits + missed)];
      return { f1: (2 * precision * recall) / (precision + recall), precision, recall };
    },
  };
}

function byShingles(expected: readonly string[]): Corpus["score"] {
  return (found) => meanScore(expected.map((text, index) => shingleScore(text, found[index] ?? "")));
}

function joined(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function json(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}

function unzipped(path: string): Buffer {
  return gunzipSync(readFileSync(path));
}
