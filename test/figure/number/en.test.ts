import { describe, expect, it } from "vitest";
import { en } from "../../../src/figure/locale/en.ts";
import { readNumeral } from "../../../src/figure/number/numeral.ts";
import { normalise } from "../../../src/figure/text/normalise.ts";
import { tokenise } from "../../../src/figure/text/token.ts";

/** The value of the number that a phrase begins with, and the words that are left over. */
function read(phrase: string): readonly [number | null, string] {
  const tokens = tokenise(normalise(phrase), en);
  const numeral = readNumeral(tokens, 0, en);
  const rest = tokens.slice(numeral?.to ?? 0).map(({ text }) => text);
  return [numeral?.value ?? null, rest.join(" ")];
}

describe("an English number", () => {
  it.each([
    ["half a million soldiers", 500_000, "soldiers"],
    ["half million people", 500_000, "people"],
    ["quarter million people", 250_000, "people"],
    ["a million and a half people", 1_500_000, "people"],
    ["3 million and a quarter", 3_250_000, ""],
    ["two million and one half", 2_500_000, ""],
    ["two and a half thousand bodies", 2500, "bodies"],
    ["3 hundred and 21 soldiers", 321, "soldiers"],
    ["4 thousand 3 hundred and 21", 4321, ""],
    ["one thousand, two hundred and seven soldiers", 1207, "soldiers"],
    ["nine million, six hundred and forty-one thousand, two hundred and one", 9_641_201, ""],
  ])("goes on as long as its words do: %s", (phrase, value, rest) => {
    expect(read(phrase)).toEqual([value, rest]);
  });

  it.each([
    ["two thousand, three were wounded", 2000, ", three were wounded"],
    ["two thousand, twenty of them wounded", 2000, ", twenty of them wounded"],
    ["2 thousand and 27 bodies", 2000, "and 27 bodies"],
    ["three hundred and 21 bodies", 300, "and 21 bodies"],
    ["a million and a half of them", 1_000_000, "and a half of them"],
    ["a million and a half thousand", 1_000_000, "and a half thousand"],
    ["one thousand, two thousand", 1000, ", two thousand"],
  ])("ends where another begins: %s", (phrase, value, rest) => {
    expect(read(phrase)).toEqual([value, rest]);
  });

  it.each(["half of them", "half a day", "a quarter of the prisoners", "half the defenders", "quarter"])(
    "is none: %s",
    (phrase) => {
      expect(read(phrase)[0]).toBeNull();
    },
  );
});
