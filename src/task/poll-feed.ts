import { createHash } from "node:crypto";
import { z } from "zod";
import type { Dossier } from "../dossier/dossier.ts";
import { freshMs } from "../feed/asked.ts";
import { isBelievableDate } from "../feed/date.ts";
import { backoffMs, failureKind } from "../feed/failure.ts";
import type { FeedDocument, FeedItem } from "../feed/feed.ts";
import { intervalAfter, spread } from "../feed/interval.ts";
import { parseFeed } from "../feed/parse.ts";
import { learnRhythm } from "../feed/rhythm.ts";
import { topicHash } from "../feed/topic.ts";
import { RecountError } from "../runtime/errors.ts";
import type { Fetched } from "../runtime/http.ts";
import { HostPaused, HttpError } from "../runtime/http-error.ts";
import { findFeed, isHot, putOff, recordAnswer, recordFailure, recordPoll, type StoredFeed } from "../store/feed.ts";
import { transaction } from "../store/transaction.ts";
import type { Task, TaskContext } from "./context.ts";
import { fetchFeed, isLongUnmodified } from "./fetch-feed.ts";
import { afterPause, askedPauseMs } from "./pause-host.ts";
import { writeItems } from "./write-items.ts";

const payloadShape = z.object({ feedId: z.string() });
const dayMs = 86_400_000;

/** Fetches one feed, then writes what it held in one transaction; a failure is written too and stops nothing else. */
export const pollFeed: Task = async (context, payload) => {
  const { pool, dossiers } = context;
  const feed = await findFeed(pool, payloadShape.parse(payload).feedId);
  const dossier = dossiers.find((found) => found.name === feed?.dossier);
  if (feed === undefined || dossier === undefined) return;
  const startedMs = performance.now();
  let fetched: Fetched | undefined;
  try {
    fetched = await fetchFeed(context, feed, dossier);
    const bodyHash = fetched.status === 304 ? feed.body_hash : sha256(fetched.bytes);
    const sameTopic = feed.topic_hash === topicHash(dossier.topic);
    const unchanged = sameTopic && bodyHash === feed.body_hash;
    const list = dossier.feeds.find(({ name }) => name === feed.name)?.list ?? null;
    const document = unchanged
      ? undefined
      : await parseFeed(fetched.bytes, fetched.headers["content-type"], fetched.url, list);
    await writeAnswer(context, dossier, feed, { fetched, bodyHash, document });
  } catch (error) {
    if (error instanceof HostPaused) return await putOff(pool, feed.feed_id, afterPause(error));
    if (!(error instanceof RecountError)) throw error;
    const status = fetched?.status ?? (error instanceof HttpError ? error.status : null);
    const durationMs = Math.round(performance.now() - startedMs);
    await writeFailure(context, feed, error, { status, bytes: fetched?.bytes.length ?? null, durationMs });
  }
};

interface Sent {
  readonly status: number | null;
  readonly bytes: number | null;
  readonly durationMs: number;
}

async function writeFailure({ pool, clock, log }: TaskContext, feed: StoredFeed, error: RecountError, sent: Sent) {
  const now = clock.now();
  const kind = failureKind(error);
  const times = kind === feed.failure_kind ? feed.kind_failures + 1 : 1;
  const nextPollAt = spread(now, askedPauseMs(error, now) ?? backoffMs(kind, times), Math.random);
  await transaction(pool, async (client) => {
    await recordFailure(client, feed.feed_id, now, { nextPollAt, error, kind, times });
    await recordPoll(client, feed.feed_id, now, { outcome: "failed", ...sent, items: 0, newItems: 0, error });
  });
  const { code, message: detail, remedy } = error;
  log.warn({ feed: feed.name, code, kind, detail, remedy, nextPollAt }, "feed failed");
}

interface Answer {
  readonly fetched: Fetched;
  readonly bodyHash: string | null;
  /** Undefined when nothing has changed. */
  readonly document: FeedDocument | undefined;
}

