import type { Command } from "commander";
import type { Pool } from "pg";
import { type Config, readConfig } from "../runtime/config.ts";
import { openLog } from "../runtime/log.ts";
import { type Database, openDatabase } from "../store/database.ts";
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
    .description("print the database's address, for psql and every other client")
    .addHelpText("after", '\nExample:\n  psql "$(recount db url)"')
    .action(async () => {
      await withDatabase(async (_pool, _config, { url, shared }) => {
        process.stdout.write(`${url}\n`);
        if (!shared)
          process.stderr.write("The embedded server runs while the service does: start it with recount run.\n");
      });
    });
}
