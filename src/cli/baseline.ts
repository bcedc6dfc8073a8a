import type { Command } from "commander";
import { loadDossier } from "../dossier/load.ts";
import { proposeBaseline } from "../dossier/propose-baseline.ts";
import { readDocument } from "../figure/read.ts";
import { RecountError } from "../runtime/errors.ts";
import { day } from "./instant.ts";
import { language } from "./language.ts";
import { openDocument } from "./read.ts";
import { storyOption } from "./story.ts";
import { writeWholeFile } from "./whole-file.ts";

interface Options {
  readonly dossier: string;
  readonly published?: string;
  readonly lang?: string;
  readonly outlet?: string;
  readonly out?: string;
}

/** `recount baseline`: an article's figures as the baseline of a dossier. */
export function addBaselineCommand(program: Command): void {
  program
    .command("baseline")
    .description("propose a dossier's baseline.yaml from an article")
    .argument("<source>", "a text or HTML file, or the address of a page")
    .option("--published <day>", "the day of publication, YYYY-MM-DD; today unless the page tells", day)
    .option("--lang <code>", "en, ru, uk or tr; told by the text unless given", language)
    .option("--outlet <name>", "who published it; the host of the address unless given")
    .option("--out <file>", "where to; standard output unless given")
    .addOption(storyOption("whose metrics, sides and subjects"))
    .addHelpText("after", "\nExample:\n  recount baseline demo/example.txt --published 2026-02-05")
    .action(run);
}

async function run(source: string, options: Options): Promise<void> {
  const dossier = loadDossier(options.dossier);
  const document = await openDocument(source, options, dossier);
  const reading = readDocument(document, dossier.story);
  const url = URL.canParse(source) && /^https?:/.test(source) ? source : null;
  const outlet = options.outlet ?? (url === null ? null : new URL(url).host);
  const proposal = proposeBaseline(document, reading, { url, outlet }, dossier);
  if (!proposal.includes("- { metric:"))
    throw new RecountError(
      "BASELINE_WITHOUT_FIGURES",
      "never",
      `${source} gives no total of this story`,
      "Look at what is read in it with `recount read`: a baseline wants totals, not single exchanges.",
    );
  if (options.out === undefined) process.stdout.write(proposal);
  else await writeWholeFile(options.out, proposal);
}
