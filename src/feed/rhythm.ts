/** How often a feed has something new, by its own past. */
export interface Rhythm {
  /** The usual time between two items: the median. */
  readonly gapMs: number;
  /** The longest one of late: nights, weekends. */
  readonly longestMs: number;
}

const fewest = 5;
/** What was long ago counts half after so much time. */
const halfLifeMs = 30 * 86_400_000;

/**
 * Learns from the dates of a feed's items, and from the time that passed until something new came.
 * @param dates of the items that the feed holds now, in any order
 * @param sinceNewMs time from the new item before to the one seen now; null when none was seen before
 * @param known what was learned earlier
 * @returns null while too little is known
 */
export function learnRhythm(dates: readonly Date[], sinceNewMs: number | null, known: Rhythm | null): Rhythm | null {
  const gaps = gapsOf(dates);
  const remembered = known === null ? 0 : known.longestMs * 0.5 ** ((sinceNewMs ?? 0) / halfLifeMs);
  const longestMs = Math.max(remembered, sinceNewMs ?? 0, gaps.at(-1) ?? 0);
  const median = gaps.length >= fewest ? gaps[Math.floor(gaps.length / 2)] : undefined;
  if (median !== undefined) return { gapMs: median, longestMs };
  if (sinceNewMs === null) return known;
  // A feed without dates: each time that something new came tells a fifth of what is usual.
  return { gapMs: known === null ? sinceNewMs : 0.8 * known.gapMs + 0.2 * sinceNewMs, longestMs };
}

/** Ascending; items of one instant are one, or a batch would pass for a rhythm. */
function gapsOf(dates: readonly Date[]): number[] {
  const instants = [...new Set(dates.map((date) => date.getTime()))].sort((a, b) => a - b);
  return instants
    .slice(1)
    .map((instant, index) => instant - (instants[index] ?? instant))
    .sort((a, b) => a - b);
}
