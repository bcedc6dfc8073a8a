import { expect, test } from "vitest";
import { day, instant } from "../../src/cli/instant.ts";

test.each([
  ["2026-03-01", "2026-03-01T00:00:00.000Z"],
  ["2026-03-06T12:30", "2026-03-06T12:30:00.000Z"],
  // As the change log prints it.
  ["2026-03-06 12:30", "2026-03-06T12:30:00.000Z"],
  ["2026-03-06 12:30 UTC", "2026-03-06T12:30:00.000Z"],
  ["2026-03-06T12:30:15.250Z", "2026-03-06T12:30:15.250Z"],
  ["2026-03-06T12:30+02:00", "2026-03-06T10:30:00.000Z"],
  ["2024-02-29", "2024-02-29T00:00:00.000Z"],
])("%s is the same instant on every machine", (text, expected) => {
  expect(instant(text).toISOString()).toBe(expected);
});

test("a span is counted back from now", () => {
  const ago = Date.now() - instant("12h").getTime();
  expect(ago / 3_600_000).toBeCloseTo(12, 2);
});

test.each([
  "2026-02-30",
  "2026-13-01",
  "2026-03-06T25:00",
  "05.03.2026",
  "March 5",
  "12",
  "1",
  "7",
  "",
  "nope",
  "999999999d",
  "9999999999w",
])("%j is no time", (text) => {
  expect(() => instant(text)).toThrow(/Give 90m, 12h, 7d, 4w, a date such as 2026-03-01/);
});

test.each(["05.02.2026", "2026-02-30", "2026-13-01", "2026-02-05T10:00", "nope", ""])("%j is no day", (text) => {
  expect(() => day(text)).toThrow("Give a day such as 2026-02-05.");
});
