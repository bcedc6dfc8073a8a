import { describe, expect, it } from "vitest";
import { loadDossier } from "../../src/dossier/load.ts";
import type { Figure } from "../../src/figure/figure.ts";
import { readDocument } from "../../src/figure/read.ts";

/**
 * What is said outweighs what is usual: bodies by the thousand have always gone to Ukraine and by the dozen to Russia, 6,000 was the number of
 * bodies agreed on, and 215 that of the soldiers of one exchange.
 */

const { story } = loadDossier("istanbul");

const UNUSUAL = [
  ["en", "Ukraine handed over 1,000 bodies of Russian soldiers to Russia on Friday.", ["1000 UA>RU"]],
  ["en", "Russia handed over 19 bodies and got 1,212 back, the ministry said.", ["19 RU>UA", "1212 UA>RU"]],
  ["ru", "Украина передала России 1000 тел погибших военнослужащих.", ["1000 UA>RU"]],
  ["ru", "Россия получила от Украины 1212 тел, Украине передали 27.", ["1212 UA>RU", "27 RU>UA"]],
  ["uk", "Україна передала Росії 1000 тіл загиблих, отримавши 26.", ["1000 UA>RU", "26 RU>UA"]],
  ["tr", "Rusya 1212 cenaze teslim aldı, Ukrayna'ya 27 cenaze verdi.", ["1212 UA>RU", "27 RU>UA"]],
  [
    "en",
    "Since spring 2,000 of our troops could go home to Russia. As for the Ukrainians, 2,100 servicemen and 150 civilians were given back to them.",
    ["2000 UA>RU", "2100 RU>UA", "150 RU>UA"],
  ],
] as const;

const OF_ANOTHER_KIND = [
  ["en", "On Tuesday 6,000 Ukrainian soldiers came home from Russian captivity.", ["6000 servicemen event"]],
  ["en", "Russia handed 6,000 bodies of fallen soldiers over to Ukraine on Tuesday.", ["6000 bodies event"]],
  ["en", "Since January 215 Ukrainian soldiers have come home from Russian captivity.", ["215 servicemen cumulative"]],
  ["en", "Kyiv and Moscow agreed to exchange 175 bodies.", ["175 bodies planned"]],
  ["ru", "Во вторник Россия передала Украине 6000 тел погибших.", ["6000 bodies event"]],
  ["ru", "С начала года из российского плена вернулись 215 украинских военных.", ["215 servicemen cumulative"]],
  ["ru", "Киев и Москва договорились обменять 175 тел.", ["175 bodies planned"]],
  ["uk", "У вівторок з російського полону повернулися 6000 українських військових.", ["6000 servicemen event"]],
  ["uk", "Від початку року додому повернулися 215 українських захисників.", ["215 servicemen cumulative"]],
  ["uk", "Київ і Москва домовилися обміняти 175 тіл.", ["175 bodies planned"]],
  ["tr", "Salı günü 6000 Ukraynalı asker Rus esaretinden döndü.", ["6000 servicemen event"]],
  ["tr", "Yıl başından bu yana 215 Ukraynalı asker Rus esaretinden döndü.", ["215 servicemen cumulative"]],
  ["tr", "Rusya salı günü Ukrayna'ya 6000 asker cenazesi teslim etti.", ["6000 bodies event"]],
] as const;

describe("what is said outweighs what is usual", () => {
  it.each(UNUSUAL)("of the way: %s: %s", (language, text, expected) => {
    expect(figuresOf(language, text).map(({ min, from, to }) => `${min} ${from}>${to}`)).toEqual(expected);
  });

  it.each(OF_ANOTHER_KIND)("of thing and scope: %s: %s", (language, text, expected) => {
    expect(figuresOf(language, text).map(({ min, thing, scope }) => `${min} ${thing} ${scope}`)).toEqual(expected);
  });
});

function figuresOf(language: string, text: string): readonly Figure[] {
  const document = { text, title: null, language, published: "2026-03-18", outlet: null, outletSide: null };
  return readDocument(document, story).figures;
}
