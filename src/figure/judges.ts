import { ruledStates, type StateJudge, weighedStates, weighStates } from "./status/judge.ts";
import { type Judge, ruled, weigh, weighed } from "./weigh/judge.ts";
import type { Model } from "./weigh/model.ts";

/** Who have the last word: on each number, and on what each sentence tells of the talks. */
export interface Judges {
  readonly figures: Judge;
  readonly states: StateJudge;
}

/** The rules alone. */
export const byRules: Judges = { figures: ruled, states: ruledStates };

/** The words around weighed together with the rules, each language by its own weights. */
export const byWeights: Judges = { figures: weighed, states: weighedStates };

/** The same by other weights. */
export function judgesBy(model: Model): Judges {
  return {
    figures: (one, draftsBy) => weigh(model, one, draftsBy),
    states: (page, sentence, found) => weighStates(model, page, sentence, found),
  };
}
