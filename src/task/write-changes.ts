import { open, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Config } from "../runtime/config.ts";
import { makeFolder } from "../runtime/folder.ts";
import type { Log } from "../runtime/log.ts";
import { type LogLine, linesAfter, moveCursor, numberChanges, readCursor } from "../store/change-log.ts";
import { transaction } from "../store/transaction.ts";
import type { Task } from "./context.ts";

const pageLines = 500;

/** Writes the changes that are new to `logs/changes.ndjson`, each once, and says each in the service's log. */
export const writeChanges: Task = async ({ pool, log, config }) => {
  const path = join(config.data, "logs", "changes.ndjson");
  for (;;) {
    const lines = await transaction(pool, async (client) => {
      await numberChanges(client);
      const cursor = await readCursor(client, path);
      const found = await linesAfter(client, cursor.position, pageLines);
      const last = found.at(-1);
      if (last === undefined) return found;
      const fileBytes = await appendLines(path, cursor.fileBytes, found, config.changesFile);
      await moveCursor(client, path, { position: last.log_position, fileBytes });
      return found;
    });
    say(log, lines);
    if (lines.length < pageLines) return;
  }
};

/**
 * Appends to the file as it was at the last commit: what a killed process wrote beyond it is cut off and written again.
 * @returns the file's new length
 */
async function appendLines(
  path: string,
  knownBytes: number,
  lines: readonly LogLine[],
  { rotateMegabytes, keep }: Config["changesFile"],
): Promise<number> {
  makeFolder(dirname(path));
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  // Shorter than it was: put aside just before a kill, or removed by someone. A new file begins.
  let start = size < knownBytes ? 0 : knownBytes;
  if (start >= rotateMegabytes * 2 ** 20) {
    await rename(path, `${path}.${lines[0]?.log_position ?? "0"}`);
    await keepNewest(path, keep);
    start = 0;
  }
  const file = await open(path, "a+");
  try {
    await file.truncate(start);
    const text = lines.map(({ line }) => `${JSON.stringify(line)}\n`).join("");
    await file.appendFile(text);
    await file.sync();
    return start + Buffer.byteLength(text);
  } finally {
    await file.close();
  }
}

/** Of the files that were put aside, each under the place of the first line after it. */
async function keepNewest(path: string, keep: number): Promise<void> {
  const start = `${basename(path)}.`;
  const places = (await readdir(dirname(path)))
    .filter((name) => name.startsWith(start) && /^\d+$/.test(name.slice(start.length)))
    .map((name) => Number(name.slice(start.length)));
  const old = places.sort((a, b) => b - a).slice(keep);
  for (const place of old) await rm(`${path}.${String(place)}`, { force: true });
}

/** One line a change that nobody muted; older reports get one summary, since nobody needs an alarm about last year. */
function say(log: Log, lines: readonly LogLine[]): void {
  const older = lines.filter(({ line }) => line.backfilled);
  if (older.length > 0) log.info({ changes: older.length }, "older reports compared");
  for (const { line } of lines) {
    if (line.backfilled || line.muted || line.quiet !== null) continue;
    const { kind, metric, subject, claimant, reason, needsReview, url } = line;
    log.info({ kind, metric, subject, claimant, reason, needsReview, url }, "figure changed");
  }
}
