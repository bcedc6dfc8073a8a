import type { Command } from "commander";
import type { Pool } from "pg";
import type { Verdict } from "../change/decide.ts";
import { type Meaning, meaningOf } from "../change/meaning.ts";
import type { Dossier } from "../dossier/dossier.ts";
import { loadDossier } from "../dossier/load.ts";
import { systemClock } from "../runtime/clock.ts";
import { reviewLog, reviewQueue } from "../store/review-queue.ts";
import { decide, findReading } from "../task/decide.ts";
import { labelledCases } from "../task/labelled-cases.ts";
import { withHistory, withHistoryOf } from "./database.ts";
import { instant } from "./instant.ts";
import { addCorrectionOptions, type Correction, corrected } from "./review-correct.ts";
import { logTable, queueTable, readingText } from "./review-show.ts";
import { reviewInTurn } from "./review-turn.ts";
import { storyOption } from "./story.ts";
import { finishComparing, withTasks } from "./task-context.ts";
import { userName } from "./user-name.ts";
import { writeWholeFile } from "./whole-file.ts";

interface Options {
  readonly dossier: string;
  readonly asOf?: Date;
  readonly json?: true;
  readonly limit: number;
}

interface Deciding extends Options {
  readonly why: string;
  readonly by: string;
}

const shown = 200;

/** `recount review`: what waits for a person, and what people decided. */
export function addReviewCommand(program: Command): void {
  const review = program
    .command("review")
    .description("decide about figures and states that were read with doubt, fell, or are disputed")
    .addHelpText(
      "after",
      "\nOn a terminal it shows one after another and asks; in a pipe it lists them.\n\nExamples:\n  recount review\n" +
        "  recount review list\n  recount review show 17\n  recount review accept 17 --why 'the ministry says so too'\n" +
        "  recount review correct 17 --amount 1,003 --why 'typing error of the agency'\n  recount review export --out labelled.jsonl",
    );
  review.addOption(storyOption("which story")).action(async (options: Options) => {
    if (process.stdin.isTTY && process.stdout.isTTY) await interactive(options);
    else await list({ ...options, limit: shown });
  });
  review
    .command("list")
    .description("list what waits, oldest first")
    .option("--as-of <time>", "what waited at that time: 7d ago, a date or a time, in UTC", instant)
    .option("--limit <n>", "so many at most", Number, shown)
    .option("--json", "one JSON object a line")
    .action((_: unknown, command: Command) => list(command.optsWithGlobals()));
  review
    .command("show <number>")
    .description("show a figure, 17, or a state, s17, with its sentence and what it was read by")
    .option("--json", "as one JSON object")
    .action((number: string, _: unknown, command: Command) => show(number, command.optsWithGlobals()));
  decision(review.command("accept <number>").description("it is read rightly: it counts"), "it is as printed").action(
    (number: string, _: unknown, command: Command) => rule(number, "accept", command.optsWithGlobals()),
  );
  decision(review.command("reject <number>").description("the words say no such thing: it counts for nothing")).action(
    (number: string, _: unknown, command: Command) => rule(number, "reject", command.optsWithGlobals()),
  );
  addCorrectionOptions(
    decision(review.command("correct <number>").description("the words say something else: give what differs")),
  ).action((number: string, _: unknown, command: Command) => rule(number, "correct", command.optsWithGlobals()));
  review
    .command("log")
    .description("list what was decided: who, when and why")
    .option("--as-of <time>", "what was decided by that time, in UTC", instant)
    .option("--json", "one JSON object a line")
    .action((_: unknown, command: Command) => log(command.optsWithGlobals()));
  review
    .command("export")
    .description("write what was decided as labelled documents, for recount eval")
    .option("--out <file>", "where to; standard output unless given")
    .action((_: unknown, command: Command) => exportCases(command.optsWithGlobals()));
}

function decision(command: Command, why?: string): Command {
  return command
    .requiredOption("--why <words>", "the reason, for whoever asks later", why)
    .option("--by <name>", "who decides; this machine's user unless given", userName());
}

async function list({ dossier, asOf, json, limit }: Options): Promise<void> {
  const found = loadDossier(dossier);
  const queue = await withHistoryOf(found, (pool) => reviewQueue(pool, found.name, asOf ?? null, limit));
  if (json) for (const row of queue) process.stdout.write(`${JSON.stringify(row)}\n`);
  else process.stdout.write(queue.length === 0 ? "Nothing waits for review.\n" : `${queueTable(queue)}\n`);
}

async function show(number: string, { dossier, json }: Options): Promise<void> {
  const found = loadDossier(dossier);
  await withHistory(async (pool) => {
    const reading = await findReading(pool, found, number);
    const waiting = (await reviewQueue(pool, found.name, null, shown)).find((row) => row.number === number);
    process.stdout.write(
      json ? `${JSON.stringify({ ...reading, text: undefined })}\n` : `${readingText(reading, waiting)}\n`,
    );
  });
}

async function rule(number: string, verdict: Verdict, options: Deciding & Correction): Promise<void> {
  const dossier = loadDossier(options.dossier);
  await withHistory((pool, config) =>
    withTasks(pool, config, dossier, async (context) => {
      const { reading } = await findReading(pool, dossier, number);
      const meaning = verdict === "correct" ? corrected(meaningOf(reading), options, dossier) : undefined;
      await decideAndSay(pool, dossier, { number, verdict, why: options.why, by: options.by }, meaning);
      await finishComparing(context);
    }),
  );
}

async function decideAndSay(
  pool: Pool,
  dossier: Dossier,
  ruling: { number: string; verdict: Verdict; why: string; by: string },
  decidedAs: Meaning | undefined,
): Promise<void> {
  const given = decidedAs === undefined ? ruling : { ...ruling, decidedAs };
  const extraction = await decide(pool, dossier, given, systemClock.now());
  const done = { accept: "accepted", reject: "rejected", correct: "corrected" }[ruling.verdict];
  const effect = extraction === undefined ? "; it takes effect when the report is read again" : "";
  process.stdout.write(
    `${ruling.number.startsWith("s") ? "State" : "Figure"} ${ruling.number} ${done} by ${ruling.by}${effect}.\n`,
  );
}

async function interactive({ dossier: place }: Options): Promise<void> {
  const dossier = loadDossier(place);
  await withHistory((pool, config) =>
    withTasks(pool, config, dossier, async (context) => {
      await reviewInTurn(pool, dossier, process.stdin, process.stdout, userName());
      await finishComparing(context);
    }),
  );
}

async function log({ dossier, asOf, json }: Options): Promise<void> {
  const { name } = loadDossier(dossier);
  const decisions = await withHistory((pool) => reviewLog(pool, name, asOf ?? null));
  if (json) for (const row of decisions) process.stdout.write(`${JSON.stringify(row)}\n`);
  else process.stdout.write(decisions.length === 0 ? "Nothing was decided yet.\n" : `${logTable(decisions)}\n`);
}

async function exportCases({ dossier: place, out }: Options & { readonly out?: string }): Promise<void> {
  const dossier = loadDossier(place);
  const cases = await withHistory((pool) => labelledCases(pool, dossier));
  const lines = cases.map((one) => `${JSON.stringify(one)}\n`).join("");
  if (out === undefined) process.stdout.write(lines);
  else {
    await writeWholeFile(out, lines);
    process.stderr.write(`${String(cases.length)} labelled documents written to ${out}\n`);
  }
}
