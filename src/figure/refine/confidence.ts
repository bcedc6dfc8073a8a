import type { Doubt } from "../frame/doubt.ts";
import type { Dated } from "./figures.ts";

/** What speaks against a reading, as the rest of its text shows. */
type DoubtOfText =
  | "told once"
  | "not told the other way"
  | "no time told"
  | "the same amount with another scope"
  | "a text of many figures";

/**
 * Log-odds that a reading without any doubt is right, and what each doubt takes from them: a logistic regression over labelled
 * documents in which no doubt may raise the odds, printed by `recount eval --weights PLACES`.
 */
const SURE = 5.43;
const WEIGHT: Readonly<Record<Doubt | DoubtOfText, number>> = {
  "no direction": 2,
  "terms of a deal": 1.74,
  "told once": 0.99,
  "the same amount with another scope": 0.91,
  "a negation beside": 0.9,
  "a text of many figures": 0.86,
  children: 0.83,
  "a bound": 0.8,
  "not told the other way": 0.78,
  "direction only from who speaks": 0.77,
  "no act in its clause": 0.76,
  "act far off": 0.69,
  "done and planned in one sentence": 0.65,
  "the same number": 0.63,
  "act in another clause": 0.61,
  "pronouns beside": 0.55,
  "people of no kind": 0.52,
  "no noun of its own": 0.49,
  "direction only from home": 0.47,
  "no time told": 0.47,
  "act told by a noun": 0.47,
  "direction disputed": 0.42,
  "direction only from the figure before": 0.41,
  "still kept": 0.38,
  "no side in its sentence": 0.37,
  planned: 0.35,
  "leans on the figure before": 0.26,
};

const MANY = 12;

export interface Sureness {
  /** 0 to 1: the share of such readings that were right. */
  readonly confidence: number;
  readonly doubts: readonly string[];
}

/** @param all every figure of the text, each once */
export function surenessOf(one: Dated, all: readonly Dated[]): Sureness {
  const doubts = [...one.draft.doubts, ...doubtsOfText(one, all)];
  const odds = doubts.reduce((rest, doubt) => rest - WEIGHT[doubt], SURE);
  return { confidence: Math.round(100 / (1 + Math.exp(-odds))) / 100, doubts };
}

function doubtsOfText(one: Dated, all: readonly Dated[]): readonly DoubtOfText[] {
  const doubts: DoubtOfText[] = [];
  const alike = all.filter((other) => other !== one && isAlike(one, other));
  if (one.again !== true) doubts.push("told once");
  if (!alike.some((other) => isCounterpart(one, other))) doubts.push("not told the other way");
  if (!one.period.explicit) doubts.push("no time told");
  if (alike.some(({ draft }) => draft.scope !== one.draft.scope || draft.act !== one.draft.act))
    doubts.push("the same amount with another scope");
  if (all.length > MANY) doubts.push("a text of many figures");
  return doubts;
}

function isAlike({ draft: a }: Dated, { draft: b }: Dated): boolean {
  const [one, other] = [a.counted.quantity, b.counted.quantity];
  return one.min === other.min && one.max === other.max && (a.thing === "bodies") === (b.thing === "bodies");
}

/** "146 for 146": a swap of so many for as many hangs together. */
function isCounterpart({ draft: a }: Dated, { draft: b }: Dated): boolean {
  return a.from !== null && a.from === b.to && a.to === b.from && a.scope === b.scope;
}
