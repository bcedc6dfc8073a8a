import type { PoolClient } from "pg";
import { z } from "zod";
import type { Dossier } from "../dossier/dossier.ts";
import type { FeedItem } from "../feed/feed.ts";
import type { RecountError } from "../runtime/errors.ts";
import { type Db, firstRow, rows, run } from "./query.ts";

const feedRow = z.object({
  feed_id: z.string(),
  dossier: z.string(),
  name: z.string(),
  current_url: z.string(),
  outlet: z.string(),
  language: z.string(),
  side: z.string().nullable(),
  kind: z.enum(["articles", "headlines"]),
  etag: z.string().nullable(),
  last_modified: z.string().nullable(),
  validated_url: z.string().nullable(),
  body_hash: z.string().nullable(),
  topic_hash: z.string().nullable(),
  next_poll_at: z.date(),
  first_polled_at: z.date().nullable(),
  last_polled_at: z.date().nullable(),
  failures: z.number(),
});
export type StoredFeed = z.infer<typeof feedRow>;

const listedRow = z.object({
  name: z.string(),
  current_url: z.string(),
  outlet: z.string(),
  language: z.string(),
  kind: z.string(),
  next_poll_at: z.date(),
  last_good_at: z.date().nullable(),
  last_item_at: z.date().nullable(),
  failures: z.number(),
  failing_since: z.date().nullable(),
  error_code: z.string().nullable(),
  error_message: z.string().nullable(),
  error_remedy: z.string().nullable(),
});
export type ListedFeed = z.infer<typeof listedRow>;

const dueRow = z.object({ feed_id: z.string(), current_url: z.string() });

/** Makes the stored feeds those of the dossier: new ones are due at once, dropped ones retire and keep their reports. */
export async function syncFeeds(client: PoolClient, dossier: Dossier, now: Date): Promise<void> {
  for (const feed of dossier.feeds) {
    const { name, url, outlet, language, country, side, kind } = feed;
    await run(client, "feed/upsert-feed", [dossier.name, name, url, outlet, language, country, side, kind, now]);
  }
  await run(client, "feed/retire-feeds", [dossier.name, dossier.feeds.map((feed) => feed.name), now]);
}

/** @param name one feed, due or not; null for all that are due */
export async function dueFeeds(db: Db, dossier: string, now: Date, name: string | null) {
  return rows(db, "feed/due-feeds", [dossier, now, name], dueRow);
}

export async function findFeed(db: Db, feedId: string): Promise<StoredFeed | undefined> {
  return firstRow(db, "feed/feed-by-id", [feedId], feedRow);
}

export async function listFeeds(db: Db, dossier: string): Promise<ListedFeed[]> {
  return rows(db, "feed/list-feeds", [dossier], listedRow);
}

/** The items of a feed that were seen before: key → what was decided. */
export async function knownItems(
  db: Db,
  feedId: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Sighting["decision"]>> {
  const row = z.object({ item_key: z.string(), decision: z.enum(["report", "off_topic", "unusable"]) });
  const found = await rows(db, "feed/known-keys", [feedId, keys], row);
  return new Map(found.map(({ item_key: key, decision }) => [key, decision]));
}

export interface PollRecord {
  readonly outcome: "new" | "known" | "unchanged" | "failed";
  readonly durationMs: number;
  readonly status: number | null;
  readonly bytes: number | null;
  readonly items: number;
  readonly newItems: number;
  readonly error: RecountError | null;
}

export async function recordPoll(client: PoolClient, feedId: string, now: Date, poll: PollRecord): Promise<void> {
  const { durationMs, outcome, status, bytes, items, newItems, error } = poll;
  const values = [feedId, now, durationMs, outcome, status, bytes, items, newItems];
  await run(client, "feed/insert-poll", [...values, error?.code ?? null, error?.message ?? null]);
}

export interface FeedAnswer {
  readonly nextPollAt: Date;
  readonly url: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly validatedUrl: string;
  readonly bodyHash: string | null;
  /** Of the topic that the items were decided with. */
  readonly topicHash: string;
  readonly hasNew: boolean;
}

export async function recordAnswer(client: PoolClient, feedId: string, now: Date, answer: FeedAnswer): Promise<void> {
  const { nextPollAt, url, etag, lastModified, validatedUrl, bodyHash, topicHash, hasNew } = answer;
  const values = [feedId, now, nextPollAt, url, etag, lastModified, validatedUrl, bodyHash, hasNew, topicHash];
  await run(client, "feed/poll-succeeded", values);
}

export async function recordFailure(client: PoolClient, feedId: string, now: Date, next: Date, error: RecountError) {
  await run(client, "feed/poll-failed", [feedId, now, next, error.code, error.message, error.remedy]);
}

export interface Sighting {
  readonly item: FeedItem;
  readonly decision: "report" | "off_topic" | "unusable";
  readonly reason: string;
  readonly reportId: string | null;
}

/** @returns whether the item was new to the feed, or was off topic before */
export async function recordSighting(client: PoolClient, feedId: string, now: Date, seen: Sighting): Promise<boolean> {
  const { key, url, title, summary, content, publishedAt } = seen.item;
  // What is off topic is remembered, not kept.
  const kept = seen.decision === "report" ? content : null;
  const values = [feedId, key, url, title, summary, kept, publishedAt, now, seen.decision, seen.reason, seen.reportId];
  return (await run(client, "feed/insert-sighting", values)) > 0;
}
