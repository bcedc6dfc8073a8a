import type { Marks } from "../lexicon/marks.ts";
import type { ActFound } from "./act.ts";
import { datesIn } from "./dates.ts";
import type { Draft } from "./draft.ts";
import type { Counted } from "./noun.ts";
import { endsAsPart } from "./noun-cues.ts";
import { type Page, segmentAt } from "./page.ts";
import { isFreed } from "./scope.ts";

const LEAST_ITEMS = 3;
/** Tokens from "among the bodies" to the number of those found. */
const FAR_PART = 30;

/** Rules out what only tells a figure again by unit, rank or sex: parts that sum up to it, and lists after "included". */
export function withoutParts(page: Page, counted: readonly Counted[]): readonly Counted[] {
  const result = counted.slice();
  for (let at = 0; at < result.length; at++) {
    const one = result[at];
    if (!one || !isOfPeople(one)) continue;
    const next = result[at + 1];
    if (next && isPartOfNext(page, one, next)) {
      result[at] = { ...one, reason: "a part of the same kind" };
      continue;
    }
    const items = itemsAfter(page, result, at);
    const sum = summing(one, items);
    // "In particular, 3,958 soldiers came back (3,749 men and 209 women)": the whole of a list is no item of it.
    const listed =
      sum.length === 0 && isIntroduced(page, one)
        ? [one, ...items].filter(({ nationality }) => nationality === null)
        : [];
    const parts = listed.length >= LEAST_ITEMS ? listed : sum;
    for (const part of parts) result[result.indexOf(part)] = { ...part, reason: "a part of the same kind" };
  }
  return result;
}

/** "15'i kadın olan 86 asker": where verbs come last, a part may stand before its whole. */
function isPartOfNext(page: Page, one: Counted, next: Counted): boolean {
  if (one.how !== "after" || !endsAsPart(page, one) || one.nationality !== null || !isOfPeople(next)) return false;
  if (next.quantity.min <= one.quantity.min || (one.thing !== "persons" && one.thing !== next.thing)) return false;
  const between = page.tokens.slice(one.to, next.from);
  return between.length <= LONGEST_JOINT && between.every(({ kind, breaks }) => kind === "word" && breaks === 0);
}

/** Tokens between a part and its whole: "olan", "olmak üzere toplam". */
const LONGEST_JOINT = 3;

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

/** "60 soldiers, 14 of them from Azovstal": a part without a kind, a day or a side of its own adds nothing. */
export function isBreakdown(page: Page, counted: Counted, previous: Draft): boolean {
  const { marks, tokens } = page;
  const ofBodies = previous.thing === "bodies" && (counted.thing === "servicemen" || counted.thing === "persons");
  const kind = counted.thing === previous.thing || (ofBodies && counted.quantity.min < previous.counted.quantity.min);
  if (!kind || counted.nationality !== null || counted.strangers) return false;
  for (let at = counted.to; at < counted.to + 3 && tokens[at]?.text !== "."; at++)
    if (marks.at("day", at) || marks.at("weekday", at)) return false;
  // "3,956 people, of them 1,358 in 2024": a total of its own.
  for (let at = counted.from - 4; at < counted.to + 5; at++)
    if (previous.scope === "cumulative" && at >= previous.counted.to && isSpan(marks, at)) return false;
  const year = tokens.slice(counted.to, counted.to + 2).some(({ word }) => /^20\d\d$/.test(word));
  return !year && datesIn(page, counted.to, counted.to + 3).length === 0;
}

function isSpan(marks: Marks, at: number): boolean {
  return (
    marks.at("year", at) !== null ||
    (["thisYear", "lastYear", "since", "yearBeginning", "stretch"] as const).some(
      (cue) => marks.cueAt(cue, at) !== null,
    )
  );
}

/** "Among the bodies that were handed over, 20 Russian soldiers were identified": the other side's are bodies as well. */
export function withStrangers(page: Page, counted: Counted): Counted {
  return isAmongBodies(page, counted)
    ? { ...counted, thing: "bodies", nationality: null, part: true, strangers: true }
    : counted;
}

function isAmongBodies(page: Page, { thing, nationality, from, quantity }: Counted): boolean {
  if (nationality === null || (thing !== "servicemen" && thing !== "persons")) return false;
  const sentence = page.sentences[segmentAt(page, quantity.from)?.sentence ?? 0];
  const { marks } = page;
  const start = Math.max(sentence?.from ?? 0, from - FAR_PART);
  const part = sentence ? (marks.cues("part", start, from).at(-1) ?? marks.cues("among", start, from)[0]) : undefined;
  const among = part && page.marks.within("thing", part.from, Math.min(from, part.to + 4))[0];
  return among?.tag.thing === "bodies";
}

/** "Among the 19 freed Ukrainians, ten are soldiers", "серед звільнених 19 українців": those of whom some are picked came back. */
export function isAmongFreed(page: Page, counted: Counted): boolean {
  const freed = page.marks.at("act", counted.from - 1);
  if (freed?.tag.voice === "passive" && page.marks.cueAt("among", freed.from - 1)) return freed.tag.does !== "hold";
  return page.marks.cueAt("among", counted.from - 1) !== null && isFreed(page, counted);
}

/** "7,017 bodies came back. In particular, 757 were brought on Friday": a sentence with a verb of its own tells of one of the events. */
export function isExample(page: Page, counted: Counted, act: ActFound | null, previous: Draft | null): boolean {
  const sentence = sentenceAt(page, counted);
  if (previous?.scope !== "cumulative" || previous.thing !== counted.thing || act?.sentence !== sentence) return false;
  return act.voice === "active" && act.from < counted.from && sentence > sentenceAt(page, previous.counted);
}
