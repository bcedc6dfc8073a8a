import type { PoolClient } from "pg";
import type { Dossier } from "../dossier/dossier.ts";
import { isBelievableDate } from "../feed/date.ts";
import type { FeedItem } from "../feed/feed.ts";
import { decideTopic, topicHash } from "../feed/topic.ts";
import { canonicalAddress, isKeepable } from "../report/address.ts";
import { plainText } from "../runtime/markup.ts";
import { knownItems, recordSighting, renewContents, type StoredFeed } from "../store/feed.ts";
import { forgetSightings, holdForgetting } from "../store/forget.ts";
import { addJob } from "../store/queue/add-job.ts";
import { claimReport } from "../store/report.ts";
import { hostQueue } from "./poll-due-feeds.ts";

export interface WrittenItems {
  readonly fresh: readonly FeedItem[];
  /** Reports that were not known. */
  readonly reports: number;
}

/** So much of an item's full text helps to decide whether it is on topic. */
const decidingLength = 5_000;

/** Writes what a feed holds: new items, what known ones hold now, and those that were off topic by other words than today's. */
export async function writeItems(
  client: PoolClient,
  dossier: Dossier,
  feed: StoredFeed,
  items: readonly FeedItem[],
  now: Date,
): Promise<WrittenItems> {
  await holdForgetting(client);
  const keys = items.map((item) => item.key);
  const known = await knownItems(client, feed.feed_id, keys);
  const first = items.filter((item, index) => keys.indexOf(item.key) === index);
  const fresh = first.filter((item) => !known.has(item.key));
  const texts = first.filter((item) => known.get(item.key) === "report" && item.content !== null);
  await renewContents(client, feed.feed_id, texts);
  const sameWords = feed.topic_hash === topicHash(dossier.topic);
  const again = sameWords ? [] : items.filter((item) => known.get(item.key) === "off_topic");
  let reports = 0;
  const isFirst = feed.first_polled_at === null;
  for (const item of fresh) reports += await writeItem(client, dossier, feed, item, now, isFirst);
  for (const item of again) reports += await writeItem(client, dossier, feed, item, now, true);
  return { fresh, reports };
}

/** What is looked at to decide whether an item is on topic. */
export function decidingText(item: Pick<FeedItem, "title" | "summary" | "content">): string {
  return [item.title, item.summary ?? "", plainText(item.content ?? "").slice(0, decidingLength)].join("\n");
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
  const remember = (decision: "unusable" | "off_topic" | "report", reason: string, reportId: string | null) =>
    recordSighting(client, feed.feed_id, now, { item, decision, reason, reportId });
  const url = item.url === null ? null : canonicalAddress(item.url);
  if (url === null || !isKeepable(url)) {
    await remember("unusable", url === null ? "no address" : "an address that is too long", null);
    return 0;
  }
  const { onTopic, reason } = decideTopic(decidingText(item), feed.language, dossier.topic);
  if (!onTopic) {
    await remember("off_topic", reason, null);
    return 0;
  }
  const { publishedAt } = item;
  const { id, isNew, isForgotten } = await claimReport(client, now, {
    dossier: dossier.name,
    url,
    outlet: feed.outlet,
    side: feed.side,
    language: feed.language,
    title: item.title,
    publishedAt: publishedAt !== null && isBelievableDate(publishedAt, now) ? publishedAt : null,
    backfilled,
    headlineOnly: feed.kind === "headlines",
  });
  await remember("report", reason, id);
  if (isForgotten) await forgetSightings(client, id);
  if (isNew) await addJob(client, "read_report", { reportId: id }, { queue: hostQueue(url), key: `read:${id}` });
  return isNew ? 1 : 0;
}
