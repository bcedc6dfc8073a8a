import { createRequire } from "node:module";
import { loadDossier } from "../src/dossier/load.ts";
import { readDocument } from "../src/figure/read.ts";
import type { BenchDocument } from "./documents.ts";

/** Reads one document and says how many figures (Recount) or numbers (the others) it found. */
export type NumberReader = (document: BenchDocument) => number;

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
    const cultures: Readonly<Record<string, string>> = { en: Culture.English };
    return ({ text, lang }) => recognizeNumber(text, cultures[lang] ?? Culture.English).length;
  },
  compromise: async () => {
    const { default: nlp } = await import("compromise");
    return ({ text }) => nlp(text).numbers().length;
  },
  "wink-nlp": async () => {
    const { default: winkNlp } = await import("wink-nlp");
    const { default: model } = await import("wink-eng-lite-web-model");
    const nlp = winkNlp(model);
    const { its } = nlp;
    return ({ text }) =>
      nlp
        .readDoc(text)
        .entities()
        .out(its.type)
        .filter((type) => type === "CARDINAL").length;
  },
  numerizer: async () => {
    const numerize: unknown = createRequire(import.meta.url)("numerizer");
    if (typeof numerize !== "function") throw new Error("numerizer is no function");
    return ({ text }) => (String(numerize(text)).match(/\d+/g) ?? []).length;
  },
};

export const readerNames = Object.keys(readers);
