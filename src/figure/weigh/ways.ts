import type { Side } from "../figure.ts";
import { partiesIn } from "../frame/act.ts";
import type { Draft } from "../frame/draft.ts";
import type { Party } from "../frame/party.ts";
import { type Around, doingOf, nearnessOf, stemAt, stemIn } from "./around.ts";
import type { Case } from "./case.ts";
import { namedSigns } from "./named.ts";

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
export function waySigns(one: Case, around: Around, to: Side, draft: Draft | null, named = to): string[] {
  const called: Called = (side) => (side === null ? "-" : side === to ? "T" : "O");
  return [
    ...ruleSigns(one, called, draft),
    ...partySigns(one, around, called),
    ...adjectiveSigns(one, around, called),
    ...pathSigns(one, around, called),
    ...voiceSigns(one, around, called),
    ...carriedSigns(one, around, called),
    ...namedSigns(one, around, named),
  ];
}

/** What tells that they go no one way, or that nobody can say which. */
export function noWaySigns(one: Case, { page, sentence }: Around, draft: Draft | null): string[] {
  const { direction, act, previous, parties } = one;
  const sides = new Set(partiesIn(parties, sentence.from, sentence.to).map(({ side }) => side));
  const open = (draft?.to ?? null) === null;
  const weighty = direction.weight >= 2;
  return [
    "open",
    `open ${open} ${draft?.reach ?? "pair"}`,
    `open ${open} ${doingOf(act)}`,
    `open ${open} ${weighty}`,
    `undecided ${direction.to === null}`,
    `undecided ${direction.to === null} ${doingOf(act)}`,
    `undecided ${direction.to === null} ${weighty}`,
    `sides ${sides.size}`,
    `votes ${Math.min(3, direction.all.length)}`,
    `open before ${previous === null ? "none" : previous.to === null}`,
    `open in ${page.locale.tag}`,
  ];
}

function ruleSigns({ direction, act, counted, sharing }: Case, called: Called, draft: Draft | null): string[] {
  const told = called(draft?.to ?? null);
  const thing = counted.thing ?? "none";
  const signs = [
    `rules ${told}`,
    `rules ${told} ${draft?.reach ?? "pair"}`,
    `rules ${told} ${sharing ?? "alone"} ${thing}`,
    `voted ${called(direction.to)} ${told === "-"}`,
  ];
  for (const vote of direction.all) signs.push(`vote ${vote.rule} ${called(vote.to)}`);
  if (direction.to === null) return signs;
  const lead = direction.margin > 0.6 ? "clear" : direction.margin > 0.25 ? "some" : "slight";
  const weight = direction.weight >= 6 ? "heavy" : direction.weight >= 2 ? "fair" : "light";
  return [...signs, `voted ${called(direction.to)} ${lead} ${weight}`, `voted ${called(direction.to)} ${doingOf(act)}`];
}

/** Each side named in the sentence: its part, its words, its place before or after act and number. */
function partySigns(one: Case, around: Around, called: Called): string[] {
  const { segment, sentence } = around;
  const named = partiesIn(one.parties, sentence.from, sentence.to);
  return nearest(named, one.counted.quantity.from).flatMap((party) => {
    const { side, role, joint, weak, deictic } = party;
    const s = called(side);
    const inside = party.from >= segment.from && party.from < segment.to;
    const where = party.from < one.counted.quantity.from ? "before" : "after";
    const order = one.act ? (party.from < one.act.from ? "<" : ">") : "";
    const kind = `${role}${joint ? " joint" : ""}${weak ? " weak" : ""}${deictic ? " deictic" : ""}`;
    return [
      `party ${kind} ${inside ? "clause" : "sentence"} ${s}`,
      `party ${role} ${where} ${s}`,
      `party ${role} ${doingOf(one.act)} ${order} ${s}`,
      `party ${order} ${where} ${doingOf(one.act)} ${s}`,
      ...formSigns(one, around, party).map((sign) => `${one.page.locale.tag} party ${sign} ${s}`),
    ];
  });
}

function nearest<Place extends { readonly from: number }>(places: readonly Place[], at: number): readonly Place[] {
  if (places.length <= HEARD) return places;
  const before = places.filter(({ from }) => from < at).length;
  return places.slice(Math.max(0, before - HEARD), before + HEARD);
}

/** How a side's name is written: what stands beside it, how it ends, by which act. */
function formSigns({ page, act }: Case, around: Around, { from, to, deictic }: Party): string[] {
  const last = page.tokens[to - 1];
  const ending = deictic ? "" : (last?.suffix ?? last?.word.slice(-2) ?? "");
  const word = act ? stemAt(page, act.to - 1) : "none";
  const order = act ? (from < act.from ? "<" : ">") : "";
  return [
    `${stemIn(around, from - 1)} .`,
    `. ${stemIn(around, to)}`,
    `-${ending}`,
    `-${ending} ${order} ${word}`,
    `${order} ${word}`,
  ];
}

