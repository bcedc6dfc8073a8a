import { chancesOf } from "../figure/weigh/chances.ts";
import { LEAF_UNIT } from "../figure/weigh/forest.ts";
import { ANSWERS, type Answer } from "../figure/weigh/questions.ts";
import { sequence } from "./chance.ts";
import type { FactLesson, FactNames } from "./fact-lessons.ts";

/** Trees of each answer, one a round; more teach the other questions nothing new. */
const ROUNDS = 120;
const ROUNDS_OF_REAL = 300;
/** Questions that a tree asks. */
const DEPTH = 4;
/** How far a tree goes towards what it found. */
const PACE = 0.12;
/** How much evidence a leaf needs. */
const SHRINK = 8;
/** A fact is cut at most into so many stretches. */
const BINS = 32;
/** Each tree sees so many of the facts, and so many of the lessons, drawn by chance: trees that see the same say the same. */
const FACTS_SEEN = 0.3;
/** Of few facts each tree sees more, or all. */
const FEW_FACTS = 20;
const LESSONS_SEEN = 0.6;
/** Lessons that stand for all where the stretches of a fact are set. */
const SAMPLE = 20_000;

/** What one answer of a lesson says to the trees of this answer. */
interface Place {
  readonly lesson: number;
  readonly at: number;
  /** Its facts, each as the stretch that it lies in. */
  readonly row: Uint8Array;
}

interface Tree {
  readonly facts: readonly number[];
  readonly cuts: readonly number[];
  readonly leaves: Float64Array;
}

/**
 * Grows trees that correct what the words around say: gradient boosting (Friedman 2001) from their log-odds on, with trees that ask the same
 * question on each level (Prokhorenkova et al. 2018). The same lessons give the same trees.
 * @returns lines of `weigh/trees.ts`
 */
export function grow(lessons: readonly FactLesson[], names: FactNames): readonly string[] {
  const bounds = names.map((_, fact) => boundsOf(lessons, fact));
  const plots = [...placesOf(lessons, bounds)].map(([answer, places]) => ({ answer, places, draw: sequence() }));
  const shareSeen = Math.max(FACTS_SEEN, FEW_FACTS / bounds.length);
  const odds = lessons.map(({ answers }) => answers.map((answer) => answer.odds));
  const lines = new Map<Answer, string[]>(plots.map(({ answer }) => [answer, []]));
  for (let round = 0; round < ROUNDS_OF_REAL; round++) {
    const slopes = slopesOf(lessons, odds);
    for (const { answer, places, draw } of plots) {
      if (round >= ROUNDS && answer !== "real") continue;
      const seen = {
        facts: bounds.map((_, fact) => fact).filter(() => draw() < shareSeen),
        places: places.filter(() => draw() < LESSONS_SEEN),
      };
      const tree = treeOf(seen, slopes, bounds);
      for (const { lesson, at, row } of places) {
        const known = odds[lesson];
        if (known) known[at] = (known[at] ?? 0) + (tree.leaves[leafOf(tree, row)] ?? 0);
      }
      if (tree.facts.length > 0) lines.get(answer)?.push(lineOf(answer, tree, names, bounds));
    }
  }
  return [...lines.values()].flat();
}

/** Where the stretches of a fact end: as many lessons in each as can be. */
function boundsOf(lessons: readonly FactLesson[], fact: number): readonly number[] {
  const step = Math.max(1, Math.floor(lessons.length / SAMPLE));
  const values: number[] = [];
  for (let at = 0; at < lessons.length; at += step)
    for (const { facts } of lessons[at]?.answers ?? []) {
      const value = facts[fact];
      if (value !== undefined) values.push(value);
    }
  values.sort((a, b) => a - b);
  const last = values.at(-1);
  const found = new Set<number>();
  for (let bin = 1; bin < BINS; bin++) {
    const value = values[Math.floor((bin * values.length) / BINS)];
    if (value !== undefined && value !== last) found.add(rounded(value));
  }
  return [...found];
}

/** As it is written in a line. */
function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

function placesOf(
  lessons: readonly FactLesson[],
  bounds: readonly (readonly number[])[],
): ReadonlyMap<Answer, readonly Place[]> {
  const places = new Map<Answer, Place[]>();
  const rows = new Map<Float32Array, Uint8Array>();
  for (const [lesson, { answers }] of lessons.entries())
    for (const [at, { answer, facts }] of answers.entries()) {
      if (answer === null) continue;
      const row = rows.get(facts) ?? Uint8Array.from(bounds, (ends, fact) => stretchOf(ends, facts[fact] ?? 0));
      rows.set(facts, row);
      const known = places.get(answer) ?? [];
      known.push({ lesson, at, row });
      places.set(answer, known);
    }
  return new Map(
    ANSWERS.flatMap((answer) => [[answer, places.get(answer) ?? []] as const]).filter(([, all]) => all.length > 0),
  );
}

