import type { Rhythm } from "./rhythm.ts";

/** What a dossier says of polling. */
export interface PollLimits {
  readonly floorMs: number;
  readonly ceilingMs: number;
}

export interface GoodPoll {
  /** What was decided at the poll before; null at the first, and after a failure. */
  readonly previousIntervalMs: number | null;
  readonly items: number;
  readonly newItems: number;
  readonly unchanged: boolean;
  /** What the feed or its headers ask for, if anything. */
  readonly askedMs: number | null;
  readonly rhythm: Rhythm | null;
  /** A figure of the story changed in the last day. */
  readonly hot: boolean;
}

const firstMs = 15 * 60_000;
const hotMs = 15 * 60_000;
/** A feed is looked at up to so many times in the time that it usually takes for one item. */
const looksPerItem = 24;

/**
 * How long a feed that answered is left alone: half as long while it is mostly new, a quarter longer while nothing is;
 * within what its rhythm makes sensible, not before what it asks for, between floor and ceiling.
 * @returns milliseconds, without what chance adds
 */
export function intervalAfter(poll: GoodPoll, limits: PollLimits): number {
  const share = poll.unchanged || poll.items === 0 ? 0 : poll.newItems / poll.items;
  const learned = (poll.previousIntervalMs ?? firstMs) * (share > 0.33 ? 0.5 : poll.newItems > 0 ? 1 : 1.25);
  const sensible =
    poll.rhythm === null ? learned : between(learned, poll.rhythm.gapMs / looksPerItem, poll.rhythm.gapMs);
  const wanted = poll.hot ? sensible : Math.max(sensible, poll.askedMs ?? 0);
  return between(wanted, limits.floorMs, poll.hot ? hotCeilingMs(limits) : limits.ceilingMs);
}

/** While the story is hot no feed waits longer. */
export function hotCeilingMs({ floorMs, ceilingMs }: PollLimits): number {
  return Math.max(floorMs, Math.min(ceilingMs, hotMs));
}

/** Up to a tenth later, so that feeds that met once part. */
export function spread(now: Date, waitMs: number, random: () => number): Date {
  return new Date(now.getTime() + Math.round(waitMs * (1 + random() / 10)));
}

function between(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), Math.max(low, high));
}
