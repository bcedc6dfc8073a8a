import { createHash, randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  realpathSync,
  rmdirSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { RecountError } from "../../runtime/errors.ts";
import { fileFault } from "../../runtime/file-fault.ts";
import { makeFolder } from "../../runtime/folder.ts";
import type { Account } from "./account.ts";

/** Where one embedded server keeps its files; the folder belongs to the server's account, mode 700. */
export interface Home {
  readonly folder: string;
  /** PGDATA. */
  readonly cluster: string;
  /** The folder of the unix socket. */
  readonly socket: string;
  readonly logFile: string;
  /** Holds the password of the SQL port, mode 600. */
  readonly passwordFile: string;
}

/** Longest path of a unix socket that every system takes whole, with one to spare; Node cuts longer ones silently. */
const longestSocketPath = 100;

/** Where root keeps a cluster whose data directory the server's account cannot reach. */
const rootsShelf = "/var/lib/recount";

/**
 * The server's home: `postgres` in the data directory, made when missing. When we are root and the server's account
 * cannot reach the data directory (a clone under /root, say), `postgres` is a link to a folder under /var/lib/recount.
 */
export function openHome(dataDirectory: string, account: Account): Home {
  const folder = homeFolder(dataDirectory, account);
  return {
    folder,
    cluster: join(folder, "cluster"),
    socket: socketFolder(folder, account),
    logFile: join(folder, "postgres.log"),
    passwordFile: join(folder, "sql-password"),
  };
}

/** True where a server was made before, if only a link is left of it. */
export function hasHome(dataDirectory: string): boolean {
  if (!existsSync(dataDirectory) || !statSync(dataDirectory).isDirectory()) return false;
  return lstatSync(join(dataDirectory, "postgres"), { throwIfNoEntry: false }) !== undefined;
}

function homeFolder(dataDirectory: string, account: Account): string {
  try {
    makeFolder(dataDirectory);
    const entry = join(realpathSync(dataDirectory), "postgres");
    makeEntry(entry, account);
    const folder = realpathSync(entry);
    ownFolder(folder, account);
    return folder;
  } catch (cause) {
    const why = fileFault(cause);
    if (why === undefined) throw cause;
    throw new RecountError(
      "DATABASE_DATA_UNWRITABLE",
      "never",
      `the data directory ${dataDirectory} cannot be used: ${why}`,
      "Set RECOUNT_DATA to a folder that you may write to.",
      { cause },
    );
  }
}

/** True when the account may walk down to the folder. */
export function canReach(path: string, account: Account): boolean {
  if (!account.switched) return true;
  for (let folder = realpathSync(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** Gives a path to the server's account; does nothing when that is ourselves. */
export function give(path: string, account: Account): void {
  // A uid of -2 (nobody on macOS) is the unsigned 4294967294 to chown.
  if (account.switched) chownSync(path, account.uid >>> 0, account.gid >>> 0);
}

function makeEntry(entry: string, account: Account): void {
  if (isLink(entry) && !existsSync(entry)) {
    throw new RecountError(
      "DATABASE_DATA_MISSING",
      "never",
      `${entry} points to ${readlinkSync(entry)}, which is gone`,
      `Restore that folder, or remove ${entry} to begin with an empty database.`,
    );
  }
  if (existsSync(entry)) return;
  if (canReach(dirname(entry), account)) {
    makeFolder(entry, 0o700);
    return;
  }
  const shelf = join(rootsShelf, `${basename(dirname(entry))}-${randomBytes(6).toString("hex")}`);
  mkdirSync(shelf, { mode: 0o700, recursive: true });
  chmodSync(rootsShelf, 0o755);
  linkUnlessRaced(shelf, entry);
}

function linkUnlessRaced(shelf: string, entry: string): void {
  try {
    symlinkSync(shelf, entry);
  } catch (cause) {
    // Another start was faster: its link counts.
    rmdirSync(shelf);
    if (!existsSync(entry)) throw cause;
  }
}

function ownFolder(folder: string, account: Account): void {
  const { uid } = statSync(folder);
  const own = process.getuid?.();
  if (!account.switched && uid !== own) {
    throw new RecountError(
      "DATABASE_NOT_OURS",
      "never",
      `${folder} belongs to user ${String(uid)}, and we run as ${account.name}`,
      "Run as the user who made the data directory, or set RECOUNT_DATA to another one.",
    );
  }
  give(folder, account);
  chmodSync(folder, 0o700);
}

function socketFolder(home: string, account: Account): string {
  const usual = join(home, "socket");
  if (Buffer.byteLength(join(usual, ".s.PGSQL.65535")) <= longestSocketPath) return ownSocketFolder(usual, account);
  const name = `recount-${createHash("sha256").update(home).digest("hex").slice(0, 12)}`;
  return ownSocketFolder(join(account.switched ? "/tmp" : tmpdir(), name), account);
}

function ownSocketFolder(folder: string, account: Account): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { uid } = lstatSync(folder);
  if (isLink(folder) || (uid !== process.getuid?.() && uid !== account.uid >>> 0)) {
    throw new RecountError(
      "DATABASE_SOCKET_TAKEN",
      "never",
      `${folder} belongs to somebody else`,
      "Remove that folder, or set RECOUNT_DATA to a shorter path.",
    );
  }
  give(folder, account);
  chmodSync(folder, 0o700);
  return folder;
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}
