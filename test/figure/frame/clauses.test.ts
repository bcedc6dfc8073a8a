import { expect, it } from "vitest";
import { loadDossier } from "../../../src/dossier/load.ts";
import { byRules } from "../../../src/figure/judges.ts";
import { explainDocument } from "../../../src/figure/read.ts";

const { story } = loadDossier("istanbul");

/** Invented sentences → least, thing, act, who gives and who gets. */
const READINGS: readonly (readonly [text: string, ...figures: string[]])[] = [
  ["Київ отримав 1000 тіл, а Москва — 30.", "1000 bodies returned RU>UA", "30 bodies returned UA>RU"],
  [
    "Сторони, Київ і Москва, домовилися про репатріацію у форматі «700 на 700».",
    "700 bodies returned UA>RU",
    "700 bodies returned RU>UA",
  ],
  ["У російському полоні близько 800 військових, хоча під час обмінів люди повертаються.", "800 servicemen held RU>"],
  [
    "За словами Мединського, Україні було передано 906 тіл, Росії — 79.",
    "906 bodies returned RU>UA",
    "79 bodies returned UA>RU",
  ],
  [
    "Україна отримала 1,2 тис. тіл, а Росія 1,3 тис. осіб.",
    "1200 bodies returned RU>UA",
    "1300 persons returned UA>RU",
  ],
];

it("reads who gives what to whom where a clause leaves its verb, its noun or its side to others", () => {
  for (const [text, ...figures] of READINGS) {
    const document = { text, title: null, language: "uk", published: null, outlet: null, outletSide: null };
    const read = explainDocument(document, story, byRules).figures.map(
      ({ min, thing, act, from, to }) => `${min} ${thing} ${act} ${from ?? ""}>${to ?? ""}`,
    );
    expect(read.toSorted(), text).toEqual(figures.toSorted());
  }
});
