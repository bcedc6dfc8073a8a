import robotsParser from "robots-parser";
import { z } from "zod";

/** What the package exports is the function itself, though its types speak of a default export. */
const parse = z.custom<typeof robotsParser.default>((found) => typeof found === "function").parse(robotsParser);

/** The name by which a host's robots.txt speaks of this program. */
export const robotName = "Recount";

/**
 * What a host's robots.txt lets this program ask for.
 * @param text empty where there is none: everything is allowed
 * @see RFC 9309
 */
export function mayFetch(url: string, text: string): boolean {
  return parse(new URL("/robots.txt", url).href, text).isAllowed(url, robotName) ?? true;
}

/** The gap between two requests that it asks of this program, in ms; at most a minute, 0 when it asks for none. */
export function crawlDelayMs(url: string, text: string): number {
  const seconds = parse(new URL("/robots.txt", url).href, text).getCrawlDelay(robotName) ?? 0;
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), 60) * 1_000 : 0;
}
