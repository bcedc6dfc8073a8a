/** A labelled document. */
export interface Gold {
  readonly id: string;
  readonly lang: string;
  readonly text: string;
  readonly gold: readonly Labelled[];
  readonly optional: readonly Labelled[];
  /** Null where states were not labelled. */
  readonly status: readonly { readonly status: string }[] | null;
}

/** What a figure is compared by. */
export interface Labelled {
  readonly thing: string;
  readonly act: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly qualifier: string;
  readonly scope: string;
}

export interface Predicted extends Labelled {
  readonly evidence: string;
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
}

export interface Answer {
  readonly figures: readonly Predicted[];
  readonly statuses: readonly {
    readonly status: string;
    readonly evidence: string;
    readonly start: number;
    readonly end: number;
  }[];
}

export type ReadingName = "value" | "people" | "core" | "strict" | "status";

export interface Counts {
  tp: number;
  fp: number;
  fn: number;
}

export interface Rate extends Counts {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface Miss {
  readonly id: string;
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
}

/** One figure that was read. */
export interface Judged {
  readonly confidence: number;
  readonly right: boolean;
  /** Whether it tells of one event with a side that receives: only these move a running total. */
  readonly moves: boolean;
}

export interface Score {
  readonly documents: number;
  readonly absent: number;
  readonly ungrounded: number;
  readonly distractors: number;
  readonly quietDistractors: number;
  /** language, or "all" → reading → rate */
  readonly table: ReadonlyMap<string, ReadonlyMap<ReadingName, Rate>>;
  /** Documents with a wrong or missing figure at "core". */
  readonly misses: readonly Miss[];
  /** Each figure scored, and whether it was right at "core"; optional ones are left out. */
  readonly sureness: readonly Judged[];
}

const LABELLED = new Set(["servicemen", "civilians", "persons", "bodies", "children"]);
const STATUSES = new Set([
  "talks_suspended",
  "talks_resumed",
  "talks_planned",
  "talks_held",
  "proposal_unanswered",
  "exchange_suspended",
]);

const value = (f: Labelled): string => `${f.min}..${f.max}`;
const direction = (f: Labelled): string => (f.act === "held" ? `holder ${f.from}` : `${f.from}>${f.to}`);
const scope = (f: Labelled): string => (f.act === "held" ? "held" : f.scope);
const people = (thing: string): string => (thing === "servicemen" || thing === "persons" ? "people" : thing);
const core = (f: Labelled): string => [value(f), f.thing, f.act, direction(f), scope(f)].join("|");

/** Four readings of "right", each stricter than the one before. */
const READINGS: readonly (readonly [Exclude<ReadingName, "status">, (f: Labelled) => string])[] = [
  ["value", value],
  ["people", (f) => [value(f), people(f.thing), f.act, direction(f), scope(f)].join("|")],
  ["core", core],
  ["strict", (f) => `${core(f)}|${f.qualifier}`],
];

/** Scores answers against labels: a figure whose evidence is not text.slice(start, end) is wrong at every reading. */
export function score(gold: readonly Gold[], answers: ReadonlyMap<string, Answer>): Score {
  const tally = new Map<string, Map<ReadingName, Counts>>();
  const misses: Miss[] = [];
  const sureness: Judged[] = [];
  let [absent, ungrounded, distractors, quietDistractors] = [0, 0, 0, 0];
  for (const document of gold) {
    const answer = answers.get(document.id);
    if (!answer) absent++;
    const figures = (answer?.figures ?? []).filter(({ thing }) => LABELLED.has(thing));
    const grounded = figures.filter((figure) => isGrounded(figure, document.text));
    ungrounded += figures.length - grounded.length;
    if (document.gold.length === 0) {
      distractors++;
      if (match(document, figures, value).wrong.length === 0) quietDistractors++;
    }
    for (const [reading, keyOf] of READINGS) {
      const result = match(document, grounded, keyOf);
      add(tally, document.lang, reading, {
        tp: result.right.length,
        fp: figures.length - grounded.length + result.wrong.length,
        fn: result.missed.length,
      });
      if (reading !== "core") continue;
      if (result.wrong.length > 0 || result.missed.length > 0)
        misses.push({
          id: document.id,
          missed: result.missed,
          wrong: result.wrong.map((f) => `${core(f)} "${f.evidence}"`),
        });
      sureness.push(...result.right.map((figure) => judged(figure, true)));
      sureness.push(...result.wrong.map((figure) => judged(figure, false)));
    }
    addStatuses(tally, document, answer);
  }
  const table = new Map(
    [...tally].map(([language, readings]) => [
      language,
      new Map([...readings].map(([name, counts]) => [name, rate(counts)])),
    ]),
  );
  return { documents: gold.length, absent, ungrounded, distractors, quietDistractors, table, misses, sureness };
}

function judged({ confidence, act, scope, to }: Predicted, right: boolean): Judged {
  return { confidence, right, moves: act === "returned" && scope === "event" && to !== null };
}

function match(document: Gold, figures: readonly Predicted[], keyOf: (f: Labelled) => string) {
  const open = tallied(document.gold.map(keyOf));
  const spare = tallied(document.optional.map(value));
  const right: Predicted[] = [];
  const rest: Predicted[] = [];
  for (const figure of figures) (take(open, keyOf(figure)) ? right : rest).push(figure);
  const wrong = rest.filter((figure) => !take(spare, value(figure)));
  const missed = [...open].flatMap(([key, count]) => Array.from({ length: count }, () => key));
  return { right, wrong, missed };
}

function tallied(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function take(counts: Map<string, number>, key: string): boolean {
  const count = counts.get(key) ?? 0;
  if (count > 0) counts.set(key, count - 1);
  return count > 0;
}

/** Statuses are compared by kind, once for each kind and document. */
function addStatuses(tally: Map<string, Map<ReadingName, Counts>>, document: Gold, answer: Answer | undefined): void {
  if (document.status === null) return;
  const want = new Set(document.status.map(({ status }) => status));
  const got = new Set(
    (answer?.statuses ?? [])
      .filter((status) => isGrounded(status, document.text) && STATUSES.has(status.status))
      .map(({ status }) => status),
  );
  let tp = 0;
  for (const status of want) if (got.has(status)) tp++;
  add(tally, document.lang, "status", { tp, fn: want.size - tp, fp: got.size - tp });
}

function isGrounded({ evidence, start, end }: { evidence: string; start: number; end: number }, text: string): boolean {
  return evidence.length > 0 && text.slice(start, end) === evidence;
}

function add(tally: Map<string, Map<ReadingName, Counts>>, lang: string, reading: ReadingName, more: Counts): void {
  for (const language of [lang, "all"]) {
    const readings = tally.get(language) ?? new Map<ReadingName, Counts>();
    tally.set(language, readings);
    const counts = readings.get(reading) ?? { tp: 0, fp: 0, fn: 0 };
    readings.set(reading, { tp: counts.tp + more.tp, fp: counts.fp + more.fp, fn: counts.fn + more.fn });
  }
}

function rate({ tp, fp, fn }: Counts): Rate {
  const precision = tp / (tp + fp || 1);
  const recall = tp / (tp + fn || 1);
  return {
    precision,
    recall,
    f1: precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0,
    tp,
    fp,
    fn,
  };
}
