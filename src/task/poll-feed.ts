import { createHash } from "node:crypto";
import type { PoolClient } from "pg";
import { z } from "zod";
import type { Dossier } from "../dossier/dossier.ts";
import { isBelievableDate } from "../feed/date.ts";
import type { FeedDocument, FeedItem } from "../feed/feed.ts";
import { defaultPollLimits, nextPollAfterFailure, nextPollAfterGood } from "../feed/next-poll.ts";
import { parseFeed } from "../feed/parse.ts";
import { decideTopic, topicHash } from "../feed/topic.ts";
import { canonicalAddress } from "../report/address.ts";
import { RecountError } from "../runtime/errors.ts";
import type { Fetched } from "../runtime/http.ts";
import { HttpError } from "../runtime/http-error.ts";
import { plainText } from "../runtime/markup.ts";
import {
  findFeed,
  knownItems,
  recordAnswer,
  recordFailure,
  recordPoll,
  recordSighting,
  type StoredFeed,
} from "../store/feed.ts";
import { addJob } from "../store/queue/add-job.ts";
import { claimReport } from "../store/report.ts";
import { transaction } from "../store/transaction.ts";
import type { Task, TaskContext } from "./context.ts";
import { hostQueue } from "./poll-due-feeds.ts";

const payloadShape = z.object({ feedId: z.string() });

/** Fetches one feed, then writes what it held in one transaction; a failure is written too and stops nothing else. */
export const pollFeed: Task = async (context, payload) => {
  const { pool, clock, dossiers, log } = context;
  const feed = await findFeed(pool, payloadShape.parse(payload).feedId);
  const dossier = dossiers.find((found) => found.name === feed?.dossier);
  if (feed === undefined || dossier === undefined) return;
  const startedMs = performance.now();
  let fetched: Fetched | undefined;
  try {
    fetched = await fetchFeed(context, feed, dossier);
    const bodyHash = fetched.status === 304 ? feed.body_hash : sha256(fetched.bytes);
    const sameTopic = feed.topic_hash === topicHash(dossier.topic);
    const unchanged = sameTopic && (fetched.status === 304 || bodyHash === feed.body_hash);
    const document = unchanged
      ? undefined
      : await parseFeed(fetched.bytes, fetched.headers["content-type"], fetched.url);
    await writeAnswer(context, dossier, feed, fetched, bodyHash, document);
  } catch (error) {
    if (!(error instanceof RecountError)) throw error;
    const now = clock.now();
    const retryAfter = error instanceof HttpError ? error.retryAfter : null;
    const failed = { now, failures: feed.failures + 1, retry: error.retry, retryAfter };
    const next = nextPollAfterFailure(failed, Math.random);
    const durationMs = Math.round(performance.now() - startedMs);
    const status = fetched?.status ?? (error instanceof HttpError ? error.status : null);
    await transaction(pool, async (client) => {
      await recordFailure(client, feed.feed_id, now, next, error);
      const counts = { outcome: "failed", durationMs, status, bytes: fetched?.bytes.length ?? null } as const;
      await recordPoll(client, feed.feed_id, now, { ...counts, items: 0, newItems: 0, error });
    });
    log.warn(
      { feed: feed.name, code: error.code, detail: error.message, remedy: error.remedy, nextPollAt: next },
      "feed failed",
    );
  }
};

function fetchFeed({ http }: TaskContext, feed: StoredFeed, dossier: Dossier): Promise<Fetched> {
  const { etag, last_modified: lastModified } = feed;
  // After a change of the topic's words the whole feed is wanted: what it holds is decided again.
  const url = feed.topic_hash === topicHash(dossier.topic) ? feed.validated_url : null;
  return http.fetchBytes(feed.current_url, {
    accept: "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5",
    ...(url === null ? {} : { validators: { url, etag, lastModified } }),
  });
}

