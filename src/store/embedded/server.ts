import { execFileSync, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { RecountError } from "../../runtime/errors.ts";
import { type Account, spawnAs } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { give, type Home } from "./home.ts";
import { dropStaleNote, readPostmaster } from "./postmaster.ts";

/** The role that owns everything; on the socket it needs no password, since only the folder's owner reaches that. */
export const ownerRole = "recount";

const settings = [
  "max_connections=60",
  "shared_buffers=64MB",
  "max_wal_size=256MB",
  "timezone=UTC",
  "log_timezone=UTC",
  "log_min_messages=warning",
  "unix_socket_permissions=0700",
];

const largestLogBytes = 10_000_000;

/** Makes the cluster unless there is one. Several starts may race: each makes its own, and one is renamed into place. */
export function initialise(home: Home, binaries: Binaries, account: Account): void {
  if (existsSync(home.cluster)) return;
  const unfinished = `${home.cluster}.${String(process.pid)}`;
  rmSync(unfinished, { recursive: true, force: true });
  const options = ["--auth-local=trust", "--auth-host=scram-sha-256", "--encoding=UTF8", "--no-instructions"];
  const locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  try {
    execFileSync(binaries.initdb, ["-D", unfinished, "-U", ownerRole, ...options, ...locale], {
      cwd: home.folder,
      stdio: "pipe",
      timeout: 120_000,
      ...spawnAs(account),
    });
  } catch (cause) {
    rmSync(unfinished, { recursive: true, force: true });
    throw startFailed(`the database could not be made in ${home.cluster}`, home, cause);
  }
  try {
    renameSync(unfinished, home.cluster);
  } catch (cause) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(home.cluster)) throw cause;
  }
}

/**
 * Starts the server in its own session, so that Ctrl-C on the terminal reaches the service alone, which then stops it.
 * @param sqlPort port on loopback for clients with a password; null for the socket alone
 * @param extra more settings, "name=value"
 */
export function launch(
  home: Home,
  binaries: Binaries,
  account: Account,
  sqlPort: number | null,
  extra: readonly string[],
): { ended(): boolean } {
  dropStaleNote(home.cluster);
  const network = sqlPort === null ? ["listen_addresses="] : ["listen_addresses=127.0.0.1", `port=${String(sqlPort)}`];
  // The setting is a list: quotes keep a comma or a space in the path from ending it.
  const socket = `"${home.socket.replaceAll('"', '""')}"`;
  const all = [`unix_socket_directories=${socket}`, ...network, ...settings, ...extra];
  const log = openLog(home, account);
  const child = spawn(binaries.postgres, ["-D", home.cluster, ...all.flatMap((setting) => ["-c", setting])], {
    cwd: home.folder,
    detached: true,
    stdio: ["ignore", log, log],
    ...spawnAs(account),
  });
  closeSync(log);
  let over = false;
  child.on("error", () => {
    over = true;
  });
  child.on("exit", () => {
    over = true;
  });
  child.unref();
  return { ended: () => over };
}

/** Ends the server, its clients' sessions included, and waits until it has written everything. */
export async function halt(home: Home, timeoutMs: number): Promise<void> {
  const running = readPostmaster(home.cluster);
  if (running === undefined) return;
  try {
    // SIGINT is Postgres's fast shutdown.
    process.kill(running.pid, "SIGINT");
  } catch {
    return;
  }
  for (let waitedMs = 0; waitedMs < timeoutMs; waitedMs += 20) {
    if (readPostmaster(home.cluster)?.pid !== running.pid) return;
    await sleep(20);
  }
  process.kill(running.pid, "SIGQUIT");
}

/** Why the server does not start, with the last lines that it wrote. */
export function startFailed(message: string, home: Home, cause?: unknown): RecountError {
  const said = lastLines(home.logFile);
  if (said.includes("could not bind") || said.includes("could not create any TCP/IP sockets")) {
    return new RecountError(
      "SQL_PORT_TAKEN",
      "never",
      `the database server cannot listen on the SQL port: ${said}`,
      "Choose another port with --sql-port or RECOUNT_SQL_PORT, or stop the program that uses it.",
      { cause },
    );
  }
  return new RecountError(
    "DATABASE_START_FAILED",
    "soon",
    said === "" ? message : `${message}: ${said}`,
    `Read ${home.logFile}; free disk space or memory if that is what is missing.`,
    { cause },
  );
}

function openLog(home: Home, account: Account): number {
  if ((statSync(home.logFile, { throwIfNoEntry: false })?.size ?? 0) > largestLogBytes) {
    renameSync(home.logFile, `${home.logFile}.1`);
  }
  const log = openSync(home.logFile, "a", 0o600);
  give(home.logFile, account);
  return log;
}

function lastLines(file: string): string {
  if (!existsSync(file)) return "";
  return readFileSync(file, "utf8").trim().split("\n").slice(-6).join(" | ");
}
