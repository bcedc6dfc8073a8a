import { loadDossier } from "../src/dossier/load.ts";
import { readDocument } from "../src/figure/read.ts";

// One megabyte of one thing, over and over: the processor time of a reading, the second of two (the first also loads the language).
const MEGABYTE = 1_000_000;

const FLOODS: readonly (readonly [name: string, language: string, piece: string])[] = [
  ["digits", "en", "9"],
  ["groups of digits", "en", "1,"],
  ["brackets", "en", "(["],
  ["numbers in brackets", "en", "(1,000) "],
  ["one word", "en", "prisoners "],
  ["one name, in Russian", "ru", "Украине "],
  ["one number", "en", "1,000 "],
  ["a list of numbers", "en", "27, 19, 24, "],
  ["number words", "en", "two hundred and "],
  ["number words, in Russian", "ru", "двухсот семи "],
  ["number words joined, in Turkish", "tr", "ikiyüz"],
  ["numbers with a noun", "en", "1,212 bodies "],
  ["swaps", "en", "390 for 390 "],
  ["quotation marks", "en", "“"],
  ["hyphens", "en", "5-"],
  ["tags", "en", "<p"],
  ["entities", "en", "&amp"],
  ["lines", "en", "a\n"],
  ["speakers", "en", "Zelensky said that he said "],
  ["a figure a sentence", "en", "Russia gave Ukraine 1,000 bodies. "],
  ["a figure a sentence, in Russian", "ru", "Россия передала Украине тысячу тел. "],
  ["a figure a clause", "en", "Russia gave Ukraine 1,000 bodies and "],
  ["another figure a sentence", "en", "Russia gave Ukraine {n} bodies. "],
  ["another figure a clause", "en", "Russia gave Ukraine {n} bodies, "],
  ["figures of both sides", "en", "Russia and Ukraine swapped {n} for {n} prisoners. "],
  ["as many again", "en", "Russia gave 5 prisoners and got the same number. "],
  ["figures of nobody", "en", "He gave 5 bodies. "],
  ["sides in turn", "en", "Russia gave Ukraine 5 bodies. Ukraine gave Russia 7 bodies. "],
  ["quotations in each other", "ru", "«Мы «передали» им 5 тел», сказал он "],
  ["speakers of other names", "en", "The Russian spokesman Ivan{n} said 5 bodies were returned. "],
  ["days", "en", "On 5 May 2025 and 6 June "],
  ["statuses", "ru", "Переговоры приостановлены, Киев не ответил на предложение. "],
  ["entities of entities", "en", "&amp;amp;amp;"],
  ["marks of direction", "en", "5\u200f prisoners\u200f "],
  ["combining characters", "ru", "воен\u0301ноплен\u0301ных "],
  ["chains of endings, in Turkish", "tr", "Ukrayna'lılaştıramadıklarımızdanmışsınızcasına "],
  ["a figure a sentence, in Turkish", "tr", "Rusya Ukrayna'ya {n} naaş teslim etti. "],
  ["as many in return", "en", "Ukraine got 5 bodies, the same number in return went in May. "],
  ["what is denied", "en", "Kyiv denied that Russia returned 5 bodies. "],
  ["what was not called off", "en", "No exchange of 5 prisoners was called off. "],
  ["that region", "ru", "5 жителей Курской области, 6 оттуда. "],
];

/** What stands for `{n}` is another number each time. */
const COUNTER = "{n}";

const { story } = loadDossier("istanbul");
const table: Record<string, { seconds: number; "MB/s": number }> = {};
for (const [name, language, piece] of FLOODS) {
  const text = piece
    .repeat(Math.ceil(MEGABYTE / piece.length))
    .replaceAll(COUNTER, (_, at: number) => String(1_000 + ((at * 7_919) % 200_000)))
    .slice(0, MEGABYTE);
  const [, second = 0] = [0, 1].map(() => secondsOf(text, language));
  table[name] = { seconds: Math.round(second * 100) / 100, "MB/s": Math.round(10 / Math.max(second, 0.01)) / 10 };
}
console.table(table);

function secondsOf(text: string, language: string): number {
  const start = process.cpuUsage();
  readDocument({ text, title: null, language, published: "2026-03-20", outlet: null, outletSide: null }, story);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}
