import type { Command } from "commander";
import type { Pool } from "pg";
import { amountText } from "../change/amount.ts";
import { loadDossier } from "../dossier/load.ts";
import { systemClock } from "../runtime/clock.ts";
import { visible } from "../runtime/visible.ts";
import { countRereadChanges, type StandingFigure } from "../store/reextract.ts";
import { type Difference, reextract } from "../task/reextract.ts";
import { withHistory } from "./database.ts";
import { progressLine } from "./progress.ts";
import { storyOption } from "./story.ts";
import { finishComparing, withTasks } from "./task-context.ts";
import { paint } from "./terminal.ts";

interface Options {
  readonly dossier: string;
  readonly dryRun?: boolean;
}

/** `recount reextract`: stored texts through the extractor as it is now. */
export function addReextractCommand(program: Command): void {
  program
    .command("reextract")
    .description("read stored texts again with this version of the extractor, and log what comes out otherwise")
    .option("--dry-run", "show what would differ, and write nothing")
    .addOption(storyOption("which story"))
    .addHelpText(
      "after",
      "\nWhat was decided in reviews stays as it was decided. A run that was stopped goes on where it was.\n\nExample:\n  recount reextract --dry-run",
    )
    .action(run);
}

async function run({ dossier: place, dryRun = false }: Options): Promise<void> {
  const dossier = loadDossier(place);
  await withHistory((pool, config) =>
    withTasks(pool, config, dossier, async (context) => {
      const begun = systemClock.now();
      const progress = progressLine("texts");
      const { read, different } = await reextract(context, dossier, {
        dryRun,
        onDifference: (difference) => process.stdout.write(differenceText(difference)),
        onProgress: ({ read: done, all }) => progress(done, all),
      });
      const seconds = (systemClock.now().getTime() - begun.getTime()) / 1_000;
      const rate = `${read.toLocaleString("en")} texts read in ${seconds.toFixed(1)} s (${Math.round(read / Math.max(seconds, 0.001)).toLocaleString("en")} a second)`;
      process.stderr.write(`${rate}, of ${different.toLocaleString("en")} comes something else out.\n`);
      if (dryRun) process.stderr.write("Nothing was written: it was a dry run.\n");
      else await compareAndSay(pool, dossier.name, () => finishComparing(context, comparingProgress()));
    }),
  );
}

/** Tells how far the comparison is: of what waited at its start. */
function comparingProgress(): (left: number) => void {
  const progress = progressLine("texts compared");
  let all = 0;
  return (left) => {
    all = Math.max(all, left);
    progress(all - left, all);
  };
}

/** The comparisons, then how many lines they added to the change log. */
async function compareAndSay(pool: Pool, dossier: string, finish: () => Promise<void>): Promise<void> {
  const before = await countRereadChanges(pool, dossier);
  await finish();
  const more = (await countRereadChanges(pool, dossier)) - before;
  process.stderr.write(`${String(more)} changes logged as reread; recount changes shows them.\n`);
}

function differenceText({ revision, gone, come, statesGone, statesCome, changes }: Difference): string {
  const lines = [
    paint("bold", visible(`report ${revision.report_id}, ${revision.outlet}: ${revision.title ?? "untitled"}`)),
    ...gone.map((figure) => paint("red", `  - ${figureText(figure)}`)),
    ...come.map((figure) => paint("green", `  + ${figureText(figure)}`)),
    ...statesGone.map((state) => paint("red", `  - ${state}`)),
    ...statesCome.map((state) => paint("green", `  + ${state}`)),
    ...changes.map(({ reason }) => `  → ${reason}`),
  ];
  return `${lines.join("\n")}\n`;
}

/** "bodies_to_ukraine: 1,000 (event, 2026-01-29, RU)" */
function figureText({ metric, thing, scope, as_of, claimant, doubt, ...amount }: StandingFigure): string {
  const notes = [scope, as_of, claimant, ...(doubt === null ? [] : [doubt])];
  return visible(`${metric ?? thing}: ${amountText(amount)} (${notes.join(", ")})`);
}
