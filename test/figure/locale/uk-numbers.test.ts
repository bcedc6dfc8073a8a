import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { uk } from "../../../src/figure/locale/uk.ts";
import { readNumeral } from "../../../src/figure/number/numeral.ts";
import { normalise } from "../../../src/figure/text/normalise.ts";
import { tokenise } from "../../../src/figure/text/token.ts";
import { type Gender, GRAMMATICAL_CASES, inUkrainian } from "./uk-spell-out.ts";

const corpus = z
  .record(z.string(), z.array(z.string()))
  .parse(parse(readFileSync("test/figure/corpus/uk/numbers.yaml", "utf8")));

describe("Ukrainian numbers", () => {
  for (const [value, phrasings] of Object.entries(corpus))
    it(`reads every phrasing of ${value}`, () => {
      expect(phrasings.filter((phrasing) => wholeValue(phrasing) !== Number(value))).toEqual([]);
    });

  it("reads back every number up to 2,000 in every case and gender", () => {
    for (const grammaticalCase of GRAMMATICAL_CASES)
      for (const gender of ["m", "f"] satisfies Gender[])
        for (let value = 1; value <= 2000; value++) {
          const words = inUkrainian(value, grammaticalCase, gender);
          expect(wholeValue(words), words).toBe(value);
        }
  });

  it("reads back numbers up to ten million in every case, gender and apostrophe", () => {
    const cases = fc.constantFrom(...GRAMMATICAL_CASES);
    const genders = fc.constantFrom<Gender>("m", "f");
    const apostrophes = fc.constantFrom("'", "’", "ʼ", "‘");
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }),
        cases,
        genders,
        apostrophes,
        (value, inCase, gender, mark) => {
          expect(wholeValue(inUkrainian(value, inCase, gender).replaceAll("'", mark))).toBe(value);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("reads digits in every grouping", () => {
    const marks = fc.constantFrom(" ", "\u00a0", "\u202f", "\u2009", ".", ",", "'", "’");
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 999_999 }), marks, (value, mark) => {
        expect(wholeValue(`${Math.floor(value / 1000)}${mark}${String(value % 1000).padStart(3, "0")}`)).toBe(value);
      }),
    );
  });
});

/** The value of a text that is one number from its first to its last word. */
function wholeValue(text: string): number | null {
  const tokens = tokenise(normalise(text), uk).filter((token) => token.text !== ".");
  const numeral = readNumeral(tokens, 0, uk);
  return numeral && numeral.to === tokens.length ? numeral.value : null;
}
