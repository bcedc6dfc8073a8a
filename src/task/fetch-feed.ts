import type { Dossier } from "../dossier/dossier.ts";
import { topicHash } from "../feed/topic.ts";
import { RecountError } from "../runtime/errors.ts";
import type { Fetched, Validators } from "../runtime/http.ts";
import type { StoredFeed } from "../store/feed.ts";
import { hostTurns } from "../store/host.ts";
import type { TaskContext } from "./context.ts";
import { pauseWhoAsks } from "./pause-host.ts";

/** What a feed is asked for; servers that choose by it give the feed and not the page. */
export const feedTypes =
  "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5";

const dayMs = 86_400_000;

/**
 * Asks for a feed when its host is free, conditionally where an earlier answer allows it.
 * @throws HostPaused; RecountError with a code
 */
export async function fetchFeed(context: TaskContext, feed: StoredFeed, dossier: Dossier): Promise<Fetched> {
  const { pool, clock, config, http } = context;
  const turns = hostTurns(pool, clock, config.http.gapSeconds * 1_000);
  const validators = validatorsFor(feed, dossier, clock.now());
  try {
    const options = { accept: feedTypes, turns, ...(validators === undefined ? {} : { validators }) };
    const fetched = await http.fetchBytes(feed.current_url, options);
    if (fetched.status === 304 && validators === undefined) throw unasked(feed.current_url);
    return fetched;
  } catch (error) {
    throw await pauseWhoAsks(context, error);
  }
}

/** None when the whole feed is wanted. */
function validatorsFor(feed: StoredFeed, dossier: Dossier, now: Date): Validators | undefined {
  const { etag, last_modified: lastModified, validated_url: url } = feed;
  if (url === null || (etag === null && lastModified === null)) return undefined;
  // After a change of the topic's words, what it holds is decided again.
  if (feed.topic_hash !== topicHash(dossier.topic)) return undefined;
  return isDistrusted(feed, now) || isLongUnmodified(feed) ? undefined : { url, etag, lastModified };
}

/** Servers are mended too: a month later its validators are sent again. */
function isDistrusted({ distrusted_at: at }: StoredFeed, now: Date): boolean {
  return at !== null && now.getTime() - at.getTime() < 30 * dayMs;
}

/** Some servers say "not modified" for ever: after three times what it usually takes for an item, a day at least, all is asked for. */
export function isLongUnmodified({
  last_body_at: lastBodyAt,
  last_polled_at: lastPolledAt,
  gap_ms: gapMs,
}: StoredFeed): boolean {
  if (lastBodyAt === null || lastPolledAt === null) return true;
  const patienceMs = Math.min(Math.max(dayMs, 3 * (gapMs ?? 0)), 30 * dayMs);
  return lastPolledAt.getTime() - lastBodyAt.getTime() > patienceMs;
}

function unasked(url: string): RecountError {
  return new RecountError(
    "BAD_RESPONSE",
    "later",
    `${url} answered "not modified" though nothing was said of an earlier answer`,
    "The server is at fault: tell the publisher.",
  );
}
