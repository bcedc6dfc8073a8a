import type { RecountError } from "../runtime/errors.ts";

/**
 * passing: the way there, or the server, is at fault today. soft: an answer came, but no feed. hard: the address itself
 * is refused, gone or forbidden, and a person has to act.
 */
export type FailureKind = "passing" | "soft" | "hard";

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** First wait, growth, and the longest wait; after that a feed is tried at that pace for ever. */
const backoffs: Readonly<Record<FailureKind, readonly [firstMs: number, growth: number, longestMs: number]>> = {
  passing: [5 * minuteMs, 2, dayMs],
  soft: [30 * minuteMs, 2, 7 * dayMs],
  hard: [60 * minuteMs, 3, 30 * dayMs],
};

const hardCodes = new Set(["HTTP_401", "HTTP_402", "HTTP_403", "HTTP_404", "HTTP_410", "HTTP_451"]);

export function failureKind({ code, retry }: Pick<RecountError, "code" | "retry">): FailureKind {
  if (retry === "never" || hardCodes.has(code)) return "hard";
  return retry === "soon" || code === "HTTP_429" || code === "HTTP_503" ? "passing" : "soft";
}

/**
 * How long a feed that failed is left alone: never given up, at most thirty days apart.
 * @param times failures of this kind in a row, this one included
 */
export function backoffMs(kind: FailureKind, times: number): number {
  const [first, growth, longest] = backoffs[kind];
  return Math.min(first * growth ** Math.min(times - 1, 20), longest);
}
