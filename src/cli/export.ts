import { once } from "node:events";
import { join } from "node:path";
import { type Command, Option } from "commander";
import type { PoolClient } from "pg";
import type { Dossier } from "../dossier/dossier.ts";
import { loadDossier } from "../dossier/load.ts";
import { describePackage } from "../export/datapackage.ts";
import { type TableName, tables } from "../export/table.ts";
import { type RowFormat, writeTable } from "../export/write.ts";
import { systemClock } from "../runtime/clock.ts";
import { RecountError } from "../runtime/errors.ts";
import { exportRows } from "../store/export.ts";
import { transaction } from "../store/transaction.ts";
import { withHistoryOf } from "./database.ts";
import { instant } from "./instant.ts";
import { storyOption } from "./story.ts";
import { makeOutFolder, streamWholeFile, writeWholeFile } from "./whole-file.ts";

interface Options {
  readonly format: RowFormat | "datapackage";
  readonly what?: TableName;
  readonly out?: string;
  readonly asOf?: Date;
  readonly dossier: string;
}

const names = ["history", "events", "changes"] as const;

/** `recount export`: figures, exchanges and changes for other programs. */
export function addExportCommand(program: Command): void {
  program
    .command("export")
    .description("write figures, exchanges or changes for spreadsheets, programs and humanitarian data tools")
    .addOption(
      new Option("--format <name>", "csv, json, hxl (CSV with hashtags) or datapackage (a folder)")
        .choices(["csv", "json", "hxl", "datapackage"])
        .default("csv"),
    )
    .addOption(new Option("--what <name>", "history unless given, and all three in a datapackage").choices(names))
    .option("--out <path>", "file, or folder of a datapackage; standard output unless given")
    .option("--as-of <time>", "what was known at that time: 7d ago, a date or a time, in UTC", instant)
    .addOption(storyOption("which story"))
    .addHelpText(
      "after",
      "\nText that a spreadsheet would take for a formula begins with an apostrophe.\n\nExamples:\n" +
        "  recount export --what events --format hxl --out exchanges.csv\n  recount export --format datapackage --out package",
    )
    .action(run);
}

async function run(options: Options): Promise<void> {
  const { format, out, asOf: at = null, what = "history" } = options;
  if (format === "datapackage" && out === undefined) {
    const remedy = "Name one with --out; it is made when it is not there.";
    throw new RecountError("EXPORT_WITHOUT_FOLDER", "never", "a datapackage is a folder of files", remedy);
  }
  const dossier = loadDossier(options.dossier);
  await withHistoryOf(dossier, (pool) =>
    transaction(pool, async (client) => {
      // One moment for all tables, however long the writing takes.
      await client.query("set transaction isolation level repeatable read, read only");
      if (format === "datapackage") await writePackage(client, dossier, out ?? "", options.what, at);
      else if (out === undefined) await print(pieces(client, dossier, what, format, at));
      else await streamWholeFile(out, pieces(client, dossier, what, format, at));
    }),
  );
}

async function writePackage(
  client: PoolClient,
  dossier: Dossier,
  folder: string,
  what: TableName | undefined,
  at: Date | null,
): Promise<void> {
  const wanted = what === undefined ? names : [what];
  makeOutFolder(folder);
  for (const name of wanted)
    await streamWholeFile(join(folder, `${name}.csv`), pieces(client, dossier, name, "csv", at));
  const { outlet, url } = dossier.baseline;
  const about = {
    dossier: dossier.name,
    title: dossier.title,
    source: { title: outlet, url },
    created: systemClock.now(),
  };
  await writeWholeFile(
    join(folder, "datapackage.json"),
    `${JSON.stringify(describePackage(about, wanted), null, 2)}\n`,
  );
}

function pieces(
  client: PoolClient,
  dossier: Dossier,
  name: TableName,
  format: RowFormat,
  at: Date | null,
): AsyncIterable<string> {
  return writeTable(tables[name], format, exportRows(client, name, dossier.name, at));
}

async function print(text: AsyncIterable<string>): Promise<void> {
  for await (const piece of text) if (!process.stdout.write(piece)) await once(process.stdout, "drain");
}
