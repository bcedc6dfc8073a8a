import { describe, expect, it } from "vitest";
import { loadDossier } from "../../src/dossier/load.ts";
import { readDocument } from "../../src/figure/read.ts";

const { story, thresholds } = loadDossier("istanbul");

function read(text: string) {
  const about = { title: null, language: "en", published: "2026-02-05", outlet: null, outletSide: null };
  const [figure] = readDocument({ ...about, text }, story).figures;
  if (!figure) throw new Error(`no figure in: ${text}`);
  return { confidence: figure.confidence, doubts: figure.trace.at(-1) ?? "" };
}

const plain = "Russia handed over 1,000 bodies to Ukraine on Thursday.";

describe("confidence", () => {
  it("is enough for a running total where a sentence says who gives what to whom, and when", () => {
    expect(read(plain).confidence).toBeGreaterThanOrEqual(thresholds.event);
  });

  it("grows where the text tells it again", () => {
    const again = read(
      `${plain}\n\nThe bodies were checked at the border. Russia handed over 1,000 bodies to Ukraine.`,
    );
    expect(again.confidence).toBeGreaterThan(read(plain).confidence);
    expect(read(plain).doubts).toContain("told once");
    expect(again.doubts).not.toContain("told once");
  });

  it.each([
    ["direction only from who speaks", "The Ukrainian ombudsman said 205 people had been received."],
    ["a bound", "Russia handed over at least 1,000 bodies to Ukraine on Thursday."],
    ["people of no kind", "Russia handed over 1,000 people to Ukraine on Thursday."],
    ["planned", "Russia will hand over 1,000 bodies to Ukraine on Thursday."],
    ["a negation beside", "Russia handed over 1,000 bodies to Ukraine on Thursday, which Kyiv did not confirm."],
  ])("falls, and says so, where there is doubt: %s", (doubt, text) => {
    const { confidence, doubts } = read(text);
    expect(doubts).toContain(doubt);
    expect(confidence).toBeLessThan(read(plain).confidence);
  });

  it("leaves to a person what only the speaker's side tells the way of", () => {
    expect(read("The Ukrainian ombudsman said 205 people had been received.").confidence).toBeLessThan(
      thresholds.event,
    );
  });
});
