import { setTimeout as sleep } from "node:timers/promises";
import type { Command } from "commander";
import type { Pool } from "pg";
import { loadDossier } from "../dossier/load.ts";
import { visible } from "../runtime/visible.ts";
import { type ChangeRow, changesBetween } from "../store/dashboard.ts";
import { withDatabase } from "./database.ts";
import { instant } from "./instant.ts";
import { readerGone } from "./reader-gone.ts";
import { stopSignal } from "./stop-signal.ts";
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

const pollMs = 1_000;

/** `recount changes`: the change log, oldest first, so that the newest stands last. */
export function addChangesCommand(program: Command): void {
  program
    .command("changes")
    .description("print the change log: what departed from what stood before, and why")
    .option("--since <time>", "only those noticed since: 90m, 12h, 7d, 4w, or a date", instant)
    .option("--as-of <time>", "only those noticed by then", instant)
    .option("--metric <name>", "only this metric's")
    .option("--follow", "go on printing new ones until Ctrl-C")
    .option("--json", "one JSON object a line")
    .option("--dossier <name>", "which story", "istanbul")
    .addHelpText("after", "\nExample:\n  recount changes --since 7d --metric bodies_to_ukraine")
    .action(async (options: Options) => {
      const { name } = loadDossier(options.dossier);
      const { since = null, metric = null, asOf: until = null } = options;
      const selection = { dossier: name, since, metric, until };
      const format = options.json ? jsonLine : changeText;
      await withDatabase(async (pool) => {
        const last = await print(pool, selection, 0, format);
        if (options.follow && until === null) await follow(pool, selection, last, format);
        else if (last === 0 && !options.json) process.stdout.write("No changes.\n");
      });
    });
}

/** Prints the selected changes as text. */
export async function printChanges(pool: Pool, selection: ChangeSelection): Promise<void> {
  await print(pool, selection, 0, changeText);
}

async function follow(
  pool: Pool,
  selection: ChangeSelection,
  from: number,
  format: (change: ChangeRow) => string,
): Promise<void> {
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
  format: (change: ChangeRow) => string,
): Promise<number> {
  const changes = await changesBetween(pool, { dossier, since, metric, until, after });
  for (const change of changes) process.stdout.write(`${format(change)}\n`);
  return changes.at(-1)?.change_id ?? after;
}

function changeText(change: ChangeRow): string {
  const time = change.noticed_at.toISOString().slice(0, 16).replace("T", " ");
  const kind = paint(change.needs_review ? "yellow" : "cyan", change.kind.padEnd(14));
  const subject = (change.metric ?? change.subject ?? "").padEnd(24);
  const review = `${change.needs_review ? "  (review)" : ""}${change.muted ? "  (muted)" : ""}`;
  return `${paint("dim", time)}  ${kind}  ${subject}  ${visible(change.reason)}${review}`;
}

function jsonLine(change: ChangeRow): string {
  return JSON.stringify(change);
}
