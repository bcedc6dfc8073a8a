import { readFileSync } from "node:fs";
import { userInfo } from "node:os";
import { RecountError } from "../../runtime/errors.ts";

/** The operating system's user that the database server runs as. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  /** True when this process must change to the account first: Postgres refuses to run as root. */
  readonly switched: boolean;
}

/** The account the server runs as: ourselves, or when we are root `postgres`, else `nobody`. */
export function serverAccount(): Account {
  const uid = process.getuid?.();
  const gid = process.getgid?.();
  if (uid === undefined || gid === undefined) {
    throw new RecountError(
      "DATABASE_UNSUPPORTED",
      "never",
      `the embedded database does not run on ${process.platform}`,
      "Set DATABASE_URL to a Postgres 15 or newer.",
    );
  }
  if (uid !== 0) return { name: ownName(uid), uid, gid, switched: false };
  const found = findAccount(["postgres", "_postgres", "nobody"]);
  return { ...found, switched: true };
}

/** What `spawn` needs to run a program as the account. */
export function spawnAs(account: Account): { uid?: number; gid?: number } {
  return account.switched ? { uid: account.uid, gid: account.gid } : {};
}

function ownName(uid: number): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${String(uid)}`;
  }
}

function findAccount(names: readonly string[]): { name: string; uid: number; gid: number } {
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  for (const name of names) {
    const fields = accounts.find((candidate) => candidate[0] === name);
    const uid = Number(fields?.[2]);
    const gid = Number(fields?.[3]);
    if (Number.isInteger(uid) && Number.isInteger(gid)) return { name, uid, gid };
  }
  return { name: "nobody", uid: 65_534, gid: 65_534 };
}
