import { randomBytes } from "node:crypto";
import { Pool } from "pg";
import { inject } from "vitest";
import { silentLog } from "../../src/runtime/log.ts";
import { quietPool } from "../../src/store/database.ts";
import { onDatabase, statement } from "./database-server.ts";

/** A migrated database of one test's own. */
export interface TestDatabase {
  readonly pool: Pool;
  readonly url: string;
  /** Closes the pool and removes the database. */
  drop(): Promise<void>;
}

/**
 * Makes a fresh, migrated database on the run's server; call it once a file in `beforeAll`, and `drop` in `afterAll`.
 * With TEST_DATABASE_URL the server is that one.
 */
export async function freshDatabase(): Promise<TestDatabase> {
  const server = inject("databaseServer");
  const name = `recount_${randomBytes(8).toString("hex")}`;
  await statement(server.url, `create database ${name} template ${server.template}`);
  const url = onDatabase(server.url, name);
  const pool = quietPool(new Pool({ connectionString: url, max: 10 }), silentLog);
  return {
    pool,
    url,
    drop: async () => {
      await pool.end();
      await statement(server.url, `drop database if exists ${name} with (force)`);
    },
  };
}
