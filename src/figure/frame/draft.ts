import type { Act, Scope, Side } from "../figure.ts";
import { type ActFound, partiesIn } from "./act.ts";
import type { Counted } from "./noun.ts";
import { otherSide, type Page, segmentAt } from "./page.ts";
import type { Party } from "./party.ts";
import type { Segment } from "./segment.ts";
import { isAltogether, type Sharing } from "./sharing.ts";
import type { Direction, Vote } from "./vote.ts";

/** A figure before dates and repeats are looked at. */
export interface Draft {
  readonly counted: Counted;
  readonly thing: string;
  readonly act: Act;
  readonly from: Side | null;
  readonly to: Side | null;
  readonly reach: "one_way" | "both" | "unstated";
  readonly scope: Scope;
  /** One of two, so many for each side. */
  readonly shared: boolean;
  /** The second half of a pair: the sentence after does not go its way. */
  readonly paired?: boolean;
  readonly votes: readonly Vote[];
  /** Counted within the figure before. */
  readonly part: boolean;
  /** How sure the direction is, 0 to 1. */
  readonly margin: number;
  readonly scopeFrom: number;
  readonly scopeTo: number;
  readonly verb: ActFound | null;
  readonly trace: readonly string[];
  /** How likely each answer is by the words around; absent where nothing was weighed. */
  readonly chances?: Chances;
  /** Nothing, or who speaks alone, tells which way it goes. */
  readonly vague: boolean;
  /** Told by "the same number", not by an amount of its own. */
  readonly same?: true;
}

/** Of each answer, 0 to 1; `way` is absent where the number goes both ways or is kept. */
export interface Chances {
  readonly real: number;
  readonly scope: number;
  readonly thing: number;
  readonly way?: number;
}

/** All that was found out about one number. */
export interface Ready {
  readonly page: Page;
  readonly parties: readonly Party[];
  readonly previous: Draft | null;
  readonly drafts: readonly Draft[];
  readonly counted: Counted;
  readonly act: ActFound | null;
  readonly direction: Direction;
  /** The figure that it is a part or a continuation of. */
  readonly inherits: Draft | null;
  readonly part: boolean;
  readonly sharing: Sharing | null;
  readonly scoping: {
    readonly act: Act;
    readonly scope: Scope;
    readonly rule: string;
    readonly from: number;
    readonly to: number;
  };
}

/** One draft a direction. @returns with `replacesPrevious`, the last draft is told again among them */
export interface Drafted {
  readonly drafts: readonly Draft[];
  readonly replacesPrevious: boolean;
}

export function draftsOf(ready: Ready): Drafted {
  const { page, counted, act, direction, inherits, sharing, scoping, part } = ready;
  const specific = direction.votes.some(({ weight }) => weight >= 1.4);
  const alike = inherits?.shared === true && sharing === null && counted.nationality === null && !specific;
  const base: Draft = {
    counted,
    thing: counted.thing ?? "persons",
    act: scoping.act,
    scope: scoping.scope,
    shared: sharing === "each" || alike,
    part,
    votes: direction.votes,
    margin: direction.margin,
    scopeFrom: scoping.from,
    scopeTo: scoping.to,
    verb: act,
    trace: traceOf(ready),
    vague: isVague(ready),
    from: null,
    to: null,
    reach: "both",
  };
  const only = (...drafts: Draft[]): Drafted => ({ drafts, replacesPrevious: false });
  if (scoping.act === "held") {
    if (isKeptByNobody(ready)) return only();
    // "The two armies hold 11,000 between them"
    const both = sharing === null && isAltogether(page, counted);
    return only({ ...base, from: both ? null : holderOf(ready), to: null, reach: both ? "both" : "one_way" });
  }
  if (base.shared) return only(...bothWays(page, base));
  if (sharing === "second") return second(ready, base);
  if (sharing === null && ((isAltogether(page, counted) && !isSent(direction)) || isSumOfBoth(ready)))
    return only(base);
  if (sharing === null && !specific && isBetween(ready)) return only(base);
  // "Earlier exchanges were on 2 May (310)": told by its number alone, as of those who came back before.
  const alone = counted.how === "elided" && (scoping.scope === "event" || ready.previous?.scope === scoping.scope);
  const told = alone && direction.votes.some(({ rule }) => rule === "as the figure before");
  const gotBack = act?.time === "done" && direction.to !== null && (act.object ? !isOfTwo(ready, act) : told);
  const ours = scoping.scope === "cumulative" && isOfOurExchanges(ready);
  if ((act?.does === "swap" || isJoint(ready)) && !specific && sharing === null && !part && !gotBack && !ours)
    return only(base);
  if (inherits?.reach === "both" && !specific && sharing === null) return only(base);
  const lent = inherits && !inherits.paired ? inherits.to : null;
  const to = direction.to !== null && (specific || lent === null) ? direction.to : lent;
  if (to === null) return only({ ...base, reach: "unstated" });
  return only({ ...base, from: otherSide(page.story, to), to, reach: "one_way" });
}

