import { retryAfterMs } from "../feed/asked.ts";
import { spread } from "../feed/interval.ts";
import { type HostPaused, HttpError } from "../runtime/http-error.ts";
import { pauseHost } from "../store/host.ts";
import type { TaskContext } from "./context.ts";

const minuteMs = 60_000;
const longestMs = 1_440 * minuteMs;
/** Of a host that says "too many requests" and not for how long. */
const unstatedMs = 15 * minuteMs;

/**
 * When a host answered 429 or 503 and said when to come back, nobody asks it for anything until then, a day at most.
 * @returns what to throw: the failure itself
 */
export async function pauseWhoAsks({ pool, clock, log }: TaskContext, error: unknown): Promise<unknown> {
  const now = clock.now();
  const asked = askedPauseMs(error, now);
  if (asked === null || !(error instanceof HttpError)) return error;
  const until = spread(now, asked, Math.random);
  await pauseHost(pool, error.host, until);
  log.info({ host: error.host, status: error.status, until }, "host left alone, as it asked");
  return error;
}

/** @returns how long a host asks to be left alone, from a minute to a day; null when it does not */
export function askedPauseMs(error: unknown, now: Date): number | null {
  if (!(error instanceof HttpError) || (error.status !== 429 && error.status !== 503)) return null;
  const asked = retryAfterMs(error.retryAfter, now) ?? (error.status === 429 ? unstatedMs : null);
  return asked === null ? null : Math.min(Math.max(asked, minuteMs), longestMs);
}

/** When to try again what a paused host kept from us: within ten minutes after, not everything at once. */
export function afterPause(pause: HostPaused): Date {
  return new Date(pause.until.getTime() + Math.random() * 10 * minuteMs);
}
