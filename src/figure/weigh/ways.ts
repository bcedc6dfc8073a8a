import type { Side } from "../figure.ts";
import { type ActFound, partiesIn } from "../frame/act.ts";
import type { Draft } from "../frame/draft.ts";
import type { Party } from "../frame/party.ts";
import { type Around, doingOf, nearnessOf, stemAt, stemIn } from "./around.ts";
import type { Case } from "./case.ts";
import { tellNamed } from "./named.ts";
import type { Tell, Telling } from "./sign.ts";

/** Tokens on each side of a number whose words are held against the sides. */
const REACH = 12;
const FARTHEST = 14;
/** Sides named before a number in its sentence that are heard, and as many after it. */
const HEARD = 8;

/** A side as the weights know it: "T", to whom it may go, or "O", the other one. */
type Called = (side: Side | null) => string;

/**
 * What tells that they go to a side.
 * @param draft what the rules make of it, where that is one figure
 * @param named the side by whose name it is known what is usual: another one in lessons that teach words to outweigh it
 */
export function waySigns(one: Case, around: Around, to: Side, draft: Draft | null, named = to): Telling {
  return (tell) => {
    const called: Called = (side) => (side === null ? "-" : side === to ? "T" : "O");
    tellRules(one, called, draft, tell);
    tellParties(one, around, called, tell);
    tellAdjectives(one, around, called, tell);
    tellPaths(one, around, called, tell);
    tellVoices(one, around, called, tell);
    tellOwners(one, around, called, tell);
    tellCarried(one, around, called, tell);
    tellNamed(one, around, named, tell);
  };
}

/** What tells that they go no one way, or that nobody can say which. */
export function noWaySigns(one: Case, { page, sentence }: Around, draft: Draft | null): Telling {
  return (tell) => {
    const { direction, act, previous, parties } = one;
    const sides = new Set(partiesIn(parties, sentence.from, sentence.to).map(({ side }) => side));
    const open = String((draft?.to ?? null) === null);
    const undecided = String(direction.to === null);
    const weighty = String(direction.weight >= 2);
    tell("open");
    tell("open", open, draft?.reach ?? "pair");
    tell("open", open, doingOf(act));
    tell("open", open, weighty);
    tell("undecided", undecided);
    tell("undecided", undecided, doingOf(act));
    tell("undecided", undecided, weighty);
    tell("sides", String(sides.size));
    tell("votes", String(Math.min(3, direction.all.length)));
    tell("open before", previous === null ? "none" : String(previous.to === null));
    tell("open in", page.locale.tag);
  };
}

function tellRules({ direction, act, counted, sharing }: Case, called: Called, draft: Draft | null, tell: Tell): void {
  const told = called(draft?.to ?? null);
  const voted = called(direction.to);
  tell("rules", told);
  tell("rules", told, draft?.reach ?? "pair");
  tell("rules", told, sharing ?? "alone", counted.thing ?? "none");
  tell("voted", voted, String(told === "-"));
  for (const vote of direction.all) tell("vote", vote.rule, called(vote.to));
  if (direction.to === null) return;
  const lead = direction.margin > 0.6 ? "clear" : direction.margin > 0.25 ? "some" : "slight";
  const weight = direction.weight >= 6 ? "heavy" : direction.weight >= 2 ? "fair" : "light";
  tell("voted", voted, lead, weight);
  tell("voted", voted, doingOf(act));
}

/** Each side named in the sentence: its part, its words, its place before or after act and number. */
function tellParties(one: Case, around: Around, called: Called, tell: Tell): void {
  const { segment, sentence } = around;
  const doing = doingOf(one.act);
  const named = partiesIn(one.parties, sentence.from, sentence.to);
  for (const party of nearest(named, one.counted.quantity.from)) {
    const { side, role, joint, weak, deictic } = party;
    const s = called(side);
    const inside = party.from >= segment.from && party.from < segment.to;
    const where = party.from < one.counted.quantity.from ? "before" : "after";
    const order = orderOf(party, one.act);
    const kind = `${role}${joint ? " joint" : ""}${weak ? " weak" : ""}${deictic ? " deictic" : ""}`;
    tell("party", kind, inside ? "clause" : "sentence", s);
    tell("party", role, where, s);
    tell("party", role, doing, order, s);
    tell("party", order, where, doing, s);
    tellForm(one, around, party, s, tell);
  }
}

function nearest<Place extends { readonly from: number }>(places: readonly Place[], at: number): readonly Place[] {
  if (places.length <= HEARD) return places;
  const before = places.filter(({ from }) => from < at).length;
  return places.slice(Math.max(0, before - HEARD), before + HEARD);
}

function orderOf(party: Party, act: ActFound | null): "<" | ">" | "none" {
  if (!act) return "none";
  return party.from < act.from ? "<" : ">";
}

/** How a side's name is written: what stands beside it, how it ends, by which act. */
function tellForm({ page, act }: Case, around: Around, party: Party, s: string, tell: Tell): void {
  const { from, to, deictic } = party;
  const last = page.tokens[to - 1];
  const ending = deictic ? "none" : (last?.suffix ?? last?.word.slice(-2) ?? "none");
  const word = act ? stemAt(around, act.to - 1) : "none";
  const order = orderOf(party, act);
  const { tag } = page.locale;
  tell(tag, "party follows", stemIn(around, from - 1), s);
  tell(tag, "party leads", stemIn(around, to), s);
  tell(tag, "party ends", ending, s);
  tell(tag, "party ends", ending, order, word, s);
  tell(tag, "party", order, word, s);
}

