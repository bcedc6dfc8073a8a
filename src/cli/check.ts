import type { Command } from "commander";
import { DossierError, describeProblem, loadDossier } from "../dossier/load.ts";
import { readConfig } from "../runtime/config.ts";
import { counted } from "../runtime/counted.ts";

/** `recount check`: every problem of a dossier at once, each with file, line, what was found and what is allowed. */
export function addCheckCommand(program: Command): void {
  program
    .command("check")
    .description("check a dossier's files and list every problem")
    .argument("[dossier]", "a folder under config/, or the path of a folder; all that the service follows unless given")
    .addHelpText("after", "\nExample:\n  recount check istanbul")
    .action((place?: string) => {
      const places = place === undefined ? readConfig().dossiers : [place];
      process.exitCode = Math.max(...places.map(checkDossier));
    });
}

function checkDossier(place: string): 0 | 1 {
  try {
    const { name, metrics, feeds, story, baseline } = loadDossier(place);
    process.stdout.write(
      `${name}: ${counted(metrics.length, "metric")}, ${counted(baseline.figures.length, "baseline figure")}, ` +
        `${counted(story.speakers.length, "speaker")}, ${counted(feeds.length, "feed")}; no problems\n`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof DossierError)) throw error;
    for (const problem of error.problems) process.stdout.write(`${describeProblem(problem)}\n`);
    process.stderr.write(`${counted(error.problems.length, "problem")}\n`);
    return 1;
  }
}
