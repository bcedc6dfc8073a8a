import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runMigrations } from "graphile-worker";
import { runner } from "node-pg-migrate";
import type { Pool, PoolClient } from "pg";
import { RecountError } from "../runtime/errors.ts";
import { projectRoot } from "../runtime/project.ts";
import { readerRole } from "./embedded/session.ts";
import { silentQueueLogger } from "./queue/logger.ts";

const oldestServer = 150_000;

/** Two processes that start at once migrate one after another. */
const migrationLock = 5_283_746_019;

/** Brings the database up to date: the queue's tables, ours, then the views as they are in `sql/views`. */
export async function migrate(pool: Pool, views = join(projectRoot, "sql", "views")): Promise<void> {
  const client = await pool.connect();
  try {
    await refuseOldServer(client);
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    await runMigrations({ pgPool: pool, logger: silentQueueLogger });
    await runner({
      dbClient: client,
      dir: join(projectRoot, "sql", "migrations"),
      migrationsTable: "migration",
      migrationsSchema: "recount",
      createMigrationsSchema: true,
      direction: "up",
      noLock: true,
      log: () => undefined,
    });
    await replaceViews(client, readViews(views));
    await client.query("select pg_advisory_unlock($1)", [migrationLock]);
    client.release();
  } catch (cause) {
    // The lock goes with the connection.
    client.release(true);
    throw cause;
  }
}

/** @throws RecountError DATABASE_TOO_OLD */
async function refuseOldServer(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ server_version_num: string; server_version: string }>(
    "select current_setting('server_version_num') as server_version_num, current_setting('server_version') as server_version",
  );
  const [server] = rows;
  if (Number(server?.server_version_num) >= oldestServer) return;
  throw new RecountError(
    "DATABASE_TOO_OLD",
    "never",
    `the database is Postgres ${server?.server_version ?? "of unknown version"}`,
    "Set DATABASE_URL to a Postgres 15 or newer, or unset it for the embedded one.",
  );
}

function readViews(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith(".sql"));
  return files.sort().map((name) => readFileSync(join(folder, name), "utf8"));
}

/** Views and functions of the schema come from `sql/views` alone: all go and are made anew, unless nothing changed. */
async function replaceViews(client: PoolClient, texts: readonly string[]): Promise<void> {
  const hash = createHash("sha256").update(texts.join("\0")).digest("hex");
  const { rows } = await client.query<{ hash: string }>("select hash from recount.view_set");
  if (rows[0]?.hash === hash) return;
  await client.query("begin");
  try {
    await client.query(dropAll);
    for (const text of texts) await client.query(text);
    await client.query(letRead);
    await client.query("delete from recount.view_set");
    await client.query("insert into recount.view_set (hash) values ($1)", [hash]);
    await client.query("commit");
  } catch (cause) {
    await client.query("rollback");
    throw cause;
  }
}

const dropAll = `
do $$
declare found record;
begin
  for found in select table_name from information_schema.views where table_schema = 'recount' loop
    execute format('drop view if exists recount.%I cascade', found.table_name);
  end loop;
  for found in select oid::regprocedure as signature from pg_proc where pronamespace = 'recount'::regnamespace loop
    execute format('drop function if exists %s cascade', found.signature);
  end loop;
end $$`;

const letRead = `
do $$
declare found record;
begin
  if not exists (select from pg_roles where rolname = '${readerRole}') then return; end if;
  grant usage on schema recount to ${readerRole};
  for found in select table_name from information_schema.views where table_schema = 'recount' loop
    execute format('grant select on recount.%I to ${readerRole}', found.table_name);
  end loop;
end $$`;
