import { describe, expect, it } from "vitest";
import { differences, editedNumbers } from "../../src/report/difference.ts";

const edit = (before: string, after: string) =>
  differences(before, after)
    .map(({ kind, text }) => (kind === "same" ? text : kind === "gone" ? `[-${text}-]` : `{+${text}+}`))
    .join("");

describe("the difference of two texts", () => {
  it.each([
    [
      "English",
      "Kyiv took 1,000 bodies.",
      "Kyiv received 1,003 bodies.",
      "Kyiv [-took-]{+received+} [-1,000-]{+1,003+} bodies.",
    ],
    ["Russian", "Вернули 1 000 тел.", "Вернули 1 003 тела.", "Вернули [-1 000-]{+1 003+} [-тел-]{+тела+}."],
    ["Ukrainian", "Об'єднані дані: 2,3 тис.", "Об'єднані дані: 2,4 тис.", "Об'єднані дані: [-2,3-]{+2,4+} тис."],
    ["Turkish", "157'şer esir", "160'ar esir", "[-157-]{+160+}'[-şer-]{+ar+} esir"],
  ])("is by words in %s, with numbers whole", (_language, before, after, shown) => {
    expect(edit(before, after).replaceAll("-][-", "").replaceAll("+}{+", "")).toBe(shown);
  });

  it("gives both texts back", () => {
    const [before, after] = ["One, two.\n\nThree 4,5 six", "One two!\nThree 4.5 seven"];
    const parts = differences(before, after);
    const without = (kind: string) => parts.filter((part) => part.kind !== kind).map(({ text }) => text);
    expect(without("new").join("")).toBe(before);
    expect(without("gone").join("")).toBe(after);
  });

  it("lists the numbers that went and came, as printed", () => {
    const parts = differences("157 men, 12 000 bodies, 7 civilians", "160 men, 12 000 bodies, no civilians");
    expect(editedNumbers(parts)).toEqual({ gone: ["157", "7"], new: ["160"] });
  });

  it("of two long texts with nothing in common is told in a moment", () => {
    const long = (word: string) => Array.from({ length: 30_000 }, (_, index) => `${word}${String(index)}`).join(" ");
    expect(differences(long("a"), long("b")).map(({ kind }) => kind)).toEqual(["gone", "new"]);
  });
});
