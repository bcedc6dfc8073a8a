import { setTimeout as sleep } from "node:timers/promises";
import { type Command, InvalidArgumentError } from "commander";
import type { Pool } from "pg";
import { loadDossier } from "../dossier/load.ts";
import { systemClock } from "../runtime/clock.ts";
import { type ChangeRow, changesBetween } from "../store/dashboard.ts";
import { withDatabase } from "./database.ts";
import { stopSignal } from "./stop-signal.ts";
import { paint } from "./terminal.ts";

interface Options {
  readonly dossier: string;
  readonly since?: Date;
  readonly metric?: string;
  readonly follow?: true;
  readonly json?: true;
}

export interface ChangeSelection {
  readonly dossier: string;
  readonly since: Date | null;
  readonly metric: string | null;
}

const pollMs = 1_000;

/** `recount changes`: the change log, oldest first, so that the newest stands last. */
export function addChangesCommand(program: Command): void {
  program
    .command("changes")
    .description("print the change log: what departed from what stood before, and why")
    .option("--since <time>", "only those noticed since: 90m, 12h, 7d, 4w, or a date", since)
    .option("--metric <name>", "only this metric's")
    .option("--follow", "go on printing new ones until Ctrl-C")
    .option("--json", "one JSON object a line")
    .option("--dossier <name>", "which story", "istanbul")
    .addHelpText("after", "\nExample:\n  recount changes --since 7d --metric bodies_to_ukraine")
    .action(async (options: Options) => {
      const { name } = loadDossier(options.dossier);
      const selection = { dossier: name, since: options.since ?? null, metric: options.metric ?? null };
      const format = options.json ? jsonLine : changeText;
      await withDatabase(async (pool) => {
        const last = await print(pool, selection, 0, format);
        if (options.follow) await follow(pool, selection, last, format);
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
  let last = from;
  while (!stop.signal.aborted) {
    last = await print(pool, selection, last, format);
    await sleep(pollMs, undefined, { signal: stop.signal }).catch(() => undefined);
  }
}

/** @returns the last printed change's id, or `after` when there was none */
async function print(
  pool: Pool,
  { dossier, since, metric }: ChangeSelection,
  after: number,
  format: (change: ChangeRow) => string,
): Promise<number> {
  const changes = await changesBetween(pool, { dossier, since, metric, after });
  for (const change of changes) process.stdout.write(`${format(change)}\n`);
  return changes.at(-1)?.change_id ?? after;
}

function changeText(change: ChangeRow): string {
  const time = change.noticed_at.toISOString().slice(0, 16).replace("T", " ");
  const kind = paint(change.needs_review ? "yellow" : "cyan", change.kind.padEnd(14));
  const subject = (change.metric ?? change.subject ?? "").padEnd(24);
  const review = change.needs_review ? "  (review)" : "";
  return `${paint("dim", time)}  ${kind}  ${subject}  ${change.reason}${review}`;
}

function jsonLine(change: ChangeRow): string {
  return JSON.stringify(change);
}

const units: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** "7d" before now, or a date. */
export function since(text: string): Date {
  const span = /^(\d+)([mhdw])$/.exec(text);
  const unit = units[span?.[2] ?? ""];
  if (span && unit !== undefined) return new Date(systemClock.now().getTime() - Number(span[1]) * unit);
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) throw new InvalidArgumentError("Give 90m, 12h, 7d, 4w, or a date such as 2026-03-01.");
  return new Date(instant);
}
