import type { Scope, Side } from "../figure.ts";
import type { Case } from "../weigh/case.ts";
import { type Judge, ruled } from "../weigh/judge.ts";
import { type ActFound, governing, partiesIn } from "./act.ts";
import { barredBy, isUntold } from "./barred.ts";
import { asTotal, inherited, kin, scopeWith, whole } from "./carried.ts";
import { decide, directionOf } from "./direction.ts";
import { type Draft, type Drafted, draftsOf } from "./draft.ts";
import { gapped } from "./gapped.ts";
import { filled, isJoined, isPart, keptGroup, ofWhom, sentenceOf } from "./inherit.ts";
import { isArguable, type LeftOut, tellsOfElse, whyNoFigure } from "./no-figure.ts";
import type { Counted } from "./noun.ts";
import { otherSide, type Page, segmentAt } from "./page.ts";
import { isAmongFreed, isBreakdown, isExample, withStrangers } from "./parts.ts";
import { proposedThing } from "./proposed.ts";
import { askedAct, asksOfKept } from "./question.ts";
import { isInSight } from "./relevance.ts";
import { isSame, readSame } from "./same.ts";
import type { Scene } from "./scene.ts";
import { isFreed, isKept, reachedBy, type Scoping, scopeOf } from "./scope.ts";
import type { Segment } from "./segment.ts";
import { isAltogether, type Sharing } from "./sharing.ts";
import { summed } from "./summed.ts";
import { actOfWhole, asToldBefore, numbered } from "./told-before.ts";
import type { Direction, Vote } from "./vote.ts";

export interface Reckoning {
  readonly drafts: readonly Draft[];
  readonly leftOut: readonly LeftOut[];
}

interface Work extends Scene {
  readonly judge: Judge;
  readonly drafts: Draft[];
  readonly leftOut: LeftOut[];
}

/** Reads every number of the text in order; what was read before helps with what is left unsaid after. */
export function reckon(scene: Scene, judge: Judge): Reckoning {
  const work: Work = { ...scene, judge, drafts: [], leftOut: [] };
  for (const [at, one] of scene.numbers.entries()) {
    const reason = read(work, one, scene.sharing.get(one) ?? null, scene.numbers[at + 1] ?? null);
    if (reason !== null) work.leftOut.push({ quantity: one.quantity, reason });
  }
  return { drafts: work.drafts, leftOut: work.leftOut };
}

const UNTOLD = "no noun, and nothing to lean on";
const OUTSIDE = "outside of all clauses";

/** The act that a number is of: of its own clause, of one before, or of a question. */
function governedBy(work: Work, counted: Counted, previous: Draft | null): ActFound | null {
  const { page, parties, acts } = work;
  return (
    gapped(page, counted, parties, acts, previous?.verb ?? null) ??
    governing(page, counted, acts, previous !== null) ??
    askedAct(page, counted, acts) ??
    actOfWhole(page, counted, acts, numbered(work.drafts, work.leftOut))
  );
}

