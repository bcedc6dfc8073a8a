import { languages } from "../figure/locale/languages.ts";
import { UNIT } from "../figure/weigh/model.ts";
import { ANSWERS, type Answer } from "../figure/weigh/questions.ts";
import { sequence, shuffle } from "./chance.ts";
import type { Lesson } from "./lessons.ts";

/** How fast weights move, and how often the lessons are gone through. */
interface Pace {
  readonly rate: number;
  readonly rounds: number;
}

const USUAL: Pace = { rate: 0.03, rounds: 32 };
/** States are labelled in fewer documents, and most of them are rare. */
const PACES: Readonly<Record<Lesson["question"], Pace>> = {
  real: USUAL,
  scope: USUAL,
  thing: USUAL,
  way: USUAL,
  state: { rate: 0.1, rounds: 60 },
};
/** How much evidence a weight needs. */
const LEAST = 3;
const SHRINK = 4;
/** A sign that is seen in fewer lessons teaches nothing. */
const SEEN = 5;
const QUESTIONS = ["real", "scope", "thing", "way", "state"] as const;

/** sign → answer → what it weighs, in whole hundredths of log-odds; nothing that weighs less. */
export type Learned = ReadonlyMap<string, ReadonlyMap<Answer, number>>;

/**
 * Learns what signs weigh: a multinomial logistic regression for each question, by follow-the-regularised-leader
 * (McMahan et al. 2013), which leaves out signs that do not pay. The same lessons give the same weights.
 */
export function learn(lessons: readonly Lesson[]): Learned {
  const learned = new Map<string, Map<Answer, number>>();
  for (const question of QUESTIONS) {
    const own = lessons.filter((lesson) => lesson.question === question);
    for (const [sign, answer, weight] of learnQuestion(own, PACES[question])) {
      const row = learned.get(sign) ?? new Map<Answer, number>();
      learned.set(sign, row.set(answer, weight));
    }
  }
  return learned;
}

interface Exercise {
  readonly right: number;
  readonly weight: number;
  /** For each answer the places of its signs' weights. */
  readonly answers: readonly Int32Array[];
}

function learnQuestion(lessons: readonly Lesson[], pace: Pace): readonly (readonly [string, Answer, number])[] {
  const signs = signsOf(lessons);
  const exercises = lessons.map((lesson) => exerciseOf(lesson, signs));
  const leader = new Leader(signs.size * ANSWERS.length, pace.rate);
  const order = exercises.map((_, at) => at);
  const random = sequence();
  for (let round = 0; round < pace.rounds; round++) {
    shuffle(order, random);
    for (const at of order) {
      const exercise = exercises[at];
      if (exercise) leader.practise(exercise);
    }
  }
  return [...signs].flatMap(([sign, id]) =>
    ANSWERS.flatMap((answer, column) => {
      const weight = Math.round(leader.weightAt(id * ANSWERS.length + column) * UNIT);
      return weight === 0 ? [] : [[sign, answer, weight] as const];
    }),
  );
}

function signsOf(lessons: readonly Lesson[]): ReadonlyMap<string, number> {
  const seen = new Map<string, number>();
  for (const { answers } of lessons)
    for (const sign of new Set(answers.flatMap(({ signs }) => signs))) seen.set(sign, (seen.get(sign) ?? 0) + 1);
  const kept = [...seen].filter(([, times]) => times >= SEEN).map(([sign]) => sign);
  return new Map(kept.map((sign, id) => [sign, id]));
}

function exerciseOf({ answers, right, weight }: Lesson, ids: ReadonlyMap<string, number>): Exercise {
  const places = answers.map(({ answer, signs }) => {
    const column = answer === null ? 0 : ANSWERS.indexOf(answer);
    return Int32Array.from(
      signs.flatMap((sign) => {
        const id = ids.get(sign);
        return id === undefined ? [] : [id * ANSWERS.length + column];
      }),
    );
  });
  return { right, weight, answers: places };
}

/** Weights that follow from all gradients so far. */
class Leader {
  private readonly pull: Float64Array;
  private readonly squares: Float64Array;
  private readonly weights: Float64Array;
  private readonly rate: number;

  constructor(size: number, rate: number) {
    this.rate = rate;
    this.pull = new Float64Array(size);
    this.squares = new Float64Array(size);
    this.weights = new Float64Array(size);
  }

  weightAt(place: number): number {
    return this.weights[place] ?? 0;
  }

  practise({ answers, right, weight }: Exercise): void {
    const odds = answers.map((places) => places.reduce((sum, place) => sum + this.weightAt(place), 0));
    const most = Math.max(...odds);
    const shares = odds.map((one) => Math.exp(one - most));
    const all = shares.reduce((sum, share) => sum + share, 0);
    for (const [at, places] of answers.entries()) {
      const error = ((shares[at] ?? 0) / all - (at === right ? 1 : 0)) * weight;
      if (Math.abs(error) > 1e-4) for (const place of places) this.move(place, error);
    }
  }

  private move(place: number, error: number): void {
    const before = this.squares[place] ?? 0;
    const after = before + error * error;
    const speed = (Math.sqrt(after) - Math.sqrt(before)) / this.rate;
    const pull = (this.pull[place] ?? 0) + error - speed * this.weightAt(place);
    this.pull[place] = pull;
    this.squares[place] = after;
    const over = Math.abs(pull) - LEAST;
    this.weights[place] = over <= 0 ? 0 : (-Math.sign(pull) * over) / ((1 + Math.sqrt(after)) / this.rate + SHRINK);
  }
}

/** The lines of a weights file, one a sign: "SIGN, a tab, ANSWER WEIGHT …", in order of the signs. */
export function weightLinesOf(learned: Learned): readonly string[] {
  return [...learned]
    .map(([sign, row]) => `${sign}\t${[...row].map(([answer, weight]) => `${answer} ${weight}`).join(" ")}`)
    .toSorted();
}

/** The lines of each weights file, by its place under src/figure: a language's own signs begin with its tag. */
export function weightFilesOf(learned: Learned): Map<string, readonly string[]> {
  const files = new Map<string, string[]>([...languages.map(fileOf), fileOf(null)].map((file) => [file, []]));
  for (const line of weightLinesOf(learned))
    files.get(fileOf(languages.find((tag) => line.startsWith(`${tag} `)) ?? null))?.push(line);
  return new Map(files);
}

function fileOf(language: string | null): string {
  return language === null ? "weigh/weights.ts" : `locale/${language}/weights.ts`;
}
