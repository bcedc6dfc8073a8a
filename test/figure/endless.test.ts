import { describe, expect, it } from "vitest";
import { loadDossier } from "../../src/dossier/load.ts";
import { readDocument } from "../../src/figure/read.ts";

const { story } = loadDossier("istanbul");
const read = (text: string, language: string) =>
  readDocument({ text, title: null, language, published: "2026-03-20", outlet: null, outletSide: null }, story);

/** A flood that took minutes, or overflowed the stack, before sentences had a longest length. */
describe("a text without an end", () => {
  it.each([
    ["one word", "prisoners "],
    ["one number", "1,000 "],
    ["brackets", "(("],
    ["a clause", "Russia gave Ukraine 1,000 bodies and "],
  ])("of %s is read to its end", (_, piece) => {
    const text = piece.repeat(Math.ceil(200_000 / piece.length));
    for (const { evidence } of read(text, "en").figures) {
      expect(text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
    }
  });

  it("of digits is no number", () => {
    expect(read("9".repeat(1_000_000), "en").figures).toEqual([]);
  });
});
