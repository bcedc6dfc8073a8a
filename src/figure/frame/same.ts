import type { Mark } from "../lexicon/mark.ts";
import { type ActFound, governing, partiesIn } from "./act.ts";
import { isOnDay } from "./dates.ts";
import { directionOf } from "./direction.ts";
import type { Draft } from "./draft.ts";
import { sentenceOf } from "./inherit.ts";
import type { Counted } from "./noun.ts";
import { isNumber } from "./noun-cues.ts";
import { otherSide, type Page, segmentAt } from "./page.ts";
import type { Party } from "./party.ts";
import { type Scoping, scopeOf } from "./scope.ts";
import type { Speech } from "./speech.ts";

/** "The same number of soldiers": stands for the number before it. */
export function sameNumbers(page: Page): readonly Counted[] {
  const found: Counted[] = [];
  for (const cue of page.marks.cues("same", 0, page.tokens.length)) {
    if (isCompared(page, cue.from) || isUnlike(page, cue)) continue;
    let thing: Counted["thing"] = null;
    let nationality: Counted["nationality"] = null;
    let to = cue.to;
    for (let at = cue.to; at < cue.to + 7; at++) {
      const noun = page.marks.at("thing", at);
      const adjective = page.marks.at("adjective", at);
      if (page.tokens[at]?.kind !== "word" || page.marks.at("act", at) || isNumber(page, at)) break;
      if (adjective) nationality = adjective.tag.side;
      if (!noun) continue;
      thing = noun.tag.thing;
      to = noun.to;
      break;
    }
    // "the same number of Ukrainians", where one word is whose and who; "столько же российских" leaves the noun unsaid.
    if (nationality !== null && !leavesNounUnsaid(page)) thing ??= "persons";
    found.push({
      quantity: {
        from: cue.from,
        to: cue.to,
        min: Number.NaN,
        max: null,
        qualifier: "exact",
        qualifierFrom: cue.from,
        qualifierTo: cue.from,
        each: false,
        spelled: true,
        yearLike: false,
        masked: null,
      },
      thing,
      group: null,
      nationality,
      own: false,
      from: cue.from,
      to,
      how: thing === null ? "elided" : "after",
      part: false,
      reason: null,
    });
  }
  return found;
}

function leavesNounUnsaid({ locale }: Page): boolean {
  return locale.nouns.of.length === 0 && !locale.writing.verbLast;
}

/** "Just as many as in January", "ocak ayındakiyle aynı sayıda": part of a longer phrase that repeats no number. */
function isUnlike({ marks }: Page, { from, to }: Mark): boolean {
  return marks.cueAt("unlike", from) !== null || marks.hasCue("unlike", from, to);
}

/** Whether a number stands for the one before it. */
export function isSame(counted: Counted): boolean {
  return Number.isNaN(counted.quantity.min);
}

/** "19 bodies, the same number as a month before": says how many the number before it is. */
function isCompared(page: Page, at: number): boolean {
  const segment = segmentAt(page, at);
  if (!segment || !page.locale.writing.verbLast) return false;
  const number = page.tokens.slice(segment.from, at).find(({ kind }) => kind === "number");
  return number !== undefined && page.marks.within("thing", number.index, at).length > 0;
}

/** Tokens before and after in which its clause says of which day it is. */
const AROUND = 40;
/** No text says "as many" of what it told more figures before. */
const FARTHEST = 100;

interface Asked {
  readonly page: Page;
  readonly speech: Speech;
  readonly parties: readonly Party[];
  readonly acts: readonly ActFound[];
  readonly drafts: Draft[];
  readonly given: Counted;
}

/** "Russia got the same number": adds the figures that it repeats, the other way. @returns why there are none, or null */
export function readSame(asked: Asked): string | null {
  const { page, acts, given } = asked;
  const drafts = asked.drafts.slice(-FARTHEST);
  const act = governing(page, given, acts);
  const scoping = scopeOf(page, given, act);
  const model = modelOf({ ...asked, drafts }, act, scoping);
  if (!model || model.to === null) return "the same as nothing before";
  if (given.thing !== null && (given.thing === "bodies") !== (model.thing === "bodies"))
    return "the same as another thing's number";
  const own = scoping.scope === "planned" ? { act: scoping.act, scope: scoping.scope } : {};
  const again = given.nationality === null && isAgain(asked, model, act);
  const listed = given.thing === "persons" ? sumOf(page, drafts, model) : null;
  for (const draft of given.thing === null && !again ? alike(page, drafts, model) : [model]) {
    const { min, max, qualifier } = listed ?? draft.counted.quantity;
    asked.drafts.push({
      ...draft,
      ...own,
      counted: { ...given, quantity: { ...given.quantity, min, max, qualifier } },
      thing: given.thing ?? draft.thing,
      from: again ? draft.from : draft.to,
      to: again ? draft.to : draft.from,
      trace: [...draft.trace, `the same number, ${again ? "again" : "the other way"}`],
      same: true,
    });
  }
  return null;
}

