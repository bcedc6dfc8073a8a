export const alarmKinds = ["broken", "html", "moved", "silent", "drained"] as const;
export type AlarmKind = (typeof alarmKinds)[number];

/** Something about a feed that a person should know. */
export interface FeedAlarm {
  readonly kind: AlarmKind;
  readonly since: Date;
  readonly message: string;
  readonly remedy: string;
}

/** When a dossier wants to hear of a feed. */
export interface AlarmLimits {
  /** Failures in a row. */
  readonly brokenAfter: number;
  /** Usual gaps between two items without one. */
  readonly silentAfter: number;
  /** Items, or reports, that would have been on topic, or held a figure, by the feed's own past. */
  readonly drainedAfter: number;
}

/** What is known of a feed's past; counts are of items and reports of this feed alone. */
export interface FeedSigns {
  /** As the dossier has it, and as it is polled. */
  readonly url: string;
  readonly currentUrl: string;
  readonly movedAt: Date | null;
  readonly failures: number;
  readonly failingSince: Date | null;
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
  readonly errorRemedy: string | null;
  readonly lastItemAt: Date | null;
  readonly gapMs: number | null;
  readonly longestGapMs: number | null;
  readonly topical: Yield;
  readonly telling: Yield;
}

/** Of `all` things `hits` were wanted ones; since the last of these `allSince` came. */
export interface Yield {
  readonly all: number;
  readonly hits: number;
  readonly lastHitAt: Date | null;
  readonly allSince: number;
  /** Whether another feed of the dossier had a wanted one since then; true when there is no other feed. */
  readonly othersGoOn: boolean;
}

const dayMs = 86_400_000;
const fewestHits = 5;
const drainedMs = 7 * dayMs;

/** Everything about a feed that calls for a person, worst first. */
export function alarmsOf(signs: FeedSigns, now: Date, limits: AlarmLimits): FeedAlarm[] {
  const found = [
    broken(signs, limits),
    html(signs),
    moved(signs),
    silent(signs, now, limits),
    drained(signs, now, limits),
  ];
  return found.filter((alarm) => alarm !== undefined);
}

function broken(signs: FeedSigns, { brokenAfter }: AlarmLimits): FeedAlarm | undefined {
  if (signs.failures < brokenAfter || signs.failingSince === null) return undefined;
  return {
    kind: "broken",
    since: signs.failingSince,
    message: `failed ${String(signs.failures)} times in a row: ${signs.errorMessage ?? signs.errorCode ?? "unknown"}`,
    remedy: signs.errorRemedy ?? "Try it with: recount feeds check",
  };
}

/** Twice, so that a page of maintenance is no alarm. */
function html(signs: FeedSigns): FeedAlarm | undefined {
  if (signs.errorCode !== "FEED_IS_HTML" || signs.failures < 2 || signs.failingSince === null) return undefined;
  return {
    kind: "html",
    since: signs.failingSince,
    message: `${signs.currentUrl} answers with a web page where a feed was`,
    remedy:
      "Look for the outlet's feed with: recount feeds add ADDRESS. If it has none any more, give its page with `select`.",
  };
}

function moved(signs: FeedSigns): FeedAlarm | undefined {
  if (signs.movedAt === null || signs.currentUrl === signs.url) return undefined;
  const elsewhere = siteOf(signs.currentUrl) === siteOf(signs.url) ? "" : ", on another site";
  return {
    kind: "moved",
    since: signs.movedAt,
    message: `moved for good to ${signs.currentUrl}${elsewhere}`,
    remedy: `Check that it is still the outlet's, then write the new address into feeds.yaml in place of ${signs.url}`,
  };
}

function silent(signs: FeedSigns, now: Date, { silentAfter }: AlarmLimits): FeedAlarm | undefined {
  const { lastItemAt, gapMs, longestGapMs } = signs;
  // A feed that fails is broken, which says more.
  if (lastItemAt === null || gapMs === null || signs.failures > 0) return undefined;
  const patienceMs = Math.max(silentAfter * gapMs, 1.5 * (longestGapMs ?? 0), dayMs);
  if (now.getTime() - lastItemAt.getTime() <= patienceMs) return undefined;
  return {
    kind: "silent",
    since: lastItemAt,
    message: `answers, but holds nothing new; usually something comes every ${inWords(gapMs)}, at the latest after ${inWords(Math.max(longestGapMs ?? 0, gapMs))}`,
    remedy: "Open the outlet's site: when it goes on publishing, its feed is dead or cached, so look for another one.",
  };
}

/** Items still come, but the wanted ones have stopped: a lull of the story itself drains no feed, so others must go on. */
function drained(signs: FeedSigns, now: Date, { drainedAfter }: AlarmLimits): FeedAlarm | undefined {
  for (const [what, past] of [
    ["item on topic", signs.topical],
    ["report with a figure", signs.telling],
  ] as const) {
    const { all, hits, lastHitAt, allSince, othersGoOn } = past;
    if (lastHitAt === null || hits < fewestHits || now.getTime() - lastHitAt.getTime() < drainedMs) continue;
    const expected = (allSince * hits) / Math.max(all - allSince, 1);
    if (expected < drainedAfter || !othersGoOn) continue;
    return {
      kind: "drained",
      since: lastHitAt,
      message: `no ${what} among ${String(allSince)}; by its past ${String(Math.floor(expected))} were to be expected`,
      remedy:
        what === "item on topic"
          ? "Look at what it holds with: recount feeds check. It may have become another section's feed, or the topic lacks its words."
          : "Read one of its reports with: recount read ADDRESS. The outlet may give its texts only to readers who log in.",
    };
  }
  return undefined;
}

/** "bbc.co.uk" of "feeds.bbc.co.uk": near enough to tell a move within an outlet from one to somebody else. */
function siteOf(url: string): string {
  const labels = URL.canParse(url) ? new URL(url).hostname.split(".") : [url];
  const isShared = /^(?:com?|net|org|gov|edu|ac|in)$/.test(labels.at(-2) ?? "") && labels.at(-1)?.length === 2;
  return labels.slice(isShared ? -3 : -2).join(".");
}

function inWords(durationMs: number): string {
  const hours = durationMs / 3_600_000;
  if (hours < 1) return `${String(Math.max(1, Math.round(hours * 60)))} min`;
  return hours < 48 ? `${String(Math.round(hours))} h` : `${String(Math.round(hours / 24))} days`;
}
