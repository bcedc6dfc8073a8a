import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { appendFeeds, type FeedEntry, freeName } from "../dossier/feeds-file.ts";
import { loadDossier } from "../dossier/load.ts";
import { type Outline, readOpml, writeOpml } from "../feed/opml.ts";
import { languageOfTag } from "../figure/locale/languages.ts";
import { systemClock } from "../runtime/clock.ts";
import { readConfig } from "../runtime/config.ts";
import { RecountError } from "../runtime/errors.ts";
import { visible } from "../runtime/visible.ts";

interface ImportOptions {
  readonly dossier?: string;
  readonly language?: string;
  readonly country?: string;
  readonly side?: string;
}

/** `recount feeds export` and `import`: subscription lists for and from other readers. */
export function addOpmlCommands(feeds: Command): void {
  feeds
    .command("export")
    .description("print the dossier's feeds as OPML, for any feed reader")
    .option("--dossier <name>", "the dossier, if there are several")
    .addHelpText("after", "\nExample:\n  recount feeds export > feeds.opml")
    .action(({ dossier }: { dossier?: string }) => exportFeeds(placeOf(dossier)));
  feeds
    .command("import")
    .description("write the feeds of an OPML file into feeds.yaml; those that are followed already are left alone")
    .argument("<file>", "an OPML file, as feed readers export it")
    .option("--language <code>", "language of those that do not say theirs, two letters")
    .option("--country <code>", "country of those that do not say theirs, two letters")
    .option("--side <code>", "side of those that do not say theirs")
    .option("--dossier <name>", "the dossier, if there are several")
    .addHelpText("after", "\nExample:\n  recount feeds import feeds.opml --language en --country GB")
    .action(importFeeds);
}

function placeOf(given: string | undefined): string {
  return given ?? readConfig().dossiers[0] ?? "";
}

function exportFeeds(place: string): void {
  const { title, feeds } = loadDossier(place);
  // A page that lists articles is no feed to another reader.
  const outlines = feeds
    .filter(({ list }) => list === null || list === undefined)
    .map(({ url, outlet, language, name, country, side, kind }) => {
      return { url, title: outlet, language, notes: { name, country, kind, ...(side === null ? {} : { side }) } };
    });
  process.stdout.write(writeOpml(title, outlines));
}

function importFeeds(file: string, options: ImportOptions): void {
  const place = placeOf(options.dossier);
  const outlines = readOpml(textOf(file));
  if (outlines.length === 0)
    throw new RecountError(
      "OPML_EMPTY",
      "never",
      `${file} holds no outline with an xmlUrl`,
      "Export the list from the other reader as OPML and give that file.",
    );
  const { feeds } = loadDossier(place);
  const taken = new Set(feeds.map(({ name }) => name));
  const known = new Set(feeds.map(({ url }) => new URL(url).href));
  const entries: FeedEntry[] = [];
  const skipped: string[] = [];
  for (const outline of outlines) {
    const entry = known.has(outline.url) ? "is followed already" : entryOf(outline, options, taken);
    if (typeof entry === "string") skipped.push(`  ${visible(outline.url)}: ${entry}`);
    else {
      entries.push(entry);
      taken.add(entry.name);
    }
  }
  if (entries.length > 0) appendFeeds(place, entries);
  process.stdout.write(
    `${String(entries.length)} feeds added, ${String(skipped.length)} left out\n${skipped.map((line) => `${line}\n`).join("")}`,
  );
}

/** @returns why it cannot be taken, else the entry */
function entryOf(
  { url, title, language, notes }: Outline,
  options: ImportOptions,
  taken: ReadonlySet<string>,
): FeedEntry | string {
  const told = { language: language ?? options.language, country: notes["country"] ?? options.country };
  if (told.language === undefined || told.country === undefined)
    return `say its ${told.language === undefined ? "--language" : "--country"}`;
  if (languageOfTag(told.language) === null) return `is in a language that is not read: ${visible(told.language)}`;
  const outlet = visible(title ?? new URL(url).hostname);
  return {
    ...{
      name: freeName(notes["name"] ?? `${outlet}-${told.language}`, taken),
      url,
      outlet,
      language: told.language,
      country: told.country,
    },
    ...{ side: notes["side"] ?? options.side ?? null, kind: notes["kind"] === "headlines" ? "headlines" : "articles" },
    seen: systemClock.now().toISOString().slice(0, 10),
  };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new RecountError("FILE_UNREADABLE", "never", `${file} cannot be read`, "Give the path of an OPML file.", {
      cause,
    });
  }
}
