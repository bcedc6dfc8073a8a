import { describe, expect, it } from "vitest";
import { loadDossier } from "../../src/dossier/load.ts";
import { byRules, byWeights, type Judges } from "../../src/figure/judges.ts";
import { explainDocument } from "../../src/figure/read.ts";

const { story } = loadDossier("gaza");
/** "20 persons PS>IL event" for each figure. */
const figures = (text: string, judges: Judges = byWeights) =>
  explainDocument(
    { text, title: null, language: "en", published: "2025-10-20", outlet: null, outletSide: null },
    story,
    judges,
  ).figures.map(({ min, thing, act, from, to, scope }) =>
    [min, thing, act === "returned" ? "" : act, `${from ?? ""}>${to ?? ""}`, act === "held" ? "" : scope]
      .filter(Boolean)
      .join(" "),
  );

describe("the story of hostages and prisoners", () => {
  it("knows by the noun alone whose people they are", () => {
    expect(figures("Three hostages were freed. Hours later 90 prisoners were released.")).toEqual([
      "3 persons PS>IL event",
      "90 persons IL>PS event",
    ]);
  });

  it("takes no exchange of other parties for its own", () => {
    expect(figures("Russia and Ukraine exchanged 150 prisoners of war each on Wednesday.")).toEqual([]);
  });

  it("counts its bodies and what is still held", () => {
    expect(figures("Hamas has returned the remains of 15 hostages; 13 are still in Gaza.")).toEqual([
      "15 bodies PS>IL event",
      "13 bodies held PS>",
    ]);
  });
});

describe("the rules, for any story", () => {
  it.each([
    [
      "a part of a figure goes the way of the whole, though the whole came in return",
      "Hamas freed four soldiers. Israel released 39 prisoners in return, among them 33 minors.",
      ["4 servicemen PS>IL event", "39 persons IL>PS event", "33 children IL>PS event"],
    ],
    [
      "a rate for each body is not shared between the sides",
      "Israel hands over 15 bodies for each dead hostage that is returned.",
      ["15 bodies IL>PS event"],
    ],
    [
      "some hours later is no plan",
      "Hours later Israel released 90 Palestinian prisoners.",
      ["90 persons IL>PS event"],
    ],
    [
      "a span that a paragraph begins with holds to its end",
      "Since January it has released 21 hostages. Israel has freed more than 730 Palestinian prisoners.",
      ["21 persons PS>IL cumulative", "730 persons IL>PS cumulative"],
    ],
    [
      "a day ends the span of a paragraph",
      "Since January Hamas has released 21 hostages. On Sunday Israel freed 90 Palestinian prisoners.",
      ["21 persons PS>IL cumulative", "90 persons IL>PS event"],
    ],
    [
      "what one promise joins is promised alike",
      "Hamas is to release 20 hostages and hand over the bodies of 28 others.",
      ["20 persons PS>IL planned", "28 bodies PS>IL planned"],
    ],
    [
      "those of them who are dead are bodies",
      "Hamas returned 33 hostages, eight of them dead.",
      ["33 persons PS>IL event", "8 bodies PS>IL event"],
    ],
  ])("%s", (_, text, expected) => {
    expect(figures(text, byRules)).toEqual(expected);
  });
});
