import { type Command, InvalidArgumentError } from "commander";
import { loadDossier } from "../dossier/load.ts";
import { judgesOf } from "../eval/folds.ts";
import { type GoldDocument, readGold } from "../eval/gold.ts";
import type { Taught } from "../eval/lessons.ts";
import { type Answer, type Gold, score } from "../eval/score.ts";
import { scoreLines, surenessLines } from "../eval/table.ts";
import type { Document } from "../figure/figure.ts";
import { explainDocument } from "../figure/read.ts";
import { statusCode } from "../figure/status/status.ts";
import type { Story } from "../figure/story.ts";
import { type Judge, ruled, weighed } from "../figure/weigh/judge.ts";
import { outletSides, sideOfOutlet } from "./extract.ts";

interface Options {
  readonly dossier: string;
  readonly misses: number;
  readonly calibration: boolean;
  readonly folds: number;
  readonly rules: boolean;
}

/** Confidences at which a table says how many figures lie above, and how many of them are right. */
const THRESHOLDS = [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.92, 0.94, 0.95, 0.96];

/** `recount eval`: reads labelled documents and prints how well the extractor does. */
export function addEvalCommand(program: Command): void {
  program
    .command("eval")
    .description("score the extractor on labelled documents")
    .argument("<places...>", "files of JSON lines or of marked text, or folders of them")
    .option("--dossier <name>", "the story of documents that name none: a folder under config/, or a path", "istanbul")
    .option("--misses <n>", "print the first n documents with a wrong or missing figure", count, 0)
    .option("--calibration", "print stated confidence against measured precision", false)
    .option(
      "--folds <n>",
      "learn what words weigh from all but one part of n at a time, and read that part with it",
      count,
      0,
    )
    .option("--rules", "read by the rules alone, without weighing the words around", false)
    .addHelpText("after", "\nExample:\n  recount eval test/gold --misses 5")
    .action((places: string[], options: Options) => {
      const gold = places.flatMap(readGold);
      const dossierOf = dossiers(options.dossier);
      const taught = gold.map((one) => taughtBy(one, dossierOf(one.dossier)));
      const judgeOf = options.folds > 1 ? judgesOf(taught, options.folds) : () => (options.rules ? ruled : weighed);
      const answers = new Map(
        taught.map(({ document, story }, at) => [gold[at]?.id ?? "", answerTo(document, story, judgeOf(at))]),
      );
      const result = score(gold satisfies readonly Gold[], answers);
      const lines = [
        ...scoreLines(result, options.misses),
        ...(options.calibration ? surenessLines(result, THRESHOLDS) : []),
      ];
      process.stdout.write(`${lines.join("\n")}\n`);
    });
}

function count(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError("a whole number from 0");
  return Number(text);
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

function taughtBy(one: GoldDocument, { story, sides }: Reader): Taught {
  const { text, title, lang: language, published, outlet, gold, optional } = one;
  const outletSide = one.outletSide ?? (outlet === null ? null : (sides.get(outlet) ?? sideOfOutlet(outlet, story)));
  return { document: { text, title, language, published, outlet, outletSide }, story, gold, optional, weight: 1 };
}

function answerTo(document: Document, story: Story, judge: Judge): Answer {
  const { figures, statuses } = explainDocument(document, story, judge);
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
