import { expect, it } from "vitest";
import { loadDossier } from "../../../src/dossier/load.ts";
import { byRules } from "../../../src/figure/judges.ts";
import { explainDocument } from "../../../src/figure/read.ts";

const { story } = loadDossier("istanbul");

/** Invented sentences → who says the first figure, and whose side that is. */
const SPEAKERS: readonly (readonly [language: "en" | "ru", text: string, speaker: string, side: string])[] = [
  [
    "ru",
    "Россия передала Украине тела 1000 военнослужащих, сообщил российский переговорщик. Взамен Россия получила 38 тел.",
    "российский переговорщик",
    "RU",
  ],
  [
    "ru",
    "Домой вернулись 90 военных, заявил представитель украинского штаба. Россия получила столько же.",
    "представитель украинского",
    "UA",
  ],
  ["en", "Kyiv received 1,000 bodies, a Ukrainian official said. Russia got 30.", "Ukrainian official", "UA"],
];

it("takes an office's side from its own sentence, never from the next", () => {
  for (const [language, text, speaker, side] of SPEAKERS) {
    const document = { text, title: null, language, published: null, outlet: null, outletSide: null };
    const [first] = explainDocument(document, story, byRules).figures;
    expect([first?.speaker, first?.speakerSide], text).toEqual([speaker, side]);
  }
});

/** Invented sentences → where "our" people and those who come "home" go. */
const PARLANCE: readonly (readonly [text: string, to: string])[] = [
  ["Из плена домой вернулись 90 бойцов, обмен прошёл на Украине. Россия не комментирует.", "RU"],
  ["Полномасштабная война продолжается, домой вернулись 90 бойцов. Россия не комментирует.", "UA"],
  ["Дома ещё сорок наших ребят, обмен с Киевом идёт с начала спецоперации.", "RU"],
  ["Дома ещё сорок наших ребят, попавших к оккупантам. Обмен с Россией шёл ночью.", "UA"],
];

it("takes an outlet's own words for a sign of whose home it speaks of", () => {
  for (const [text, to] of PARLANCE) {
    const document = { text, title: null, language: "ru", published: null, outlet: null, outletSide: null };
    expect(explainDocument(document, story, byRules).figures[0]?.to, text).toBe(to);
  }
});

it("leaves it open where the words are of both sides", () => {
  const text = "Домой вернулись 90 бойцов: были на Украине, в Украине, в России.";
  const document = { text, title: null, language: "ru", published: null, outlet: null, outletSide: null };
  expect(explainDocument(document, story, byRules).figures[0]?.to ?? null).toBe(null);
});
