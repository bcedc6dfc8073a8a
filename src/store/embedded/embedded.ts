import { realpathSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "pg";
import { RecountError } from "../../runtime/errors.ts";
import type { Log } from "../../runtime/log.ts";
import { type Account, serverAccount } from "./account.ts";
import { type Binaries, findBinaries } from "./binaries.ts";
import { type Home, openHome } from "./home.ts";
import { isAlive, readPostmaster } from "./postmaster.ts";
import { halt, initialise, launch, startFailed } from "./server.ts";
import { enterService, isSoleUser, openSession, prepare, type Session, shareServer } from "./session.ts";

export interface EmbeddedOptions {
  readonly dataDirectory: string;
  /** Port on loopback for clients with a password; null for the socket alone. */
  readonly sqlPort: number | null;
  /** The service holds its data directory alone; commands may share it. */
  readonly use: "service" | "command";
  /** More server settings, "name=value". */
  readonly settings?: readonly string[];
}

/** A running server that we use; the last of its users to close it stops it. */
export interface Embedded {
  readonly socket: string;
  readonly port: number;
  /** Whether clients with a password are let in on the port, on loopback. */
  readonly listens: boolean;
  readonly passwordFile: string;
  /** True when it ran already. */
  readonly shared: boolean;
  close(): Promise<void>;
}

const startTimeoutMs = 60_000;
const stopTimeoutMs = 20_000;
const startTries = 12;
const startPauseMs = 400;

interface Ground {
  readonly home: Home;
  readonly account: Account;
  readonly options: EmbeddedOptions;
  readonly log: Log;
  binaries?: Binaries;
  launched: boolean;
}

/** Attaches to the data directory's server, or starts it; starts it again whenever it goes away before `close`. */
export async function openEmbedded(options: EmbeddedOptions, log: Log): Promise<Embedded> {
  const account = serverAccount();
  const ground: Ground = { home: openHome(options.dataDirectory, account), account, options, log, launched: false };
  if (!ground.home.folder.startsWith(realpathSync(options.dataDirectory))) {
    log.info({ folder: ground.home.folder, user: account.name }, "database lies where its user can reach it");
  }
  let closing = false;
  let session = await join(ground);
  let watch = Promise.resolve();

  const rejoinWhenLost = (): void => {
    session.client.once("end", () => {
      if (closing) return;
      log.warn({ dataDirectory: options.dataDirectory }, "database server went away, starting it again");
      watch = rejoin(ground, () => closing).then((found) => {
        if (found === undefined) return;
        session = found;
        rejoinWhenLost();
      });
    });
  };
  rejoinWhenLost();

  return {
    socket: session.socket,
    port: session.port,
    listens: session.address !== "",
    passwordFile: ground.home.passwordFile,
    shared: !ground.launched,
    close: async () => {
      closing = true;
      await watch;
      await leave(ground, session.client);
    },
  };
}

async function join(ground: Ground): Promise<Session> {
  const { options, home, log } = ground;
  const session = await connectOrStart(ground);
  try {
    await shareServer(session.client);
    if (options.use === "service") await enterService(session.client, options.dataDirectory);
    const differs = options.sqlPort !== null && (session.address === "" || session.port !== options.sqlPort);
    if (differs && options.use === "service") {
      if (await isSoleUser(session.client)) {
        await halt(home, stopTimeoutMs);
        return await join(ground);
      }
      await shareServer(session.client);
      log.warn({ sqlPort: options.sqlPort }, "another command uses the database server, so the SQL port stays closed");
    }
    await prepare(session.client, home.passwordFile, options.sqlPort !== null);
    return session;
  } catch (cause) {
    await leave(ground, session.client);
    throw cause;
  }
}

async function connectOrStart(ground: Ground): Promise<Session> {
  const { home, account, options } = ground;
  let launched: { ended(): boolean } | undefined;
  let failures = 0;
  for (let waitedMs = 0; waitedMs < startTimeoutMs; waitedMs += 25) {
    const running = readPostmaster(home.cluster);
    const alive = running !== undefined && isAlive(running);
    const session = alive ? await openSession(running, options.use) : undefined;
    if (session !== undefined) return session;
    if (!alive && (launched === undefined || launched.ended())) {
      if (launched !== undefined) {
        // Processes of a server that was killed may hold its memory for a moment yet; a taken port stays taken.
        const failed = startFailed("the database server does not start", home);
        failures += 1;
        if (failures === startTries || failed.retry === "never") throw failed;
        await sleep(startPauseMs);
      }
      ground.binaries ??= findBinaries(home.folder, account);
      initialise(home, ground.binaries, account);
      ground.launched = true;
      launched = launch(home, ground.binaries, account, options.sqlPort, options.settings ?? []);
    }
    await sleep(25);
  }
  throw startFailed(`the database server is not ready after ${String(startTimeoutMs)} ms`, home);
}

/** Tries until the server is back, or we are closing. */
async function rejoin(ground: Ground, isClosing: () => boolean): Promise<Session | undefined> {
  for (let pauseMs = 100; !isClosing(); pauseMs = Math.min(2 * pauseMs, 5_000)) {
    try {
      return await join(ground);
    } catch (cause) {
      const code = cause instanceof RecountError ? cause.code : "DATABASE_START_FAILED";
      ground.log.error({ err: cause, code }, "database server does not come back, trying again");
      await sleep(pauseMs);
    }
  }
  return undefined;
}

/** Ends our session, and the server when nobody else uses it. */
async function leave(ground: Ground, client: Client): Promise<void> {
  let last = false;
  try {
    last = await isSoleUser(client);
  } catch {
    // The connection is gone; whoever else is there stops the server.
  }
  if (last) await halt(ground.home, stopTimeoutMs);
  else await client.end().catch(() => undefined);
}
