/** One figure that was read, with what spoke against it. */
export interface Judged {
  /** Of which document, so that no document teaches the weights that it is then measured by. */
  readonly document: string;
  readonly doubts: readonly string[];
  readonly right: boolean;
  /** Whether it tells of one event with a side that receives: only these move a running total. */
  readonly moves: boolean;
}

export interface Weights {
  /** Log-odds of being right without any doubt. */
  readonly sure: number;
  /** Doubt → what it takes from the log-odds, never below 0. */
  readonly taken: ReadonlyMap<string, number>;
}

const FOLDS = 10;
/** Pulls a weight that few figures speak for towards 0. */
const PULL = 2;
const STEPS = 30;

/** Logistic regression of "right" on the doubts; a doubt that would raise the odds is left out and the rest fitted again. */
export function fitWeights(judged: readonly Judged[]): Weights {
  let names = [...new Set(judged.flatMap(({ doubts }) => doubts))].toSorted();
  for (;;) {
    const [sure = 0, ...gains] = regress(judged, names);
    const raising = new Set(names.filter((_, at) => (gains[at] ?? 0) > 0));
    if (raising.size === 0) return { sure, taken: new Map(names.map((name, at) => [name, -(gains[at] ?? 0)])) };
    names = names.filter((name) => !raising.has(name));
  }
}

/** What each figure's confidence is by weights fitted on the other documents only. */
export function crossValidated(judged: readonly Judged[]): readonly (Judged & { readonly confidence: number })[] {
  const folds = Array.from({ length: FOLDS }, (_, fold) => fold);
  return folds.flatMap((fold) => {
    const weights = fitWeights(judged.filter(({ document }) => foldOf(document) !== fold));
    return judged
      .filter(({ document }) => foldOf(document) === fold)
      .map((one) => ({ ...one, confidence: confidenceBy(weights, one.doubts) }));
  });
}

function confidenceBy({ sure, taken }: Weights, doubts: readonly string[]): number {
  return logistic(doubts.reduce((odds, doubt) => odds - (taken.get(doubt) ?? 0), sure));
}

function logistic(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

function foldOf(document: string): number {
  let sum = 7;
  for (let at = 0; at < document.length; at++) sum = (sum * 31 + document.charCodeAt(at)) % 1_000_003;
  return sum % FOLDS;
}

/** Newton's method. @returns the log-odds without a doubt, then the gain of each named doubt */
function regress(judged: readonly Judged[], names: readonly string[]): readonly number[] {
  const place = new Map(names.map((name, at) => [name, at + 1]));
  const rows = judged.map(({ doubts, right }) => ({
    at: [0, ...new Set(doubts.flatMap((doubt) => place.get(doubt) ?? []))],
    right: Number(right),
  }));
  const size = names.length + 1;
  let gains = Array.from({ length: size }, () => 0);
  for (let step = 0; step < STEPS; step++) {
    const slope = gains.map((gain, at) => (at === 0 ? 0 : -PULL * gain));
    const bend = gains.map((_, row) => gains.map((_other, at): number => (at !== row ? 0 : at === 0 ? 1e-6 : PULL)));
    for (const { at, right } of rows) {
      const stated = logistic(at.reduce((odds, one) => odds + (gains[one] ?? 0), 0));
      for (const one of at) {
        slope[one] = (slope[one] ?? 0) + right - stated;
        const line = bend[one] ?? [];
        for (const other of at) line[other] = (line[other] ?? 0) + stated * (1 - stated);
      }
    }
    const move = solve(bend, slope);
    gains = gains.map((gain, at) => gain + (move[at] ?? 0));
  }
  return gains;
}

/** Gauss's elimination; the matrix is symmetric and positive, so that no row need change places. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((line, at) => [...line, right[at] ?? 0]);
  for (const [at, pivot] of rows.entries())
    for (const [below, line] of rows.entries()) {
      if (below === at) continue;
      const share = (line[at] ?? 0) / (pivot[at] ?? 1);
      if (share !== 0)
        for (const column of line.keys()) line[column] = (line[column] ?? 0) - share * (pivot[column] ?? 0);
    }
  return rows.map((line, at) => (line.at(-1) ?? 0) / (line[at] ?? 1));
}