/** Adds the drafts of one number. @returns why it was left out, or null */
function read(work: Work, given: Counted, sharing: Sharing | null, next: Counted | null): string | null {
  const { page, drafts } = work;
  if (isSame(given)) return readSame({ ...work, given });
  const against: string[] = [];
  const noun = considered(work, given, sharing, next, against);
  if (typeof noun === "string") return noun;
  let counted = noun;
  const segment = segmentAt(page, counted.quantity.from);
  if (!segment) return OUTSIDE;
  const previous = drafts.at(-1) ?? null;
  const proposed = proposedThing(page, work.speech, work.parties, counted);
  if (proposed && against.length === 0) return add(drafts, { drafts: [proposed], replacesPrevious: false });
  const governed = governedBy(work, counted, previous);
  if (governed && tellsOfElse(page, governed, counted)) against.push("the clause counts something else");
  const kept = isAskedOrKept(page, segment, counted, governed);
  const isPartOf = isPart(page, counted);
  const act = kept || (isPartOf && befell(governed, counted)) ? null : governed;
  if (isLost(act, counted)) against.push("lost at the front");
  const part = isPartOf && !isExample(page, counted, act, previous);
  const freed = previous?.act === "held" && act !== null && act.does !== "hold";
  if (part && !freed && previous !== null && isBreakdown(page, counted, previous))
    against.push("a part of the same kind");
  const near = previous !== null && sentenceOf(page, counted) - sentenceOf(page, previous.counted) <= 1;
  // Where verbs come last, a clause cut short still says for itself whether it is a total or a plan.
  const own = scopeOf(page, counted, act);
  const told = own.rule !== "one event" && (page.locale.writing.verbLast || isOffered(own, segment));
  if (near && act?.does === "hold" && previous.act === "returned" && (part || isFreed(page, counted)))
    against.push("tells of those who came back");
  const leaning = near && sharing !== "first" && sharing !== "second" && ((part && !freed) || (!act && !told && !kept));
  const inherits = leaning ? whole(drafts, counted, previous) : null;
  if (inherits && counted.quantity.max === 1 && isCrowd(counted.thing)) against.push("one of a list");
  const scoping = inherits
    ? inherited(page, counted, act, inherits)
    : scopeWith(page, own, counted, act, previous, sharing, next);
  counted = ofGroup(page, counted, scoping);
  const direction = directed(
    work,
    counted,
    act,
    scoping,
    part ? null : previous,
    sharing,
    sharing === "first" ? next : null,
    near && part && freed ? previous.from : null,
  );
  const untold = !act && !inherits && !kept && sharing === null;
  const bare = untold && !isPromised(work, segment, scoping) && !isAmongFreed(page, counted);
  const stays = scoping.act === "held" && isPlaced(work, segment);
  if (bare && !stays && !isTold(direction) && !reachedBy(page, counted) && !isReported(page, counted, segment))
    against.push("no act of giving or keeping");
  const alone = direction.to === null && !inherits && sharing === null && act?.does !== "swap";
  // A total of both ways may be a go-between's, who names no side.
  const between = (scoping.act !== "held" && scoping.scope === "cumulative") || isAltogether(page, counted);
  if (alone && !between && !isInSight(page, segment)) against.push("nobody of the story gives or gets them");
  const meant = sharing === null ? asTotal(page, counted, drafts, scoping, direction.to) : scoping;
  const sum = summed(page, drafts, counted, { scoping: meant, direction, sharing });
  if (scoping.act !== "held" && isUntold(page, counted, governed)) return "denied";
  const barred = barredBy(page, counted, governed);
  const one: Case = { ...work, counted, act, part, inherits, previous, ...sum, barred, against };
  const judged = work.judge(one, (scoping) => draftsOf({ ...one, counted: ofGroup(page, counted, scoping), scoping }));
  return typeof judged === "string" ? judged : add(drafts, judged);
}

function isLost(act: ActFound | null, { thing, how }: Counted): boolean {
  return act?.does === "lose" && (thing !== "bodies" || how === "elided");
}

/** "Of the region's residents 12 are still kept": those of the group that is kept. */
function ofGroup(page: Page, counted: Counted, { act }: Scoping): Counted {
  return act === "held" ? keptGroup(page, counted) : counted;
}

/**
 * The number with its noun.
 * @param against takes what speaks against it but may be outweighed
 * @returns why it is no figure, whatever stands around it
 */
function considered(
  work: Work,
  given: Counted,
  sharing: Sharing | null,
  next: Counted | null,
  against: string[],
): Counted | string {
  const { page, drafts } = work;
  const isFinal = (reason: string) => work.judge === ruled || !isArguable(reason);
  if (given.reason !== null && sharing !== "first" && sharing !== "second") {
    if (isFinal(given.reason)) return given.reason;
    against.push(given.reason);
  }
  const found = filled(page, given, drafts, sharing !== null, next);
  if (!found && isFinal(UNTOLD)) return UNTOLD;
  if (!found) against.push(UNTOLD);
  const counted = withStrangers(page, ofWhom(page, found ?? { ...given, thing: drafts.at(-1)?.thing ?? "persons" }));
  const segment = segmentAt(page, counted.quantity.from);
  if (!segment) return OUTSIDE;
  const refused = whyNoFigure(work, segment, counted, sharing !== null);
  if (refused !== null && isFinal(refused)) return against[0] ?? refused;
  if (refused !== null) against.push(refused);
  return counted;
}

