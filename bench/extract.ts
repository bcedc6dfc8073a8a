import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { type BenchDocument, readDocuments } from "./documents.ts";
import { readerNames, readers } from "./number-readers.ts";

// Recount's whole extractor beside libraries that only find numbers: the same text, one after the other, each in a process
// of its own that has one thread (node --single-threaded), measured in processor time, so that a busy machine does not blur it.
const WARM_SECONDS = Number(process.env["BENCH_SECONDS"] ?? 4);
const MEMORY_DOCUMENTS = Number(process.env["BENCH_DOCUMENTS"] ?? 100_000);

const measured = z.object({
  loadMs: z.number(),
  coldSeconds: z.number(),
  warmSeconds: z.number(),
  found: z.number(),
  heapMegabytes: z.array(z.number()),
});
type Measured = z.infer<typeof measured>;

const [place, child] = process.argv.slice(2);
if (place === undefined) {
  console.error("usage: npm run bench:extract -- FILE|FOLDER   (.jsonl with a text a line, or .txt)");
  process.exit(2);
}
const documents = readDocuments(place);
if (documents.length === 0) {
  console.error(`${place} holds no documents: .jsonl files with a "text" in each line, or .txt files`);
  process.exit(2);
}
if (child === undefined) compareAll(place, documents);
else console.log(JSON.stringify(await measure(child)));

function compareAll(from: string, texts: readonly BenchDocument[]): void {
  const bytes = texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const sentences = texts.reduce((sum, { text, lang }) => sum + sentencesIn(text, lang), 0);
  console.log(`${texts.length} documents, ${sentences} sentences, ${(bytes / 1e6).toFixed(2)} MB from ${from}`);
  const table: Record<string, object> = {};
  let flat: readonly number[] = [];
  for (const name of readerNames) {
    const result = inProcess(from, name);
    if (name === "recount") flat = result.heapMegabytes;
    table[name] = {
      "numbers found": result.found,
      "load ms": Math.round(result.loadMs),
      "cold sentences/s": Math.round(sentences / result.coldSeconds),
      "cold MB/s": round(bytes / 1e6 / result.coldSeconds),
      "warm sentences/s": Math.round(sentences / result.warmSeconds),
      "warm MB/s": round(bytes / 1e6 / result.warmSeconds),
    };
  }
  console.table(table);
  console.log(`recount's heap in MB after each tenth of ${MEMORY_DOCUMENTS} documents: ${flat.join(" ")}`);
}

function inProcess(from: string, name: string): Measured {
  const flags = ["--single-threaded", "--expose-gc", "--stack-size=2000"];
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [...flags, fileURLToPath(import.meta.url), from, name],
    { encoding: "utf8", maxBuffer: 1 << 26 },
  );
  if (status !== 0) throw new Error(`${name} ended with ${String(status)}: ${stderr.slice(-2000)}`);
  return measured.parse(JSON.parse(stdout));
}

async function measure(name: string): Promise<Measured> {
  const open = readers[name];
  if (!open) throw new Error(`there is no reader "${name}"`);
  const loading = processorSeconds();
  const read = await open();
  const loadMs = (processorSeconds() - loading) * 1000;
  const pass = (): { seconds: number; found: number } => {
    const start = processorSeconds();
    let found = 0;
    for (const document of documents) found += read(document);
    return { seconds: processorSeconds() - start, found };
  };
  const cold = pass();
  // Warm is what a service that has run for a while does: the compiler has seen everything often.
  const warm = processorSeconds() + WARM_SECONDS;
  while (processorSeconds() < warm) pass();
  const passes: number[] = [];
  const end = processorSeconds() + WARM_SECONDS;
  while (processorSeconds() < end || passes.length < 3) passes.push(pass().seconds);
  passes.sort((a, b) => a - b);
  return {
    ...{ loadMs, coldSeconds: cold.seconds, warmSeconds: passes[passes.length >> 1] ?? cold.seconds },
    ...{ found: cold.found, heapMegabytes: name === "recount" ? heapOver(read) : [] },
  };
}

/** Each document has other numbers than the one before and a word that no other has, so that no cache can live on repetition. */
function heapOver(read: (document: BenchDocument) => number): number[] {
  const heap: number[] = [];
  const tenth = Math.max(1, Math.floor(MEMORY_DOCUMENTS / 10));
  for (let count = 1; count <= tenth * 10; count++) {
    const document = documents[count % documents.length];
    if (document) read({ ...document, text: varied(document.text, count) });
    if (count % tenth !== 0) continue;
    global.gc?.();
    heap.push(round(process.memoryUsage().heapUsed / 1e6));
  }
  return heap;
}

function varied(text: string, count: number): string {
  return `${text.replaceAll("1", String(1 + (count % 9)))}\n\nItem w${count.toString(36)}x.`;
}

function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function sentencesIn(text: string, lang: string): number {
  return [...new Intl.Segmenter(lang, { granularity: "sentence" }).segment(text)].length;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
