import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { ru } from "../../../src/figure/locale/ru.ts";
import { readNumeral } from "../../../src/figure/number/numeral.ts";
import { normalise } from "../../../src/figure/text/normalise.ts";
import { tokenise } from "../../../src/figure/text/token.ts";

/** The whole of a text as one number; null where a part of it is left over. */
function read(text: string): number | null {
  const tokens = tokenise(normalise(text), ru);
  const numeral = readNumeral(tokens, 0, ru);
  const rest = tokens.slice(numeral?.to ?? 0).filter(({ text: left }) => left !== ".");
  return rest.length === 0 ? (numeral?.value ?? null) : null;
}

const corpus: Record<string, (string | number)[]> = parse(
  readFileSync(new URL("../corpus/ru/numbers.yaml", import.meta.url), "utf8"),
);

describe("Russian numbers", () => {
  it.each(Object.entries(corpus).map(([value, ways]) => ({ value: Number(value), ways })))(
    "reads $value in every way that the corpus writes it",
    ({ value, ways }) => {
      expect(ways.map((way) => [way, read(String(way))])).toEqual(ways.map((way) => [way, value]));
    },
  );

  it("reads back every number up to ten million in every case", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), fc.constantFrom(...CASES), (value, form) => {
        expect(read(spell(value, form))).toBe(value);
      }),
      { numRuns: 2000 },
    );
  });
});

const CASES = ["nominative", "genitive", "dative", "instrumental", "prepositional"] as const;
type CaseName = (typeof CASES)[number];

/** Nominative, genitive, dative, instrumental, prepositional. */
const TABLE: Readonly<Record<number, string>> = {
  1: "один одного одному одним одном",
  2: "два двух двум двумя двух",
  3: "три трёх трём тремя трёх",
  4: "четыре четырёх четырём четырьмя четырёх",
  5: "пять пяти пяти пятью пяти",
  6: "шесть шести шести шестью шести",
  7: "семь семи семи семью семи",
  8: "восемь восьми восьми восемью восьми",
  9: "девять девяти девяти девятью девяти",
  10: "десять десяти десяти десятью десяти",
  11: "одиннадцать одиннадцати одиннадцати одиннадцатью одиннадцати",
  12: "двенадцать двенадцати двенадцати двенадцатью двенадцати",
  13: "тринадцать тринадцати тринадцати тринадцатью тринадцати",
  14: "четырнадцать четырнадцати четырнадцати четырнадцатью четырнадцати",
  15: "пятнадцать пятнадцати пятнадцати пятнадцатью пятнадцати",
  16: "шестнадцать шестнадцати шестнадцати шестнадцатью шестнадцати",
  17: "семнадцать семнадцати семнадцати семнадцатью семнадцати",
  18: "восемнадцать восемнадцати восемнадцати восемнадцатью восемнадцати",
  19: "девятнадцать девятнадцати девятнадцати девятнадцатью девятнадцати",
  20: "двадцать двадцати двадцати двадцатью двадцати",
  30: "тридцать тридцати тридцати тридцатью тридцати",
  40: "сорок сорока сорока сорока сорока",
  50: "пятьдесят пятидесяти пятидесяти пятьюдесятью пятидесяти",
  60: "шестьдесят шестидесяти шестидесяти шестьюдесятью шестидесяти",
  70: "семьдесят семидесяти семидесяти семьюдесятью семидесяти",
  80: "восемьдесят восьмидесяти восьмидесяти восемьюдесятью восьмидесяти",
  90: "девяносто девяноста девяноста девяноста девяноста",
  100: "сто ста ста ста ста",
  200: "двести двухсот двумстам двумястами двухстах",
  300: "триста трёхсот трёмстам тремястами трёхстах",
  400: "четыреста четырёхсот четырёмстам четырьмястами четырёхстах",
  500: "пятьсот пятисот пятистам пятьюстами пятистах",
  600: "шестьсот шестисот шестистам шестьюстами шестистах",
  700: "семьсот семисот семистам семьюстами семистах",
  800: "восемьсот восьмисот восьмистам восемьюстами восьмистах",
  900: "девятьсот девятисот девятистам девятьюстами девятистах",
};
const SCALES = [
  { size: 1_000_000, one: "миллион", few: "миллиона", many: "миллионов", feminine: false },
  { size: 1000, one: "тысяча", few: "тысячи", many: "тысяч", feminine: true },
];

function spell(value: number, form: CaseName): string {
  const words: string[] = [];
  let rest = value;
  for (const { size, one, few, many, feminine } of SCALES) {
    const count = Math.floor(rest / size);
    rest %= size;
    if (count === 0) continue;
    const counted = underThousand(count, form).join(" ");
    words.push(feminine ? counted.replace(/один$/, "одна").replace(/два$/, "две") : counted);
    const last = count % 100 > 10 && count % 100 < 20 ? 0 : count % 10;
    words.push(last === 1 ? one : last > 1 && last < 5 ? few : many);
  }
  return [...words, ...underThousand(rest, form)].join(" ");
}

function underThousand(value: number, form: CaseName): string[] {
  const tens = value % 100;
  const parts = tens > 0 && tens < 20 ? [value - tens, tens] : [value - tens, tens - (tens % 10), tens % 10];
  return parts.filter((part) => part > 0).map((part) => TABLE[part]?.split(" ")[CASES.indexOf(form)] ?? "");
}
