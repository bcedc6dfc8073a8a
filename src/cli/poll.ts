import type { Command } from "commander";
import { loadDossier } from "../dossier/load.ts";
import { PageReader } from "../report/page-reader.ts";
import { systemClock } from "../runtime/clock.ts";
import { RecountError } from "../runtime/errors.ts";
import { openHttp, policyOf } from "../runtime/http.ts";
import { openLog } from "../runtime/log.ts";
import { dueFeeds, syncFeeds } from "../store/feed.ts";
import { transaction } from "../store/transaction.ts";
import { pollFeed } from "../task/poll-feed.ts";
import { withDatabase } from "./database.ts";

/** `recount poll`: poll what is due, or one feed whether due or not; the service reads what was found. */
export function addPollCommand(program: Command): void {
  program
    .command("poll")
    .description("poll the feeds that are due now, or the one that is named")
    .option("--feed <name>", "poll this feed, due or not")
    .addHelpText("after", "\nExample:\n  recount poll --feed tass-en")
    .action(async ({ feed }: { feed?: string }) => poll(feed ?? null));
}

async function poll(name: string | null): Promise<void> {
  await withDatabase(async (pool, config) => {
    const log = openLog({ level: "info", terminal: process.stdout.isTTY });
    const http = openHttp(policyOf(config.http));
    const dossiers = config.dossiers.map(loadDossier);
    const context = { pool, clock: systemClock, log, dossiers, config, http, pages: new PageReader() };
    try {
      let polled = 0;
      for (const dossier of dossiers) {
        await transaction(pool, (client) => syncFeeds(client, dossier, systemClock.now()));
        for (const feed of await dueFeeds(pool, dossier.name, systemClock.now(), name)) {
          await pollFeed(context, { feedId: feed.feed_id });
          polled += 1;
        }
      }
      if (name !== null && polled === 0) {
        throw new RecountError(
          "FEED_UNKNOWN",
          "never",
          `no feed is called ${name}`,
          "List the feeds with `recount feeds`.",
        );
      }
    } finally {
      await http.close();
    }
  });
}
