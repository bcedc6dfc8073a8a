import type { Marks } from "../lexicon/marks.ts";
import type { Locale } from "../locale/locale.ts";
import type { Token } from "../text/token.ts";
import { type Numeral, readNumeral } from "./numeral.ts";

/** Tokens in which a number stands before the "and" of its list: "100 | badly wounded Ukrainian soldiers | and". */
const FAR = 6;

/** People of these kinds are told one by one; "one woman" among soldiers tells nothing new. */
const KINDS = new Set(["civilians", "children"]);

/** "100 asker ve bir sivil": a word that is an article elsewhere says one beside another number. */
export function readOne(tokens: readonly Token[], at: number, marks: Marks, locale: Locale): Numeral | null {
  if (locale.numbers.oneBeside?.includes(tokens[at]?.word ?? "") !== true) return null;
  const noun = marks.at("thing", marks.at("adjective", at + 1)?.to ?? at + 1);
  if (!noun || !KINDS.has(noun.tag.thing)) return null;
  const beside =
    (isJoint(tokens, at - 1, marks) && isNumbered(tokens, at - 1, locale)) ||
    (isJoint(tokens, noun.to, marks) && readNumeral(tokens, noun.to + 1, locale) !== null);
  return beside
    ? { from: at, to: at + 1, value: 1, scale: 1, each: false, ordinal: false, spelled: true, yearLike: false }
    : null;
}

function isJoint(tokens: readonly Token[], at: number, marks: Marks): boolean {
  return tokens[at]?.text === "," || marks.cueAt("clauseAnd", at)?.from === at;
}

function isNumbered(tokens: readonly Token[], end: number, locale: Locale): boolean {
  for (let at = end - 1; at >= end - FAR && at >= 0 && tokens[at]?.kind !== "mark"; at--)
    if (readNumeral(tokens, at, locale, 1) !== null) return true;
  return false;
}
