import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Speller } from "./rbnf.ts";
import { isReadBack } from "./read-back.ts";

// Whole numbers up to ten million, spelled in every case and gender by the rules of CLDR (those of ICU), and read back.
// Under the folder: en.json, ru.json, tr.json, uk.json of the package cldr-rbnf (https://github.com/unicode-org/cldr-json).
const LANGUAGES = ["en", "ru", "uk", "tr"];
const LARGEST = 10_000_000;
/** Of the numbers of each set the first ones are read one by one, the others are drawn. */
const IN_ORDER = 10_000;

const [folder, each = "100000", shown = "0"] = process.argv.slice(2);
if (folder === undefined) {
  console.error("usage: npm run bench:spelling -- FOLDER [NUMBERS A SET] [HOW MANY FAILURES TO SHOW]");
  process.exit(2);
}
const languages = LANGUAGES.filter((language) => existsSync(join(folder, `${language}.json`)));
if (languages.length === 0) {
  console.error(`${folder} holds none of ${LANGUAGES.join(".json, ")}.json: take them from the package cldr-rbnf`);
  process.exit(2);
}

const table: Record<string, object> = {};
let left = Number(shown);
for (const language of languages) {
  const speller = new Speller(language, readFileSync(join(folder, `${language}.json`), "utf8"));
  const row = { sets: speller.sets.length, numbers: 0, right: 0 };
  for (const set of speller.sets)
    for (const value of numbers(Number(each))) {
      const words = speller.spell(value, set);
      if (words === null) throw new Error(`${language}.json: ${set} does not spell ${String(value)}`);
      row.numbers++;
      if (isReadBack(language, words, value)) row.right++;
      else if (left-- > 0) console.log(`${language} ${set}: ${words} is ${String(value)}`);
    }
  table[language] = { ...row, "%": Math.round((10_000 * row.right) / row.numbers) / 100 };
}
console.table(table);

/** The same in every run. */
function* numbers(count: number): Generator<number> {
  let state = 12_345;
  for (let place = 1; place <= count; place++) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield place <= IN_ORDER ? place : 1 + (state % LARGEST);
  }
}
