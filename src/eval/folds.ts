import { type Judge, weigh } from "../figure/weigh/judge.ts";
import { Model } from "../figure/weigh/model.ts";
import { learn, weightLinesOf } from "./learn.ts";
import { lessonsOf, type Taught } from "./lessons.ts";

/**
 * For each document a judge that has learned from none of its part: every n-th document is of one part.
 * @param told how many parts are done, since each takes a while
 */
export function judgesOf(
  all: readonly Taught[],
  folds: number,
  told: (done: number, all: number) => void = () => {},
): (at: number) => Judge {
  const lessons = all.map(lessonsOf);
  const judges = Array.from({ length: folds }, (_, fold) => {
    told(fold, folds);
    return judgeFrom(lessons.filter((_, at) => at % folds !== fold).flat());
  });
  told(folds, folds);
  return (at) => {
    const judge = judges[at % folds];
    if (!judge) throw new RangeError(`no part ${at % folds} of ${folds}`);
    return judge;
  };
}

function judgeFrom(lessons: Parameters<typeof learn>[0]): Judge {
  const model = new Model(weightLinesOf(learn(lessons)));
  return (one, draftsBy) => weigh(model, one, draftsBy);
}
