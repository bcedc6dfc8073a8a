import { hotCeilingMs } from "../feed/interval.ts";
import { systemClock } from "../runtime/clock.ts";
import { dueFeeds, hastenFeeds, isHot } from "../store/feed.ts";
import { addJob } from "../store/queue/add-job.ts";
import { transaction } from "../store/transaction.ts";
import type { Task } from "./context.ts";

/** How far ahead is looked: until the schedule fires again. */
const aheadMs = 60_000;
const dayMs = 86_400_000;

/**
 * Queues a poll of each feed that is due, or will be before the schedule fires again, at its own second: nothing is asked
 * for just because a minute begins. One host's requests run one after another. When the story turns hot, what was to wait
 * for hours no longer does.
 */
export const pollDueFeeds: Task = async ({ pool, clock, dossiers }) => {
  const now = clock.now().getTime();
  for (const dossier of dossiers) {
    await transaction(pool, async (client) => {
      if (await isHot(client, dossier.name, new Date(now - dayMs)))
        await hastenFeeds(client, dossier.name, new Date(now), hotCeilingMs(dossier.polling));
      for (const feed of await dueFeeds(client, dossier.name, new Date(now + aheadMs - 1), null)) {
        const waitMs = Math.max(0, feed.next_poll_at.getTime() - now);
        await addJob(
          client,
          "poll_feed",
          { feedId: feed.feed_id },
          {
            ...{ queue: hostQueue(feed.current_url), key: `poll:${feed.feed_id}` },
            // The queue lives in real time, whatever time the story is told in.
            ...(waitMs > 0 ? { runAt: new Date(systemClock.now().getTime() + waitMs) } : {}),
          },
        );
      }
    });
  }
};

/** A queue's name has 128 characters at most; hosts that begin alike for so long may wait for each other. */
export function hostQueue(url: string): string {
  return `host:${URL.canParse(url) ? new URL(url).host : url}`.slice(0, 128);
}
