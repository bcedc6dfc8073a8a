import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { tr } from "../../../src/figure/locale/tr.ts";
import { type Numeral, readNumeral } from "../../../src/figure/number/numeral.ts";
import { normalise } from "../../../src/figure/text/normalise.ts";
import { tokenise } from "../../../src/figure/text/token.ts";
import { projectRoot } from "../../../src/runtime/project.ts";

const corpus = z.record(z.string(), z.array(z.union([z.string(), z.number()]).transform(String)));
const UNITS = ["", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz"];
const TENS = ["", "on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan"];

describe("Turkish numbers", () => {
  it.each(casesOf("numbers"))("reads as %d: %s", (value, phrase) => {
    expect(readWhole(phrase)).toMatchObject({ value, each: false, ordinal: false });
  });

  it.each(casesOf("each"))("reads as %d for each: %s", (value, phrase) => {
    expect(readWhole(phrase)).toMatchObject({ value, each: true, ordinal: false });
  });

  it("reads back every number that it can spell, apart, joined and with an ending", () => {
    const spelling = fc.tuple(fc.integer({ min: 1, max: 10_000_000 }), fc.constantFrom(" ", ""), fc.boolean());
    fc.assert(
      fc.property(spelling, ([value, joint, accusative]) => {
        const words = spell(value).join(joint);
        const written = accusative ? withAccusative(words) : words;
        // "bir", "biri", "onu" and "yüzü" alone are an article, pronouns and a face.
        fc.pre(!["bir", "biri", "onu", "yüzü"].includes(written));
        expect(readWhole(written)?.value).toBe(value);
      }),
      { numRuns: 2000 },
    );
  });

  it("keeps the number after a number with an ending apart", () => {
    const tokens = tokenise(normalise("6 bine 6 bin"), tr);
    expect(readNumeral(tokens, 0, tr)).toMatchObject({ value: 6000, to: 2 });
    expect(readNumeral(tokens, 2, tr)).toMatchObject({ value: 6000, to: 4 });
  });

  it.each(["yüzde", "ondan", "birden", "altında", "yüzünden", "birlik", "bindiler"])(
    "takes %s for no number",
    (word) => {
      expect(readNumeral(tokenise(normalise(word), tr), 0, tr)).toBeNull();
    },
  );
});

/** The number that fills a phrase from end to end. */
function readWhole(phrase: string): Numeral | null {
  const tokens = tokenise(normalise(phrase), tr);
  const numeral = readNumeral(tokens, 0, tr);
  return numeral?.to === tokens.length ? numeral : null;
}

function casesOf(name: string): [number, string][] {
  const file = join(projectRoot, "test/figure/corpus/tr", `${name}.yaml`);
  const values = corpus.parse(parse(readFileSync(file, "utf8")));
  return Object.entries(values).flatMap(([value, phrases]) =>
    phrases.map((phrase): [number, string] => [Number(value), phrase]),
  );
}

function spell(value: number): string[] {
  if (value >= 1_000_000) return [...spell(Math.floor(value / 1_000_000)), "milyon", ...spell(value % 1_000_000)];
  if (value >= 2000) return [...spell(Math.floor(value / 1000)), "bin", ...spell(value % 1000)];
  if (value >= 1000) return ["bin", ...spell(value % 1000)];
  const hundreds = Math.floor(value / 100);
  const head = hundreds > 1 ? [UNITS[hundreds] ?? "", "yüz"] : hundreds === 1 ? ["yüz"] : [];
  return [...head, TENS[Math.floor(value / 10) % 10] ?? "", UNITS[value % 10] ?? ""].filter((word) => word !== "");
}

/** "iki" → "ikiyi", "dört" → "dördü": by the last vowel. */
function withAccusative(word: string): string {
  const vowel = word.split("").findLast((letter) => "aeıioöuü".includes(letter)) ?? "i";
  const ending = "aı".includes(vowel) ? "ı" : "ei".includes(vowel) ? "i" : "ou".includes(vowel) ? "u" : "ü";
  const stem = word.endsWith("dört") ? `${word.slice(0, -1)}d` : word;
  return /[aeıioöuü]$/.test(word) ? `${stem}y${ending}` : stem + ending;
}
