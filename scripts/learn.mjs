// npm run learn -- PLACES: learns from labelled documents and from the corpora what words weigh, and writes it into src/figure.
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { outletSides, sideOfOutlet } from "../dist/src/cli/extract.js";
import { loadDossier } from "../dist/src/dossier/load.js";
import { readCorpus } from "../dist/src/eval/corpus.js";
import { readGold } from "../dist/src/eval/gold.js";
import { learn, weightLinesOf } from "../dist/src/eval/learn.js";
import { lessonsOf } from "../dist/src/eval/lessons.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const places = process.argv.slice(2);
if (places.length === 0) {
  console.error("npm run learn -- PLACES: name labelled files or folders, such as test/gold/taught");
  process.exit(1);
}

const dossiers = new Map();
const languages = ["en", "ru", "uk", "tr"];
const corpora = languages.flatMap((language) => readCorpus(join(root, "test/figure/corpus", language), language));
const gold = [...places.flatMap(readGold), ...corpora];
/** A line of a corpus stands for a rule of its language. */
const CORPUS_WEIGHT = 2;
const isOfCorpus = new Set(corpora);
console.log(`${gold.length} labelled documents`);
const lines = weightLinesOf(
  learn(gold.flatMap((one) => lessonsOf(taughtBy(one, isOfCorpus.has(one) ? CORPUS_WEIGHT : 1)))),
);
console.log(`${lines.length} signs weigh something`);

for (const language of languages)
  write(
    `src/figure/locale/${language}/weights.ts`,
    lines.filter((line) => line.startsWith(`${language} `)),
  );
write(
  "src/figure/weigh/weights.ts",
  lines.filter((line) => !languages.some((language) => line.startsWith(`${language} `))),
);

function taughtBy({ lang: language, text, title, published, outlet, outletSide, gold, optional, dossier }, weight) {
  const name = dossier ?? "istanbul";
  const known = dossiers.get(name) ?? loadDossier(name);
  dossiers.set(name, known);
  const { story } = known;
  const side = outletSide ?? (outlet === null ? null : (outletSides(known).get(outlet) ?? sideOfOutlet(outlet, story)));
  return { document: { text, title, language, published, outlet, outletSide: side }, story, gold, optional, weight };
}

function write(file, own) {
  const body = own.map((line) => `  ${JSON.stringify(line)},\n`).join("");
  writeFileSync(
    join(root, file),
    `/** Written by \`npm run learn\`; not to be edited. */\nexport const weights: readonly string[] = [\n${body}];\n`,
  );
  console.log(`${file}: ${own.length}`);
}
