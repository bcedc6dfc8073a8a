// What `ready.mjs` and `build.mjs` share. Plain JavaScript without packages, since it runs before there are any. Whatever it
// prints goes to stderr, so that stdout belongs to the command that follows.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

export function inRoot(...parts) {
  return join(root, ...parts);
}

/** Runs a command to its end; one that fails ends the process. */
export function step(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ["ignore", 2, 2] });
  if (error) fail(`${command} could not be started: ${error.message}`);
  if (status !== 0) fail(`${command} ${args[0]} ended with ${status}; the lines above say why.`);
}

/** One hash of the files' paths and contents. */
export function hashOf(files) {
  const hash = createHash("sha256");
  for (const file of files)
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update("\0");
  return hash.digest("hex");
}

/** @returns undefined when there is no such file */
export function read(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

export function say(what) {
  process.stderr.write(`recount: ${what}\n`);
}

export function fail(why) {
  process.stderr.write(`recount: ${why}\n`);
  process.exit(1);
}
