/** True and false positives and false negatives of one text, as shares that add up to 1; all 0 for two empty texts. */
export interface Score {
  readonly hits: number;
  readonly extra: number;
  readonly missed: number;
}

/** Compares two texts by their runs of four words, as scrapinghub/article-extraction-benchmark does. */
export function shingleScore(expected: string, found: string): Score {
  const [wanted, got] = [shingles(expected), shingles(found)];
  let [hits, extra, missed] = [0, 0, 0];
  for (const key of new Set([...wanted.keys(), ...got.keys()])) {
    const [want, have] = [wanted.get(key) ?? 0, got.get(key) ?? 0];
    hits += Math.min(want, have);
    extra += Math.max(0, have - want);
    missed += Math.max(0, want - have);
  }
  const all = hits + extra + missed || 1;
  return { hits: hits / all, extra: extra / all, missed: missed / all };
}

/** The mean precision and recall over all texts that have one, and the F1 of these means. */
export function meanScore(scores: readonly Score[]): { f1: number; precision: number; recall: number } {
  const share = (part: number, rest: number) => (part + rest === 0 ? [] : [part / (part + rest)]);
  const precision = mean(scores.flatMap(({ hits, extra }) => share(hits, extra)));
  const recall = mean(scores.flatMap(({ hits, missed }) => share(hits, missed)));
  return { f1: (2 * precision * recall) / (precision + recall), precision, recall };
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let start = 0; start < Math.max(words.length === 0 ? 0 : 1, words.length - 3); start++) {
    const key = words.slice(start, start + 4).join(" ");
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
