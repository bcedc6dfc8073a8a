import { type Command, InvalidArgumentError, Option } from "commander";
import type { Pool } from "pg";
import type { Config } from "../runtime/config.ts";
import { RecountError } from "../runtime/errors.ts";
import { readRaw } from "../store/archive.ts";
import { type ShownReport, shownReport } from "../store/shown-report.ts";
import { withHistory } from "./database.ts";
import { instant } from "./instant.ts";
import { differencesText, reportText } from "./report-show.ts";

interface Options {
  readonly diff?: true;
  readonly raw?: true;
  readonly text?: true;
  readonly revision?: number;
  readonly json?: true;
  readonly asOf?: Date;
}

/** `recount report`: one article with where it was seen, its texts and what was read in them. */
export function addReportCommand(program: Command): void {
  program
    .command("report")
    .description("show a report: its sightings, revisions, figures and states")
    .argument("<report>", "its number, or its address")
    .addOption(
      new Option(
        "--diff",
        "show what each new revision changed, word by word, with the numbers that went and came",
      ).conflicts(["text", "raw", "json"]),
    )
    .addOption(new Option("--text", "print a revision's text").conflicts(["raw", "json"]))
    .addOption(
      new Option("--raw", "print the bytes that a revision was read from, as the server sent them").conflicts("json"),
    )
    .option("--revision <number>", "which revision, for --text and --raw; the newest unless given", whole)
    .option("--as-of <time>", "as it was known at that time: 7d ago, a date or a time, in UTC", instant)
    .option("--json", "everything as one JSON object")
    .addHelpText("after", "\nExamples:\n  recount report 17 --diff\n  recount report 17 --raw --revision 1 > page.html")
    .action(async (name: string, options: Options) => {
      await withHistory(async (pool, config) => {
        const found = await shownReport(pool, name, options.asOf ?? null);
        if (found === undefined) throw unknown(name);
        process.stdout.write(await answer(pool, config, found, options));
      });
    });
}

async function answer(pool: Pool, config: Config, found: ShownReport, options: Options): Promise<string | Buffer> {
  if (options.diff) return differencesText(found);
  if (options.json) return `${JSON.stringify(found)}\n`;
  if (!options.raw && !options.text) return reportText(found);
  const revision = revisionOf(found, options.revision);
  if (options.text) return `${revision.text}\n`;
  if (revision.raw_hash !== null) return (await readRaw(pool, config, revision.raw_hash)).bytes;
  throw new RecountError(
    "ARCHIVE_MISSING",
    "never",
    `no bytes were kept of revision ${revision.number} of report ${found.report.report_id}`,
    "Its text came from the feed, or archive.keep was none: recount report ID --text prints it.",
  );
}

function revisionOf({ report, revisions }: ShownReport, number: number | undefined) {
  const revision = number === undefined ? revisions.at(-1) : revisions.find((found) => found.number === number);
  if (revision !== undefined) return revision;
  const which = number === undefined ? "no text yet" : `no revision ${number}`;
  throw new RecountError(
    "REPORT_UNKNOWN",
    "never",
    `report ${report.report_id} has ${which}`,
    `List its revisions: recount report ${report.report_id}.`,
  );
}

function unknown(name: string): RecountError {
  return new RecountError(
    "REPORT_UNKNOWN",
    "never",
    `no report has the number or address ${name}`,
    'Look it up: recount sql "select report_id, url from recount.figure_history".',
  );
}

function whole(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError("Give a whole number from 1.");
  return Number(text);
}
