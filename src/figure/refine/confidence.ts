import type { Doubt } from "../frame/doubt.ts";
import type { Dated } from "./figures.ts";
import { amountOf } from "./repeat.ts";

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

/** What a text tells of each amount, so that no figure need be held against all the others. */
export interface Told {
  readonly figures: number;
  readonly amounts: ReadonlyMap<string, Amount>;
}

interface Amount {
  /** From whom to whom, in which scope. */
  readonly ways: Set<string>;
  readonly scopes: Set<string>;
}

/** @param all every figure of the text, each once */
export function toldOf(all: readonly Dated[]): Told {
  const amounts = new Map<string, Amount>();
  for (const one of all) {
    const { act, from, to, scope } = one.draft;
    const amount = amounts.get(kindOf(one)) ?? { ways: new Set(), scopes: new Set() };
    amounts.set(kindOf(one), amount);
    amount.scopes.add(`${scope} ${act}`);
    if (from !== null && to !== null) amount.ways.add(`${from}>${to} ${scope}`);
  }
  return { figures: all.length, amounts };
}

/** The amount, of bodies or of people. */
function kindOf(one: Dated): string {
  return `${amountOf(one)}${one.draft.thing === "bodies" ? " bodies" : ""}`;
}

export function surenessOf(one: Dated, told: Told): Sureness {
  const doubts = [...one.draft.doubts, ...doubtsOfText(one, told)];
  const odds = doubts.reduce((rest, doubt) => rest - WEIGHT[doubt], SURE);
  return { confidence: Math.round(100 / (1 + Math.exp(-odds))) / 100, doubts };
}

function doubtsOfText(one: Dated, { figures, amounts }: Told): readonly DoubtOfText[] {
  const doubts: DoubtOfText[] = [];
  const amount = amounts.get(kindOf(one));
  const { from, to, scope } = one.draft;
  if (one.again !== true) doubts.push("told once");
  // "146 for 146": a swap of so many for as many hangs together.
  if (amount?.ways.has(`${String(to)}>${String(from)} ${scope}`) !== true) doubts.push("not told the other way");
  if (!one.period.explicit) doubts.push("no time told");
  if (amount !== undefined && amount.scopes.size > 1) doubts.push("the same amount with another scope");
  if (figures > MANY) doubts.push("a text of many figures");
  return doubts;
}
