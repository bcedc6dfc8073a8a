import { createRequire } from "node:module";
import { z } from "zod";
import { loadDossier } from "../src/dossier/load.ts";
import { readDocument } from "../src/figure/read.ts";
import type { BenchDocument } from "./documents.ts";

/** Reads one document and says how many figures (Recount) or numbers (the others) it found. */
export type NumberReader = (document: BenchDocument) => number;

const numerizer = z.custom<(text: string) => string>((found) => typeof found === "function");

/** The readers by name; opening one loads its code and models. */
export const readers: Readonly<Record<string, () => Promise<NumberReader>>> = {
  recount: async () => {
    const { story } = loadDossier("istanbul");
    return ({ text, lang, published }) =>
      readDocument({ text, title: null, language: lang, published, outlet: null, outletSide: null }, story).figures
        .length;
  },
  "recognizers-text": async () => {
    const { Culture, recognizeNumber } = await import("@microsoft/recognizers-text-suite");
    return ({ text }) => recognizeNumber(text, Culture.English).length;
  },
  // With all that tells an amount from an age, a day, a share or a sum of money, as Recount does.
  "recognizers-text, all kinds": async () => {
    const suite = await import("@microsoft/recognizers-text-suite");
    const { English } = suite.Culture;
    return ({ text }) => {
      const others = [
        suite.recognizeOrdinal(text, English),
        suite.recognizePercentage(text, English),
        suite.recognizeAge(text, English),
        suite.recognizeCurrency(text, English),
        suite.recognizeDimension(text, English),
        suite.recognizeDateTime(text, English),
      ];
      const taken = others.flat();
      return suite
        .recognizeNumber(text, English)
        .filter(({ start, end }) => !taken.some((other) => other.start <= start && other.end >= end)).length;
    };
  },
  compromise: async () => {
    const { default: nlp } = await import("compromise");
    return ({ text }) => nlp(text).numbers().length;
  },
  "wink-nlp": async () => {
    const { default: winkNlp } = await import("wink-nlp");
    const { default: model } = await import("wink-eng-lite-web-model");
    const nlp = winkNlp(model);
    return ({ text }) => nlp.readDoc(text).entities().length();
  },
  numerizer: async () => {
    // It has no types of its own.
    const numerize = numerizer.parse(createRequire(import.meta.url)("numerizer"));
    return ({ text }) => (numerize(text).match(/\d+/g) ?? []).length;
  },
};

export const readerNames = Object.keys(readers);
