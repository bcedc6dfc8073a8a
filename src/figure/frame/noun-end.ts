import type { Mark, TagOf } from "../lexicon/mark.ts";
import type { Counted } from "./noun.ts";
import { endsAsPart, isNumber } from "./noun-cues.ts";
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

const LONGEST_ATTRIBUTE = 10;

/** "12 вывезенных в период оккупации жителей": the noun behind a participle and all that it governs. */
export function nounOfAttribute(page: Page, start: number, at: number): Mark<TagOf<"thing">> | null {
  const { marks, tokens, locale } = page;
  const participle = tokens[at - 1];
  const ends = locale.writing.attributeEndings?.some((ending) => participle?.word.endsWith(ending)) === true;
  if (!ends || at <= start || !startsRole(page, at)) return null;
  for (let place = at; place < at + LONGEST_ATTRIBUTE; place++) {
    const token = tokens[place];
    if (token?.kind !== "word" || token.breaks > 0 || isNumber(page, place) || marks.at("act", place)) return null;
    const noun = marks.at("thing", place);
    if (noun) return noun;
  }
  return null;
}

/** "84 Ukraynalının | ülkeye", "103'ünün | ülkeye": people and numbers with an ending of their own end the phrase. */
export function isEnded(
  page: Page,
  counted: Pick<Counted, "quantity">,
  { start, at, adjectiveTo }: { readonly start: number; readonly at: number; readonly adjectiveTo: number },
): boolean {
  return endsAsPart(page, counted) || (page.locale.writing.verbLast && adjectiveTo === at && at > start);
}