async function writeAnswer(
  { pool, clock, log }: TaskContext,
  dossier: Dossier,
  feed: StoredFeed,
  fetched: Fetched,
  bodyHash: string | null,
  document: FeedDocument | undefined,
): Promise<void> {
  const now = clock.now();
  const items = document?.items ?? [];
  const topic = topicHash(dossier.topic);
  const isFirst = feed.first_polled_at === null;
  const written = await transaction(pool, async (client) => {
    const known = await knownItems(
      client,
      feed.feed_id,
      items.map((item) => item.key),
    );
    const fresh = items.filter((item) => !known.has(item.key));
    const again = feed.topic_hash === topic ? [] : items.filter((item) => known.get(item.key) === "off_topic");
    let reports = 0;
    for (const item of fresh) reports += await writeItem(client, dossier, feed, item, now, isFirst);
    for (const item of again) reports += await writeItem(client, dossier, feed, item, now, true);
    const answer = { ...answerOf(feed, fetched, bodyHash, document, fresh.length, now), topicHash: topic };
    await recordAnswer(client, feed.feed_id, now, answer);
    const outcome = document === undefined ? "unchanged" : fresh.length > 0 ? "new" : "known";
    const { status, durationMs } = fetched;
    const counts = { items: items.length, newItems: fresh.length, bytes: fetched.bytes.length };
    await recordPoll(client, feed.feed_id, now, { outcome, durationMs, status, ...counts, error: null });
    return { outcome, items: items.length, newItems: fresh.length, reports, durationMs };
  });
  log.info({ feed: feed.name, ...written }, isFirst ? "feed backfilled" : "feed polled");
}

function answerOf(
  feed: StoredFeed,
  fetched: Fetched,
  bodyHash: string | null,
  document: FeedDocument | undefined,
  newItems: number,
  now: Date,
) {
  const previous =
    feed.last_polled_at === null || feed.failures > 0
      ? null
      : feed.next_poll_at.getTime() - feed.last_polled_at.getTime();
  const age = /max-age=(\d+)/.exec(fetched.headers["cache-control"] ?? "")?.[1];
  const asked = Math.max(Number(age ?? 0) * 1_000, (document?.ttlMinutes ?? 0) * 60_000);
  const poll = {
    now,
    previousIntervalMs: previous,
    items: document?.items.length ?? 0,
    newItems,
    unchanged: document === undefined,
    askedMs: asked > 0 ? asked : null,
    hot: false,
  };
  const unmodified = fetched.status === 304;
  return {
    nextPollAt: nextPollAfterGood(poll, defaultPollLimits, Math.random),
    url: fetched.movedTo ?? feed.current_url,
    etag: fetched.headers["etag"] ?? (unmodified ? feed.etag : null),
    lastModified: fetched.headers["last-modified"] ?? (unmodified ? feed.last_modified : null),
    validatedUrl: fetched.url,
    bodyHash,
    hasNew: newItems > 0,
  };
}

/**
 * @param backfilled whether the item was in the feed before we looked for what it tells
 * @returns 1 when the item made a report that was not known
 */
async function writeItem(
  client: PoolClient,
  dossier: Dossier,
  feed: StoredFeed,
  item: FeedItem,
  now: Date,
  backfilled: boolean,
): Promise<number> {
  if (item.url === null) {
    await recordSighting(client, feed.feed_id, now, {
      item,
      decision: "unusable",
      reason: "no address",
      reportId: null,
    });
    return 0;
  }
  const words = [item.title, item.summary ?? "", plainText(item.content ?? "").slice(0, 5_000)].join("\n");
  const { onTopic, reason } = decideTopic(words, feed.language, dossier.topic);
  if (!onTopic) {
    await recordSighting(client, feed.feed_id, now, { item, decision: "off_topic", reason, reportId: null });
    return 0;
  }
  const { publishedAt } = item;
  const { id, isNew } = await claimReport(client, now, {
    dossier: dossier.name,
    url: canonicalAddress(item.url),
    outlet: feed.outlet,
    side: feed.side,
    language: feed.language,
    title: item.title,
    publishedAt: publishedAt !== null && isBelievableDate(publishedAt, now) ? publishedAt : null,
    backfilled,
    headlineOnly: feed.kind === "headlines",
  });
  await recordSighting(client, feed.feed_id, now, { item, decision: "report", reason, reportId: id });
  if (isNew) await addJob(client, "read_report", { reportId: id }, { queue: hostQueue(item.url), key: `read:${id}` });
  return isNew ? 1 : 0;
}

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
