import { describe, expect, it } from "vitest";
import { loadDossier } from "../../src/dossier/load.ts";
import { byWeights, type Judges, judgesBy } from "../../src/figure/judges.ts";
import { explainDocument } from "../../src/figure/read.ts";
import { Model } from "../../src/figure/weigh/model.ts";

const { story } = loadDossier("istanbul");
const read = (text: string, judges: Judges) =>
  explainDocument(
    { text, title: null, language: "en", published: "2026-02-05", outlet: null, outletSide: null },
    story,
    judges,
  );

/** Weights to which every number is a figure at these odds, and nothing else is in doubt. */
function sureBy(odds: number, ...more: readonly string[]): Judges {
  const real = Math.round(100 * odds);
  const model = new Model([`language en\treal ${real} event 900 servicemen 900`, "open\topen 900", ...more]);
  return { ...byWeights, figures: judgesBy(model).figures };
}

describe("a text", () => {
  const text = "Russia and Ukraine exchanged prisoners on Thursday: 150 soldiers returned home.";

  it("is heard when one of its numbers is surely a figure", () => {
    expect(read(text, sureBy(2)).figures.map(({ min }) => min)).toEqual([150]);
  });

  it("is heard from its beginning when it tells one plainly further down", () => {
    const doubtful = "Later 7 more soldiers were named.";
    const plain = "Russia returned 150 soldiers to Ukraine on Thursday.";
    expect(read(doubtful, byWeights).figures).toEqual([]);
    expect(read(`${doubtful}\n${plain}`, byWeights).figures.map(({ min }) => min)).toContain(150);
  });

  it("tells nothing when none is, and says so of each number", () => {
    const { figures, refusals } = read(text, sureBy(1));
    expect(figures).toEqual([]);
    expect(refusals).toContainEqual(
      expect.objectContaining({ quote: "150", reason: "no number of the text is surely a figure" }),
    );
  });
});

describe("a figure", () => {
  it("that is likelier misread than not is left out, and says so", () => {
    const text = "Russia returned 150 soldiers to Ukraine on Thursday, and 7 soldiers returned home.";
    expect(read(text, sureBy(3)).figures.map(({ min }) => min)).toEqual([150, 7]);
    const { figures, refusals } = read(text, sureBy(3, "exactly 7\tevent -900"));
    expect(figures.map(({ min }) => min)).toEqual([150]);
    expect(refusals).toContainEqual(expect.objectContaining({ quote: "7", reason: "likelier misread than not" }));
  });
});

describe("a flood of numbers", () => {
  it("is read as far as two thousand of them", () => {
    const one = (amount: number) => `Russia returned ${amount} soldiers to Ukraine.`;
    const text = Array.from({ length: 2100 }, (_, at) => one(at + 2)).join("\n");
    const amounts = read(text, byWeights).figures.map(({ min }) => min);
    expect(Math.max(...amounts.map(Number))).toBeLessThanOrEqual(2001);
    expect(amounts.length).toBeGreaterThan(1500);
  });
});
