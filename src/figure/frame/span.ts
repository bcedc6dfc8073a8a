import { readNumeral } from "../number/numeral.ts";
import type { ActFound } from "./act.ts";
import { datesIn } from "./dates.ts";
import type { Draft } from "./draft.ts";
import { type Page, segmentAt } from "./page.ts";
import type { Segment } from "./segment.ts";

/** A span of time leads its sentence when it begins this near to the sentence's beginning. */
const LEAD = 3;
/** A paragraph of more sentences has forgotten its beginning. */
const FARTHEST = 10;
/** Words between a span and what is largest in it. */
const LARGEST = 7;
/** More exchanges than this are people exchanged: "a 175 for 175 swap". */
const MOST_SWAPS = 100;
const SPANS = ["since", "yearBeginning", "thisYear", "lastYear", "stretch"] as const;

type Promised = Pick<Draft, "act" | "scope"> & { readonly rule: string };

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** "Since January it has released 21. Israel has freed 730": a span named first holds until the paragraph or a day ends it. */
export function spanOfParagraph(page: Page, { sentence }: Segment): Stretch | null {
  const { sentences, marks } = page;
  const here = sentences[sentence];
  const summed = here ? swapsBefore(page, here.index) : null;
  if (summed) return summed;
  const swaps = here ? marks.within("act", here.from, here.to).filter(({ tag }) => tag.does === "swap") : [];
  if (swaps.some(({ from }) => isNumbered(page, from))) return null;
  for (let index = sentence; index >= 0 && index > sentence - FARTHEST; index--) {
    const one = sentences[index];
    if (!one || one.paragraph !== here?.paragraph) return null;
    const lead = SPANS.flatMap((cue) => marks.cues(cue, one.from, one.from + LEAD))[0];
    // "Since the war began the largest exchange of all": told of that one alone.
    if (lead && marks.hasCue("superlative", lead.to, lead.to + LARGEST)) return null;
    if (lead) return index < sentence ? { from: lead.from, to: lead.to } : null;
    const dated = (["day", "weekday", "month"] as const).some(
      (kind) => marks.within(kind, one.from, one.to).length > 0,
    );
    if (dated) return null;
  }
  return null;
}

/** "Since then 38 swaps have been carried out. A total of 1,863 people were freed": what the sentence before counts is summed up. */
function swapsBefore(page: Page, sentence: number): Stretch | null {
  const { sentences, marks } = page;
  const [before, here] = [sentences[sentence - 1], sentences[sentence]];
  if (!before || before.paragraph !== here?.paragraph || datesIn(page, here.from, here.to).length > 0) return null;
  const told = (["superlative", "ordinal", "weekday", "day"] as const).some((kind) =>
    kind === "superlative" || kind === "ordinal"
      ? marks.hasCue(kind, here.from, here.to)
      : marks.within(kind, here.from, here.to).length > 0,
  );
  if (told || !SPANS.some((cue) => marks.hasCue(cue, before.from, before.to))) return null;
  const last = segmentAt(page, before.to - 1);
  return last ? severalSwaps(page, last, before.to) : null;
}

/** "There were nine exchanges, in which 236 soldiers came home", "16 came home in two exchanges": how many a number sums up. */
export function severalSwaps(
  page: Page,
  { sentence, index }: Segment,
  until: number,
  counted?: Stretch,
): Stretch | null {
  const { sentences, segments, marks } = page;
  let first = index - 1;
  while (segments[first]?.sentence === sentence && !hasAct(page, segments[first])) first--;
  const from = Math.max(sentences[sentence]?.from ?? until, segments[first]?.from ?? 0);
  for (const swap of marks.within("act", from, until)) {
    const counts = swap.tag.does === "swap" && swap.tag.voice === "noun" && marks.at("counted", swap.from);
    // "… the last of them on 2 October": of one of them.
    if (!counts || datesIn(page, from, until).some(({ start, end }) => start === end)) continue;
    const at = [swap.from - 1, swap.from - 2].find((place) => place >= from && isCount(page, place, swap.from));
    if (counted && at !== undefined && at >= counted.from && !marks.at("role", at - 1)) continue;
    if (at !== undefined) return { from: at, to: swap.to };
  }
  return null;
}

function hasAct({ marks }: Page, segment: Segment | undefined): boolean {
  return segment !== undefined && marks.within("act", segment.from, segment.to).length > 0;
}

/** "nine", but not the second number of "a 50 for 50 exchange", the day of "on 2 October exchanges" or "one of two". */
function isCount({ tokens, locale, marks }: Page, at: number, until: number): boolean {
  const numeral = readNumeral(tokens, at, locale);
  if (numeral?.value == null || numeral.ordinal || numeral.value < 2 || numeral.value > MOST_SWAPS) return false;
  if (numeral.to > until || marks.at("month", numeral.to) || marks.at("of", at - 1)) return false;
  return !(marks.cueAt("against", at - 1) && tokens[at - 2]?.kind === "number");
}

/** "the 63rd exchange": one of many, with a day of its own. */
function isNumbered({ tokens, locale }: Page, at: number): boolean {
  return [at - 1, at - 2].some((place) => readNumeral(tokens, place, locale)?.ordinal === true);
}

/** "It is to release 20 and hand over 28": what one promise joins by "and" is promised alike. */
export function promisedBefore({ segments, marks }: Page, act: ActFound, previous: Draft): Promised | null {
  const { verb, scope } = previous;
  const segment = segments[act.segment];
  if (scope !== "planned" || !verb || !segment || verb.sentence !== act.sentence) return null;
  if (verb.subject === null || act.subject !== verb.subject || act.voice !== "active") return null;
  const and = marks.cueAt("clauseAnd", segment.from);
  return and && act.from - and.to <= 1 ? { act: previous.act, scope, rule: "promised together" } : null;
}
