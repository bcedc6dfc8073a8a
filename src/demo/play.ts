import type { Pool } from "pg";
import type { Dossier } from "../dossier/dossier.ts";
import type { ManualClock } from "../runtime/clock.ts";
import type { Service } from "../service/service.ts";
import { lastPoll, makeFeedsDue, queueIdle } from "../store/demo.ts";
import { addJob } from "../store/queue/add-job.ts";
import { transaction } from "../store/transaction.ts";
import type { TaskContext } from "../task/context.ts";
import { moments, type World } from "./world.ts";

const afterMs = 10 * 60_000;
const minuteMs = 60_000;
const settleMs = 60_000;

/**
 * Runs the clock through the world's months: at each moment at which something is published, edited or gone, the service
 * polls and re-reads as its own jobs would, and the clock waits until it is done. The clock never goes back: a second run
 * repeats the moment that the first one had reached, which it may not have finished, and goes on from there.
 * @param progress called with the instant and the share done, 0 to 1
 */
export async function playWorld(
  { context }: Service,
  world: World,
  clock: ManualClock,
  progress: (now: Date, share: number) => void = () => undefined,
): Promise<void> {
  const stops = stopsOf(moments(world));
  const reached = await reachedBefore(context.pool, context.dossiers);
  const ahead = stops.filter((stop) => reached === undefined || stop >= reached);
  for (const [index, stop] of ahead.entries()) {
    await pollAt(context, clock, stop);
    progress(stop, (index + 1) / (ahead.length + 1));
  }
  const end = new Date(Math.max(reached?.getTime() ?? 0, (stops.at(-1)?.getTime() ?? 0) + 24 * 3_600_000));
  await pollAt(context, clock, end);
  await transaction(context.pool, (client) => addJob(client, "write_changes", {}));
  await queueIdle(context.pool, settleMs);
  progress(end, 1);
}

/**
 * When the service polls: a while after each moment, and before the next one. What is told first would be chance if two
 * reports were there at one poll.
 */
export function stopsOf(instants: readonly Date[]): readonly Date[] {
  return instants.map((moment, index) => {
    const next = instants[index + 1]?.getTime() ?? Number.POSITIVE_INFINITY;
    return new Date(Math.max(moment.getTime(), Math.min(moment.getTime() + afterMs, next - minuteMs)));
  });
}

/** Between two moments the service would have polled many times, so by now every feed is due. */
async function pollAt({ pool, dossiers }: TaskContext, clock: ManualClock, now: Date): Promise<void> {
  clock.set(now);
  for (const { name } of dossiers) await makeFeedsDue(pool, name, now);
  await transaction(pool, async (client) => {
    await addJob(client, "poll_due_feeds", {});
    await addJob(client, "reread_due_reports", {});
  });
  await queueIdle(pool, settleMs);
}

/** Sets the clock where an earlier run left it: jobs that it left undone belong to that moment. */
export async function resumeClock(pool: Pool, dossiers: readonly Dossier[], clock: ManualClock): Promise<void> {
  const reached = await reachedBefore(pool, dossiers);
  if (reached !== undefined) clock.set(reached);
}

async function reachedBefore(pool: Pool, dossiers: readonly Dossier[]): Promise<Date | undefined> {
  const polls = await Promise.all(dossiers.map(({ name }) => lastPoll(pool, name)));
  return polls
    .filter((poll) => poll !== null)
    .sort((a, b) => a.getTime() - b.getTime())
    .at(-1);
}
