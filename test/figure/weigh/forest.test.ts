import { describe, expect, it } from "vitest";
import { loadDossier } from "../../../src/dossier/load.ts";
import { judgesBy } from "../../../src/figure/judges.ts";
import { explainDocument } from "../../../src/figure/read.ts";
import { Forest } from "../../../src/figure/weigh/forest.ts";
import { Model } from "../../../src/figure/weigh/model.ts";

describe("trees", () => {
  const forest = new Forest([
    "real\tleast > 10 & numbers > 2\t-100 200 300 400",
    "real\tsentence > 0\t0 1000",
    "event\tleast > 10\t5 7",
  ]);

  it.each([
    [{}, -0.1],
    [{ least: 11 }, 0.2],
    [{ least: 10, numbers: 3 }, 0.3],
    [{ least: 11, numbers: 3, sentence: 1 }, 1.4],
  ])("add up their leaves of what the facts answer: %j", (facts, sum) => {
    const told = forest.facts((tell) => {
      for (const [name, value] of Object.entries(facts)) tell(name, value);
    });
    expect(forest.of("real", told)).toBeCloseTo(sum);
    expect(forest.of("way", told)).toBe(0);
  });

  it("know more of a way without forgetting the number", () => {
    const facts = forest.facts((tell) => {
      tell("least", 11);
    });
    const more = facts.beside((tell) => {
      tell("numbers", 3);
    });
    expect(forest.of("real", more)).toBeCloseTo(0.4);
    expect(forest.of("real", facts)).toBeCloseTo(0.2);
  });

  it.each(["truth\tleast > 1\t0 1", "real\tleast > 1\t0 1 2", "real\tleast > many\t0 1", "real\tleast > 1\t0 more"])(
    "that are no trees are an error that names the line: %s",
    (line) => {
      expect(() => new Forest([line])).toThrow(line);
    },
  );
});

describe("a number", () => {
  const { story } = loadDossier("istanbul");
  const text = "Russia and Ukraine exchanged prisoners: 150 soldiers and 20 civilians returned home.";
  const model = new Model(["language en\treal 200 event 900 servicemen 900", "open\topen 900"]);
  const amounts = (...lines: readonly string[]) =>
    explainDocument(
      { text, title: null, language: "en", published: "2026-02-05", outlet: null, outletSide: null },
      story,
      judgesBy(model, new Forest(lines)),
    ).figures.map(({ min }) => min);

  it("is held against those before and after it", () => {
    expect(amounts()).toEqual([150, 20]);
    expect(amounts("real\t1 before real > 0\t0 -9000")).toEqual([150]);
    expect(amounts("real\t1 after real > 0\t0 -9000")).toEqual([20]);
  });
});
