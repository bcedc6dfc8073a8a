import type { Draft } from "../frame/draft.ts";
import type { LeftOut } from "../frame/no-figure.ts";
import { confidenceOf } from "./confidence.ts";

/** So likely one of a text's numbers must be a figure, and so likely one of its readings right in all, before the text is heard. */
const SURE = 0.85;
const LIKELY = 0.5;

/** What is less likely right in all is more often misread than not, and is not told. */
const LEAST = 0.4;

/** What one text tells, and what it would tell if it were less in doubt. */
interface Heard {
  readonly drafts: readonly Draft[];
  readonly doubted: readonly LeftOut[];
}

/**
 * A text is heard when at least one of its figures is surely one: a report of the story tells some of its figures plainly, and the numbers of
 * another story look a little like figures, one by one. So a figure told plainly further down lets those before it be heard. What the rules alone read is not in doubt.
 */
export function heard(drafts: readonly Draft[]): Heard {
  const isSure = drafts.some(({ chances }) => chances === undefined || chances.real >= SURE);
  if (!isSure || !drafts.some(({ chances }) => confidenceOf(chances) >= LIKELY))
    return { drafts: [], doubted: leftOut(drafts, "no number of the text is surely a figure") };
  const told = drafts.filter(({ chances }) => confidenceOf(chances) >= LEAST);
  const known = new Set(told.map(({ counted }) => counted.quantity));
  const doubtful = drafts.filter(({ counted }) => !known.has(counted.quantity));
  return { drafts: told, doubted: leftOut(doubtful, "likelier misread than not") };
}

function leftOut(drafts: readonly Draft[], reason: string): readonly LeftOut[] {
  const numbers = new Set(drafts.map(({ counted }) => counted.quantity));
  return [...numbers].map((quantity) => ({ quantity, reason }));
}
