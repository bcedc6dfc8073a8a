import { describe, expect, it } from "vitest";
import { loadDossier } from "../../src/dossier/load.ts";
import { readDocument } from "../../src/figure/read.ts";

/** What is said outweighs what is usual: bodies by the thousand have always gone to Ukraine, and by the dozen to Russia. */

const { story } = loadDossier("istanbul");

const UNUSUAL = [
  ["en", "Ukraine handed over 1,000 bodies of Russian soldiers to Russia on Friday.", ["1000 UA>RU"]],
  ["en", "Russia handed over 19 bodies and got 1,212 back, the ministry said.", ["19 RU>UA", "1212 UA>RU"]],
  ["ru", "Украина передала России 1000 тел погибших военнослужащих.", ["1000 UA>RU"]],
  ["ru", "Россия получила от Украины 1212 тел, Украине передали 27.", ["1212 UA>RU", "27 RU>UA"]],
  ["uk", "Україна передала Росії 1000 тіл загиблих, отримавши 26.", ["1000 UA>RU", "26 RU>UA"]],
  ["tr", "Rusya 1212 cenaze teslim aldı, Ukrayna'ya 27 cenaze verdi.", ["1212 UA>RU", "27 RU>UA"]],
] as const;

describe("what is said outweighs what is usual", () => {
  it.each(UNUSUAL)("%s: %s", (language, text, expected) => {
    const document = { text, title: null, language, published: "2026-03-18", outlet: null, outletSide: null } as const;
    const read = readDocument(document, story).figures.map(({ min, from, to }) => `${min} ${from}>${to}`);
    expect(read).toEqual(expected);
  });
});
