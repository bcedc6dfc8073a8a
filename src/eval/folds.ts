import { type Judges, judgesBy } from "../figure/judges.ts";
import { Forest } from "../figure/weigh/forest.ts";
import { Model } from "../figure/weigh/model.ts";
import { learn, weightLinesOf } from "./learn.ts";
import { type Lesson, lessonsOf, type Taught } from "./lessons.ts";
import { treesFrom } from "./parts.ts";

/**
 * For each document judges that have learned from none of its part: every n-th document is of one part.
 * @param told how many parts are done, since each takes a while
 */
export function judgesOf(
  all: readonly Taught[],
  folds: number,
  told: (done: number, all: number) => void = () => {},
): (at: number) => Judges {
  const lessons = all.map(lessonsOf);
  const judges = Array.from({ length: folds }, (_, fold) => {
    told(fold, folds);
    const isOther = (_: unknown, at: number) => at % folds !== fold;
    return judgesFrom(all.filter(isOther), lessons.filter(isOther));
  });
  told(folds, folds);
  return (at) => {
    const found = judges[at % folds];
    if (!found) throw new RangeError(`no part ${at % folds} of ${folds}`);
    return found;
  };
}

function judgesFrom(all: readonly Taught[], lessons: readonly (readonly Lesson[])[]): Judges {
  return judgesBy(new Model(weightLinesOf(learn(lessons.flat()))), new Forest(treesFrom(all, lessons)));
}