function isVague({ direction: { to, votes }, scoping, sharing }: Ready): boolean {
  if (scoping.act === "held" || sharing === "each" || sharing === "first" || sharing === "second") return false;
  return to === null || votes.every(({ rule }) => rule === "speaker's own side");
}

/** "236 бійців за дев'ять обмінів": where only one side writes in a language, what exchanges brought came to it. */
function isOfOurExchanges({ page, counted, act, direction }: Ready): boolean {
  const { story, locale, marks } = page;
  const sentence = page.sentences[act?.sentence ?? -1];
  if (act?.voice !== "noun" || counted.how === "elided" || !sentence) return false;
  if (marks.hasCue("mediation", sentence.from, sentence.to)) return false;
  return story.sides.some(({ code, languages }) => code === direction.to && languages?.includes(locale.tag) === true);
}

/** "Kyiv and Moscow exchanged 300": the doers of one verb are both sides. */
function isOfTwo({ page, parties }: Ready, act: ActFound): boolean {
  const sentence = page.sentences[act.sentence];
  const doers = sentence ? partiesIn(parties, sentence.from, act.to) : [];
  const sides = doers.filter(({ role }) => role === "subject" || role === "partner").map(({ side }) => side);
  return new Set(sides).size > 1;
}

/** "In a swap between the sides Russia returned 32 to Ukraine": who gives and who gets are both named. */
function isSent({ votes }: Direction): boolean {
  return votes.reduce((sum, { weight }) => sum + weight, 0) >= 5;
}

/** "157 for 157 (314 in all)": what the two figures before, one each way, come to. */
function isSumOfBoth({ drafts, counted, direction }: Ready): boolean {
  const [first, last] = drafts.slice(-2);
  if (!first || !last || first.to === null || first.to !== last.from || first.scope !== last.scope) return false;
  const told = direction.votes.some(({ weight }) => weight >= 2);
  return !told && counted.quantity.min === first.counted.quantity.min + last.counted.quantity.min;
}

/** "Russia and Ukraine freed 3,100", "freed by Russia and Ukraine": done by both sides together. */
function isJoint({ page, counted, parties, act }: Ready): boolean {
  if (act?.subject) return act.subject.joint === true;
  const segment = segmentAt(page, counted.quantity.from);
  const here = segment ? partiesIn(parties, segment.from, segment.to) : [];
  return here.some(({ role, joint }) => joint === true && role === "agent");
}

/** "With the go-between's help 17 exchanges took place; over 4,000 people were freed": a total of no side's. */
function isBetween({ page, counted, act, scoping, parties, previous }: Ready): boolean {
  const traded = act?.does === "free" || (act?.does === "swap" && act.object);
  if (!traded || act.subject || scoping.scope !== "cumulative" || counted.nationality !== null) return false;
  const here = page.sentences[segmentAt(page, counted.quantity.from)?.sentence ?? 0];
  // "In 17 exchanges between Russia and Ukraine over 4,000 people were freed"
  if (here && partiesIn(parties, here.from, here.to).some(({ role, joint }) => joint === true && role === "partner"))
    return true;
  // "200 from each side. In two days 1,000 were freed"
  if (previous?.shared) return true;
  const before = page.sentences[(here?.index ?? 0) - 1];
  const from = before?.paragraph === here?.paragraph ? before?.from : here?.from;
  if (!here) return false;
  const mediated =
    scoping.rule === "a total of several exchanges" ||
    page.marks
      .within("counted", from ?? here.from, here.from)
      .some((mark) => page.marks.at("act", mark.from)?.tag.does === "swap");
  if (mediated && page.marks.hasCue("mediation", from ?? here.from, here.to)) return true;
  return page.marks.within("frame", from ?? here.from, here.to).some(({ tag }) => tag.start === null);
}

function bothWays(page: Page, base: Draft): Draft[] {
  const [first, last] = page.story.sides;
  if (!first || !last || page.story.sides.length !== 2) return [base];
  return [
    { ...base, from: first.code, to: last.code, reach: "one_way" },
    { ...base, from: last.code, to: first.code, reach: "one_way" },
  ];
}

/** The second number of "1,000 for 31" goes the other way than the first; both where the first's way is unknown. */
function second({ page, previous: first }: Ready, given: Draft): Drafted {
  if (!first) return { drafts: [], replacesPrevious: false };
  const base = { ...given, counted: asSure(first.counted, given.counted) };
  const thing = base.counted.how === "elided" ? first.thing : base.thing;
  if (first.to === null) {
    const [a, b] = page.story.sides;
    if (!a || !b) return { drafts: [], replacesPrevious: false };
    const again: Draft = { ...first, from: a.code, to: b.code, reach: "one_way" };
    const back: Draft = { ...base, ...like(first), thing, from: b.code, to: a.code, reach: "one_way", paired: true };
    return { drafts: [again, back], replacesPrevious: true };
  }
  const back: Draft = {
    ...base,
    ...like(first),
    thing,
    from: first.to,
    to: first.from,
    reach: "one_way",
    paired: true,
  };
  return { drafts: [back], replacesPrevious: false };
}