/** How many ends lie below. */
function stretchOf(ends: readonly number[], value: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Slopes {
  /** For each lesson and answer. */
  readonly first: readonly Float64Array[];
  readonly second: readonly Float64Array[];
}

function slopesOf(lessons: readonly FactLesson[], odds: readonly (readonly number[])[]): Slopes {
  const first: Float64Array[] = [];
  const second: Float64Array[] = [];
  for (const [lesson, { right, weight }] of lessons.entries()) {
    const chances = chancesOf(odds[lesson] ?? []);
    first.push(Float64Array.from(chances, (chance, at) => weight * (chance - (at === right ? 1 : 0))));
    second.push(Float64Array.from(chances, (chance) => weight * chance * (1 - chance)));
  }
  return { first, second };
}

/** What one tree is grown from. */
interface Seen {
  readonly facts: readonly number[];
  readonly places: readonly Place[];
}

/** Asks, level by level, what parts the slopes best in all leaves together. */
function treeOf(seen: Seen, slopes: Slopes, bounds: readonly (readonly number[])[]): Tree {
  const { places } = seen;
  const leafAt = new Uint8Array(places.length);
  const facts: number[] = [];
  const cuts: number[] = [];
  for (let level = 0; level < DEPTH; level++) {
    const best = bestCut(seen, slopes, bounds, leafAt, level);
    if (best === null) break;
    facts.push(best.fact);
    cuts.push(best.cut);
    for (const [place, { row }] of places.entries())
      if ((row[best.fact] ?? 0) > best.cut) leafAt[place] = (leafAt[place] ?? 0) | (1 << level);
  }
  const [first, second] = sumsOf(places, slopes, leafAt, 2 ** facts.length);
  const leaves = first.map((slope, leaf) => {
    const step = (-PACE * slope) / ((second[leaf] ?? 0) + SHRINK);
    return Math.round(step * LEAF_UNIT) / LEAF_UNIT;
  });
  return { facts, cuts, leaves };
}

function sumsOf(
  places: readonly Place[],
  { first, second }: Slopes,
  leafAt: Uint8Array,
  leaves: number,
): readonly [Float64Array, Float64Array] {
  const sums = [new Float64Array(leaves), new Float64Array(leaves)] as const;
  for (const [place, { lesson, at }] of places.entries()) {
    const leaf = leafAt[place] ?? 0;
    sums[0][leaf] = (sums[0][leaf] ?? 0) + (first[lesson]?.[at] ?? 0);
    sums[1][leaf] = (sums[1][leaf] ?? 0) + (second[lesson]?.[at] ?? 0);
  }
  return sums;
}

interface Cut {
  readonly fact: number;
  /** Beyond this stretch. */
  readonly cut: number;
}

function bestCut(
  { facts, places }: Seen,
  slopes: Slopes,
  bounds: readonly (readonly number[])[],
  leafAt: Uint8Array,
  level: number,
): Cut | null {
  const leaves = 2 ** level;
  const size = facts.length * BINS;
  const columns = Uint16Array.from(facts);
  const first = new Float64Array(leaves * size);
  const second = new Float64Array(leaves * size);
  for (let place = 0; place < places.length; place++) {
    const found = places[place];
    if (!found) continue;
    const { lesson, at, row } = found;
    const slope = slopes.first[lesson]?.[at] ?? 0;
    const bend = slopes.second[lesson]?.[at] ?? 0;
    let cell = (leafAt[place] ?? 0) * size;
    for (let column = 0; column < columns.length; column++, cell += BINS) {
      const bin = cell + (row[columns[column] ?? 0] ?? 0);
      first[bin] = (first[bin] ?? 0) + slope;
      second[bin] = (second[bin] ?? 0) + bend;
    }
  }
  let best: Cut | null = null;
  let most = 1e-6;
  for (const [column, fact] of facts.entries()) {
    const ends = bounds[fact] ?? [];
    const gains = new Float64Array(ends.length);
    for (let leaf = 0; leaf < leaves; leaf++) addGains(gains, first, second, leaf * size + column * BINS);
    for (const [cut, gain] of gains.entries())
      if (gain > most) {
        most = gain;
        best = { fact, cut };
      }
  }
  return best;
}

/** What is won by cutting one leaf beyond each stretch. */
function addGains(gains: Float64Array, first: Float64Array, second: Float64Array, begin: number): void {
  let [slopes, bends] = [0, 0];
  for (let bin = 0; bin <= gains.length; bin++) {
    slopes += first[begin + bin] ?? 0;
    bends += second[begin + bin] ?? 0;
  }
  const whole = worth(slopes, bends);
  let [below, bent] = [0, 0];
  for (let cut = 0; cut < gains.length; cut++) {
    below += first[begin + cut] ?? 0;
    bent += second[begin + cut] ?? 0;
    gains[cut] = (gains[cut] ?? 0) + worth(below, bent) + worth(slopes - below, bends - bent) - whole;
  }
}

function worth(slope: number, bend: number): number {
  return (slope * slope) / (bend + SHRINK);
}

function leafOf({ facts, cuts }: Tree, row: Uint8Array): number {
  let leaf = 0;
  for (const [at, fact] of facts.entries()) if ((row[fact] ?? 0) > (cuts[at] ?? 0)) leaf |= 1 << at;
  return leaf;
}

function lineOf(
  answer: Answer,
  { facts, cuts, leaves }: Tree,
  names: FactNames,
  bounds: readonly (readonly number[])[],
): string {
  const asked = facts.map((fact, at) => `${names[fact] ?? ""} > ${bounds[fact]?.[cuts[at] ?? 0] ?? 0}`);
  return `${answer}\t${asked.join(" & ")}\t${[...leaves].map((leaf) => Math.round(leaf * LEAF_UNIT)).join(" ")}`;
}
