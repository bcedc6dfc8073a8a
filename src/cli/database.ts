import type { Command } from "commander";
import type { Pool } from "pg";
import { type Config, readConfig } from "../runtime/config.ts";
import { openLog } from "../runtime/log.ts";
import { type Database, openDatabase, type SqlPort } from "../store/database.ts";
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
