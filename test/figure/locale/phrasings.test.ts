import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { loadDossier } from "../../../src/dossier/load.ts";
import { sentenceOf } from "../../../src/eval/corpus.ts";
import type { Figure, Qualifier, Reading } from "../../../src/figure/figure.ts";
import { byRules } from "../../../src/figure/judges.ts";
import { explainDocument, readDocument } from "../../../src/figure/read.ts";
import { statusCode } from "../../../src/figure/status/code.ts";
import { projectRoot } from "../../../src/runtime/project.ts";

const { story } = loadDossier("istanbul");

/** The sentence that a qualified amount is put into. */
const LANGUAGES = [
  { language: "en", amount: (phrase: string) => `Ukraine brought home ${phrase}.` },
  { language: "ru", amount: (phrase: string) => `Россия вернула ${phrase}.` },
  { language: "uk", amount: (phrase: string) => `Україна повернула ${phrase}.` },
  { language: "tr", amount: (phrase: string) => `Ukrayna ${phrase} geri aldı.` },
];
const SIGNS: Readonly<Record<Qualifier, string>> = {
  exact: "",
  about: "~",
  nearly: "≈",
  more_than: ">",
  at_least: "≥",
  up_to: "<",
  range: "",
};

describe.each(LANGUAGES)("the corpora of $language", ({ language, amount }) => {
  // What the rules say is exact; what the words around add is measured below, and on the labelled documents.
  const read = (text: string): Reading => explainDocument(sentenceOf(text, language), story, byRules);
  const figuresOf = (text: string): readonly Figure[] => read(text).figures;
  const corpus = <T>(name: string, kind: z.ZodType<T>): [string, T[]][] => {
    const file = join(projectRoot, "test/figure/corpus", language, `${name}.yaml`);
    return Object.entries(z.record(z.string(), z.array(kind)).parse(parse(readFileSync(file, "utf8"))));
  };
  const expected = z.tuple([z.string()], z.string());

  const readings = [...corpus("readings", expected), ...corpus("discourse", expected)];
  it.each(readings)("are read as they say: %s", (_kind, cases) => {
    expect(cases.map(([text]) => [text, ...figuresOf(text).map(told).toSorted()])).toEqual(
      cases.map(([text, ...figures]) => [text, ...figures.toSorted()]),
    );
  });

  it.each(corpus("directions", expected))("tell who gives and who gets: %s", (_kind, cases) => {
    expect(cases.map(([text]) => [text, ...figuresOf(text).map(route).toSorted()])).toEqual(
      cases.map(([text, ...figures]) => [text, ...figures.toSorted()]),
    );
  });

  const bounds = z.tuple([z.string(), z.number(), z.number().nullable()]);
  it.each(corpus("qualifiers", bounds))("tell how exact an amount is: %s", (qualifier, cases) => {
    expect(cases.map(([phrase]) => [phrase, ...figuresOf(amount(phrase)).map(bound)])).toEqual(
      cases.map(([phrase, min, max]) => [phrase, `${qualifier} ${min}..${max}`]),
    );
  });

  it.each(corpus("statuses", z.string()))("tell the state of their subjects: %s", (code, sentences) => {
    const states = code === "silent" ? [] : [code];
    expect(sentences.map((text) => [text, ...read(text).statuses.map(statusCode)])).toEqual(
      sentences.map((text) => [text, ...states]),
    );
  });

  it("tell the state of the talks, but for one line in twenty, with the words weighed", () => {
    const lines = [...corpus("statuses", z.string()), ...corpus("talks", z.string())].flatMap(([code, sentences]) =>
      sentences.map((text) => ({ text, told: code === "silent" ? "" : code })),
    );
    const wrong = lines.filter(({ text, told }) => {
      const { statuses } = readDocument(sentenceOf(text, language), story);
      return [...new Set(statuses.map(statusCode))].join(" ") !== told;
    });
    expect(wrong.length, wrong.map(({ text }) => text).join("\n")).toBeLessThanOrEqual(lines.length / 20);
  });

  it("are read the same, but for one line in fifty, with the words around weighed", () => {
    const weighed = (text: string) => readDocument(sentenceOf(text, language), story).figures;
    const silent = corpus("silent", z.string()).flatMap(([, sentences]) => sentences.map((text) => [text]));
    const routes = corpus("directions", expected).flatMap(([, cases]) => cases);
    const wrong = [
      ...[...readings.flatMap(([, cases]) => cases), ...silent].filter(([text = "", ...figures]) =>
        isOther(weighed(text).map(told), figures),
      ),
      ...routes.filter(([text, ...figures]) => isOther(weighed(text).map(route), figures)),
    ];
    const lines = readings.flatMap(([, cases]) => cases).length + silent.length + routes.length;
    expect(wrong.length, wrong.map(([text]) => text).join("\n")).toBeLessThan(lines / 50);
  });

  it.each(corpus("silent", z.string()))("have no figure where none is told: %s", (_kind, sentences) => {
    expect(sentences.flatMap((text) => figuresOf(text).map((figure) => [text, told(figure)]))).toEqual([]);
  });
});

function isOther(read: readonly string[], figures: readonly string[]): boolean {
  return read.toSorted().join() !== figures.toSorted().join();
}

function bound({ qualifier, min, max }: Figure): string {
  return `${qualifier} ${min}..${max}`;
}

function route({ min, from, to }: Figure): string {
  return `${min} ${from}>${to}`;
}

/** ">200 servicemen RU>UA total" */
function told({ min, max, qualifier, thing, act, from, to, scope }: Figure): string {
  const number = qualifier === "range" ? `${min}..${max}` : `${SIGNS[qualifier]}${qualifier === "up_to" ? max : min}`;
  const sides = act === "held" ? `${from ?? "-"}>` : from === null ? "-" : `${from}>${to ?? "-"}`;
  const words = { event: "", cumulative: " total", planned: " planned" };
  const state = act === "held" || act === "offered" ? ` ${act}` : words[scope];
  return `${number} ${thing} ${sides}${state}`;
}
