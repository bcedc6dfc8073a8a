import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client, Pool } from "pg";
import type { TestProject } from "vitest/node";
import { silentLog } from "../../src/runtime/log.ts";
import { quietPool } from "../../src/store/database.ts";
import { openEmbedded } from "../../src/store/embedded/embedded.ts";
import { migrate } from "../../src/store/migrate.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A server for the whole run, and the migrated database on it that each file's own is copied from. */
    databaseServer: { url: string; template: string };
  }
}

/** Starts one server a run, or takes the one at TEST_DATABASE_URL, and makes the template on it. */
export default async function startDatabaseServer(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env["TEST_DATABASE_URL"];
  const server =
    given === undefined || given === "" ? await startEmbedded() : { url: given, stop: async () => undefined };
  const template = `recount_template_${String(process.pid)}`;
  await statement(server.url, `drop database if exists ${template}`);
  await statement(server.url, `create database ${template}`);
  await migrateTemplate(onDatabase(server.url, template)).catch(async (cause: unknown) => {
    await server.stop();
    throw cause;
  });
  project.provide("databaseServer", { url: server.url, template });
  return async () => {
    await statement(server.url, `drop database if exists ${template} with (force)`);
    await server.stop();
  };
}

async function migrateTemplate(url: string): Promise<void> {
  const pool = quietPool(new Pool({ connectionString: url }), silentLog);
  try {
    await migrate(pool);
  } finally {
    await pool.end();
  }
}

async function startEmbedded(): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "recount-test-"));
  // As root the server runs as another user, who must be able to walk in.
  chmodSync(folder, 0o755);
  const settings = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"];
  const server = await openEmbedded({ dataDirectory: folder, sqlPort: null, use: "command", settings }, silentLog);
  const host = encodeURIComponent(server.socket);
  return {
    url: `postgresql://recount@/postgres?host=${host}&port=${String(server.port)}`,
    stop: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The same server's other database; the address may lack the user, or the database, or both. */
export function onDatabase(serverUrl: string, database: string): string {
  const [, server = "", question = ""] = /^([a-z]+:\/\/[^/?]*)[^?]*(.*)$/.exec(serverUrl) ?? [];
  return `${server}/${database}${question}`;
}

export async function statement(url: string, text: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
