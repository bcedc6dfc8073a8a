type Headers = Readonly<Record<string, string>>;

/**
 * How long the answer is good for, by its own headers: `Cache-Control: max-age` less `Age`, else `Expires`.
 * @param headers names in lower case
 * @returns milliseconds; null when they do not say, 0 when they forbid keeping it
 */
export function freshMs(headers: Headers, now: Date): number | null {
  const control = (headers["cache-control"] ?? "").toLowerCase();
  if (/\bno-(?:cache|store)\b/.test(control)) return 0;
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d+)/.exec(control)?.[1];
  if (maxAge !== undefined) return Math.max(0, Number(maxAge) - (Number(headers["age"]) || 0)) * 1_000;
  const expires = headers["expires"];
  if (expires === undefined) return null;
  const at = Date.parse(expires);
  // "0" and "-1" are the usual ways to say: at once.
  if (Number.isNaN(at) || /^-?\d+$/.test(expires.trim())) return 0;
  const sent = Date.parse(headers["date"] ?? "");
  return Math.max(0, at - (Number.isNaN(sent) ? now.getTime() : sent));
}

/**
 * Reads `Retry-After`, seconds or a date.
 * @returns milliseconds; null when nothing readable was sent
 */
export function retryAfterMs(header: string | null, now: Date): number | null {
  if (header === null) return null;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1_000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}
