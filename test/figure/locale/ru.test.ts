import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { loadDossier } from "../../../src/dossier/load.ts";
import type { Figure } from "../../../src/figure/figure.ts";
import { readDocument } from "../../../src/figure/read.ts";
import { projectRoot } from "../../../src/runtime/project.ts";

const { story } = loadDossier("istanbul");
const bound = z.number().nullable();
const qualifiers = load("qualifiers", z.record(z.string(), z.array(z.tuple([z.string(), bound, bound]))));
const sentences = z.record(z.string(), z.array(z.array(z.string()).min(2)));
const silent = load("silent", z.record(z.string(), z.array(z.string())));

describe("Russian qualifiers", () => {
  it.each(casesOf(qualifiers))("reads as %s: %s", (qualifier, phrase, min, max) => {
    expect(read(`Россия вернула ${phrase}.`)).toMatchObject([{ qualifier, min, max }]);
  });
});

describe("Russian directions", () => {
  it.each(casesOf(load("directions", sentences)))("tells %s: %s", (_, sentence, ...ways) => {
    const told = read(sentence).map(({ min, from, to }) => `${min} ${from}>${to}`);
    expect(told.toSorted()).toEqual(ways.toSorted());
  });
});

describe("Russian texts without a figure", () => {
  it.each(Object.entries(silent).flatMap(([kind, list]) => list.map((text) => [kind, text] as const)))(
    "stays silent on %s: %s",
    (_, text) => {
      expect(read(text).map(({ evidence }) => evidence.quote)).toEqual([]);
    },
  );
});

/** Read as from an outlet of Russia's. */
function read(text: string): readonly Figure[] {
  const document = { text, title: null, language: "ru", published: "2025-12-30", outlet: null, outletSide: "RU" };
  return readDocument(document, story).figures;
}

function casesOf<Row extends readonly unknown[]>(
  corpus: Readonly<Record<string, readonly Row[]>>,
): (readonly [string, ...Row])[] {
  return Object.entries(corpus).flatMap(([kind, rows]) => rows.map((row) => [kind, ...row] as const));
}

function load<T>(name: string, shape: z.ZodType<T>): T {
  return shape.parse(parse(readFileSync(join(projectRoot, "test/figure/corpus/ru", `${name}.yaml`), "utf8")));
}
