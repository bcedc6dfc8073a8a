import { isNumber } from "./noun-cues.ts";
import type { Page } from "./page.ts";

export function startsRole(page: Page, at: number): boolean {
  return page.marks.within("role", at, at + 1).length > 0;
}

/** A verb, a preposition, a conjunction or another number ends the phrase of a number. */
export function endsPhrase(page: Page, at: number): boolean {
  const { marks } = page;
  if (page.tokens[at]?.kind !== "word" || isNumber(page, at)) return true;
  return (
    marks.at("act", at) !== null ||
    startsRole(page, at) ||
    marks.cueAt("clauseAnd", at) !== null ||
    marks.cueAt("clauseStart", at) !== null ||
    marks.cueAt("relative", at) !== null ||
    marks.cueAt("part", at) !== null ||
    marks.cueAt("speech", at) !== null ||
    marks.cueAt("against", at) !== null ||
    marks.cueAt("inReturn", at) !== null ||
    marks.cueAt("home", at) !== null ||
    marks.cueAt("passive", at) !== null ||
    marks.cueAt("each", at) !== null ||
    marks.cueAt("eachBefore", at) !== null ||
    marks.cueAt("respectively", at) !== null ||
    marks.cueAt("planned", at) !== null ||
    marks.at("day", at) !== null ||
    marks.at("weekday", at) !== null
  );
}
