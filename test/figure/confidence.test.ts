import { describe, expect, it } from "vitest";
import { loadDossier } from "../../src/dossier/load.ts";
import { readDocument } from "../../src/figure/read.ts";

const { story, thresholds } = loadDossier("istanbul");

function read(text: string) {
  const about = { title: null, language: "en", published: "2026-02-05", outlet: null, outletSide: null };
  const [figure] = readDocument({ ...about, text }, story).figures;
  if (!figure) throw new Error(`no figure in: ${text}`);
  return { confidence: figure.confidence, chances: figure.trace.at(-1) ?? "" };
}

const plain = "Russia handed over 1,000 bodies to Ukraine on Thursday.";

describe("confidence", () => {
  it("is enough for a running total where a sentence says who gives what to whom, and when", () => {
    expect(read(plain).confidence).toBeGreaterThanOrEqual(thresholds.event);
  });

  it.each([
    "Russia handed 225 prisoners over to Ukraine, a Ukrainian official said.",
    "The Ukrainian ombudsman said 205 people had been received.",
    "Moscow is ready to return another 3,000 bodies.",
  ])("is what its chances come to, and the trace tells them: %s", (text) => {
    const { confidence, chances } = read(text);
    const told = [...chances.matchAll(/ (\d\.\d\d)/g)].map(([, chance]) => Number(chance));
    expect(chances).toMatch(/^chances: a figure [\d.]+, scope [\d.]+, thing [\d.]+, way [\d.]+$/);
    expect(told.reduce((product, chance) => product * chance, 1)).toBeCloseTo(confidence, 1);
  });

  it("is never certainty", () => {
    expect(read(`${plain} ${plain}`).confidence).toBeLessThan(1);
  });

  it("falls where it may be done or still to come, and leaves the figure to a person", () => {
    expect(read("Kyiv counts on the return of 300 prisoners by Russia.").confidence).toBeLessThan(thresholds.event);
  });
});
