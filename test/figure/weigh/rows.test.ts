import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { languages } from "../../../src/figure/locale/languages.ts";
import { localeOf } from "../../../src/figure/locale/locales.ts";
import { Rows } from "../../../src/figure/weigh/rows.ts";
import { weights } from "../../../src/figure/weigh/weights.ts";

const signOf = (line: string) => line.slice(0, line.indexOf("\t"));

describe("the rows of signs", () => {
  it("are found by the words of a sign, wherever it is parted", () => {
    const rows = new Rows([["en clause before since", 7]]);
    expect(rows.of(["en", "clause", "before", "since"])).toBe(7);
    expect(rows.of(["en clause", "before since"])).toBe(7);
    expect(rows.of(["en", "clause", "since", "before"])).toBe(0);
    expect(new Rows([["", 5]]).of([])).toBe(5);
  });

  it("are those of the signs, whatever their words", () => {
    const words = fc.array(fc.stringMatching(/^[^ ]+$/), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.uniqueArray(words, { selector: (one) => one.join(" "), maxLength: 50 }), (signs) => {
        const rows = new Rows(signs.slice(1).map((sign, at) => [sign.join(" "), at + 1]));
        expect(signs.map((sign) => rows.of(sign))).toEqual(signs.map((_, at) => at));
      }),
    );
  });

  it.each(languages)("of the weights are apart: %s", (language) => {
    const signs = [...weights, ...(localeOf(language)?.weights ?? [])].map(signOf);
    expect(signs.length).toBeGreaterThan(10_000);
    const rows = new Rows(signs.map((sign, at) => [sign, at + 1]));
    expect(signs.filter((sign, at) => rows.of([sign]) !== at + 1)).toEqual([]);
    expect(signs.filter((sign) => rows.of([sign, "unheard", "of"]) !== 0)).toEqual([]);
  });

  it("begin where a slot can tell", () => {
    expect(() => new Rows([["first sentence", 2 ** 20]])).toThrow("no row can begin at 1048576");
    expect(() => new Rows([["first sentence", 0]])).toThrow("no row can begin at 0");
  });
});