/** "At least 1,000 for 1,000": the word holds for both. */
function asSure({ quantity: { min, max, qualifier } }: Counted, counted: Counted): Counted {
  const { quantity } = counted;
  if (quantity.qualifier !== "exact" || quantity.min !== min) return counted;
  return { ...counted, quantity: { ...quantity, max, qualifier } };
}

function like({ act, scope }: Draft): Pick<Draft, "act" | "scope"> {
  return { act, scope };
}

/** Who keeps them: the subject of keeping, whoever's captivity or land it is, else the side that they do not belong to. */
function holderOf({ page, counted, act, parties, direction }: Ready): Side | null {
  const segment = segmentAt(page, counted.quantity.from);
  // "Russia was holding 6,465, the president said, and alleged that those in Kyiv were holding 1,348"
  const doer = act?.voice === "active" && act.subject && !act.subject.weak ? act.subject : null;
  const near = act && doer && doer.from >= (page.segments[act.segment]?.from ?? 0) && act.from - doer.to <= 2;
  if (near) return doer.side;
  if (segment) {
    const acting = act ? page.segments[act.segment] : undefined;
    const captivity =
      page.marks.cues("captivity", segment.from, segment.to)[0] ??
      (acting && acting.index === segment.index + 1
        ? page.marks.cues("captivity", acting.from, acting.to)[0]
        : undefined);
    const adjective = captivity ? page.marks.at("adjective", captivity.from - 1) : null;
    if (adjective && adjective.from >= counted.to) return adjective.tag.side;
    const placedIn = (stretch: { readonly from: number; readonly to: number } | undefined) =>
      stretch &&
      partiesIn(parties, stretch.from, stretch.to).find(
        ({ role, deictic }) =>
          role === "holder" || role === "place" || role === "agent" || (role === "origin" && deictic),
      );
    // "Russian soldiers in Ukraine – 4,000"
    const placed = placedIn(segment) ?? placedIn(acting) ?? placedIn(segmentAt(page, counted.from) ?? undefined);
    if (placed) return placed.side;
    // "… in the Ukrainian — 7,000"
    const dash = page.tokens[counted.from - 1]?.text === "–" ? counted.from - 2 : counted.from - 1;
    const own = page.marks.at("adjective", dash);
    if (own && counted.how !== "before") return own.tag.side;
    if (adjective) return adjective.tag.side;
  }
  if (doer) return doer.side;
  const sentence = segment ? page.sentences[segment.sentence] : undefined;
  const before = sentence ? partiesIn(parties, sentence.from, counted.quantity.from) : [];
  const elsewhere = before.findLast(({ role }) => role === "holder" || role === "place");
  return elsewhere?.side ?? otherSide(page.story, direction.to);
}

/** "The wagon holds 60 bodies", "1,300 were detained at protests": a keeping by nobody of the story and without captivity. */
function isKeptByNobody({ page, counted, act, parties, direction }: Ready): boolean {
  const segment = segmentAt(page, counted.quantity.from);
  const sentence = segment ? page.sentences[segment.sentence] : undefined;
  if (act?.does !== "hold" || act.voice === "noun" || act.subject || counted.nationality !== null) return false;
  if (
    counted.thing === "bodies" &&
    segment &&
    !isPlacedIn(parties, segment) &&
    !isPlacedIn(parties, page.segments[act.segment])
  )
    return true;
  if (!sentence || direction.votes.some(({ weight }) => weight >= 1)) return false;
  if (partiesIn(parties, sentence.from, sentence.to).length > 0) return false;
  const said = (["captivity", "still", "altogether", "we", "our", "their", "they"] as const).some((cue) =>
    page.marks.hasCue(cue, sentence.from, sentence.to),
  );
  return !said;
}

/** Bodies are kept only where it is said who keeps them, or where. */
function isPlacedIn(parties: readonly Party[], segment: Segment | undefined): boolean {
  const told = segment ? partiesIn(parties, segment.from, segment.to) : [];
  return told.some(({ role }) => role === "place" || role === "holder" || role === "agent");
}

function traceOf({ counted, act, direction, inherits, sharing, scoping }: Ready): string[] {
  const trace = [`noun ${counted.how}: ${counted.thing ?? "none"}`];
  if (counted.quantity.qualifier !== "exact") trace.push(`qualifier: ${counted.quantity.qualifier}`);
  if (act) trace.push(`act: ${act.does}, ${act.voice}${act.time === "done" ? "" : `, ${act.time}`}`);
  if (sharing) trace.push(sharing === "each" ? "one amount for each side" : `${sharing} of a pair`);
  for (const { rule, to } of direction.votes) trace.push(`to ${to}: ${rule}`);
  if (inherits) trace.push("continues the figure before");
  trace.push(`scope: ${scoping.rule}`);
  return trace;
}
