import { Model } from "../figure/weigh/model.ts";
import { type FactLesson, type FactNames, factLessonsOf } from "./fact-lessons.ts";
import { grow } from "./grow.ts";
import { learn, weightLinesOf } from "./learn.ts";
import type { Lesson, Taught } from "./lessons.ts";

/** Parts of which each is read by weights that have learned from the others. */
const PARTS = 3;

/**
 * Grows trees from documents, each read by weights that have not learned from it: of a document that they have by heart they would be too sure.
 * @param lessons of each document
 * @param told how many parts are read, since each takes a while
 * @returns lines of `weigh/trees.ts`
 */
export function treesFrom(
  all: readonly Taught[],
  lessons: readonly (readonly Lesson[])[],
  told: (done: number, all: number) => void = () => {},
): readonly string[] {
  const names: FactNames = [];
  const found: FactLesson[] = [];
  for (let part = 0; part < PARTS; part++) {
    told(part, PARTS);
    const model = new Model(weightLinesOf(learn(lessons.filter((_, at) => at % PARTS !== part).flatMap(ofNumbers))));
    for (const [at, taught] of all.entries())
      if (at % PARTS === part) for (const lesson of factLessonsOf(taught, model, names)) found.push(lesson);
  }
  told(PARTS, PARTS);
  return grow(found, names);
}

function ofNumbers(lessons: readonly Lesson[]): readonly Lesson[] {
  return lessons.filter(({ question }) => question !== "state");
}
