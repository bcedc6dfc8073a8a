import { setTimeout as sleep } from "node:timers/promises";
import { type Command, Option } from "commander";
import type { Pool } from "pg";
import type { Dossier } from "../dossier/dossier.ts";
import { loadDossier } from "../dossier/load.ts";
import { visible } from "../runtime/visible.ts";
import { type ChangeRow, changesBetween } from "../store/dashboard.ts";
import { isKnown } from "../store/mute.ts";
import { withHistoryOf } from "./database.ts";
import { instant } from "./instant.ts";
import { isMetric, metricUnknown } from "./metric.ts";
import { readerGone } from "./reader-gone.ts";
import { stopSignal } from "./stop-signal.ts";
import { storyOption } from "./story.ts";
import { paint } from "./terminal.ts";

interface Options {
  readonly dossier: string;
  readonly since?: Date;
  readonly asOf?: Date;
  readonly metric?: string;
  readonly follow?: true;
  readonly json?: true;
}

export interface ChangeSelection {
  readonly dossier: string;
  readonly since: Date | null;
  readonly metric: string | null;
  /** Only those noticed by then. */
  readonly until: Date | null;
}

interface Format {
  /** What stands above the first line. */
  head(): string;
  line(change: ChangeRow): string;
}

const asJson: Format = { head: () => "", line: (change) => JSON.stringify(change) };
const asText: Format = { head: headText, line: changeText };

const pollMs = 1_000;

/** `recount changes`: the change log, oldest first, so that the newest stands last. */
export function addChangesCommand(program: Command): void {
  program
    .command("changes")
    .description("print the change log: what departed from what stood before, and why")
    .option("--since <time>", "only those noticed since: 90m, 12h, 7d or 4w ago, a date or a time, in UTC", instant)
    .option("--as-of <time>", "only those noticed by then, in UTC", instant)
    .option("--metric <name>", "only this metric's")
    .addOption(new Option("--follow", "go on printing new ones until Ctrl-C").conflicts("asOf"))
    .option("--json", "one JSON object a line")
    .addOption(storyOption("which story"))
    .addHelpText("after", "\nExample:\n  recount changes --since 7d --metric bodies_to_ukraine")
    .action(async (options: Options) => {
      const dossier = loadDossier(options.dossier);
      const { since = null, metric = null, asOf: until = null } = options;
      const selection = { dossier: dossier.name, since, metric, until };
      const format = options.json ? asJson : asText;
      await withHistoryOf(dossier, async (pool) => {
        if (metric !== null && !(await hasMetric(pool, dossier, metric))) throw metricUnknown(dossier, metric);
        const last = await print(pool, selection, 0, format);
        if (options.follow) await follow(pool, selection, last, format);
        else if (last === 0 && !options.json) process.stdout.write("No changes.\n");
      });
    });
}

/** One that the dossier has no more is still a name in its history. */
async function hasMetric(pool: Pool, dossier: Dossier, name: string): Promise<boolean> {
  return isMetric(dossier, name) || (await isKnown(pool, { dossier: dossier.name, kind: "metric", name }));
}

/** Prints the selected changes as text. */
export async function printChanges(pool: Pool, selection: ChangeSelection): Promise<void> {
  await print(pool, selection, 0, asText);
}

async function follow(pool: Pool, selection: ChangeSelection, from: number, format: Format): Promise<void> {
  const stop = stopSignal();
  const over = AbortSignal.any([stop.signal, readerGone]);
  let last = from;
  while (!over.aborted) {
    last = await print(pool, selection, last, format);
    await sleep(pollMs, undefined, { signal: over }).catch(() => undefined);
  }
}

/** @returns the last printed change's id, or `after` when there was none */
async function print(
  pool: Pool,
  { dossier, since, metric, until }: ChangeSelection,
  after: number,
  format: Format,
): Promise<number> {
  const changes = await changesBetween(pool, { dossier, since, metric, until, after });
  if (after === 0 && changes.length > 0) process.stdout.write(format.head());
  for (const change of changes) process.stdout.write(`${format.line(change)}\n`);
  return changes.at(-1)?.change_id ?? after;
}

function headText(): string {
  const heads = ["Noticed (UTC)".padEnd(16), "Kind".padEnd(14), "Of what".padEnd(24), "Reason"];
  return `${paint("bold", heads.join("  "))}\n`;
}

function changeText(change: ChangeRow): string {
  const time = change.noticed_at.toISOString().slice(0, 16).replace("T", " ");
  const kind = paint(change.needs_review ? "yellow" : "cyan", change.kind.padEnd(14));
  const subject = (change.metric ?? change.subject ?? "").padEnd(24);
  const review = `${change.needs_review ? "  (review)" : ""}${change.muted ? "  (muted)" : ""}`;
  return `${paint("dim", time)}  ${kind}  ${subject}  ${visible(change.reason)}${review}`;
}
