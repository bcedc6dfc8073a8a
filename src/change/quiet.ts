import type { CalendarDate } from "../figure/figure.ts";
import type { Change } from "./change.ts";
import { daysBetween } from "./day.ts";
import type { Value } from "./interval.ts";
import type { Metric, Threshold } from "./metric.ts";

/** What was news last on a track, recalled and confirmed figures left out: they move nothing. */
export interface TrackHead {
  readonly changeId: string;
  readonly kind: string;
  readonly noticedAt: Date;
  /** The day that it speaks of; null where no report told it. */
  readonly asOf: CalendarDate | null;
  /** What it told; null for a state. */
  readonly value: Pick<Value, "centre"> | null;
  /** The values, as printed, that the track went through: before it, with it, and in the steps since. */
  readonly path: readonly string[];
}

/** Why a change is kept but is no news. */
export type Quiet =
  | { readonly quiet: "swing"; readonly partOf: string }
  | { readonly quiet: "threshold"; readonly partOf: null };

const swinging: ReadonlySet<string> = new Set(["corrected", "withdrawn", "raised", "lowered", "status_changed"]);
/** What moved what stands, so that a swing may go back from it. */
const moving: ReadonlySet<string> = new Set([...swinging, "refined", "added"]);
/** What a dispute goes back and forth with. That it settled is news; that it is open again, and settles again, is the same. */
const disputing: Readonly<Record<string, ReadonlySet<string>>> = {
  disputed: new Set(["disputed", "settled"]),
  settled: new Set(["settled"]),
};
/** How a path tells that the report gave no figure. */
export const goneFromReport = "nothing";
const stepping: ReadonlySet<string> = new Set(["raised", "lowered", "refined", "added"]);

/**
 * Whether a change is no news: it goes back, within the window, to where its track just came from, so that back and forth
 * are one change with its path; or it is too small a step from what was news last, so that small steps add up until they
 * are news.
 */
export function quietOf(
  change: Change,
  head: TrackHead | undefined,
  metric: Metric | undefined,
  { now, swingHours }: { readonly now: Date; readonly swingHours: number },
): Quiet | undefined {
  if (head !== undefined && (swinging.has(change.kind) ? moving : disputing[change.kind])?.has(head.kind) === true) {
    const next = change.next === null || typeof change.next === "string" ? change.next : change.next.printed;
    const isNear = isRecent(head, now, swingHours) && isOfThatTime(change, head, swingHours);
    if (isNear && head.path.includes(next ?? goneFromReport)) return { quiet: "swing", partOf: head.changeId };
  }
  const threshold = metric?.threshold ?? null;
  if (threshold === null || !stepping.has(change.kind)) return undefined;
  return isReached(threshold, change, head) ? undefined : { quiet: "threshold", partOf: null };
}

function isRecent({ noticedAt }: TrackHead, now: Date, hours: number): boolean {
  return Math.abs(now.getTime() - noticedAt.getTime()) <= hours * 3_600_000;
}

/** Old reports are noticed together, though they tell of weeks. */
function isOfThatTime({ asOf }: Change, head: TrackHead, hours: number): boolean {
  if (asOf === null || head.asOf === null) return true;
  return Math.abs(daysBetween(head.asOf, asOf)) <= Math.ceil(hours / 24);
}

/** Whether a report that dropped a figure within the window gives it again as it was. */
export function isBack(printed: string, head: TrackHead | undefined, now: Date, swingHours: number): boolean {
  return head?.kind === "withdrawn" && head.path.includes(printed) && isRecent(head, now, swingHours);
}

function isReached(
  { absolute, relative, direction }: Threshold,
  { previous, next }: Change,
  head?: TrackHead,
): boolean {
  const from = head?.value?.centre ?? (typeof previous === "string" ? null : (previous?.centre ?? null));
  const to = typeof next === "string" ? null : (next?.centre ?? null);
  // An open interval forbids a difference: it is told rather than kept.
  if (from === null || to === null) return true;
  const step = to - from;
  if ((direction === "up" && step < 0) || (direction === "down" && step > 0)) return false;
  if (absolute === null && relative === null) return true;
  const isFar = absolute !== null && Math.abs(step) >= absolute;
  return isFar || (relative !== null && Math.abs(step) >= relative * Math.abs(from));
}