function adjectiveSigns({ counted, act, page }: Case, around: Around, called: Called): string[] {
  const { sentence } = around;
  const { tag: language } = page.locale;
  const found = page.marks.within("adjective", sentence.from, sentence.to);
  return nearest(found, counted.from).flatMap(({ from, to, tag }) => {
    const s = called(tag.side);
    const inside = from >= counted.from && to <= counted.to;
    const where = inside ? "counted" : from < counted.from ? "before" : "after";
    return [
      `adjective ${where} ${s}`,
      `adjective ${where} ${counted.thing ?? "none"} ${s}`,
      `adjective ${where} ${doingOf(act)} ${s}`,
      `${language} adjective ${stemIn(around, to)} ${s}`,
      `${language} adjective ${stemIn(around, from - 1)} . ${s}`,
    ];
  });
}

/** The words between a number and the sides named nearest before and after it. */
function pathSigns({ page, counted, act, parties }: Case, { sentence }: Around, called: Called): string[] {
  const named = partiesIn(parties, sentence.from, sentence.to);
  const before = named.findLast(({ to }) => to <= counted.from);
  const after = named.find(({ from }) => from >= counted.to);
  const signs: string[] = [];
  for (const [where, party] of [
    ["before", before],
    ["after", after],
  ] as const) {
    if (!party) continue;
    const s = called(party.side);
    const [from, to] = where === "before" ? [party.to, counted.from] : [counted.to, party.from];
    const acting = act && act.from >= from && act.from < to ? "acting" : "still";
    signs.push(
      `near ${where} ${s}`,
      `near ${where} ${doingOf(act)} ${acting} ${s}`,
      `near ${where} ${party.role} ${doingOf(act)} ${acting} ${s}`,
    );
    if (to - from >= REACH) continue;
    signs.push(`near ${where} ${to - from < 3 ? "close" : "apart"} ${s}`);
    for (let index = from; index < to; index++)
      signs.push(`${page.locale.tag} path ${where} ${stemAt(page, index)} ${s}`);
  }
  if (before && after) signs.push(`near ${called(before.side)} ${called(after.side)} ${doingOf(act)}`);
  return signs;
}

/** Who speaks, whose outlet it is, whose people they are; and the words of the clause beside each. */
function voiceSigns({ page, counted, act, speech }: Case, around: Around, called: Called): string[] {
  const { segment, sentence } = around;
  const doing = doingOf(act);
  const thing = counted.thing ?? "none";
  const first =
    (page.marks.within("side", segment.from, segment.to)[0] ?? page.marks.within("side", sentence.from, sentence.to)[0])
      ?.tag.side ?? null;
  const voice = speech.voiceAt(counted.quantity.from);
  const { nationality } = counted;
  const deictic = nationality === "our" || nationality === "their";
  const owner = deictic ? null : nationality;
  const signs = [`first ${called(first)} ${doing}`];
  if (owner !== null) signs.push(...[doing, thing, ""].map((rest) => `owner ${called(owner)} ${rest}`));
  if (deictic) signs.push(`${nationality} ${called(speech.ownAt(counted.quantity.from))}`);
  if (voice !== null)
    signs.push(...[doing, thing, String(first === null), ""].map((rest) => `voice ${called(voice)} ${rest}`));
  const { outletSide } = page.document;
  if (outletSide !== null) signs.push(`outlet ${called(outletSide)}`, `outlet ${called(outletSide)} ${doing}`);
  for (const { code, languages } of page.story.sides)
    if (languages?.includes(page.locale.tag)) signs.push(`tongue ${called(code)}`, `tongue ${called(code)} ${doing}`);
  const last = Math.min(segment.to, counted.to + REACH);
  for (let index = Math.max(segment.from, counted.from - REACH); index < last; index++) {
    if (index >= counted.from && index < counted.to) continue;
    const word = `${page.locale.tag} word ${stemIn(around, index)}`;
    if (first !== null) signs.push(`${word} first ${called(first)}`);
    if (owner !== null) signs.push(`${word} ${index < counted.from ? "before" : "after"} owner ${called(owner)}`);
    if (voice !== null) signs.push(`${word} voice ${called(voice)}`);
  }
  return signs;
}

/** Which way the figure before goes, and what stands between. */
function carriedSigns(one: Case, around: Around, called: Called): string[] {
  const { previous, counted, act, page } = one;
  if (previous?.to == null) return [];
  const s = called(previous.to);
  const place = nearnessOf(one, around);
  const alike = previous.thing === counted.thing ? "alike" : "other";
  const verb = previous.verb === null ? "none" : previous.verb.from === act?.from ? "same" : previous.verb.does;
  const signs = [
    `before ${place} ${s}`,
    `before ${place} ${alike} ${s}`,
    `before ${place} ${verb} ${doingOf(act)} ${s}`,
    `${page.locale.tag} leading ${stemIn(around, around.segment.from)} ${s} ${place === "far" ? "far" : ""}`,
  ];
  if (previous.paired === true || previous.shared) signs.push(`before ${place} pair ${s}`);
  const between = place === "clause" || place === "sentence" || place === "next";
  if (between && counted.from - previous.counted.to < FARTHEST)
    for (let index = previous.counted.to; index < counted.from; index++)
      signs.push(`${page.locale.tag} between ${stemAt(page, index)} ${s}`);
  return signs;
}