function tellAdjectives({ counted, act, page }: Case, around: Around, called: Called, tell: Tell): void {
  const { sentence } = around;
  const { tag: language } = page.locale;
  const found = page.marks.within("adjective", sentence.from, sentence.to);
  for (const { from, to, tag } of nearest(found, counted.from)) {
    const s = called(tag.side);
    const inside = from >= counted.from && to <= counted.to;
    const where = inside ? "counted" : from < counted.from ? "before" : "after";
    tell("adjective", where, s);
    tell("adjective", where, counted.thing ?? "none", s);
    tell("adjective", where, doingOf(act), s);
    tell(language, "adjective leads", stemIn(around, to), s);
    tell(language, "adjective follows", stemIn(around, from - 1), s);
  }
}

/** The words between a number and the sides named nearest before and after it. */
function tellPaths({ page, counted, act, parties }: Case, around: Around, called: Called, tell: Tell): void {
  const { sentence } = around;
  const doing = doingOf(act);
  const named = partiesIn(parties, sentence.from, sentence.to);
  const before = named.findLast(({ to }) => to <= counted.from);
  const after = named.find(({ from }) => from >= counted.to);
  for (const [where, party] of [
    ["before", before],
    ["after", after],
  ] as const) {
    if (!party) continue;
    const s = called(party.side);
    const [from, to] = where === "before" ? [party.to, counted.from] : [counted.to, party.from];
    const acting = act && act.from >= from && act.from < to ? "acting" : "still";
    tell("near", where, s);
    tell("near", where, doing, acting, s);
    tell("near", where, party.role, doing, acting, s);
    if (to - from >= REACH) continue;
    tell("near", where, to - from < 3 ? "close" : "apart", s);
    for (let index = from; index < to; index++) tell(page.locale.tag, "path", where, stemAt(around, index), s);
  }
  if (before && after) tell("near", called(before.side), called(after.side), doing);
}

/** Who speaks, and whose outlet it is. */
function tellVoices({ page, counted, act, speech }: Case, around: Around, called: Called, tell: Tell): void {
  const doing = doingOf(act);
  const first = firstNamed(around);
  const voice = speech.voiceAt(counted.quantity.from);
  tell("first", called(first), doing);
  if (voice !== null) {
    const s = called(voice);
    tell("voice", s, doing);
    tell("voice", s, counted.thing ?? "none");
    tell("voice", s, first === null ? "alone" : "beside");
    tell("voice", s);
  }
  const { outletSide } = page.document;
  if (outletSide !== null) {
    tell("outlet", called(outletSide));
    tell("outlet", called(outletSide), doing);
  }
  for (const { code, languages } of page.story.sides) {
    if (languages?.includes(page.locale.tag) !== true) continue;
    tell("tongue", called(code));
    tell("tongue", called(code), doing);
  }
}

/** Whose people they are; and the words of the clause beside the side named first, the owner and the speaker. */
function tellOwners({ page, counted, act, speech }: Case, around: Around, called: Called, tell: Tell): void {
  const { segment } = around;
  const first = firstNamed(around);
  const voice = speech.voiceAt(counted.quantity.from);
  const { nationality } = counted;
  const deictic = nationality === "our" || nationality === "their";
  const owner = deictic ? null : nationality;
  if (deictic) tell(nationality, called(speech.ownAt(counted.quantity.from)));
  if (owner !== null) {
    const s = called(owner);
    tell("owner", s, doingOf(act));
    tell("owner", s, counted.thing ?? "none");
    tell("owner", s);
  }
  const last = Math.min(segment.to, counted.to + REACH);
  for (let index = Math.max(segment.from, counted.from - REACH); index < last; index++) {
    if (index >= counted.from && index < counted.to) continue;
    const { tag } = page.locale;
    const word = stemIn(around, index);
    if (first !== null) tell(tag, "word", word, "first", called(first));
    if (owner !== null) tell(tag, "word", word, index < counted.from ? "before" : "after", "owner", called(owner));
    if (voice !== null) tell(tag, "word", word, "voice", called(voice));
  }
}

/** The side named first in the clause, else in the sentence. */
function firstNamed({ page: { marks }, segment, sentence }: Around): Side | null {
  const inClause = marks.within("side", segment.from, segment.to)[0];
  return (inClause ?? marks.within("side", sentence.from, sentence.to)[0])?.tag.side ?? null;
}

/** Which way the figure before goes, and what stands between. */
function tellCarried(one: Case, around: Around, called: Called, tell: Tell): void {
  const { previous, counted, act, page } = one;
  if (previous?.to == null) return;
  const s = called(previous.to);
  const place = nearnessOf(one, around);
  const alike = previous.thing === counted.thing ? "alike" : "other";
  const verb = previous.verb === null ? "none" : previous.verb.from === act?.from ? "same" : previous.verb.does;
  const { tag } = page.locale;
  tell("before", place, s);
  tell("before", place, alike, s);
  tell("before", place, verb, doingOf(act), s);
  tell(tag, "leading", stemIn(around, around.segment.from), s, place === "far" ? "far" : "near");
  if (previous.paired === true || previous.shared) tell("before", place, "pair", s);
  const between = place === "clause" || place === "sentence" || place === "next";
  if (between && counted.from - previous.counted.to < FARTHEST)
    for (let index = previous.counted.to; index < counted.from; index++) tell(tag, "between", stemAt(around, index), s);
}
