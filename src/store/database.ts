import { setTimeout as sleep } from "node:timers/promises";
import { Pool, types } from "pg";
import type { Config } from "../runtime/config.ts";
import type { Log } from "../runtime/log.ts";
import { type EmbeddedOptions, openEmbedded } from "./embedded/embedded.ts";
import { ownerRole } from "./embedded/server.ts";
import { databaseName, readerRole } from "./embedded/session.ts";

export type DatabaseConfig = Pick<Config, "databaseUrl" | "data" | "database">;

/** An open database: the pool that everything shares, and what to type to reach it. */
export interface Database {
  readonly pool: Pool;
  /** As the role that owns everything; it may hold a password. */
  readonly ownerUrl: string;
  /** As the role that reads the views and nothing else, for psql and every other client; without a password. */
  readonly readerUrl: string;
  /** Where the embedded server takes the reading role with a password; null where it does not. */
  readonly sqlPort: SqlPort | null;
  /** True when the database goes on after `close`: another server, or the embedded one that a service uses. */
  readonly shared: boolean;
  close(): Promise<void>;
}

export interface SqlPort {
  readonly port: number;
  readonly passwordFile: string;
}

const poolSize = 12;

// A calendar day stays the text it is: pg's default would make it an instant of the machine's time zone.
types.setTypeParser(types.builtins.DATE, (text) => text);

/** Opens the configured database: DATABASE_URL, or the embedded server of the data directory, started when needed. */
export async function openDatabase(
  config: DatabaseConfig,
  log: Log,
  use: EmbeddedOptions["use"] = "command",
): Promise<Database> {
  if (config.databaseUrl !== null) {
    const pool = quietPool(
      new Pool({ connectionString: config.databaseUrl, max: poolSize, connectionTimeoutMillis: 10_000 }),
      log,
    );
    const urls = { ownerUrl: config.databaseUrl, readerUrl: asReader(config.databaseUrl) };
    return { pool, ...urls, sqlPort: null, shared: true, close: () => endPool(pool) };
  }
  const server = await openEmbedded({ dataDirectory: config.data, sqlPort: config.database.sqlPort, use }, log);
  const { socket: host, port } = server;
  const pool = quietPool(
    new Pool({ host, port, user: ownerRole, database: databaseName, max: poolSize, connectionTimeoutMillis: 10_000 }),
    log,
  );
  const ownerUrl = socketUrl(host, port);
  return {
    ...{ pool, ownerUrl, readerUrl: asReader(ownerUrl) },
    sqlPort: server.listens ? { port, passwordFile: server.passwordFile } : null,
    shared: server.shared,
    close: async () => {
      await endPool(pool);
      await server.close();
    },
  };
}

/** Ends the pool; a connection that is still in use after a second is left to the end of the process. */
async function endPool(pool: Pool): Promise<void> {
  await Promise.race([pool.end(), sleep(1_000, undefined, { ref: false })]);
}

/** libpq and pg both take a socket's folder as the host parameter. */
function socketUrl(socket: string, port: number): string {
  return `postgresql://${ownerRole}@/${databaseName}?host=${encodeURIComponent(socket)}&port=${String(port)}`;
}

/** The same address for the reading role: another's name and password are of no use to it. */
function asReader(url: string): string {
  const named = url.replace(/^(\w+:\/\/)(?:[^@/?#]*@)?/, `$1${readerRole}@`);
  return named.replace(/([?&])(?:(?:user|password)=[^&#]*&?)+/g, "$1").replace(/[?&]$/, "");
}

/** Listens to every error of the pool's connections: a broken one is replaced, but unheard it would end the process. */
export function quietPool(pool: Pool, log: Log): Pool {
  pool.on("error", (err) => {
    if (pool.ending) return;
    log.warn({ err }, "database connection lost");
  });
  pool.on("connect", (client) => {
    // The statement that runs on the connection fails and tells; between two statements the next one does.
    client.on("error", (err) => {
      log.debug({ err }, "database connection broke while in use");
    });
  });
  return pool;
}
