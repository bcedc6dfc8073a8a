import { setTimeout as sleep } from "node:timers/promises";
import { Pool, types } from "pg";
import type { Config } from "../runtime/config.ts";
import type { Log } from "../runtime/log.ts";
import { type EmbeddedOptions, openEmbedded } from "./embedded/embedded.ts";
import { ownerRole } from "./embedded/server.ts";
import { databaseName } from "./embedded/session.ts";

export type DatabaseConfig = Pick<Config, "databaseUrl" | "data" | "database">;

/** An open database: the pool that everything shares, and what to type to reach it. */
export interface Database {
  readonly pool: Pool;
  /** For psql and every other client. */
  readonly url: string;
  /** The file with the SQL port's password; null when there is no such port. */
  readonly passwordFile: string | null;
  /** True when the database goes on after `close`: another server, or the embedded one that a service uses. */
  readonly shared: boolean;
  close(): Promise<void>;
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
    return { pool, url: config.databaseUrl, passwordFile: null, shared: true, close: () => endPool(pool) };
  }
  const server = await openEmbedded({ dataDirectory: config.data, sqlPort: config.database.sqlPort, use }, log);
  const { socket: host, port } = server;
  const pool = quietPool(
    new Pool({ host, port, user: ownerRole, database: databaseName, max: poolSize, connectionTimeoutMillis: 10_000 }),
    log,
  );
  return {
    pool,
    url: socketUrl(host, port),
    passwordFile: config.database.sqlPort === null ? null : server.passwordFile,
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
