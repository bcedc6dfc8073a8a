import type { Command } from "commander";
import type { Pool } from "pg";
import type { Dossier } from "../dossier/dossier.ts";
import { type Config, readConfig } from "../runtime/config.ts";
import { RecountError } from "../runtime/errors.ts";
import { openLog } from "../runtime/log.ts";
import { isFollowed } from "../store/baseline.ts";
import { type Database, openDatabase, type SqlPort } from "../store/database.ts";
import { hasHome } from "../store/embedded/home.ts";
import { databaseName, readerRole } from "../store/embedded/session.ts";
import { migrate } from "../store/migrate.ts";

/** Opens the database for one command: the running service's, or started and stopped for it; brought up to date first. */
export async function withDatabase<Result>(
  work: (pool: Pool, config: Config, database: Database) => Promise<Result>,
): Promise<Result> {
  const config = readConfig();
  const log = openLog({ level: "warn", terminal: process.stderr.isTTY, destination: process.stderr });
  const database = await openDatabase(config, log, "command");
  try {
    await migrate(database.pool);
    return await work(database.pool, config, database);
  } finally {
    await database.close();
  }
}

/** The same for a command that asks: it makes no database where there is none, and says how to come by one. */
export async function withHistory<Result>(work: (pool: Pool, config: Config) => Promise<Result>): Promise<Result> {
  const { data, databaseUrl } = readConfig();
  if (databaseUrl === null && !hasHome(data))
    throw new RecountError(
      "HISTORY_MISSING",
      "never",
      `there is no history at ${data}`,
      "Begin one with `recount run`, or set RECOUNT_DATA to the folder of one.",
    );
  return await withDatabase(work);
}

/** The same for a command that asks about one story: an empty answer would say that nothing happened in it. */
export async function withHistoryOf<Result>({ name }: Dossier, work: (pool: Pool) => Promise<Result>): Promise<Result> {
  return await withHistory(async (pool, { data, databaseUrl }) => {
    if (await isFollowed(pool, name)) return await work(pool);
    throw new RecountError(
      "DOSSIER_NOT_FOLLOWED",
      "never",
      `the history at ${databaseUrl === null ? data : "DATABASE_URL"} holds nothing of the dossier "${name}"`,
      "Name it in RECOUNT_DOSSIERS and start `recount run`, or fill it in with `recount backfill`.",
    );
  });
}

/** `recount db url`: what to hand to psql and other clients. */
export function addDatabaseCommand(program: Command): void {
  const db = program.command("db").description("the database that this service uses");
  db.command("url")
    .description(`print the database's address for psql and other clients, as ${readerRole}, who reads the views alone`)
    .option("--owner", "as the role that owns everything. Nothing keeps it from deleting or altering the history")
    .addHelpText("after", '\nExamples:\n  psql "$(recount db url)"\n  psql "$(recount db url --owner)"')
    .action(async ({ owner = false }: { owner?: boolean }) => {
      await withDatabase(async (_pool, config, database) => {
        process.stdout.write(`${owner ? database.ownerUrl : database.readerUrl}\n`);
        process.stderr.write(needs(config, database, owner));
      });
    });
}

/** What else it takes to connect, a line each. */
function needs({ databaseUrl }: Config, { shared, sqlPort }: Database, owner: boolean): string {
  if (databaseUrl !== null)
    return owner ? "" : `Its password is yours to set: alter role ${readerRole} login password '…'.\n`;
  const lines = [
    ...(sqlPort === null || owner ? [] : [`For programs that want a port: ${sqlPortText(sqlPort)}.`]),
    ...(shared ? [] : ["The embedded server runs while the service does: start it with recount run."]),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** "127.0.0.1:5433, database recount, user recount_reader, password in data/postgres/sql-password" */
export function sqlPortText({ port, passwordFile }: SqlPort): string {
  return `127.0.0.1:${String(port)}, database ${databaseName}, user ${readerRole}, password in ${passwordFile}`;
}
