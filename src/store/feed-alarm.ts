import type { Pool } from "pg";
import { z } from "zod";
import { type AlarmKind, alarmKinds, type FeedAlarm, type FeedSigns } from "../feed/alarm.ts";
import { rows, run } from "./query.ts";
import { transaction } from "./transaction.ts";

const instant = z.date().nullable();
const text = z.string().nullable();
const signsRow = z.object({
  ...{ feed_id: z.string(), name: z.string(), url: z.string(), current_url: z.string(), moved_at: instant },
  ...{ failures: z.number(), failing_since: instant, error_code: text, error_message: text, error_remedy: text },
  ...{
    last_good_at: instant,
    last_item_at: instant,
    gap_ms: z.number().nullable(),
    longest_gap_ms: z.number().nullable(),
  },
  ...{
    items: z.number(),
    reports: z.number(),
    last_report_at: instant,
    items_since: z.number(),
    others_report: z.boolean(),
  },
  ...{
    reads: z.number(),
    telling: z.number(),
    last_telling_at: instant,
    reads_since: z.number(),
    others_tell: z.boolean(),
  },
});

/** A feed with its past. */
export interface WatchedFeed {
  readonly feedId: string;
  readonly name: string;
  readonly lastGoodAt: Date | null;
  readonly signs: FeedSigns;
}

export async function watchedFeeds(pool: Pool, dossier: string): Promise<WatchedFeed[]> {
  return (await rows(pool, "feed/signs", [dossier], signsRow)).map((row) => ({
    feedId: row.feed_id,
    name: row.name,
    lastGoodAt: row.last_good_at,
    signs: {
      ...{ url: row.url, currentUrl: row.current_url, movedAt: row.moved_at, failures: row.failures },
      ...{ failingSince: row.failing_since, errorCode: row.error_code, errorMessage: row.error_message },
      ...{
        errorRemedy: row.error_remedy,
        lastItemAt: row.last_item_at,
        gapMs: row.gap_ms,
        longestGapMs: row.longest_gap_ms,
      },
      topical: {
        ...{ all: row.items, hits: row.reports, lastHitAt: row.last_report_at },
        ...{ allSince: row.items_since, othersGoOn: row.others_report },
      },
      telling: {
        ...{ all: row.reads, hits: row.telling, lastHitAt: row.last_telling_at },
        ...{ allSince: row.reads_since, othersGoOn: row.others_tell },
      },
    },
  }));
}

export interface AlarmChange {
  readonly feedId: string;
  readonly kind: AlarmKind;
}

const alarmRow = z.object({
  ...{ feed_id: z.string(), kind: z.enum(alarmKinds), since: z.date(), raised_at: z.date(), message: z.string() },
  remedy: z.string(),
});

/**
 * Makes the alarms in force those that were found.
 * @returns which of them are new, and which are over
 */
export function keepAlarms(
  pool: Pool,
  dossier: string,
  now: Date,
  found: readonly (FeedAlarm & { readonly feedId: string })[],
): Promise<{ raised: AlarmChange[]; ended: AlarmChange[] }> {
  return transaction(pool, async (client) => {
    const before = await rows(client, "feed/alarms", [dossier], alarmRow);
    const wasRaised = ({ feedId, kind }: AlarmChange) =>
      before.some((alarm) => alarm.feed_id === feedId && alarm.kind === kind);
    const isFound = (alarm: (typeof before)[number]) =>
      found.some(({ feedId, kind }) => alarm.feed_id === feedId && alarm.kind === kind);
    for (const { feedId, kind, since, message, remedy } of found)
      await run(client, "feed/raise-alarm", [feedId, kind, since, now, message, remedy]);
    const over = before.filter((alarm) => !isFound(alarm)).map(({ feed_id: feedId, kind }) => ({ feedId, kind }));
    for (const { feedId, kind } of over) await run(client, "feed/end-alarm", [feedId, kind, now]);
    return { raised: found.filter((alarm) => !wasRaised(alarm)), ended: over };
  });
}
