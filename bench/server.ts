import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Pool } from "pg";
import { silentLog } from "../src/runtime/log.ts";
import { quietPool } from "../src/store/database.ts";
import { openEmbedded } from "../src/store/embedded/embedded.ts";
import { migrate } from "../src/store/migrate.ts";

/** An embedded Postgres of a measurement's own, with its shipped settings. */
export interface BenchServer {
  /** A migrated database of that name, made when there is none yet; closed with the server. */
  openDatabase(name: string): Promise<Pool>;
  close(): Promise<void>;
}

/** @param kept folder in which the databases stay for the next run; temporary when undefined */
export async function openBenchServer(kept: string | undefined): Promise<BenchServer> {
  const folder = kept ?? mkdtempSync(join(tmpdir(), "recount-bench-"));
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  const server = await openEmbedded({ dataDirectory: join(folder, "data"), sqlPort: null, use: "command" }, silentLog);
  const pools: Pool[] = [];
  const poolOf = (database: string): Pool => {
    const { socket: host, port } = server;
    const pool = quietPool(new Pool({ host, port, user: "recount", database, max: 4 }), silentLog);
    pools.push(pool);
    return pool;
  };
  const owner = poolOf("postgres");
  return {
    openDatabase: async (name) => {
      const { rowCount } = await owner.query("select from pg_database where datname = $1", [name]);
      if (rowCount === 0) await owner.query(`create database ${name}`);
      const pool = poolOf(name);
      await migrate(pool);
      return pool;
    },
    close: async () => {
      for (const pool of pools) await pool.end();
      await server.close();
      if (kept === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
