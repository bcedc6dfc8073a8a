import { type Command, InvalidArgumentError } from "commander";
import { judgesOf } from "../eval/folds.ts";
import { readGold } from "../eval/gold.ts";
import { type Answer, type Gold, score } from "../eval/score.ts";
import { scoreLines, surenessLines } from "../eval/table.ts";
import { teacher } from "../eval/teacher.ts";
import type { Document } from "../figure/figure.ts";
import { byRules, byWeights, type Judges } from "../figure/judges.ts";
import { explainDocument } from "../figure/read.ts";
import { statusCode } from "../figure/status/code.ts";
import type { Story } from "../figure/story.ts";
import { progressLine } from "./progress.ts";
import { storyOption } from "./story.ts";

interface Options {
  readonly dossier: string;
  readonly misses: number;
  readonly calibration: boolean;
  readonly folds: number;
  readonly rules: boolean;
}

/** Confidences at which a table says how many figures lie above, and how many of them are right. */
const THRESHOLDS = [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.92, 0.94, 0.95, 0.96];

/** Each part is learned from anew for all the others. */
const MOST_PARTS = 20;

/** `recount eval`: reads labelled documents and prints how well the extractor does. */
export function addEvalCommand(program: Command): void {
  program
    .command("eval")
    .description("score the extractor on labelled documents")
    .argument("<places...>", "files of JSON lines or of marked text, or folders of them")
    .addOption(storyOption("the story of documents that name none: a folder under config/, or a path"))
    .option("--misses <n>", "print the first n documents with a wrong or missing figure", count, 0)
    .option("--calibration", "print stated confidence against measured precision", false)
    .option(
      "--folds <n>",
      "learn what words weigh from all but one part of n at a time, and read that part with it",
      parts,
      0,
    )
    .option("--rules", "read by the rules alone, without weighing the words around", false)
    .addHelpText("after", "\nExample:\n  recount eval test/gold --misses 5")
    .action((places: string[], options: Options) => {
      const gold = places.flatMap(readGold);
      const teach = teacher(options.dossier);
      const taught = gold.map((one) => teach(one));
      const alone = options.rules ? byRules : byWeights;
      const judgesFor =
        options.folds > 0 ? judgesOf(taught, options.folds, progressLine("parts learned")) : () => alone;
      const answers = new Map(
        taught.map(({ document, story }, at) => [gold[at]?.id ?? "", answerTo(document, story, judgesFor(at))]),
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

function parts(text: string): number {
  const folds = count(text);
  if (folds < 2 || folds > MOST_PARTS) throw new InvalidArgumentError(`a whole number from 2 to ${MOST_PARTS}`);
  return folds;
}

function answerTo(document: Document, story: Story, judges: Judges): Answer {
  const { figures, statuses } = explainDocument(document, story, judges);
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
