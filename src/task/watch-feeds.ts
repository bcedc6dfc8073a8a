import { alarmsOf } from "../feed/alarm.ts";
import { keepAlarms, watchedFeeds } from "../store/feed-alarm.ts";
import type { Task } from "./context.ts";

/** Looks at every feed's past and raises or ends its alarms, each said once in the log. */
export const watchFeeds: Task = async ({ pool, clock, dossiers, log }) => {
  for (const dossier of dossiers) {
    const now = clock.now();
    const feeds = await watchedFeeds(pool, dossier.name);
    const found = feeds.flatMap(({ feedId, signs }) =>
      alarmsOf(signs, now, dossier.polling).map((alarm) => ({ ...alarm, feedId })),
    );
    const { raised, ended } = await keepAlarms(pool, dossier.name, now, found);
    const feedOf = (id: string) => feeds.find(({ feedId }) => feedId === id);
    for (const alarm of found) {
      if (!raised.some(({ feedId, kind }) => feedId === alarm.feedId && kind === alarm.kind)) continue;
      const { kind, since, message, remedy, feedId } = alarm;
      const feed = feedOf(feedId);
      const fields = { feed: feed?.name, alarm: kind, since, lastGoodAt: feed?.lastGoodAt, detail: message, remedy };
      log.warn(fields, "feed alarm raised");
    }
    for (const { feedId, kind } of ended) log.info({ feed: feedOf(feedId)?.name, alarm: kind }, "feed alarm ended");
  }
};
