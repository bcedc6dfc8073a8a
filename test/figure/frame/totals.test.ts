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

const INTERVIEW = `Some 2,300 Russian servicemen and around 170 civilians have come back from Ukraine this year under the agreements reached in Istanbul, Russian Deputy Foreign Minister Mikhail Galuzin told a newspaper on Tuesday.
Galuzin added that Moscow had returned about 2,400 Ukrainian servicemen and 170 civilians to Kyiv.
"We handed about 12,000 bodies of their fallen to the Ukrainian side. Around 200 bodies were returned to us," he said.
The diplomat also claimed that Ukraine still holds 12 Russian citizens taken from the Kursk region.
"We made proposals to set up three working groups, on political, military and humanitarian matters," he said.`;

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
