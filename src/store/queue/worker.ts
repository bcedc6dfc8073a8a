import { EventEmitter } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { type TaskList as QueueTasks, type Runner, run as runQueue, type WorkerEvents } from "graphile-worker";
import type { Pool } from "pg";
import { type Clock, systemClock } from "../../runtime/clock.ts";
import { RecountError } from "../../runtime/errors.ts";
import type { Log } from "../../runtime/log.ts";
import { databaseFailure } from "../failure.ts";
import { beat, sayGoodbye, unlock, unlockDead } from "./living.ts";
import { queueLogger } from "./logger.ts";

const beatEveryMs = 10_000;
const longestPauseMs = 10_000;
/** How long running jobs may take to end at a stop; what is not done by then is done again after the next start. */
const graceMs = 2_500;

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

/** A run of the queue's library, and the name under which it locks jobs. */
interface Shift {
  readonly id: string;
  readonly runner: Runner;
}

/**
 * Starts working on the queue: jobs of one named queue one after another, others side by side. The queue's library gives
 * up when it cannot write a job's end; it is then started again until the database is back, its jobs unlocked.
 */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { pool, log, alone, heart = systemClock } = options;
  await unlockAndTell(pool, log, { ours: [], now: heart.now(), alone });
  let shift = await startShift(options, heart);
  let closing = false;

  const supervise = async (): Promise<void> => {
    for (;;) {
      const err: unknown = await shift.runner.promise.catch((cause: unknown) => cause);
      if (closing) return;
      log.warn({ err, ...codeOf(err) }, "queue stopped, starting it again");
      const next = await startAgain(options, heart, shift.id, () => closing);
      if (next === undefined) return;
      shift = next;
    }
  };
  const supervised = supervise();
  const timer = setInterval(() => {
    keepAlive(pool, log, shift.id, heart.now()).catch((err: unknown) => {
      log.warn({ err, ...codeOf(err) }, "heartbeat not written, trying again");
    });
  }, beatEveryMs);

  return {
    close: async () => {
      closing = true;
      clearInterval(timer);
      // A run that ended by itself, because the database is away, cannot be stopped once more.
      const stopped = shift.runner.stop().catch(() => undefined);
      const ended = Promise.all([stopped, supervised]).then(() => true);
      const inTime = await Promise.race([ended, sleep(graceMs, false, { ref: false })]);
      // Jobs that still run are another's from here on: they are written so that they may run twice.
      await (inTime ? sayGoodbye(pool, [shift.id]) : unlock(pool, [shift.id])).catch(() => undefined);
    },
  };
}

async function startShift(options: WorkerOptions, heart: Clock): Promise<Shift> {
  const events: WorkerEvents = new EventEmitter();
  let id = "";
  // Jobs are locked in the name of the pool, not of its single workers.
  events.on("pool:create", ({ workerPool }) => {
    id = workerPool.id;
  });
  const runner = await runQueue({
    events,
    pgPool: options.pool,
    concurrency: options.concurrency,
    noHandleSignals: true,
    pollInterval: 1_000,
    gracefulShutdownAbortTimeout: 3_000,
    logger: queueLogger(options.log),
    taskList: withLog(options.tasks, options.log),
    // Without batches nobody would hear that a job's end could not be written, and the process would end.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  });
  // Heard by `supervise` too; a run that ends before that listens must not end the process.
  runner.promise.catch(() => undefined);
  await beat(options.pool, [id], heart.now());
  return { id, runner };
}

async function startAgain(
  options: WorkerOptions,
  heart: Clock,
  ended: string,
  isClosing: () => boolean,
): Promise<Shift | undefined> {
  for (let pauseMs = 250; !isClosing(); pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
    await sleep(pauseMs);
    try {
      await unlock(options.pool, [ended]);
      return await startShift(options, heart);
    } catch (err) {
      options.log.error({ err, ...codeOf(err) }, "queue does not start, trying again");
    }
  }
  return undefined;
}

async function keepAlive(pool: Pool, log: Log, id: string, now: Date): Promise<void> {
  await beat(pool, [id], now);
  await unlockAndTell(pool, log, { ours: [id], now, alone: false });
}

async function unlockAndTell(pool: Pool, log: Log, census: Parameters<typeof unlockDead>[1]): Promise<void> {
  const dead = await unlockDead(pool, census);
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
          log.error({ task: name, payload, ...codeOf(err), err }, "task failed, will be tried again");
          throw err;
        }
      },
    ]),
  );
}

function codeOf(cause: unknown): { code?: string; remedy?: string } {
  const coded = cause instanceof RecountError ? cause : databaseFailure(cause);
  return coded === undefined ? {} : { code: coded.code, remedy: coded.remedy };
}
