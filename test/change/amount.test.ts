import { expect, test } from "vitest";
import { middleText, spreadText, totalText } from "../../src/change/amount.ts";

test.each([
  [
    { low: 12_500, high: 13_500, centre: 13_000 },
    "about 13,000",
    "12,500 to 13,500",
    "about 13,000 (12,500 to 13,500)",
  ],
  [{ low: 0, high: 1_000, centre: null }, "0 to 1,000", null, "0 to 1,000"],
  [{ low: 7_000, high: null, centre: null }, "at least 7,000", null, "at least 7,000"],
  [{ low: 205, high: 205, centre: 205 }, "205", null, "205"],
])("a total of %o in words", (total, middle, spread, whole) => {
  expect([middleText(total), spreadText(total), totalText(total)]).toEqual([middle, spread, whole]);
});
