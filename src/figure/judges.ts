import { type Reckoning, reckon } from "./frame/assemble.ts";
import type { Scene } from "./frame/scene.ts";
import { ruledStates, type StateJudge, weighedStates, weighStates } from "./status/judge.ts";
import { Forest, forest } from "./weigh/forest.ts";
import { ruled } from "./weigh/judge.ts";
import { type Model, modelOf } from "./weigh/model.ts";
import { weighedTwice } from "./weigh/twice.ts";

/** Who have the last word: on the numbers of a text, and on what each sentence tells of the talks. */
export interface Judges {
  readonly figures: (scene: Scene) => Reckoning;
  readonly states: StateJudge;
}

/** The rules alone. */
export const byRules: Judges = { figures: (scene) => reckon(scene, ruled), states: ruledStates };

/** The words around and the other numbers weighed together with the rules, each language by its own weights. */
export const byWeights: Judges = {
  figures: (scene) => weighedTwice(scene, modelOf(scene.page.locale), forest()),
  states: weighedStates,
};

/** The same by other weights and trees. */
export function judgesBy(model: Model, trees = new Forest([])): Judges {
  return {
    figures: (scene) => weighedTwice(scene, model, trees),
    states: (page, sentence, found) => weighStates(model, page, sentence, found),
  };
}
