import type { Counted } from "./noun.ts";
import { type Page, segmentAt } from "./page.ts";

const LEAST_ITEMS = 3;

/** Rules out what only tells a figure again by unit, rank or sex: parts that sum up to it, and lists after "included". */
export function withoutParts(page: Page, counted: readonly Counted[]): readonly Counted[] {
  const result = counted.slice();
  for (let at = 0; at < result.length; at++) {
    const one = result[at];
    if (!one || !isOfPeople(one)) continue;
    const items = itemsAfter(page, result, at);
    const listed = isIntroduced(page, one) ? [one, ...items].filter(({ nationality }) => nationality === null) : [];
    const parts = listed.length >= LEAST_ITEMS ? listed : summing(one, items);
    for (const part of parts) result[result.indexOf(part)] = { ...part, reason: "a part of the same kind" };
  }
  return result;
}

/** The people counted after a number in its sentence, one after the other. */
function itemsAfter(page: Page, counted: readonly Counted[], at: number): readonly Counted[] {
  const sentence = sentenceAt(page, counted[at]);
  const items: Counted[] = [];
  for (let place = at + 1; place < counted.length; place++) {
    const one = counted[place];
    if (!one || !isOfPeople(one) || sentenceAt(page, one) !== sentence) break;
    if (page.marks.within("act", counted[place - 1]?.to ?? 0, one.from).length > 0 && place > at + 1) break;
    items.push(one);
  }
  return items;
}

/** "230 people: 225 men and five women" */
function summing(whole: Counted, items: readonly Counted[]): readonly Counted[] {
  let sum = 0;
  for (const [place, { quantity, nationality }] of items.entries()) {
    if (nationality !== null) return [];
    sum += quantity.min;
    if (sum === whole.quantity.min && place > 0) return items.slice(0, place + 1);
  }
  return [];
}

/** "The exchange included 108 servicemen, 22 guardsmen and 19 border guards": a list after a word for parts. */
function isIntroduced({ marks }: Page, { from }: Counted): boolean {
  return marks.cues("part", from - 8, from).length > 0;
}

function isOfPeople({ thing, reason, quantity }: Counted): boolean {
  return (thing === "servicemen" || thing === "persons") && reason === null && quantity.qualifier === "exact";
}

function sentenceAt(page: Page, one: Counted | undefined): number {
  return one ? (segmentAt(page, one.quantity.from)?.sentence ?? -1) : -1;
}
