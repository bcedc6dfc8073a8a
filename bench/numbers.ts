import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { isReadBack } from "./read-back.ts";

// Written numbers of public suites, read back. Under the folder: checkouts of facebook/duckling, scrapinghub/number-parser and
// microsoft/Recognizers-Text, and files LANGUAGE*.tsv of value<TAB>words, as any spell-out tool writes them.
interface Case {
  readonly suite: string;
  readonly language: string;
  readonly value: number;
  readonly words: string;
}

const [folder, shown = "0"] = process.argv.slice(2);
if (folder === undefined) {
  console.error("usage: npm run bench:numbers -- FOLDER [HOW MANY FAILURES TO SHOW]");
  process.exit(2);
}

const spec = z.array(
  z.object({ Input: z.string(), Results: z.array(z.object({ Text: z.string(), Resolution: z.unknown() })) }),
);
const resolution = z.object({ value: z.string() });

/**
 * What news does not count with: leading noughts, letters for thousands, decimals of whole amounts or spoken, dozens, packs of ten and
 * pairs, Indian scales.
 */
const OUT_OF_SCOPE =
  /^0\d|\d\s*[kmgbкмг]$|[().+/-]\d|\.0|\bpoint\b|\bnokta\b|\bvirgül\b|dozen|\bdo?zs\b|düzine|\bdeste\b|couple|pair|çift|\bfew\b|single|\btek\b|\byek\b|^bir$|crore|lakh|\blac\b|\bcr\b/iu;

const cases = new Map<string, Case>();
for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }))
  for (const one of casesOf(join(folder, file))) {
    // In scope: whole amounts from 1 to a thousand million, each phrase once a suite.
    const whole = Number.isInteger(one.value) && one.value > 0 && one.value <= 1e9;
    if (whole && one.words.trim() !== "" && !OUT_OF_SCOPE.test(one.words))
      cases.set(`${one.suite}|${one.language}|${one.words}`, one);
  }

const table: Record<string, { "in scope": number; right: number; "%": number }> = {};
let left = Number(shown);
for (const one of cases.values()) {
  const name = `${one.suite} ${one.language}`;
  const row = table[name] ?? { "in scope": 0, right: 0, "%": 0 };
  table[name] = row;
  row["in scope"]++;
  if (isReadBack(one.language, one.words, one.value)) row.right++;
  else if (left-- > 0) console.log(`${one.suite} ${one.language}: ${one.words} is ${String(one.value)}`);
  row["%"] = Math.round((1000 * row.right) / row["in scope"]) / 10;
}
console.table(table);

function casesOf(file: string): readonly Case[] {
  const duckling = /Numeral\/(EN|RU|UK|TR)\/Corpus\.hs$/.exec(file)?.[1];
  if (duckling) return corpusOf(duckling.toLowerCase(), readFileSync(file, "utf8"));
  const culture = /Specs\/Number\/(English|Turkish)\/NumberModel\.json$/.exec(file)?.[1];
  if (culture) return specOf(culture === "English" ? "en" : "tr", readFileSync(file, "utf8"));
  const name = basename(file);
  const language = /^(en|ru|uk|tr)[^a-z]/.exec(name)?.[1];
  if (!language || name.includes("ordinal")) return [];
  if (name.endsWith(".tsv")) return linesOf("spell-out", language, file, /^(\d+)\t(.+)$/, 1, 2);
  return name.endsWith(".csv") ? linesOf("number-parser", language, file, /^(\d+),"?([^",]+)"?,?$/, 1, 2) : [];
}

function linesOf(suite: string, language: string, file: string, line: RegExp, value: number, words: number): Case[] {
  return readFileSync(file, "utf8")
    .split(/\r?\n/)
    .flatMap((one) => {
      const found = line.exec(one);
      return found ? [{ suite, language, value: Number(found[value]), words: found[words] ?? "" }] : [];
    });
}

/** examples (NumeralValue 33) [ "33", "thirty three" ] */
function corpusOf(language: string, text: string): Case[] {
  return [...text.matchAll(/NumeralValue (\d+)\)\s*\[([^\]]*)\]/g)].flatMap(([, value, list = ""]) =>
    [...list.matchAll(/"([^"]*)"/g)].map(([, words = ""]) => {
      return { suite: "duckling", language, value: Number(value), words: unescaped(words) };
    }),
  );
}

/** Haskell writes letters beyond ASCII as numbers: "\\1090\\1088\\1080". */
function unescaped(text: string): string {
  return text.replace(/\\(\d+)(?:\\&)?/g, (_, code: string) => String.fromCodePoint(Number(code)));
}

function specOf(language: string, text: string): Case[] {
  return spec.parse(JSON.parse(text.replace(/^\uFEFF/, ""))).flatMap(({ Results }) =>
    Results.flatMap(({ Text, Resolution }) => {
      const found = resolution.safeParse(Resolution);
      return found.success
        ? [{ suite: "recognizers-text", language, value: Number(found.data.value), words: Text }]
        : [];
    }),
  );
}
