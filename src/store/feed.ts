import type { PoolClient } from "pg";
import { z } from "zod";
import type { Dossier } from "../dossier/dossier.ts";
import type { FailureKind } from "../feed/failure.ts";
import type { FeedItem } from "../feed/feed.ts";
import type { Rhythm } from "../feed/rhythm.ts";
import type { RecountError } from "../runtime/errors.ts";
import { type Db, firstRow, rows, run } from "./query.ts";

const feedRow = z.object({
  feed_id: z.string(),
  dossier: z.string(),
  name: z.string(),
  url: z.string(),
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
  last_item_at: z.date().nullable(),
  last_body_at: z.date().nullable(),
  distrusted_at: z.date().nullable(),
  failures: z.number(),
  failure_kind: z.enum(["passing", "soft", "hard"]).nullable(),
  kind_failures: z.number(),
  interval_ms: z.number().nullable(),
  asked_ms: z.number().nullable(),
  gap_ms: z.number().nullable(),
  longest_gap_ms: z.number().nullable(),
});
export type StoredFeed = z.infer<typeof feedRow>;

const dueRow = z.object({ feed_id: z.string(), current_url: z.string(), next_poll_at: z.date() });

/** Makes the stored feeds those of the dossier: new ones are due at once, dropped ones retire and keep their reports. */
export async function syncFeeds(client: PoolClient, dossier: Dossier, now: Date): Promise<void> {
  for (const feed of dossier.feeds) {
    const { name, url, outlet, language, country, side, kind } = feed;
    await run(client, "feed/upsert-feed", [dossier.name, name, url, outlet, language, country, side, kind, now]);
  }
  await run(client, "feed/retire-feeds", [dossier.name, dossier.feeds.map((feed) => feed.name), now]);
}

/** @param name one feed, due or not; null for all that are due by then */
export async function dueFeeds(db: Db, dossier: string, by: Date, name: string | null) {
  return rows(db, "feed/due-feeds", [dossier, by, name], dueRow);
}

export async function findFeed(db: Db, feedId: string): Promise<StoredFeed | undefined> {
  return firstRow(db, "feed/feed-by-id", [feedId], feedRow);
}

/** Whether a figure of the story, or a state, has changed since then. */
export async function isHot(db: Db, dossier: string, since: Date): Promise<boolean> {
  return (await firstRow(db, "feed/is-hot", [dossier, since], z.object({ hot: z.boolean() })))?.hot ?? false;
}

/** Polls the feeds that would wait longer sooner. */
export async function hastenFeeds(client: PoolClient, dossier: string, now: Date, longestMs: number): Promise<void> {
  await run(client, "feed/hasten", [dossier, now, longestMs]);
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
  /** Null when nothing is new. */
  readonly newestAt: Date | null;
  readonly intervalMs: number;
  readonly askedMs: number | null;
  readonly rhythm: Rhythm | null;
  /** A whole body came, not only word that nothing had changed. */
  readonly whole: boolean;
  /** It had changed though it had said that it had not. */
  readonly lied: boolean;
}

export async function recordAnswer(client: PoolClient, feedId: string, now: Date, answer: FeedAnswer): Promise<void> {
  const { nextPollAt, url, etag, lastModified, validatedUrl, bodyHash, topicHash, rhythm } = answer;
  const state = [feedId, now, nextPollAt, url, etag, lastModified, validatedUrl, bodyHash, topicHash];
  const { newestAt, intervalMs, askedMs, whole, lied } = answer;
  const learned = [newestAt, Math.round(intervalMs), askedMs === null ? null : Math.round(askedMs)];
  const values = [...state, ...learned, rhythm?.gapMs ?? null, rhythm?.longestMs ?? null, whole, lied];
  await run(client, "feed/poll-succeeded", values);
}

export interface FeedFailure {
  readonly nextPollAt: Date;
  readonly error: RecountError;
  readonly kind: FailureKind;
  /** Of that kind in a row, this one included. */
  readonly times: number;
}

export async function recordFailure(client: PoolClient, feedId: string, now: Date, failure: FeedFailure) {
  const { nextPollAt, error, kind, times } = failure;
  await run(client, "feed/poll-failed", [
    feedId,
    now,
    nextPollAt,
    error.code,
    error.message,
    error.remedy,
    kind,
    times,
  ]);
}

/** Polls a feed later than planned, which is no failure of its own. */
export async function putOff(db: Db, feedId: string, nextPollAt: Date): Promise<void> {
  await run(db, "feed/put-off", [feedId, nextPollAt]);
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

/** Keeps the newest text of items that are reports. */
export async function renewContents(client: PoolClient, feedId: string, items: readonly FeedItem[]): Promise<void> {
  const keys = items.map(({ key }) => key);
  const contents = items.map(({ content }) => content);
  if (items.length > 0) await run(client, "feed/renew-contents", [feedId, keys, contents]);
}

const seenRow = z.object({
  ...{
    sighting_id: z.string(),
    feed: z.string(),
    language: z.string(),
    title: z.string(),
    summary: z.string().nullable(),
  },
  ...{ content: z.string().nullable(), url: z.string().nullable(), seen_at: z.date(), on_topic: z.boolean() },
});
export type SeenRow = z.infer<typeof seenRow>;

/** Everything that the dossier's feeds ever held, oldest first, some thousand at a time. */
export async function* seenItems(db: Db, dossier: string): AsyncGenerator<SeenRow[]> {
  for (let after = "0"; ; ) {
    const page = await rows(db, "feed/seen-items", [dossier, after, 5_000], seenRow);
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = last.sighting_id;
  }
}
