import { createWriteStream } from "node:fs";
import { rename, rm, stat, writeFile } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { RecountError } from "../runtime/errors.ts";
import { fileFault } from "../runtime/file-fault.ts";
import { makeFolder } from "../runtime/folder.ts";

/** A file that is there is whole: it takes its name when it is written to the end, so that a killed run leaves none. */
export function writeWholeFile(path: string, text: string): Promise<void> {
  return whole(path, (part) => writeFile(part, text));
}

/** The same for a text that comes piece by piece. */
export function streamWholeFile(path: string, pieces: AsyncIterable<string>): Promise<void> {
  return whole(path, (part) => pipeline(pieces, createWriteStream(part)));
}

/** Makes the folder that files are to be written to. */
export function makeOutFolder(path: string): void {
  try {
    makeFolder(path);
  } catch (cause) {
    throw unwritable(path, cause) ?? cause;
  }
}

async function whole(path: string, write: (part: string) => Promise<void>): Promise<void> {
  // Told before all is written and nothing can be renamed.
  if (await isFolder(path)) throw failure(path, "it is a folder");
  const part = `${path}.part`;
  try {
    await write(part);
    await rename(part, path);
  } catch (cause) {
    await rm(part, { force: true }).catch(() => undefined);
    throw unwritable(path, cause) ?? cause;
  }
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** @returns undefined where the failure is not the file's */
function unwritable(path: string, cause: unknown): RecountError | undefined {
  const why = fileFault(cause);
  return why === undefined ? undefined : failure(path, why, cause);
}

function failure(path: string, why: string, cause?: unknown): RecountError {
  const remedy = "Give --out a file in a folder that is there and that you may write to.";
  return new RecountError("FILE_UNWRITABLE", "never", `${path} cannot be written: ${why}`, remedy, { cause });
}
