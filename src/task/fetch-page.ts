import { RecountError } from "../runtime/errors.ts";
import type { Fetched } from "../runtime/http.ts";
import { HostPaused, HttpError } from "../runtime/http-error.ts";
import { crawlDelayMs, mayFetch } from "../runtime/robots.ts";
import { hostTurns, keepRobots, keptRobots } from "../store/host.ts";
import type { TaskContext } from "./context.ts";
import { pauseWhoAsks } from "./pause-host.ts";

const dayMs = 86_400_000;
/** A robots.txt that cannot be had for so long counts as none. */
const givenUpMs = 30 * dayMs;
/** Of a longer file the rest is not read, as RFC 9309 has it. */
const robotsBytes = 512 * 1_024;

/**
 * Fetches a page if the host's robots.txt lets us, and that of each host that it redirects to, when the host is free.
 * @throws RecountError ROBOTS_REFUSED; HostPaused; whatever fetching throws
 */
export async function fetchPage(context: TaskContext, url: string): Promise<Fetched> {
  const { pool, clock, config, http } = context;
  const turns = hostTurns(pool, clock, config.http.gapSeconds * 1_000);
  const permit = (address: string) => obeyRobots(context, address);
  try {
    return await http.fetchBytes(url, { turns, permit, accept: "text/html, application/xhtml+xml, */*;q=0.5" });
  } catch (error) {
    throw await pauseWhoAsks(context, error);
  }
}

async function obeyRobots(context: TaskContext, url: string): Promise<void> {
  if (mayFetch(url, await robotsOf(context, url))) return;
  throw new RecountError(
    "ROBOTS_REFUSED",
    "later",
    `${url}: the host's robots.txt keeps robots from this page`,
    "What the feed says of it is used. Ask the publisher, or read it yourself with: recount read ADDRESS",
  );
}

/** A day old at most; an older one stands in while the host does not answer. */
async function robotsOf(context: TaskContext, url: string): Promise<string> {
  const { pool, clock, config, http } = context;
  const { host } = new URL(url);
  const kept = await keptRobots(pool, host);
  const now = clock.now();
  const ageMs = kept === undefined ? Number.POSITIVE_INFINITY : now.getTime() - kept.at.getTime();
  if (kept !== undefined && ageMs < dayMs) return kept.text;
  try {
    const turns = hostTurns(pool, clock, config.http.gapSeconds * 1_000);
    const { bytes } = await http.fetchBytes(new URL("/robots.txt", url).href, { turns });
    return await keep(context, url, wholeLines(bytes));
  } catch (error) {
    if (!(error instanceof RecountError)) throw error;
    if (error instanceof HostPaused) throw error;
    // Not there, or not for us: nothing is forbidden. A host that does not answer has said nothing yet.
    const isAbsent = error instanceof HttpError ? error.status < 500 && error.status !== 429 : error.retry !== "soon";
    if (isAbsent) return await keep(context, url, "");
    if (kept !== undefined && ageMs < givenUpMs) return kept.text;
    throw error;
  }
}

/** No line is obeyed that was cut: "Disallow: /" forbids more than "Disallow: /private". */
function wholeLines(bytes: Buffer): string {
  const text = bytes.subarray(0, robotsBytes).toString("utf8");
  return bytes.length <= robotsBytes
    ? text
    : text.slice(0, Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r")) + 1);
}

async function keep({ pool, clock }: TaskContext, url: string, text: string): Promise<string> {
  // Postgres holds no NUL; a file with one is no robots.txt anyway.
  const readable = text.includes("\u0000") ? "" : text;
  await keepRobots(pool, new URL(url).host, { text: readable, at: clock.now() }, crawlDelayMs(url, readable));
  return readable;
}
