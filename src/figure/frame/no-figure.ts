import type { Quantity } from "../number/quantity.ts";
import type { ActFound } from "./act.ts";
import type { Draft } from "./draft.ts";
import { isPart, sentenceOf } from "./inherit.ts";
import type { Counted } from "./noun.ts";
import { type Page, segmentAt } from "./page.ts";
import { holdsForParts, type Relevance } from "./relevance.ts";
import type { Segment } from "./segment.ts";

/** Tokens within which a word may say that its clause counts something else. */
const FAR = 10;

export interface LeftOut {
  readonly quantity: Quantity;
  readonly reason: string;
}

/** What was read, and what was not, of the numbers before. */
interface Read {
  readonly page: Page;
  readonly relevance: Relevance;
  readonly drafts: readonly Draft[];
  readonly leftOut: readonly LeftOut[];
}

/** Why a number with a noun of the story is yet no figure of it, whatever its verb; null when it may be one. */
export function whyNoFigure(read: Read, segment: Segment, counted: Counted, shared: boolean): string | null {
  const { page } = read;
  if (isTooMany(page, counted)) return "more than the story ever had";
  if (isMaskedClause(page, segment, counted)) return "the clause counts something else";
  if (isPartOfLeftOut(read, counted)) return "a part of what is no figure";
  if (isNamesOnly(page, counted)) return "names on a list";
  if (isDenied(page, counted)) return "denied";
  if (isOfOtherPair(page, counted)) return "of an exchange with another party";
  if (isTakenBack(page, segment, counted)) return "a figure taken back";
  if (isToldAgain(read, counted)) return "a figure told before";
  const people = counted.thing !== "bodies" && counted.thing !== "children";
  const elsewhere = people && !shared && !read.relevance.tellsOfCaptives(segment);
  return read.relevance.reason(segment) ?? (elsewhere ? "a text without captives or exchanges" : null);
}

/** "3.2 million refugees", "200,000 deserters" */
function isTooMany({ story }: Page, { quantity: { min, max } }: Counted): boolean {
  return Math.max(min, max ?? 0) > story.largest.total;
}

/** "22 were killed, among them four children": of what is not the story's, the parts are not either. */
function isPartOfLeftOut({ page, drafts, leftOut }: Read, counted: Counted): boolean {
  const whole = leftOut.at(-1);
  if (!whole || !holdsForParts(whole.reason) || !isPart(page, counted)) return false;
  const between = drafts.at(-1);
  if (between && between.counted.from > whole.quantity.from) return false;
  return segmentAt(page, whole.quantity.from)?.sentence === sentenceOf(page, counted);
}

/** "Kyiv handed over a list of 339 names": what is handed over is the list, unless the sentence tells of a swap. */
function isNamesOnly(page: Page, counted: Counted): boolean {
  const sentence = page.sentences[sentenceOf(page, counted)];
  if (!sentence || !page.marks.hasCue("names", counted.to - 1, counted.to)) return false;
  if (!page.marks.hasCue("lists", counted.from - 4, counted.from)) return false;
  return !page.marks.within("act", sentence.from, sentence.to).some(({ tag }) => tag.does === "swap");
}

/** "Russia gave 20 bodies. These 20 bodies were brought in June": the same, whatever else is said of them. */
function isToldAgain({ page, drafts }: Read, { quantity, thing, from }: Counted): boolean {
  if (!page.marks.cueAt("these", from - 1)) return false;
  return drafts.some(({ counted, thing: told }) => counted.quantity.min === quantity.min && told === thing);
}

/** "Not 230 came home, but 173" */
function isDenied({ marks }: Page, { from, quantity }: Counted): boolean {
  return quantity.qualifier === "exact" && marks.cueAt("not", from - 1)?.to === from;
}

/** "A swap of two prisoners between the United States and Russia" */
function isOfOtherPair({ marks }: Page, { to }: Counted): boolean {
  if (!marks.within("role", to, to + 1).some(({ tag }) => tag.role === "owner")) return false;
  const foreign = marks.within("other", to + 1, to + 4)[0];
  const and = foreign ? marks.cueAt("clauseAnd", foreign.to) : null;
  return and !== null && marks.within("side", and.to, and.to + 2).length > 0;
}

/** "An earlier version of this report put the number at 215." */
function isTakenBack({ marks, sentences }: Page, { sentence }: Segment, { from }: Counted): boolean {
  return marks.hasCue("correction", sentences[sentence]?.from ?? from, from);
}

/** "Rescuers pulled two bodies from the rubble, the number of dead rose to 22": masked with the clause that it continues. */
function isMaskedClause(page: Page, { index, sentence, from, to }: Segment, counted: Counted): boolean {
  const { marks, segments } = page;
  const masks = marks.cues("maskClause", Math.max(from, counted.from - FAR), Math.min(to, counted.to + FAR));
  if (masks.some((mark) => !isUndone(page, mark.from, from, counted))) return true;
  // "71,000 people | who went missing"
  const next = segments[index + 1];
  if (
    next?.relative &&
    next.sentence === sentence &&
    next.from === counted.to &&
    marks.hasCue("maskClause", next.from, next.to)
  )
    return true;
  const before = segments[index - 1];
  if (before?.sentence !== sentence || marks.within("act", from, to).length > 0) return false;
  return marks.hasCue("maskClause", before.from, before.to) && marks.hasCue("reached", from, to);
}

/** "brought back five deported children": what was done to those who are counted, and is now undone. */
function isUndone({ marks }: Page, at: number, from: number, { quantity, to, thing }: Counted): boolean {
  if (at < quantity.to || at >= to || thing !== "children") return false;
  return marks.within("act", from, quantity.from).some(({ tag }) => tag.does === "return" || tag.does === "come");
}

/** "Seven soldiers, two of them officers, received prison terms": what the verb goes on to say. */
export function tellsOfElse(page: Page, { segment, from, to }: ActFound, counted: Counted): boolean {
  const masks = page.marks.cues("maskClause", to, Math.min(to + FAR, page.segments[segment]?.to ?? to));
  return masks.some((mark) => !isUndone(page, mark.from, from, counted));
}

/** Reasons that words around may outweigh. */
const ARGUABLE = new Set([
  "no noun, and nothing to lean on",
  "counts something unknown",
  "the clause counts something else",
  "a text of another party's people",
  "other parties before any side is named",
  "no side of the story is named",
  "one side among other parties",
  "a text without captives or exchanges",
]);

export function isArguable(reason: string): boolean {
  return ARGUABLE.has(reason);
}
