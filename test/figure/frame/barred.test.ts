import { describe, expect, it } from "vitest";
import { loadDossier } from "../../../src/dossier/load.ts";
import { explainDocument } from "../../../src/figure/read.ts";

const { story } = loadDossier("istanbul");
const reading = (language: string, text: string) =>
  explainDocument(
    { text, title: "Russia and Ukraine", language, published: "2026-02-05", outlet: null, outletSide: null },
    story,
  );
const done = (language: string, text: string) =>
  reading(language, text)
    .figures.filter(({ act, scope }) => act === "returned" && scope !== "planned")
    .map(({ min, scope }) => `${String(min)} ${scope}`);

// What is said, and the same denied or undone: no habit of the words makes it an event.
const pairs: readonly (readonly [string, string, string])[] = [
  ["en", "Ukraine received 1,000 bodies from Russia.", "Ukraine denied that it had received 1,000 bodies from Russia."],
  ["en", "Kyiv confirmed that 1,000 bodies had been handed over to Ukraine.", "Ukraine did not receive 1,000 bodies."],
  ["en", "Ukraine got 157 prisoners back.", "Ukraine never got 157 prisoners back."],
  [
    "en",
    "Russia and Ukraine held a 157-for-157 swap.",
    "The 157-for-157 swap between Russia and Ukraine was called off.",
  ],
  ["ru", "Украина получила 1000 тел.", "В Киеве опровергли, что Украина получила 1000 тел."],
  ["ru", "Россия приняла 41 тело.", "Россия не приняла 41 тело."],
  ["uk", "Україна отримала 1000 тіл.", "Штаб спростував, що Україна отримала 1000 тіл."],
  ["uk", "Росія передала Україні 1000 тіл.", "Росія не передала Україні 1000 тіл."],
  ["tr", "Kiev, Rusya'dan 1000 naaş aldı.", "Kiev, Rusya'dan 1000 naaş aldığını yalanladı."],
  ["tr", "Kiev 157 Rus askerini bıraktı.", "Kiev 157 Rus askerini bırakmadı."],
];

describe("what is denied or was not done", () => {
  it.each(pairs)("is no event (%s): %s / %s", (language, said, denied) => {
    expect(done(language, said)).not.toEqual([]);
    expect(done(language, denied)).toEqual([]);
  });

  it("is said to be so by `--why-not`", () => {
    const why = (text: string) => reading("en", text).refusals.map(({ reason }) => reason);
    expect(why("Ukraine denied that it had received 1,000 bodies from Russia.")).toEqual(["denied"]);
    expect(why("The 157-for-157 swap between Russia and Ukraine was called off.")).toContain("what was not done");
    expect(why("Every month Ukraine receives 1,000 bodies from Russia.")).toEqual(["so many each time"]);
    expect(why("Russia freed 10 prisoners more than Ukraine.")).toEqual(["a difference"]);
  });

  it("ends with the clause that sets itself against it", () => {
    const text = "Ukraine denied that it had received 1,000 bodies from Russia, but said it had got 500 bodies.";
    expect(done("en", text)).toEqual(["500 event"]);
  });

  it("lets stand what nobody denies", () => {
    expect(done("uk", "ГУР не заперечує, що Україна отримала 300 тіл.")).toEqual(["300 event"]);
    expect(done("en", "Ukraine received 1,000 bodies; Moscow denied the claim that more were coming.")).toEqual([
      "1000 event",
    ]);
  });
});
