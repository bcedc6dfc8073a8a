import { EventEmitter } from "node:events";
import { type TaskList as QueueTasks, run as runQueue, type WorkerEvents } from "graphile-worker";
import type { Pool } from "pg";
import { type Clock, systemClock } from "../../runtime/clock.ts";
import { RecountError } from "../../runtime/errors.ts";
import type { Log } from "../../runtime/log.ts";
import { beat, sayGoodbye, unlockDead } from "./living.ts";
import { queueLogger } from "./logger.ts";

const beatEveryMs = 10_000;

export interface WorkerOptions {
  readonly pool: Pool;
  readonly log: Log;
  readonly concurrency: number;
  /** Task name → what runs it with a job's payload. */
  readonly tasks: Readonly<Record<string, (payload: unknown) => Promise<void>>>;
  /** Nobody else can be working on this queue: whoever still holds jobs at the start is dead. */
  readonly alone: boolean;
  /** Real time, for heartbeats. */
  readonly heart?: Clock;
}

export interface Worker {
  /** Waits for the jobs that run, a few seconds at most, and says goodbye. */
  close(): Promise<void>;
}

/** Starts working on the queue: jobs of one named queue one after another, others side by side. */
export async function startWorker({
  pool,
  log,
  concurrency,
  tasks,
  alone,
  heart = systemClock,
}: WorkerOptions): Promise<Worker> {
  const dead = await unlockDead(pool, { ours: [], now: heart.now(), alone });
  if (dead.length > 0) log.info({ deadWorkers: dead.length }, "jobs of dead workers unlocked");
  const ids: string[] = [];
  const events: WorkerEvents = new EventEmitter();
  events.on("worker:create", ({ worker }) => ids.push(worker.workerId));
  const runner = await runQueue({
    events,
    pgPool: pool,
    concurrency,
    noHandleSignals: true,
    pollInterval: 1_000,
    gracefulShutdownAbortTimeout: 3_000,
    logger: queueLogger(log),
    taskList: withLog(tasks, log),
  });
  await beat(pool, ids, heart.now());
  const timer = setInterval(() => {
    keepAlive(pool, ids, heart.now(), log).catch((err: unknown) => {
      log.warn({ err }, "heartbeat not written, trying again");
    });
  }, beatEveryMs);
  return {
    close: async () => {
      clearInterval(timer);
      await runner.stop();
      await sayGoodbye(pool, ids);
    },
  };
}

async function keepAlive(pool: Pool, ids: readonly string[], now: Date, log: Log): Promise<void> {
  await beat(pool, ids, now);
  const dead = await unlockDead(pool, { ours: ids, now, alone: false });
  if (dead.length > 0) log.info({ deadWorkers: dead.length }, "jobs of dead workers unlocked");
}

function withLog(tasks: WorkerOptions["tasks"], log: Log): QueueTasks {
  return Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      async (payload: unknown) => {
        try {
          await task(payload);
        } catch (err) {
          const coded = err instanceof RecountError ? { code: err.code, remedy: err.remedy } : {};
          log.error({ task: name, payload, ...coded, err }, "task failed, will be tried again");
          throw err;
        }
      },
    ]),
  );
}