function isAskedOrKept(page: Page, segment: Segment, counted: Counted, act: ActFound | null): boolean {
  return (act === null && asksOfKept(page, counted)) || (act?.segment !== segment.index && isKept(page, segment));
}

/** "Among those freed were two civilians | captured in 2022": what befell them before. */
function befell(act: ActFound | null, { thing }: Counted): boolean {
  return act?.does === "lose" && act.voice === "active" && thing === "civilians";
}

function add(drafts: Draft[], drafted: Drafted): string | null {
  if (drafted.replacesPrevious) drafts.pop();
  drafts.push(...drafted.drafts);
  return drafted.drafts.length > 0 ? null : "nobody of the story keeps them";
}

/** "Киеву предложены ещё 3000 тел": an offer needs no act. */
function isOffered({ act, from }: Scoping, segment: Segment): boolean {
  return act === "offered" && from >= segment.from && from < segment.to;
}

/** "Russia had promised 6,000 bodies": a plan of one side's, though no act is named. */
function isPromised(work: Work, segment: Segment, scoping: Scoping): boolean {
  const here = scoping.from >= segment.from && scoping.from < segment.to && scoping.to > scoping.from;
  return scoping.scope === "planned" && here && offeringSide(work, scoping, null) !== null;
}

/** "12 are still in Ukraine", "у ВСУ ещё 40": a place or a holder is all that a stock needs. */
function isPlaced({ parties }: Work, { from, to }: Segment): boolean {
  return partiesIn(parties, from, to).some(({ role }) => role === "place" || role === "holder");
}

/** "The headquarters reports on 1,000 bodies": they were handed over; "45 defenders at home": they came. */
function isReported({ marks }: Page, counted: Counted, segment: Segment): boolean {
  if (counted.thing !== "bodies" && counted.how !== "elided" && marks.hasCue("home", segment.from, segment.to))
    return true;
  return counted.thing === "bodies" && marks.hasCue("speech", segment.from, counted.from);
}

function directed(
  work: Work,
  counted: Counted,
  act: ActFound | null,
  scoping: Scoping,
  previous: Draft | null,
  sharing: Sharing | null,
  second: Counted | null,
  keeper: Side | null,
): Direction {
  const { page, drafts } = work;
  const near =
    previous !== null &&
    sentenceOf(page, counted) - sentenceOf(page, previous.counted) <= 2 &&
    !isOfOtherTeller(work, counted, previous.counted);
  const joint = near && counted.nationality === null && isJoined(page, previous.counted.to, counted.from);
  const clue = {
    page,
    speech: work.speech,
    parties: work.parties,
    acts: work.acts,
    counted,
    act,
    before: (isTurned(page, previous, counted) ? previous?.from : previous?.to) ?? null,
    distant: previous !== null && paragraphOf(page, counted) !== paragraphOf(page, previous.counted),
    carried: near && (isAlike(previous.thing, counted.thing) || joint) ? (kin(drafts, counted)?.to ?? null) : null,
    joint,
    kin: previous?.thing !== counted.thing,
    last: near ? previous.verb : null,
    first: second !== null,
    keeper,
    offering:
      (scoping.act === "offered" && act?.does !== "swap") ||
      (!act && scoping.scope === "planned" && scoping.rule !== "as the figure before")
        ? offeringSide(work, scoping, act)
        : null,
  };
  if (second) clue.carried = null;
  const alone = isTwoWay(page, drafts, scoping.scope) ? directionOf({ ...clue, carried: null }) : null;
  const anew = act !== null && previous !== null && act.sentence > sentenceOf(page, previous.counted);
  const summed = scoping.scope === "cumulative" && previous?.scope === "event";
  const found = alone !== null && (alone.to !== null || anew || summed) ? alone : directionOf(clue);
  // "185 Rus asker ve 20 sivile karşılık": a list goes one way.
  const listed = previous !== null && page.locale.writing.verbLast && isListed(page, previous, counted);
  if (listed && previous.to !== null && sharing !== "first" && sharing !== "second")
    return { to: previous.to, margin: previous.margin, weight: 1, votes: previous.votes, all: previous.votes };
  const direction = sharing === "answered" ? { ...found, to: otherSide(page.story, found.to) } : found;
  if (direction.to === null && sharing === null)
    return asToldBefore(clue, numbered(work.drafts, work.leftOut)) ?? direction;
  if (!second) return direction;
  // What the second number of "A for B" goes by, turned round; who speaks tells nothing of two ways.
  const back = told(directionOf({ ...clue, counted: second, first: false })).flatMap((vote) => {
    const to = otherSide(page.story, vote.to);
    return to === null ? [] : [{ ...vote, to, weight: vote.weight * 0.8, rule: `${vote.rule}, of the other number` }];
  });
  return decide([...told(direction), ...back]);
}

