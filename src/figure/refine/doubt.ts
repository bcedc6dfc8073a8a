import type { Draft } from "../frame/draft.ts";
import type { LeftOut } from "../frame/no-figure.ts";
import { confidenceOf } from "./confidence.ts";

/** So likely one of a text's numbers must be a figure, and so likely one of its readings right in all, before the text is heard. */
const SURE = 0.85;
const LIKELY = 0.5;

/** What one text tells, or why it tells nothing. */
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
  if (isSure && drafts.some(({ chances }) => confidenceOf(chances) >= LIKELY)) return { drafts, doubted: [] };
  const numbers = new Set(drafts.map(({ counted }) => counted.quantity));
  return {
    drafts: [],
    doubted: [...numbers].map((quantity) => ({ quantity, reason: "no number of the text is surely a figure" })),
  };
}
