import { expect, test } from "vitest";
import { loadDossier } from "../../../src/dossier/load.ts";
import { readDocument } from "../../../src/figure/read.ts";

const { story } = loadDossier("istanbul");

function read(text: string, title: string | null = null): readonly string[] {
  const document = { text, title, language: null, published: "2025-12-30", outlet: null, outletSide: null };
  return readDocument(document, story).figures.map(
    ({ qualifier, min, thing, from, to, act, scope, group, speaker, speakerSide }) =>
      [qualifier, min, group ?? thing, `${from ?? "-"}>${to ?? "-"}`, act, scope, speaker, speakerSide].join(" "),
  );
}

const INTERVIEW = `Ukraine has this year sent home some 2,300 Russian servicemen and around 170 civilians on the terms settled in Istanbul, said Mikhail Galuzin, a deputy foreign minister of Russia, to a newspaper.
Galuzin said, too, that Moscow had let about 2,400 Ukrainian servicemen and 170 civilians go home.
"Of their fallen we handed about 12,000 bodies to the Ukrainian side, and got around 200 bodies back," he said.
The diplomat said that 12 Russian citizens taken from the Kursk region were still held by Ukraine.
"We proposed to set up three working groups: humanitarian, political and military," he said.`;

test("an interview's running totals are each read once, with who says so", () => {
  const said = "Mikhail Galuzin RU";
  expect(read(INTERVIEW)).toEqual([
    `about 2300 servicemen UA>RU returned cumulative ${said}`,
    `about 170 civilians UA>RU returned cumulative ${said}`,
    `about 2400 servicemen RU>UA returned cumulative ${said}`,
    `about 170 civilians RU>UA returned cumulative ${said}`,
    `about 12000 bodies RU>UA returned cumulative ${said}`,
    `about 200 bodies UA>RU returned cumulative ${said}`,
    `exact 12 kursk UA>- held cumulative ${said}`,
    `exact 3 working_groups RU>UA offered planned ${said}`,
  ]);
});

test("a number with a day of its own in the next sentence stays an event", () => {
  const text =
    "Russia has handed Ukraine about 12,000 bodies this year. On Friday Ukraine handed over 38 bodies to Russia.";
  expect(read(text).at(-1)).toContain("38 bodies UA>RU returned event");
});

test("a text that names other parties more than the sides tells another story", () => {
  const text =
    "Armenia and Azerbaijan exchanged 33 prisoners on Monday. Baku freed 32 Armenian soldiers. The swap was welcomed in Moscow.";
  expect(read(text)).toEqual([]);
});

test("a text of one side stays the story's where a mediator is thanked", () => {
  const text = "Ukraine brought home 84 servicemen on Thursday. Officials in Kyiv thanked the United Arab Emirates.";
  expect(read(text)).toHaveLength(1);
});
