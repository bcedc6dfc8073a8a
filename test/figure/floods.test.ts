import { describe, expect, it } from "vitest";
import { loadDossier } from "../../src/dossier/load.ts";
import { readDocument } from "../../src/figure/read.ts";

const { story } = loadDossier("istanbul");
const read = (text: string, language: string) =>
  readDocument({ text, title: null, language, published: "2026-03-20", outlet: null, outletSide: null }, story);

const MEGABYTE = 1_000_000;
/** Growth shows on a part of it as well. */
const FLOOD = 240_000;

/** So long any machine may take. */
const SHORT_SECONDS = 0.3;

/** Processor time, so that a busy machine does not count. */
function seconds(text: string, language: string): number {
  const start = process.cpuUsage();
  read(text, language);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** Four times the text takes four times as long where time is linear, sixteen times where it is squared. */
function expectLinear(text: string, language: string): void {
  const whole = seconds(text, language);
  if (whole < SHORT_SECONDS) return;
  const quarter = seconds(text.slice(0, text.length / 4), language);
  // The better of two, so that a collection of garbage does not count.
  const better = whole < 8 * quarter ? whole : Math.min(whole, seconds(text, language));
  expect(better).toBeLessThan(Math.max(8 * quarter, SHORT_SECONDS));
}

/** A flood of one thing. Each of them would take minutes, or overflow the stack, in a reader that looks back too far. */
describe("a text without an end", () => {
  it.each([
    ["digits", "en", "9"],
    ["groups of digits", "en", "1,"],
    ["brackets", "en", "(["],
    ["quotation marks", "en", "“"],
    ["one word without blanks", "en", "prisoners"],
    ["one word", "en", "prisoners "],
    ["one number", "en", "1,000 "],
    ["number words", "en", "two hundred and "],
    ["hyphens", "en", "5-"],
    ["tags", "en", "<p"],
    ["entities", "en", "&amp"],
    ["lines", "en", "a\n"],
    ["speakers", "en", "Zelensky said that he said "],
    ["a swap", "en", "390 for 390 "],
    ["number words joined", "tr", "ikiyüz"],
    ["a case", "ru", "Украине "],
    ["an apostrophe", "uk", "п'"],
    ["quotations in each other", "ru", "«Мы «передали» им 5 тел», сказал он "],
    ["days", "en", "On 5 May 2025 and 6 June "],
    ["statuses", "ru", "Переговоры приостановлены, Киев не ответил на предложение. "],
    ["entities of entities", "en", "&amp;amp;amp;"],
    ["that region", "ru", "5 жителей Курской области, 6 оттуда. "],
    ["combining characters", "ru", "воен\u0301ноплен\u0301ных "],
    ["chains of endings", "tr", "Ukrayna'lılaştıramadıklarımızdanmışsınızcasına "],
  ])("of %s is read in time that grows with its length", (_, language, piece) => {
    expectLinear(piece.repeat(Math.ceil(FLOOD / piece.length)).slice(0, FLOOD), language);
  });

  // They hold thirty thousand figures, so less of them is enough.
  it.each([
    ["a sentence", "en", "Russia gave Ukraine 1,000 bodies. "],
    ["a clause", "en", "Russia gave Ukraine 1,000 bodies and "],
    ["a sentence in Russian", "ru", "Россия передала Украине тысячу тел. "],
    ["a sentence in Turkish", "tr", "Rusya Ukrayna'ya 1000 naaş teslim etti. "],
    ["an event and a plan", "en", "Russia gave Ukraine 1,000 bodies. Russia will give Ukraine 1,000 bodies. "],
  ])("of %s is read in time that grows with its length", (_, language, piece) => {
    const text = piece.repeat(Math.ceil(FLOOD / piece.length));
    expectLinear(text, language);
    for (const { evidence } of read(text, language).figures)
      expect(text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
  });

  it.each([
    ["a sentence", "en", "Russia gave Ukraine {n} bodies. "],
    ["a pair", "en", "Russia and Ukraine swapped {n} for {n} prisoners. "],
    ["as many again", "en", "Russia gave {n} prisoners and got the same number. "],
    ["a sentence without a side", "en", "He gave {n} bodies. "],
    ["as many in return", "en", "Ukraine got {n} bodies, the same number in return went in May. "],
    ["what is denied", "en", "Kyiv denied that Russia returned {n} bodies. "],
    ["speakers of other names", "en", "The Russian spokesman Ivan{n} said 5 bodies were returned. "],
    ["a clause in Turkish", "tr", "Rusya {n} asker ve {n} sivil ile "],
  ])("of %s, all other ones, is read in time that grows with its length", (_, language, piece) => {
    const text = piece
      .repeat(Math.ceil(160_000 / piece.length))
      .replaceAll("{n}", (_, at: number) => String(1_000 + ((at * 7_919) % 200_000)));
    expectLinear(text, language);
  });

  it("of sentences is read as far as a report may go", () => {
    const padding = (sentences: number) => "It rained. ".repeat(sentences);
    const figureAfter = (sentences: number) =>
      read(`${padding(sentences)}Russia gave Ukraine 1,000 bodies.`, "en").figures;
    expect(figureAfter(1_999)).toHaveLength(1);
    expect(figureAfter(2_000)).toEqual([]);
  });

  it("of digits is no number", () => {
    expect(read("9".repeat(MEGABYTE), "en").figures).toEqual([]);
  });
});