/** "As many soldiers and three villagers went the other way": both are turned from the figure before them. */
function isTurned(page: Page, previous: Draft | null, { from }: Counted): boolean {
  if (!previous || segmentAt(page, previous.counted.from)?.index !== segmentAt(page, from)?.index) return false;
  return previous.same === true || previous.votes.some(({ rule }) => rule === "in return");
}

function isCrowd(thing: string | null): boolean {
  return thing === "servicemen" || thing === "persons";
}

/** "207 came home, Zelensky said. The Russian ministry told of 195": each side tells of its own. */
function isOfOtherTeller({ speech }: Work, { quantity }: Counted, before: Counted): boolean {
  const [one, other] = [speech.voiceAt(quantity.from), speech.voiceAt(before.quantity.from)];
  return one !== null && other !== null && one !== other;
}

/** Soldiers and people go the same way; bodies, civilians and children each their own. */
function isAlike(one: string, other: string | null): boolean {
  const people = (thing: string | null) => thing === "servicemen" || thing === "persons";
  return one === other || (people(one) && people(other));
}

function paragraphOf(page: Page, counted: Counted): number {
  return page.sentences[sentenceOf(page, counted)]?.paragraph ?? 0;
}

function told({ votes }: Direction): readonly Vote[] {
  return votes.filter(({ rule }) => rule !== "speaker's own side");
}

function isListed({ marks }: Page, { counted: before }: Draft, { quantity, nationality, thing }: Counted): boolean {
  if (nationality !== null || thing === before.thing) return false;
  return before.to === quantity.from - 1 && marks.cueAt("clauseAnd", before.to) !== null;
}

/** Who stands before the word of readiness or proposal. */
function offeringSide({ page, parties, speech }: Work, { from }: Scoping, act: ActFound | null): Side | null {
  // "Moscow's offer"
  const owner = page.marks.at("adjective", from - 1);
  if (owner) return owner.tag.side;
  const sentence = page.sentences[segmentAt(page, from)?.sentence ?? 0];
  const before = sentence
    ? partiesIn(parties, sentence.from, from).findLast(({ role }) => role === "subject")
    : undefined;
  // "He also offered to turn over 3,000 more"
  const pronoun = page.marks.cues("sameSpeaker", from - 3, from).length > 0 ? speech.sideAt(from) : null;
  // "1,000 bodies are waiting at the handover point, he said": those of whoever says so.
  const waiting = act?.voice === "noun" || act?.does === "come" ? speech.sideAt(from) : null;
  return before?.side ?? act?.subject?.side ?? pronoun ?? waiting;
}

/** Whether the figures before are the two of a pair, which tell no way; a total after both ways leans on neither. */
function isTwoWay(page: Page, drafts: readonly Draft[], scope: Scope): boolean {
  const [first, second] = drafts.slice(-2);
  if (!first || !second || sentenceOf(page, first.counted) !== sentenceOf(page, second.counted)) return false;
  if (first.to === null || first.to !== second.from) return false;
  return (
    first.counted.quantity.min === second.counted.quantity.min || (scope === "cumulative" && first.scope === "event")
  );
}

function isTold({ votes }: Direction): boolean {
  return votes.some(
    ({ rule }) => rule === "goes to" || rule === "comes from" || rule === "in return" || rule === "tells of its own",
  );
}
