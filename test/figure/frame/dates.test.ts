import { describe, expect, it } from "vitest";
import { loadDossier } from "../../../src/dossier/load.ts";
import { datesIn } from "../../../src/figure/frame/dates.ts";
import { openPage } from "../../../src/figure/frame/page.ts";
import { en } from "../../../src/figure/locale/en.ts";

const { story } = loadDossier("istanbul");
const pageOf = (text: string) =>
  openPage({ text, title: null, language: "en", published: "2026-02-05", outlet: null, outletSide: null }, story, en);

describe("the dates of a stretch", () => {
  const page = pageOf("On 13 June and on Monday they met, as in May 2025 and on 16.07.2025.");
  const at = (word: string) => page.tokens.findIndex(({ text }) => text === word);
  const all = ["2025-06-13", "2026-02-02", "2025-05-01", "2025-07-16"];

  it("stand in order of place, a month for all of its days", () => {
    const dates = datesIn(page, 0, page.tokens.length);
    expect(dates.map(({ start }) => start)).toEqual(all);
    expect(dates.map(({ end }) => end)).toEqual(all.with(2, "2025-05-31"));
    expect(dates[0]).toMatchObject({ from: at("13"), to: at("June") + 1 });
  });

  it("begin and end with the words that name them: a day with its month", () => {
    const starts = (from: number, to: number) => datesIn(page, from, to).map(({ start }) => start);
    expect(starts(0, at("June"))).toEqual([]);
    expect(starts(at("June"), at("Monday"))).toEqual(["2025-06-13"]);
    expect(starts(at("Monday"), at("May") + 1)).toEqual(["2026-02-02", "2025-05-01"]);
    expect(starts(at("May") + 1, page.tokens.length)).toEqual(["2025-07-16"]);
  });
});
