import { dueFeeds } from "../store/feed.ts";
import { addJob } from "../store/queue/add-job.ts";
import { transaction } from "../store/transaction.ts";
import type { Task } from "./context.ts";

/** Queues a poll of each feed that is due; one host's requests run one after another. */
export const pollDueFeeds: Task = async ({ pool, clock, dossiers }) => {
  const now = clock.now();
  for (const dossier of dossiers) {
    await transaction(pool, async (client) => {
      for (const feed of await dueFeeds(client, dossier.name, now, null)) {
        const payload = { feedId: feed.feed_id };
        await addJob(client, "poll_feed", payload, { queue: hostQueue(feed.current_url), key: `poll:${feed.feed_id}` });
      }
    });
  }
};

export function hostQueue(url: string): string {
  return `host:${URL.canParse(url) ? new URL(url).host : url}`;
}
