import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { Client, DatabaseError } from "pg";
import { RecountError } from "../../runtime/errors.ts";
import type { Postmaster } from "./postmaster.ts";
import { ownerRole } from "./server.ts";

/** Our own lasting connection to the server: its advisory locks tell who uses it, and end with us even after SIGKILL. */
export interface Session extends Postmaster {
  readonly client: Client;
}

export const databaseName = "recount";
/** May read the views and nothing else; the role of BI clients and of `recount sql`. */
export const readerRole = "recount_reader";

/** The first key of all our advisory locks; the second tells which. */
const lockClass = 1_380_271_956;
const usersLock = 1;
const serviceLock = 2;

/** @returns undefined while the server does not accept connections */
export async function openSession(server: Postmaster, use: string): Promise<Session | undefined> {
  const client = new Client({
    host: server.socket,
    port: server.port,
    user: ownerRole,
    database: "postgres",
    application_name: `recount ${use} ${String(process.pid)}`,
    connectionTimeoutMillis: 5_000,
  });
  // A lost connection is told by "end"; without a listener "error" would end the process.
  client.on("error", () => undefined);
  try {
    await client.connect();
    return { ...server, client };
  } catch (cause) {
    if (cause instanceof DatabaseError && cause.code !== "57P03") throw cause;
    return undefined;
  }
}

/** Counts us among the server's users, until we leave. */
export async function shareServer(client: Client): Promise<void> {
  await client.query("select pg_advisory_lock_shared($1, $2)", [lockClass, usersLock]);
}

/** Gives up our share and tells whether nobody else had one; if so we hold the server alone, and newcomers wait. */
export async function isSoleUser(client: Client): Promise<boolean> {
  await client.query("select pg_advisory_unlock_shared($1, $2)", [lockClass, usersLock]);
  return await tryLock(client, usersLock);
}

/** Refuses a second service on the data directory. A service that was just killed gets two seconds to let go. */
export async function enterService(client: Client, dataDirectory: string): Promise<void> {
  for (let waitedMs = 0; waitedMs <= 2_000; waitedMs += 100) {
    if (await tryLock(client, serviceLock)) return;
    await sleep(100);
  }
  const other = await client.query<{ name: string }>(
    "select application_name as name from pg_stat_activity where application_name like 'recount service %' and pid <> pg_backend_pid()",
  );
  const process = other.rows[0]?.name.replace("recount service ", "process ") ?? "another process";
  throw new RecountError(
    "SERVICE_RUNNING",
    "never",
    `a Recount service already runs on ${dataDirectory} (${process})`,
    "Stop it first, or give this one its own data directory with RECOUNT_DATA.",
  );
}

/** Makes our database, and with a SQL port the reading role's password. */
export async function prepare(client: Client, passwordFile: string, withPassword: boolean): Promise<void> {
  await ignoring("42P04", () => client.query(`create database ${databaseName}`));
  if (!withPassword) return;
  await ignoring("42710", () => client.query(`create role ${readerRole} login`));
  const password = client.escapeLiteral(readOrMakePassword(passwordFile));
  await client.query(`alter role ${readerRole} login password ${password}`);
}

function readOrMakePassword(file: string): string {
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(18).toString("base64url")}\n`, { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}

async function tryLock(client: Client, key: number): Promise<boolean> {
  const { rows } = await client.query<{ got: boolean }>("select pg_try_advisory_lock($1, $2) as got", [lockClass, key]);
  return rows[0]?.got === true;
}

async function ignoring(sqlState: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    // Two starts at once may also collide in the catalogue's unique index.
    if (!(cause instanceof DatabaseError) || (cause.code !== sqlState && cause.code !== "23505")) throw cause;
  }
}
