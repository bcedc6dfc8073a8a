import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { languageOfTag, languages } from "../figure/locale/languages.ts";
import { RecountError } from "../runtime/errors.ts";
import type { Placed, PlacedState } from "./lessons.ts";
import { readMarked } from "./marked.ts";

const labelled = z.object({
  thing: z.string(),
  act: z.string(),
  from: z.string().nullable().default(null),
  to: z.string().nullable().default(null),
  min: z.number(),
  max: z.number().nullable(),
  qualifier: z.string(),
  scope: z.string(),
  evidence: z.string().default(""),
});

const goldShape = z.object({
  id: z.string(),
  lang: z.enum(languages, `one of ${languages.join(", ")}`),
  published: z.string().nullable().default(null),
  outlet: z.string().nullable().default(null),
  title: z.string().nullable().default(null),
  text: z.string(),
  dossier: z.string().nullable().default(null),
  gold: z.array(labelled),
  optional: z.array(labelled).default([]),
  status: z
    .array(z.object({ status: z.string(), evidence: z.string().default("") }))
    .nullable()
    .default(null),
});

/** A labelled document of either form. */
export interface GoldDocument {
  readonly id: string;
  readonly lang: string;
  readonly published: string | null;
  readonly outlet: string | null;
  /** Null: told by the outlet's name. */
  readonly outletSide: string | null;
  readonly title: string | null;
  readonly text: string;
  readonly dossier: string | null;
  readonly gold: readonly Placed[];
  readonly optional: readonly Placed[];
  /** Null where states were not labelled. */
  readonly status: readonly PlacedState[] | null;
}

/**
 * The labelled documents of a file or a folder: JSON lines (*.jsonl), or marked texts (LANGUAGE.txt).
 * @throws RecountError with file and line
 */
export function readGold(place: string): readonly GoldDocument[] {
  const found = goldFiles(place).flatMap((file) => (file.endsWith(".txt") ? readText(file) : readLines(file)));
  if (found.length > 0) return found;
  throw invalid(`${place}  holds no labelled document`, "Name a labelled file or a folder of them.");
}

function goldFiles(place: string): readonly string[] {
  const found = statSync(place, { throwIfNoEntry: false });
  if (!found)
    throw new RecountError(
      "GOLD_MISSING",
      "never",
      `there is no ${place}`,
      "Name a labelled file or a folder of them.",
    );
  if (!found.isDirectory()) return [place];
  return readdirSync(place, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".jsonl") || name.endsWith(".txt"))
    .toSorted()
    .map((name) => join(place, name));
}

function readText(file: string): readonly GoldDocument[] {
  const language = basename(file, ".txt");
  if (languageOfTag(language) === null)
    throw invalid(
      `${file}  a marked text bears the name of its language`,
      `Call it ${languages.map((tag) => `${tag}.txt`).join(", ")}; of several texts of one language each in a folder of its own.`,
    );
  return readMarked(readFileSync(file, "utf8"), language, file).map((document) => ({
    ...document,
    outlet: null,
    title: null,
    dossier: null,
  }));
}

function readLines(file: string): readonly GoldDocument[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line, index) => {
      if (line.trim() === "") return [];
      const parsed = goldShape.safeParse(json(line));
      if (parsed.success) return [placed(parsed.data)];
      const problem = parsed.error.issues[0];
      throw invalid(
        `${file}:${index + 1}  ${problem?.path.join(".") ?? ""}: ${problem?.message ?? "not a labelled document"}`,
        "Correct the line; docs/extraction.md describes the labels.",
      );
    });
}

function invalid(problem: string, remedy: string): RecountError {
  return new RecountError("GOLD_INVALID", "never", problem, remedy);
}

function json(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function placed({ gold, optional, status, ...rest }: z.infer<typeof goldShape>): GoldDocument {
  const place = <Label extends { readonly evidence: string }>(label: Label) => {
    const start = label.evidence === "" ? -1 : rest.text.indexOf(label.evidence);
    return { ...label, start, end: start < 0 ? -1 : start + label.evidence.length };
  };
  return {
    ...rest,
    outletSide: null,
    gold: gold.map(place),
    optional: optional.map(place),
    status: status?.map(place) ?? null,
  };
}
