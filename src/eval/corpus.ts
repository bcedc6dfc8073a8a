import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Document } from "../figure/figure.ts";
import { STATES } from "../figure/weigh/questions.ts";
import { RecountError } from "../runtime/errors.ts";
import type { GoldDocument } from "./gold.ts";
import type { Placed } from "./lessons.ts";

/** How the sentences of a language's corpora are read: whose outlet prints them, under which title. */
const CONTEXTS: Readonly<Record<string, Pick<Document, "title" | "outletSide">>> = {
  en: { title: "Russia and Ukraine", outletSide: null },
  ru: { title: null, outletSide: "RU" },
  uk: { title: null, outletSide: "UA" },
  tr: { title: "Rusya-Ukrayna", outletSide: null },
};
const PUBLISHED = "2026-02-10";
const SIGNS: Readonly<Record<string, string>> = {
  "": "exact",
  "~": "about",
  "≈": "nearly",
  ">": "more_than",
  "≥": "at_least",
  "<": "up_to",
};
const SCOPINGS: Readonly<Record<string, Pick<Placed, "act" | "scope">>> = {
  "": { act: "returned", scope: "event" },
  total: { act: "returned", scope: "cumulative" },
  planned: { act: "returned", scope: "planned" },
  held: { act: "held", scope: "cumulative" },
  offered: { act: "offered", scope: "planned" },
};
/** ">200 servicemen RU>UA total", "12..15 civilians - planned", "200 RU>UA" */
const TOLD =
  /^([~≈>≥<]?)(\d+)(?:\.\.(\d+))?(?: ([a-z]+))? (?:([A-Z]{2}|-|null)>([A-Z]{2}|-|null)?|-)(?: (total|planned|held|offered))?$/;

/** A sentence of a corpus as the extractor receives it. */
export function sentenceOf(text: string, language: string): Document {
  const context = CONTEXTS[language] ?? { title: null, outletSide: null };
  return { text, ...context, language, published: PUBLISHED, outlet: null };
}

/**
 * The sentences of a language's corpora as labelled documents; a figure stands wherever its amount does.
 * @param folder holds readings.yaml, discourse.yaml, directions.yaml and silent.yaml
 */
export function readCorpus(folder: string, language: string): readonly GoldDocument[] {
  const lines = ["readings", "discourse", "directions", "silent"].flatMap((name) => linesOf(folder, name));
  return lines.map(([text, ...figures], at) => {
    const { title, outletSide } = sentenceOf(text, language);
    const gold = figures.map((told) => placedBy(told, folder));
    const about = { id: `${language}-${at}`, lang: language, published: PUBLISHED, outlet: null, outletSide, title };
    return { ...about, text, dossier: null, gold, optional: [], status: null };
  });
}

/**
 * The sentences that tell a state, or none, as labelled documents; what their numbers count is left open.
 * @param folder holds statuses.yaml and talks.yaml
 */
export function readStateCorpus(folder: string, language: string): readonly GoldDocument[] {
  const kinds = ["statuses", "talks"].flatMap((name) =>
    Object.entries(stateShape.parse(parse(readFileSync(join(folder, `${name}.yaml`), "utf8")))),
  );
  return kinds.flatMap(([kind, sentences], list) => {
    if (kind !== "silent" && !TOLD_STATES.has(kind) && kind !== kind.toUpperCase()) throw noState(folder, kind);
    return sentences.map((text, at) => {
      const { title, outletSide } = sentenceOf(text, language);
      const whole = { start: 0, end: text.length };
      // Of two sentences one tells it, and which is left open.
      const place = SEVERAL.test(text) ? { start: -1, end: -1 } : whole;
      const status = TOLD_STATES.has(kind) ? [{ status: kind, ...place }] : [];
      const about = {
        id: `${language}-${kind}-${list}-${at}`,
        lang: language,
        published: PUBLISHED,
        outlet: null,
        outletSide,
      };
      return { ...about, title, text, dossier: null, gold: [], optional: [{ ...ANY, ...whole }], status };
    });
  });
}

function noState(folder: string, kind: string): RecountError {
  return new RecountError(
    "GOLD_INVALID",
    "never",
    `${folder}: no state: ${kind}`,
    `Write one of ${STATES.join(", ")}, or silent.`,
  );
}

const SEVERAL = /[.!?] /;
const TOLD_STATES: ReadonlySet<string> = new Set(STATES);
const ANY = { thing: "", act: "", from: null, to: null, min: Number.NaN, max: null, qualifier: "", scope: "" };
const stateShape = z.record(z.string(), z.array(z.string()));

const line = z.union([z.string().transform((text): [string] => [text]), z.tuple([z.string()], z.string())]);
const shape = z.record(z.string(), z.array(line));

function linesOf(folder: string, name: string): readonly (readonly [string, ...string[]])[] {
  return Object.values(shape.parse(parse(readFileSync(join(folder, `${name}.yaml`), "utf8")))).flat();
}

function placedBy(told: string, folder: string): Placed {
  const [, sign = "", first, last, thing = "", from, to, state = ""] = TOLD.exec(told) ?? [];
  if (first === undefined)
    throw new RecountError(
      "GOLD_INVALID",
      "never",
      `${folder}: not a figure: ${told}`,
      'Write ">200 servicemen RU>UA total".',
    );
  const amount = Number(first);
  const open = sign === ">" || sign === "≥";
  const bounds = { min: sign === "<" ? 0 : amount, max: last !== undefined ? Number(last) : open ? null : amount };
  const sideOf = (code: string | undefined) => (code === undefined || code === "-" || code === "null" ? null : code);
  const qualifier = last === undefined ? (SIGNS[sign] ?? "exact") : "range";
  const { act, scope } = SCOPINGS[state] ?? { act: "returned", scope: "event" };
  // A line that names no thing tells the way alone.
  return {
    ...bounds,
    qualifier,
    thing,
    act,
    scope: thing === "" ? "" : scope,
    from: sideOf(from),
    to: sideOf(to),
    start: -1,
    end: -1,
  };
}
