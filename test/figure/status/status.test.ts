import { expect, it } from "vitest";
import { loadDossier } from "../../../src/dossier/load.ts";
import { readDocument } from "../../../src/figure/read.ts";

const { story } = loadDossier("istanbul");

/** Invented sentences → the state that they tell, and the words. */
const STATES: readonly (readonly [language: "en" | "ru" | "uk", text: string, state: string, words: string])[] = [
  ["en", "Talks between Moscow and Kyiv resumed on Monday.", "resumed", "Talks between Moscow and Kyiv resumed"],
  [
    "en",
    "Talks between Moscow and Kyiv have not resumed.",
    "suspended",
    "Talks between Moscow and Kyiv have not resumed",
  ],
  ["en", "The talks with Kyiv have not yet been resumed.", "suspended", "talks with Kyiv have not yet been resumed"],
  ["ru", "Переговоры с Киевом возобновились.", "resumed", "Переговоры с Киевом возобновились"],
  ["ru", "Переговоры с Киевом так и не возобновились.", "suspended", "Переговоры с Киевом так и не возобновились"],
  ["uk", "Переговори з Москвою відновилися.", "resumed", "Переговори з Москвою відновилися"],
  ["uk", "Переговори з Москвою не відновилися.", "suspended", "Переговори з Москвою не відновилися"],
];

it("talks that have not resumed are no talks that resumed", () => {
  for (const [language, text, state, words] of STATES) {
    const document = { text, title: null, language, published: "2026-02-05", outlet: null, outletSide: null };
    const told = readDocument(document, story).statuses.filter(({ subject }) => subject === "talks");
    expect(
      told.map((status) => [status.state, status.evidence.quote]),
      text,
    ).toEqual([[state, words]]);
  }
});
