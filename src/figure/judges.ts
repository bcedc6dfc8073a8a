import { type Reckoning, reckon } from "./frame/assemble.ts";
import type { Page } from "./frame/page.ts";
import { ruledStates, type StateJudge, weighedStates, weighStates } from "./status/judge.ts";
import { Forest, forest } from "./weigh/forest.ts";
import { ruled } from "./weigh/judge.ts";
import { type Model, modelOf } from "./weigh/model.ts";
import { weighedTwice } from "./weigh/twice.ts";

/** Who have the last word: on the numbers of a text, and on what each sentence tells of the talks. */
export interface Judges {
  readonly figures: (page: Page) => Reckoning;
  readonly states: StateJudge;
}

/** The rules alone. */
export const byRules: Judges = { figures: (page) => reckon(page, ruled), states: ruledStates };

/** The words around and the other numbers weighed together with the rules, each language by its own weights. */
export const byWeights: Judges = {
  figures: (page) => weighedTwice(page, modelOf(page.locale), forest()),
  states: weighedStates,
};

/** The same by other weights and trees. */
export function judgesBy(model: Model, trees = new Forest([])): Judges {
  return {
    figures: (page) => weighedTwice(page, model, trees),
    states: (page, sentence, found) => weighStates(model, page, sentence, found),
  };
}
