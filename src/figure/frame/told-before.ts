import { type ActFound, actsIn, partiesIn } from "./act.ts";
import { directionOf } from "./direction.ts";
import type { Draft } from "./draft.ts";
import { isPart } from "./inherit.ts";
import type { LeftOut } from "./no-figure.ts";
import type { Counted } from "./noun.ts";
import { type Page, segmentAt } from "./page.ts";
import { type Clue, type Direction, vote } from "./vote.ts";

/** What the sentence before tells is a weak sign for the number of the next. */
const WEIGHT = 1.2;

/** Whether a number was read in a stretch of tokens. */
type Numbered = (stretch: { readonly from: number; readonly to: number }) => boolean;

/** Numbers among which one of the sentence before is looked for. */
const RECENT = 12;

export function numbered(drafts: readonly Pick<Draft, "counted">[], leftOut: readonly LeftOut[]): Numbered {
  const last = [...drafts.slice(-RECENT).map(({ counted }) => counted), ...leftOut.slice(-RECENT)];
  return ({ from, to }) => last.some(({ quantity }) => quantity.from >= from && quantity.from < to);
}

/**
 * "Ukraine brought its people home. In all, 205 were freed": a sentence without a number says which way those go whom the next one counts.
 * @returns null where either sentence tells of both sides, or the number's own says whose they are
 */
export function asToldBefore(clue: Clue, isNumbered: Numbered): Direction | null {
  const { page, counted, acts, act, parties } = clue;
  const told = toldBefore(page, counted, acts, isNumbered);
  if (!told || !act || partiesIn(parties, told.here.from, told.here.to).length > 0) return null;
  // "Russia and Ukraine brought their people home"
  const above = page.sentences[told.act.sentence];
  const sides = above ? partiesIn(parties, above.from, above.to) : [];
  if (sides.some(({ joint }) => joint === true)) return null;
  const freed = (act.does === "free" || act.does === "return") && act.subject === null;
  if (act !== told.act && (act.time !== "done" || !(freed || act.does === "come"))) return null;
  const whom = peopleOf(page, told.act, counted.thing === "bodies");
  if (!whom) return null;
  const quantity = { ...counted.quantity, from: whom.from, to: whom.to };
  const { to } = directionOf({ ...clue, counted: { ...counted, ...whom, quantity }, act: told.act, carried: null });
  if (to === null) return null;
  const votes = [vote(clue, to, WEIGHT, "as told before", told.act)];
  return { to, margin: 1, weight: WEIGHT, votes, all: votes };
}

/** "Ukraine welcomed its prisoners home. Among them were 150 soldiers": the parts have the verb of their whole. */
export function actOfWhole(
  page: Page,
  counted: Counted,
  acts: readonly ActFound[],
  isNumbered: Numbered,
): ActFound | null {
  const told = isPart(page, counted) ? toldBefore(page, counted, acts, isNumbered) : null;
  // "Five of them are from there, two of whom …": parts of a part.
  if (!told || isNumbered(told.here)) return null;
  return peopleOf(page, told.act, counted.thing === "bodies") ? told.act : null;
}

/** The act of one way that the sentence before tells without a number, in the same paragraph. */
function toldBefore(page: Page, { quantity, nationality }: Counted, acts: readonly ActFound[], isNumbered: Numbered) {
  const here = page.sentences[segmentAt(page, quantity.from)?.sentence ?? 0];
  const before = here && page.sentences[here.index - 1];
  if (!before || here.paragraph !== before.paragraph || nationality !== null) return null;
  if (isOfBoth(page, here) || isOfBoth(page, before)) return null;
  const act = isNumbered(before) ? undefined : actsIn(acts, before.from, before.to).findLast(isOneWay);
  return act ? { here, act } : null;
}

function isOneWay({ does, voice, time }: ActFound): boolean {
  return voice !== "noun" && time !== "not" && does !== "swap" && does !== "hold" && does !== "lose";
}

/** Both sides give, or get as many: nothing in it goes one way. */
function isOfBoth({ marks }: Page, { from, to }: { readonly from: number; readonly to: number }): boolean {
  return marks.hasCue("each", from, to) || marks.hasCue("altogether", from, to);
}

/** The people or bodies that an act is of, without a number: "its prisoners came home", "Ukrainians were freed". */
function peopleOf(page: Page, { segment, from }: ActFound, bodies: boolean) {
  const clause = page.segments[segment];
  if (!clause) return null;
  const { marks } = page;
  const thing = marks.within("thing", clause.from, clause.to).find(({ tag }) => (tag.thing === "bodies") === bodies);
  const named = thing
    ? marks.at("adjective", thing.from - 1)
    : (marks.within("people", clause.from, from)[0] ?? marks.within("adjective", clause.from, from)[0]);
  // "Another group has returned to Ukraine. It consists of 82 servicemen"
  const noun = thing ?? named ?? marks.within("counted", clause.from, from)[0];
  if (!noun) return null;
  return {
    from: noun.from,
    to: noun.to,
    nationality: named?.tag.side ?? null,
    own: marks.at("own", noun.from - 1) !== null || marks.at("own", noun.from - 2) !== null,
  };
}
