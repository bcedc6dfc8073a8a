import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { systemClock } from "../../runtime/clock.ts";

/** What a running server wrote about itself into `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly socket: string;
  /** Empty when it listens on its socket alone. */
  readonly address: string;
}

/** @returns undefined when no server is noted, or it has not finished writing */
export function readPostmaster(cluster: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return undefined;
  }
  const [pid, , , port, socket, address] = lines;
  if (pid === undefined || port === undefined || socket === undefined || address === undefined) return undefined;
  return { pid: Number(pid), port: Number(port), socket: socket.trim(), address: address.trim() };
}

/** True when the noted process lives and is a Postgres. */
export function isAlive(postmaster: Postmaster): boolean {
  return commandOf(postmaster.pid).includes("postgres");
}

/**
 * Removes a note whose process is gone or is another program by now (process ids are used again, in containers at once).
 * A note without a process id is being written, or is what a full disk left: it goes after five seconds.
 */
export function dropStaleNote(cluster: string): void {
  const file = join(cluster, "postmaster.pid");
  const noted = statSync(file, { throwIfNoEntry: false });
  if (noted === undefined) return;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  const stale = pid > 0 ? !commandOf(pid).includes("postgres") : systemClock.now().getTime() - noted.mtimeMs > 5_000;
  if (stale) rmSync(file, { force: true });
}

/** The command line of a process; "" when there is none. */
function commandOf(pid: number): string {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${String(pid)}/cmdline`, "utf8");
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8", stdio: "pipe" });
  } catch {
    return "";
  }
}
