// npm run learn -- PLACES: learns from labelled documents and from the corpora what words weigh, and writes it into src/figure. A place may
// say how much its documents count: test/gold/hard@0.5.
import { writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readCorpus, readStateCorpus } from "../dist/src/eval/corpus.js";
import { readGold } from "../dist/src/eval/gold.js";
import { learn, weightFilesOf } from "../dist/src/eval/learn.js";
import { lessonsOf } from "../dist/src/eval/lessons.js";
import { treesFrom } from "../dist/src/eval/parts.js";
import { teacher } from "../dist/src/eval/teacher.js";
import { languages } from "../dist/src/figure/locale/languages.js";

/** A line of a corpus stands for a rule of its language; the plain ways to tell a state are few among many labelled places. */
const CORPUS_WEIGHT = 3;
const STATE_CORPUS_WEIGHT = 5;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const places = process.argv.slice(2);
if (places.length === 0) {
  console.error(
    "npm run learn -- PLACES: name labelled files or folders, such as test/gold/taught or test/gold/hard@0.5",
  );
  process.exit(1);
}

const nameOf = (file) => basename(file, ".ts");
const folderOf = (language) => join(root, "test/figure/corpus", language);
const teach = teacher("istanbul");
const labelled = places.flatMap((place) => {
  const [, path = place, weight = "1"] = /^(.+)@(\d+(?:\.\d+)?)$/.exec(place) ?? [];
  return readGold(path).map((one) => teach(one, Number(weight)));
});
const corpora = languages.flatMap((language) => [
  ...readCorpus(folderOf(language), language).map((one) => teach(one, CORPUS_WEIGHT)),
  ...readStateCorpus(folderOf(language), language).map((one) => teach(one, STATE_CORPUS_WEIGHT)),
]);
console.log(`Learning from ${labelled.length} labelled documents and ${corpora.length} lines of the corpora.`);
const all = [...labelled, ...corpora];
const lessons = all.map(lessonsOf);
const files = weightFilesOf(learn(lessons.flat()));
console.log("Growing trees from the same, each third read by weights that have learned from the others.");
files.set("weigh/trees.ts", treesFrom(all, lessons));
for (const [file, lines] of files) {
  const body = lines.map((line) => `  ${JSON.stringify(line)},\n`).join("");
  writeFileSync(
    join(root, "src/figure", file),
    `/** Written by \`npm run learn\`; not to be edited. */\nexport const ${nameOf(file)}: readonly string[] = [\n${body}];\n`,
  );
  console.log(`${file}: ${lines.length} lines`);
}
console.log("If they differ, raise src/figure/version.ts, so that `recount reextract` reads stored texts with them.");
