import { type Logger, type ScheduledTask, schedule } from "node-cron";
import type { Pool } from "pg";
import type { Clock } from "../runtime/clock.ts";
import type { Log } from "../runtime/log.ts";
import { recordTick } from "../store/queue/tick.ts";

/** One file of `jobs/`: when it runs, and which task it queues. */
export interface Job {
  readonly name: string;
  /** Five cron fields, in UTC. */
  readonly schedule: string;
  readonly task: string;
}

export interface Schedule {
  readonly next: readonly { readonly job: string; readonly at: Date | null }[];
  close(): Promise<void>;
}

/** Fires every job on its schedule, in every process; the row of a tick makes it count once. */
export function startSchedule(jobs: readonly Job[], pool: Pool, clock: Clock, log: Log): Schedule {
  const options = { timezone: "UTC", logger: cronLogger(log) };
  const tasks = jobs.map((job) => schedule(job.schedule, () => fire(job, pool, clock, log), options));
  return {
    get next() {
      return tasks.map((task: ScheduledTask, index) => ({ job: jobs[index]?.name ?? "", at: task.getNextRun() }));
    },
    close: async () => {
      for (const task of tasks) await task.destroy();
    },
  };
}

async function fire(job: Job, pool: Pool, clock: Clock, log: Log): Promise<void> {
  try {
    await recordTick(pool, job.name, job.task, minuteOf(clock.now()));
  } catch (err) {
    log.warn({ job: job.name, err }, "tick not written, the next one will do");
  }
}

/** The library's own words would go to standard output, where our log is. */
function cronLogger(log: Log): Logger {
  const tell = (message: string | Error) => log.debug({ cronMessage: String(message) }, "schedule message");
  return { info: tell, warn: tell, error: tell, debug: tell };
}

function minuteOf(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / 60_000) * 60_000);
}
