import { sentenceOf } from "./inherit.ts";
import type { Counted } from "./noun.ts";
import type { Page } from "./page.ts";

/** Gives the numbers of a list the noun at its end: "390, 307 and 303 people", or at its beginning. */
export function withNeighbours(page: Page, counted: readonly Counted[]): readonly Counted[] {
  const result = counted.slice();
  for (const [at, one] of result.entries()) {
    const before = result[at - 1];
    if (
      before?.how === "after" &&
      before.reason === null &&
      isNamedBySide(page, one) &&
      (joined(page, before.to, one.from) || isOfOtherSide(page, before, one) || isAgainst(page, before, one))
    )
      result[at] = { ...one, thing: before.thing };
  }
  for (let at = result.length - 2; at >= 0; at--) {
    const one = result[at];
    const next = result[at + 1];
    if (
      one &&
      next &&
      isNamedByPeople(page, one) &&
      next.reason === null &&
      next.thing !== null &&
      joined(page, one.to, next.from)
    ) {
      result[at] = { ...one, thing: next.thing };
      continue;
    }
    if (!one || !next || one.thing !== null || one.reason !== null) continue;
    // "nearly 800 of the 1,000 wounded": those that are told, and those that they are of.
    if (next.thing !== null && next.reason === null && isPartOf(page, one.to, next.from)) {
      result[at] = { ...next, quantity: one.quantity, from: one.from };
      result[at + 1] = { ...next, reason: "the whole of a part" };
      continue;
    }
    // "aged 4 and 7 years"
    if (
      next.reason !== null &&
      next.quantity.masked !== null &&
      !isBesideDay(page, one, next) &&
      joined(page, one.to, next.from)
    ) {
      result[at] = { ...one, reason: next.reason };
      continue;
    }
    if (next.thing === null || next.reason !== null || next.how !== "after") continue;
    if (!joined(page, one.to, next.from)) continue;
    result[at] = {
      ...one,
      thing: next.thing,
      group: next.group,
      nationality: next.nationality,
      own: next.own,
      how: "after",
    };
  }
  return result;
}

/** "23-го — 36, 24-го — 50": a number told after a dash, or larger than the day that follows, is none of the days that a list runs through. */
function isBesideDay({ tokens }: Page, { quantity }: Counted, { quantity: next }: Counted): boolean {
  if (next.masked !== "ordinal" && next.masked !== "date") return false;
  return tokens[quantity.from - 1]?.text === "–" || quantity.min >= next.min;
}

function isPartOf({ marks, tokens }: Page, from: number, to: number): boolean {
  if (to - from > 3 || !marks.at("of", from)) return false;
  for (let at = from + 1; at < to; at++) if (tokens[at]?.kind !== "word" || !marks.cueAt("article", at)) return false;
  return true;
}

/** "50,000 hryvnias at once and 100,000 a year", "7 days or 10": a bare number joined to what counts something else counts the same. */
export function withoutRest(page: Page, counted: readonly Counted[]): readonly Counted[] {
  const result: Counted[] = [];
  for (const one of counted) {
    const last = result.at(-1);
    const before = last?.reason === "year" ? result.at(-2) : last;
    const bare = one.thing === null && one.reason === null;
    const reason = before?.reason ?? null;
    const rest =
      bare &&
      reason === "counts something else" &&
      before &&
      (continues(page, before.quantity.to, one.from) || isGap(page, before.quantity.to, one.from));
    result.push(rest ? { ...one, reason } : one);
  }
  return result;
}

/** A few words without another noun of the story, verb or comma, then "and" or "or". */
function continues({ marks, tokens }: Page, from: number, to: number): boolean {
  if (to - from > 8 || !(marks.cueAt("clauseAnd", to - 1) ?? marks.at("rangeTo", to - 1))) return false;
  for (let at = from; at < to; at++)
    if (tokens[at]?.kind !== "word" || marks.at("act", at) || marks.at("side", at) || marks.at("thing", at))
      return false;
  return true;
}

/** "In 2023 there were eight exchanges, in 2022 – 11": a dash stands for the verb and the noun. */
function isGap({ marks, tokens }: Page, from: number, to: number): boolean {
  if (to - from > 12 || tokens[to - 1]?.text !== "–") return false;
  let comma = to - 1;
  while (comma > from && tokens[comma]?.text !== ",") comma--;
  for (let at = from; at < to; at++) {
    const named = at > comma && (marks.at("thing", at) ?? marks.at("act", at)) !== null;
    if (tokens[at]?.breaks || tokens[at]?.text === "." || marks.at("side", at) || named) return false;
  }
  return tokens[comma]?.text === ",";
}

/** "150 Russian and 150 Ukrainian soldiers": told only whose they are. */
function isNamedByPeople(page: Page, one: Counted): boolean {
  return page.locale.writing.verbLast && isBySide(page, one);
}

/** "100 российских солдат и 100 украинских", "80 Russian soldiers and 90 Ukrainian ones": the same, after the noun. */
function isNamedBySide(page: Page, one: Counted): boolean {
  const bare = page.locale.nouns.of.length === 0 || page.marks.cueAt("again", one.to) !== null;
  return bare && !page.locale.writing.verbLast && isBySide(page, one);
}

/** "90 військових в обмін на 90 російських" */
function isAgainst({ marks }: Page, before: Counted, { from }: Counted): boolean {
  const cue = marks.cueAt("against", before.to);
  return cue?.from === before.to && cue.to === from;
}

/** "We hold 4,000 Russian prisoners, they – 7,000 Ukrainian": the other side's, told in the same sentence. */
function isOfOtherSide(page: Page, before: Counted, one: Counted): boolean {
  const other = before.nationality !== null && one.nationality !== null && before.nationality !== one.nationality;
  return other && page.marks.at("people", one.to - 1) === null && sentenceOf(page, before) === sentenceOf(page, one);
}

function isBySide({ marks }: Page, { thing, reason, quantity, to, how }: Counted): boolean {
  if (thing !== "persons" || reason !== null || how !== "after") return false;
  return marks.within("thing", quantity.to, to).length === 0 && marks.at("adjective", to - 1) !== null;
}

/** "About 2,300 soldiers and 170 civilians": round numbers side by side share the word that makes them rough. */
export function withQualifiers(page: Page, counted: readonly Counted[]): readonly Counted[] {
  const result: Counted[] = [];
  for (const one of counted) {
    const before = result.at(-1);
    const { quantity } = one;
    const rough = before?.quantity.qualifier === "about" && before.thing !== null && before.reason === null;
    const bare = quantity.qualifier === "exact" && quantity.min >= 100 && quantity.min % 10 === 0;
    const shares = rough && bare && one.reason === null && joined(page, before.to, one.from);
    result.push(shares ? { ...one, quantity: { ...quantity, qualifier: "about" } } : one);
  }
  return result;
}

function joined(page: Page, from: number, to: number): boolean {
  if (to - from > 2 || to <= from) return false;
  for (let at = from; at < to; at++)
    if (page.tokens[at]?.text !== "," && !page.marks.cueAt("clauseAnd", at)) return false;
  return true;
}
