import { describe, expect, it } from "vitest";
import { loadDossier } from "../../src/dossier/load.ts";
import { readDocument } from "../../src/figure/read.ts";

const { story } = loadDossier("istanbul");
const figures = (text: string, title: string | null = null) =>
  readDocument(
    { text, title, language: "en", published: "2026-03-20", outlet: null, outletSide: null },
    story,
  ).figures.map(({ min }) => min);

describe("an exchange with another party", () => {
  it("is not the story's, though one of its sides takes part", () => {
    expect(figures("The United States and Russia exchanged two detainees each at an airport on Friday.")).toEqual([]);
  });

  it("is told by the title too", () => {
    expect(
      figures("Ukrainian media confirm it. Russia will get six of its citizens.", "US and Russia swap prisoners"),
    ).toEqual([]);
  });

  it("leaves the story's own exchanges alone", () => {
    expect(figures("Russia and Ukraine exchanged 157 prisoners of war each on Friday.")).toEqual([157, 157]);
  });
});