async function writeAnswer({ pool, clock, log }: TaskContext, dossier: Dossier, feed: StoredFeed, answer: Answer) {
  const now = clock.now();
  const { fetched, document } = answer;
  const items = document?.items ?? [];
  const hot = await isHot(pool, dossier.name, new Date(now.getTime() - dayMs));
  const { status, durationMs } = fetched;
  const written = await transaction(pool, async (client) => {
    const { fresh, reports } = await writeItems(client, dossier, feed, items, now);
    await recordAnswer(client, feed.feed_id, now, stateAfter(dossier, feed, answer, fresh, hot, now));
    const outcome = document === undefined ? "unchanged" : fresh.length > 0 ? "new" : "known";
    const counts = { items: items.length, newItems: fresh.length };
    await recordPoll(client, feed.feed_id, now, {
      ...{ outcome, durationMs, status, bytes: fetched.bytes.length },
      ...{ ...counts, error: null },
    });
    return { outcome, ...counts, reports, durationMs };
  });
  log.info({ feed: feed.name, ...written }, feed.first_polled_at === null ? "feed backfilled" : "feed polled");
}

function stateAfter(
  dossier: Dossier,
  feed: StoredFeed,
  { fetched, bodyHash, document }: Answer,
  fresh: readonly FeedItem[],
  hot: boolean,
  now: Date,
) {
  const newestAt = fresh.length === 0 ? null : newestOf(feed, fresh, now);
  const rhythm = rhythmAfter(feed, document, newestAt, now);
  const ownMs =
    document === undefined ? feed.asked_ms : document.ttlMinutes === null ? null : document.ttlMinutes * 60_000;
  const headerMs = freshMs(fetched.headers, now);
  const poll = { items: document?.items.length ?? 0, newItems: fresh.length, unchanged: document === undefined };
  const askedMs = Math.max(ownMs ?? 0, headerMs ?? 0);
  const intervalMs = intervalAfter(
    { previousIntervalMs: feed.interval_ms, ...poll, askedMs, rhythm, hot },
    dossier.polling,
  );
  const unmodified = fetched.status === 304;
  return {
    nextPollAt: spread(now, intervalMs, Math.random),
    url: fetched.movedTo ?? feed.current_url,
    etag: fetched.headers["etag"] ?? (unmodified ? feed.etag : null),
    lastModified: fetched.headers["last-modified"] ?? (unmodified ? feed.last_modified : null),
    validatedUrl: fetched.url,
    ...{ bodyHash, topicHash: topicHash(dossier.topic), newestAt, intervalMs, askedMs: ownMs, rhythm },
    whole: !unmodified,
    lied: !unmodified && hasLied(feed, fresh),
  };
}

/** At the first poll as old as its newest item says, so that a feed that has long been dead does not pass for a lively one. */
function newestOf(feed: StoredFeed, fresh: readonly FeedItem[], now: Date): Date {
  if (feed.first_polled_at !== null) return now;
  const dates = fresh
    .map(({ publishedAt }) => publishedAt)
    .filter((date) => date !== null && isBelievableDate(date, now));
  const newest = Math.max(...dates.map((date) => date?.getTime() ?? 0), 0);
  return newest === 0 ? now : new Date(Math.min(newest, now.getTime()));
}

function rhythmAfter(feed: StoredFeed, document: FeedDocument | undefined, newestAt: Date | null, now: Date) {
  const { gap_ms: gapMs, longest_gap_ms: longestMs, last_item_at: lastItemAt } = feed;
  const known = gapMs === null ? null : { gapMs, longestMs: longestMs ?? gapMs };
  if (document === undefined || newestAt === null) return known;
  const dates = document.items.flatMap(({ publishedAt }) =>
    publishedAt !== null && isBelievableDate(publishedAt, now) ? [publishedAt] : [],
  );
  return learnRhythm(dates, lastItemAt === null ? null : Math.max(0, now.getTime() - lastItemAt.getTime()), known);
}

/** Asked for everything after it had said "not modified" for long, it shows items that it had before it last said so. */
function hasLied(feed: StoredFeed, fresh: readonly FeedItem[]): boolean {
  const { last_body_at: lastBodyAt, last_polled_at: lastPolledAt } = feed;
  if (lastBodyAt === null || lastPolledAt === null || !isLongUnmodified(feed)) return false;
  const marginMs = 60 * 60_000;
  return fresh.some(
    ({ publishedAt }) =>
      publishedAt !== null && publishedAt > lastBodyAt && publishedAt.getTime() < lastPolledAt.getTime() - marginMs,
  );
}

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
