import type { Command } from "commander";
import { findSources } from "../backfill/source.ts";
import { loadDossier } from "../dossier/load.ts";
import { visible } from "../runtime/visible.ts";
import { backfill, extractFilled, type Outcome } from "../task/backfill.ts";
import { withDatabase } from "./database.ts";
import { progressLine } from "./progress.ts";
import { storyOption } from "./story.ts";
import { finishComparing, withTasks } from "./task-context.ts";

interface Options {
  readonly dossier: string;
  readonly outlet?: string;
}

/** `recount backfill PATH…`: old reports into the history. */
export function addBackfillCommand(program: Command): void {
  program
    .command("backfill")
    .description("read old reports into the history: pages, texts, archives of feeds, lists of addresses")
    .argument("<paths...>", "files, or folders of them")
    .option("--outlet <name>", "outlet of pages and texts whose address does not tell")
    .addOption(storyOption("which story"))
    .addHelpText(
      "after",
      "\nFiles: .html, .txt (its name holds the day of publication: 2026-02-05-exchange.txt), .xml, .rss, .atom and .json\n" +
        "archives of feeds, and texts of one address a line. Figures are compared in the order of publication. A run that\n" +
        "was stopped goes on where it was; what is known is left as it is.\n\nExample:\n  recount backfill archive/2025 addresses.txt",
    )
    .action(run);
}

async function run(paths: string[], options: Options): Promise<void> {
  const { dossier: place, outlet } = options;
  const dossier = loadDossier(place);
  const { sources, unknown } = await findSources(paths);
  for (const file of unknown) process.stderr.write(`left out, of no kind that is known: ${visible(file)}\n`);
  await withDatabase((pool, config) =>
    withTasks(pool, config, dossier, async (context) => {
      const counts: Record<Outcome, number> = { new: 0, known: 0, off_topic: 0, failed: 0 };
      await backfill(context, dossier, sources, {
        outlet: outlet ?? null,
        onProgress: progressLine("sources"),
        onOutcome: (outcome, what, error) => {
          counts[outcome] += 1;
          if (error !== undefined)
            process.stderr.write(`${error.code}  ${visible(error.message)}\n  ${error.remedy}\n`);
          else if (outcome === "failed") process.stderr.write(`not read: ${visible(what)}\n`);
        },
      });
      await extractFilled(context, dossier, progressLine("texts"));
      await finishComparing(context);
      const { new: fresh, known, off_topic: offTopic, failed } = counts;
      process.stdout.write(
        `${String(fresh)} reports read, ${String(known)} known, ${String(offTopic)} off topic, ${String(failed)} failed\n`,
      );
      if (failed > 0) process.exitCode = 1;
    }),
  );
}
