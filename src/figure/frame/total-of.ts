import type { Mark } from "../lexicon/mark.ts";
import type { Counted } from "./noun.ts";
import type { Page } from "./page.ts";

/** Tokens from a word of totals to the number that it may lead in. */
const FAR_NUMBER = 12;

/** "with these the total exceeds 8,000" */
export function isBeside({ tokens }: Page, { to }: Mark, { from }: Counted): boolean {
  return to <= from && from - to <= 3 && tokens.slice(to, from).every(({ kind }) => kind === "word");
}

/** "1,248 on Monday and 6,060 in all": the day is that of the number before. */
export function isOfBoth({ marks }: Page, day: { readonly from: number }, total: Mark, { from, to }: Counted): boolean {
  return day.from < from && total.from === to && marks.cueAt("clauseAnd", from - 1) !== null;
}

/** "146 from each side, bringing the overall number exchanged to 4,641", "103 each, in all 206": a total of the number that follows it. */
export function isOfLater({ tokens, marks }: Page, { from, to }: Mark, counted: Counted): boolean {
  if (from < counted.to) return false;
  for (let at = to; at < to + FAR_NUMBER && tokens[at]?.kind !== "mark"; at++)
    if (tokens[at]?.kind === "number" && !marks.at("year", at)) return true;
  return false;
}