/** "1,200 on Friday and the same number on Saturday", "1,000 came. The same number was handed over in May": the same once more. */
function isAgain({ page, parties, given }: Asked, model: Draft, act: ActFound | null): boolean {
  const clause = segmentAt(page, given.from);
  if (!clause) return false;
  const from = Math.max(clause.from, given.from - AROUND);
  const to = Math.min(clause.to, given.to + AROUND);
  const apart = clause.index !== segmentAt(page, model.counted.from)?.index;
  if (apart && partiesIn(parties, from, to).length > 0) return false;
  if (isOnDay(page, given.to) && isOnDay(page, model.counted.to)) return true;
  // "месяц назад": a month ago, not a month back.
  const back = page.marks.cues("inReturn", from, to).some((cue) => page.marks.at("span", cue.from) === null);
  if (act === null || back) return false;
  return (["month", "span", "year"] as const).some((kind) => page.marks.has(kind, from, to));
}

/** The figure meant: the last one that goes the other way and is as much a total as this one, else the last. */
function modelOf(asked: Asked, act: ActFound | null, scoping: Scoping): Draft | undefined {
  const { page, drafts, given } = asked;
  const told = directionOf({ ...asked, counted: given, act, before: null, carried: null, offering: null });
  const from = told.votes.some(({ weight }) => weight >= 1.4) ? otherSide(page.story, told.to) : null;
  const turned = drafts.filter(
    (draft) => draft.act === "returned" && draft.reach === "one_way" && (from === null || draft.to === from),
  );
  // "185 soldiers and 20 civilians. Russia got the same number of soldiers"
  const here = sentenceOf(page, given);
  const nearest = turned.at(-1);
  const latest = nearest ? Math.max(here - 1, sentenceOf(page, nearest.counted)) : here;
  const kin = turned.findLast(({ thing, counted }) => thing === given.thing && sentenceOf(page, counted) === latest);
  if (kin) return kin;
  const last = turned.findLast(({ scope }) => scope === scoping.scope) ?? turned.at(-1) ?? drafts.at(-1);
  return last && (wholeOf(page, drafts, last) ?? last);
}

/** "390 people: 270 soldiers and 120 civilians": the sum that the last of its parts belongs to. */
function wholeOf(page: Page, drafts: readonly Draft[], part: Draft): Draft | undefined {
  const told = drafts.filter((draft) => isBeside(page, draft, part));
  return told.find(
    ({ counted }, at) =>
      at < told.length - 1 &&
      counted.quantity.min === told.slice(at + 1).reduce((sum, one) => sum + one.counted.quantity.min, 0),
  );
}

/** "270 soldiers and 120 civilians, and an equal number of people": as many as all kinds of the list together. */
function sumOf(page: Page, drafts: readonly Draft[], model: Draft): Counted["quantity"] | null {
  const told = drafts.filter((draft) => isBeside(page, draft, model) && draft.scope === model.scope);
  const kinds = new Set(told.map(({ thing }) => thing));
  if (told.length < 2 || kinds.size < told.length || kinds.has("bodies") || kinds.has("persons")) return null;
  if (told.some(({ counted }) => counted.quantity.qualifier !== "exact")) return null;
  const min = told.reduce((sum, { counted }) => sum + counted.quantity.min, 0);
  return { ...model.counted.quantity, min, max: min };
}

function alike(page: Page, drafts: readonly Draft[], model: Draft): readonly Draft[] {
  return drafts.filter(
    (draft) => isBeside(page, draft, model) && draft.thing === model.thing && draft.scope === model.scope,
  );
}

function isBeside(page: Page, one: Draft, other: Draft): boolean {
  return sentenceOf(page, one.counted) === sentenceOf(page, other.counted) && one.to === other.to;
}
