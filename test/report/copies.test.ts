import { describe, expect, it } from "vitest";
import { isCopy, sketchOf, sketchSize } from "../../src/report/copies.ts";
import { labelledPairs, scoreCopies } from "../support/copy-pairs.ts";

const pairs = labelledPairs();

describe("near-copies", () => {
  it("are told from what only looks like them on the labelled pairs", () => {
    const { copies, precision, recall, wrong } = scoreCopies(pairs, isCopy);
    expect(pairs.length).toBeGreaterThanOrEqual(200);
    expect(copies).toBeGreaterThanOrEqual(100);
    expect(precision, wrong.join("\n")).toBeGreaterThanOrEqual(0.98);
    expect(recall, wrong.join("\n")).toBeGreaterThanOrEqual(0.9);
  });

  it("are found by their sketches, whichever way round", () => {
    const shares = (one: string, other: string) =>
      sketchOf(one).filter((hash) => sketchOf(other).includes(hash)).length;
    const copies = pairs.filter((pair) => pair.isCopy);
    expect(copies.filter(({ one, other }) => shares(one.text, other.text) < 3).map(({ what }) => what)).toEqual([]);
    expect(copies.every(({ one, other }) => isCopy(one, other) === isCopy(other, one))).toBe(true);
  });

  it("have sketches of one size, and texts of a few words none", () => {
    const long = Array.from({ length: 4_000 }, (_, index) => `word${String(index)}`).join(" ");
    expect(sketchOf(long)).toHaveLength(sketchSize);
    expect(sketchOf("Prisoners swapped: 157 return home")).toEqual([]);
  });

  it("are the same whatever the marks within numbers, blanks, hyphens and capitals", () => {
    const [pair] = pairs;
    const text = `In all 12,000 bodies. ${pair?.one.text ?? ""}`;
    const other = `IN ALL 12 000 bod\u00adies.\n\n${(pair?.one.text ?? "").replaceAll(" ", "  ")}`;
    expect(sketchOf(other)).toEqual(sketchOf(text));
  });
});
