export interface PollLimits {
  readonly floorMs: number;
  readonly ceilingMs: number;
}

export const defaultPollLimits: PollLimits = { floorMs: 5 * 60_000, ceilingMs: 6 * 3_600_000 };

export interface GoodPoll {
  readonly now: Date;
  readonly previousIntervalMs: number | null;
  readonly items: number;
  readonly newItems: number;
  readonly unchanged: boolean;
  /** What the feed or its headers ask for, if anything. */
  readonly askedMs: number | null;
  /** A figure changed in the last day. */
  readonly hot: boolean;
}

export interface FailedPoll {
  readonly now: Date;
  /** This one included. */
  readonly failures: number;
  readonly retry: "never" | "soon" | "later";
  /** Retry-After as sent, seconds or a date. */
  readonly retryAfter: string | null;
}

const dayMs = 86_400_000;

/** When a feed that answered is due again: sooner while it is mostly new, later while it is mostly known. */
export function nextPollAfterGood(poll: GoodPoll, limits: PollLimits, random: () => number): Date {
  const start = poll.previousIntervalMs ?? 15 * 60_000;
  const share = poll.unchanged || poll.items === 0 ? 0 : poll.newItems / poll.items;
  const learned = start * (share > 0.33 ? 0.5 : poll.newItems > 0 ? 1 : 1.25);
  const asked = poll.hot ? 0 : Math.min(poll.askedMs ?? 0, limits.ceilingMs);
  const ceilingMs = poll.hot ? Math.min(limits.ceilingMs, 15 * 60_000) : limits.ceilingMs;
  const interval = Math.min(Math.max(learned, asked, limits.floorMs), ceilingMs);
  return spread(poll.now, interval, random);
}

/** When a feed that failed is tried again: never given up, at most thirty days apart. */
export function nextPollAfterFailure(poll: FailedPoll, random: () => number): Date {
  const asked = retryAfterMs(poll.retryAfter, poll.now);
  if (asked !== null) return spread(poll.now, Math.min(Math.max(asked, 60_000), dayMs), random);
  const [first, growth, longest] = poll.retry === "soon" ? [5 * 60_000, 2, dayMs] : [3_600_000, 3, 30 * dayMs];
  const interval = Math.min(first * growth ** Math.min(poll.failures - 1, 20), longest);
  return spread(poll.now, interval, random);
}

/** @returns null when nothing readable was sent */
export function retryAfterMs(header: string | null, now: Date): number | null {
  if (header === null) return null;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1_000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}

/** Up to a tenth later, so that feeds met together part. */
function spread(now: Date, intervalMs: number, random: () => number): Date {
  return new Date(now.getTime() + Math.round(intervalMs * (1 + random() / 10)));
}
