import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Pool } from "pg";
import { z } from "zod";
import type { Clock } from "../runtime/clock.ts";
import type { Turns } from "../runtime/http.ts";
import { HostPaused } from "../runtime/http-error.ts";
import { firstRow, run } from "./query.ts";

/** A request that lasts longer is over or dead: the longest that may be taken, with room for reading the answer. */
const longestMs = 75_000;
const longestNapMs = 1_000;
/** While another's request runs. */
const napMs = 200;

/**
 * One request at a host at a time, over all processes on the database, with a gap between two.
 * @param gapMs between the end of one request and the next
 */
export function hostTurns(pool: Pool, clock: Clock, gapMs: number): Turns {
  return {
    take: async (host) => {
      const paused = await pausedUntil(pool, host, clock.now());
      if (paused !== null) throw new HostPaused(host, paused);
      const holder = randomUUID();
      while ((await run(pool, "host/take-turn", [host, holder, longestMs])) === 0) await sleep(await nap(pool, host));
      return async () => {
        await run(pool, "host/end-turn", [host, holder, gapMs]);
      };
    },
  };
}

/** Frees the hosts that a killed process held; only for whoever has the database alone. */
export async function freeHosts(pool: Pool): Promise<void> {
  await run(pool, "host/free-all", []);
}

async function nap(pool: Pool, host: string): Promise<number> {
  const row = z.object({ wait_ms: z.number().nullable() });
  const waitMs = (await firstRow(pool, "host/wait-for-turn", [host], row))?.wait_ms ?? napMs;
  return Math.min(Math.max(waitMs, 0), longestNapMs);
}

async function pausedUntil(pool: Pool, host: string, now: Date): Promise<Date | null> {
  const row = z.object({ paused_until: z.date() });
  return (await firstRow(pool, "host/paused-until", [host, now], row))?.paused_until ?? null;
}

export async function pauseHost(pool: Pool, host: string, until: Date): Promise<void> {
  await run(pool, "host/pause", [host, until]);
}

export interface KeptRobots {
  readonly text: string;
  readonly at: Date;
}

export async function keptRobots(pool: Pool, host: string): Promise<KeptRobots | undefined> {
  const row = z.object({ robots: z.string(), robots_at: z.date() });
  const found = await firstRow(pool, "host/robots", [host], row);
  return found === undefined ? undefined : { text: found.robots, at: found.robots_at };
}

export async function keepRobots(pool: Pool, host: string, robots: KeptRobots, crawlDelayMs: number): Promise<void> {
  await run(pool, "host/keep-robots", [host, robots.text, robots.at, Math.round(crawlDelayMs)]);
}
