import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { z } from "zod";
import { loadDossier } from "../dossier/load.ts";
import type { Answer, Gold } from "../eval/score.ts";
import { score } from "../eval/score.ts";
import { scoreLines, surenessLines, weightLines } from "../eval/table.ts";
import { readDocument } from "../figure/read.ts";
import { statusCode } from "../figure/status/status.ts";
import type { Story } from "../figure/story.ts";
import { RecountError } from "../runtime/errors.ts";
import { outletSides, sideOfOutlet } from "./extract.ts";

const labelled = z.object({
  thing: z.string(),
  act: z.string(),
  from: z.string().nullable().default(null),
  to: z.string().nullable().default(null),
  min: z.number().nullable(),
  max: z.number().nullable(),
  qualifier: z.string(),
  scope: z.string(),
});

const goldShape = z.object({
  id: z.string(),
  lang: z.string(),
  published: z.string().nullable().default(null),
  outlet: z.string().nullable().default(null),
  title: z.string().nullable().default(null),
  text: z.string(),
  dossier: z.string().nullable().default(null),
  gold: z.array(labelled),
  optional: z.array(labelled).default([]),
  status: z.array(z.object({ status: z.string() })).default([]),
});

type GoldDocument = z.infer<typeof goldShape>;

interface Options {
  readonly dossier: string;
  readonly misses: number;
  readonly calibration: boolean;
  readonly weights: boolean;
}

/** Confidences at which a table says how many figures lie above, and how many of them are right. */
const THRESHOLDS = [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.92, 0.94, 0.95, 0.96];

/** `recount eval`: reads labelled documents and prints how well the extractor does. */
export function addEvalCommand(program: Command): void {
  program
    .command("eval")
    .description("score the extractor on labelled documents")
    .argument("<places...>", "JSON-lines files, or folders of them")
    .option("--dossier <name>", "the story of documents that name none: a folder under config/, or a path", "istanbul")
    .option("--misses <n>", "print the first n documents with a wrong or missing figure", count, 0)
    .option("--calibration", "print stated confidence against measured precision", false)
    .option("--weights", "print what each doubt should weigh by these documents, cross-validated", false)
    .addHelpText("after", "\nExample:\n  recount eval test/gold --misses 5")
    .action((places: string[], options: Options) => {
      const gold = places.flatMap(goldFiles).flatMap(readGold);
      const dossierOf = dossiers(options.dossier);
      const answers = new Map(gold.map((one) => [one.id, answerTo(one, dossierOf(one.dossier))]));
      const result = score(gold satisfies readonly Gold[], answers);
      const lines = [
        ...scoreLines(result, options.misses),
        ...(options.calibration ? surenessLines(result, THRESHOLDS) : []),
        ...(options.weights ? weightLines(result, THRESHOLDS) : []),
      ];
      process.stdout.write(`${lines.join("\n")}\n`);
    });
}

function count(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError("a whole number from 0");
  return Number(text);
}

function goldFiles(place: string): readonly string[] {
  const found = statSync(place, { throwIfNoEntry: false });
  if (!found)
    throw new RecountError("GOLD_MISSING", "never", `there is no ${place}`, "Name a .jsonl file or a folder of them.");
  if (!found.isDirectory()) return [place];
  return readdirSync(place, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".jsonl"))
    .toSorted()
    .map((name) => join(place, name));
}

function readGold(file: string): readonly GoldDocument[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line, index) => {
      if (line.trim() === "") return [];
      const parsed = goldShape.safeParse(JSON.parse(line));
      if (parsed.success) return [parsed.data];
      const problem = parsed.error.issues[0];
      throw new RecountError(
        "GOLD_INVALID",
        "never",
        `${file}:${index + 1}  ${problem?.path.join(".") ?? ""}: ${problem?.message ?? "not a labelled document"}`,
        "Correct the line; docs/extraction.md describes the labels.",
      );
    });
}

interface Reader {
  readonly story: Story;
  readonly sides: ReadonlyMap<string, string>;
}

/** A document that names its dossier is read with that one, so that a folder may hold documents of several stories. */
function dossiers(fallback: string): (name: string | null) => Reader {
  const loaded = new Map<string, Reader>();
  return (name) => {
    const place = name ?? fallback;
    const known = loaded.get(place);
    if (known) return known;
    const dossier = loadDossier(place);
    const reader = { story: dossier.story, sides: outletSides(dossier) };
    loaded.set(place, reader);
    return reader;
  };
}

function answerTo(one: GoldDocument, { story, sides }: Reader): Answer {
  const { figures, statuses } = readDocument(
    {
      text: one.text,
      title: one.title,
      language: one.lang,
      published: one.published,
      outlet: one.outlet,
      outletSide: one.outlet === null ? null : (sides.get(one.outlet) ?? sideOfOutlet(one.outlet, story)),
    },
    story,
  );
  return {
    figures: figures.map(({ evidence, ...figure }) => ({
      ...figure,
      evidence: evidence.quote,
      start: evidence.start,
      end: evidence.end,
    })),
    statuses: statuses.map(({ evidence, ...status }) => ({
      status: statusCode(status),
      evidence: evidence.quote,
      start: evidence.start,
      end: evidence.end,
    })),
  };
}
