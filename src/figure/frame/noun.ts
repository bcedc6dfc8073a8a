import type { Side } from "../figure.ts";
import type { Mark } from "../lexicon/mark.ts";
import { type Quantity, qualifierAfterNoun } from "../number/quantity.ts";
import { bodiesBefore, isInverted, nounBefore } from "./noun-before.ts";
import {
  countsActs,
  deadBefore,
  groupAfter,
  groupBefore,
  groupMeant,
  isBuried,
  isCopula,
  isDeadAfter,
  isMixed,
  isNumber,
  isPeople,
  isUnknown,
  kindOf,
  listEnd,
  saidToBe,
} from "./noun-cues.ts";
import { endsPhrase, isEnded, nounOfAttribute, startsRole } from "./noun-end.ts";
import type { Page } from "./page.ts";

/** A number with what it counts, or with the reason why it counts nothing of the story. */
export interface Counted {
  readonly quantity: Quantity;
  /** Null: no noun stands with it; it may take the one before. */
  readonly thing: string | null;
  readonly group: string | null;
  /** Whose people they are, by an adjective or by "our". */
  readonly nationality: Side | "our" | "their" | null;
  /** "its own": of the side that is spoken of. */
  readonly own: boolean;
  /** Tokens of number and noun together. */
  readonly from: number;
  readonly to: number;
  readonly how: "after" | "before" | "elided";
  /** "185 soldiers and civilians": people of several kinds together. */
  readonly mixed?: true;
  /** Said of a part of the figure before: "51 were civilians". */
  readonly part: boolean;
  /** The other side's, found among the bodies that came. */
  readonly strangers?: true;
  /** Why it is no figure of the story; null when it may be one. */
  readonly reason: string | null;
}

const LONGEST_PHRASE = 14;
const APOSTROPHES = new Set(["'", "’"]);
/** "12 (residents of the region) remain", "«до двухсот» россиян" */
const BRACKETS = new Set(['"', "«", "“", "»", "”", "("]);

/** Finds what a number counts: the noun after it, before it, or none. */
export function countedBy(page: Page, quantity: Quantity): Counted {
  const blank: Counted = {
    quantity,
    thing: null,
    group: null,
    nationality: null,
    own: false,
    from: Math.min(quantity.qualifierFrom, quantity.from),
    to: Math.max(quantity.to, quantity.qualifierTo),
    how: "elided",
    part: false,
    reason: quantity.masked,
  };
  if (quantity.masked !== null) return blank;
  const after = nounAfter(page, blank);
  const found =
    bodiesBefore(page, after) ?? (after.thing === null && after.reason === null ? nounBefore(page, after) : after);
  if (quantity.min === 1 && quantity.max === 1 && page.marks.at("of", quantity.to))
    return { ...found, reason: "one of many" };
  if (isDifference(page, found)) return { ...found, reason: "a difference" };
  if (quantity.min === 1 && quantity.max === null) return { ...found, reason: "more than one" };
  if (found.thing !== null && found.how === "before" && isInverted(page, found))
    return { ...found, quantity: { ...quantity, qualifier: "about" } };
  if (found.thing !== null && found.how !== "elided")
    return { ...found, quantity: qualifierAfterNoun(quantity, found.to, page.marks, page.locale) };
  if (found.reason === null && quantity.yearLike) return { ...found, reason: "year" };
  if (found.reason === null && quantity.min === 1 && quantity.max === 1)
    return { ...found, reason: "one without a noun" };
  return found;
}

/** "на 141 людину менше", "ten prisoners more than" */
function isDifference({ marks, locale }: Page, { from, to }: Counted): boolean {
  const led = locale.masks.difference?.[0].length === 0 || marks.cueAt("differenceBefore", from - 1) !== null;
  return led && marks.cueAt("differenceAfter", to)?.from === to;
}

interface Walk {
  readonly start: number;
  at: number;
  unknown: number;
  dead: boolean;
  deadTo: number;
  nationality: Counted["nationality"];
  adjectiveTo: number;
  own: boolean;
  foreign: boolean;
  group: Mark | null;
}

/** "Kyiv's 193", but not "Rusya'nın 115 esiri bıraktığı", where a genitive before a verb that comes last is who does it. */
function ownerBefore({ marks, locale }: Page, at: number): Counted["nationality"] {
  const doer = locale.writing.verbLast && marks.at("side", at - 1) !== null;
  return doer ? null : (marks.at("adjective", at - 1)?.tag.side ?? null);
}

/** Walks over adjectives to the noun: "146 | badly wounded Russian | servicemen". */
function nounAfter(page: Page, blank: Counted): Counted {
  const { marks, tokens } = page;
  const start = blank.to;
  const walk: Walk = {
    start,
    at: start,
    unknown: 0,
    dead: false,
    deadTo: start,
    nationality: ownerBefore(page, blank.from),
    adjectiveTo: start,
    own: false,
    foreign: false,
    group: null,
  };
  while (walk.at < start + LONGEST_PHRASE) {
    const token = tokens[walk.at];
    if (!token || (token.breaks > 0 && walk.at > start)) break;
    const thing = marks.at("thing", walk.at);
    const counted = marks.at("counted", walk.at);
    if (counted && isEnded(page, blank, walk)) break;
    if (counted && (!thing || counted.to > thing.to)) return { ...blank, reason: "counts something else" };
    if (thing && countsActs(page, blank, thing)) return { ...blank, reason: "counts something else" };
    if (thing && !isAdjectival(page, thing)) return withNoun(page, blank, walk, thing);
    if (step(page, walk)) continue;
    const noun = nounOfAttribute(page, walk.start, walk.at);
    if (!noun) break;
    walk.group = marks.within("group", walk.at, noun.from)[0] ?? walk.group;
    return withNoun(page, blank, walk, noun);
  }
  return predicateNoun(page, blank, walk) ?? withoutNoun(page, blank, walk);
}

/** "31 wounded prisoners": "wounded" is a noun only where none follows. */
function isAdjectival(page: Page, { from, to }: Mark): boolean {
  const { marks } = page;
  if (!marks.at("between", from) && !marks.at("dead", from)) return false;
  return marks.at("thing", to) !== null || (marks.at("adjective", to) !== null && marks.at("thing", to + 1) !== null);
}

/** "eight of them dead", "three of whom were killed" */
function deadPart({ marks }: Page, blank: Counted): Counted | null {
  const part = marks.cueAt("part", blank.to);
  const copula = part ? marks.cueAt("passive", part.to) : null;
  const dead = part ? marks.at("dead", copula?.to ?? part.to) : null;
  return dead ? { ...blank, thing: "bodies", to: dead.to, how: "after", part: true } : null;
}

/** "51 were civilians", "183 — рядовые": a part of the figure before, told by its kind. */
function predicateNoun(page: Page, blank: Counted, walk: Walk): Counted | null {
  const ofThem = deadPart(page, blank);
  if (ofThem) return ofThem;
  const part = page.marks.cueAt("part", blank.to);
  // "двое из них — гражданские"
  let at = part?.from === blank.to ? part.to : blank.to;
  // "three of them civilians"
  const bare = part?.from === blank.to && page.marks.at("thing", at)?.from === at;
  if (walk.at !== blank.to || !(bare || isCopula(page, at))) return null;
  for (at += bare ? 0 : 1; at < blank.to + 8; at++) {
    const noun = page.marks.at("thing", at);
    // "246 were freed" tells what was done, not of what kind they are.
    if (noun && page.marks.at("act", at)?.tag.voice === "passive" && page.tokens[at - 1]?.kind === "word") return null;
    if (noun)
      return { ...blank, thing: noun.tag.thing, nationality: walk.nationality, to: noun.to, how: "after", part: true };
    // "семеро -- цивільні"
    if (page.tokens[at]?.text === "-") continue;
    if (!page.marks.at("between", at) && !page.marks.at("adjective", at)) return null;
  }
  return null;
}

/** Goes over one word that may stand between a number and its noun; false where the phrase ends. */
function step(page: Page, walk: Walk): boolean {
  const { marks, tokens } = page;
  const at = walk.at;
  const token = tokens[at];
  if (!token) return false;
  const adjective = marks.at("adjective", at);
  const dead = marks.at("dead", at);
  const other = marks.at("other", at);
  const side = marks.at("side", at);
  const group = marks.at("group", at);
  const phrase = marks.at("between", at);
  // "6,500 | of our | servicemen"
  const last = phrase ? phrase.to - 1 : at;
  const our = marks.cueAt("our", at) ?? marks.cueAt("our", last);
  const their = marks.cueAt("their", at) ?? marks.cueAt("their", last);
  const between = phrase ?? marks.at("own", at) ?? our ?? their;
  if (group) {
    walk.group = group;
    walk.at = group.to;
  } else if (adjective) {
    // "200 Ukrainians | Russian captivity": people are of one side.
    if (walk.adjectiveTo > walk.start && walk.nationality !== adjective.tag.side) return false;
    walk.nationality = adjective.tag.side;
    walk.at = walk.adjectiveTo = adjective.to;
  } else if (side && !startsRole(page, at)) {
    // "146 Ukrainian Armed Forces prisoners"
    walk.nationality ??= side.tag.side;
    walk.at = side.to;
  } else if (dead) {
    walk.dead = true;
    walk.at = walk.deadTo = dead.to;
  } else if (between) {
    walk.own ||= marks.at("own", at) !== null;
    if (our) walk.nationality ??= "our";
    if (their) walk.nationality ??= "their";
    walk.at = between.to;
  } else if (other) {
    walk.foreign = true;
    walk.at = other.to;
  } else if (isSecondAdjective(page, walk)) walk.at++;
  else if (marks.at("of", at) && !marks.cueAt("part", at)) walk.at++;
  else if (token.kind !== "word") return BRACKETS.has(token.text) ? ++walk.at > 0 : false;
  else if (marks.at("qualifier", at)?.tag.where === "after") walk.at++;
  else if (endsPhrase(page, at) || walk.unknown >= 2) return false;
  else {
    walk.unknown++;
    walk.at++;
  }
  return true;
}

/** "55 Russian | and | pro-Russian fighters": a second word for whose they are, of one side, before one noun. */
function isSecondAdjective({ marks, tokens }: Page, { at, adjectiveTo, start, nationality }: Walk): boolean {
  if (adjectiveTo !== at || at === start || !marks.cueAt("clauseAnd", at)) return false;
  // "55 Russian and Donbass soldiers"
  if (
    /^\p{Lu}/u.test(tokens[at + 1]?.text ?? "") &&
    marks.at("thing", at + 2) &&
    !marks.at("other", at + 1) &&
    !marks.at("adjective", at + 1)
  )
    return true;
  const second = [at + 1, at + 2].find((place) => marks.at("adjective", place) ?? marks.at("between", place));
  if (second === undefined || (second > at + 1 && tokens[second]?.hyphen !== true)) return false;
  const side = marks.at("adjective", second)?.tag.side ?? nationality;
  return side === nationality && marks.at("thing", second + 1) !== null;
}

function withNoun(page: Page, blank: Counted, walk: Walk, noun: Mark & { tag: { thing: string } }): Counted {
  const { marks } = page;
  if (walk.foreign) return { ...blank, reason: "people of another party" };
  let thing: string = noun.tag.thing;
  let to = noun.to;
  const and = marks.cueAt("clauseAnd", listEnd(page, to));
  const second = and
    ? (marks.at("thing", and.to) ?? (isNumber(page, and.to) ? null : marks.at("thing", and.to + 1)))
    : null;
  const mixed = second && isMixed(thing, second.tag.thing) && second.tag.thing !== thing ? second : null;
  if (mixed) thing = "persons";
  if (mixed) to = mixed.to;
  const kind = page.locale.writing.verbLast ? marks.at("thing", to) : null;
  // "savaş esiri | askerin | cenazesi": people told by two nouns.
  const head = kind && isPeople(kind.tag.thing) ? kind.to : to;
  // "1,000 soldiers' bodies"
  const owned = APOSTROPHES.has(page.tokens[head]?.text ?? "") ? head + 1 : head;
  const chained = marks.at("thing", owned) ?? marks.at("thing", owned + 1);
  const direct = chained?.from === owned || page.locale.writing.verbLast;
  if (chained && direct && chained.tag.thing === "bodies" && isPeople(thing)) {
    thing = "bodies";
    to = chained.to;
  }
  if (
    (walk.dead || isDeadAfter(page, to) || deadBefore(page, blank.from) || isBuried(page, blank.from)) &&
    isPeople(thing)
  )
    thing = "bodies";
  if (thing === "persons") thing = kindOf(page, walk.start, noun, blank.from) ?? thing;
  const group =
    walk.group ??
    groupBefore(page, blank.from, thing) ??
    page.marks.at("group", noun.from) ??
    groupAfter(page, to, thing) ??
    groupMeant(page, to, thing);
  if (group?.tag.kind === "group" && (thing === "persons" || thing === "civilians"))
    return {
      ...blank,
      thing: group.tag.thing,
      group: group.tag.group,
      nationality: group.tag.side ?? walk.nationality,
      own: walk.own,
      to: Math.max(to, group.to),
      how: "after",
    };
  return {
    ...blank,
    ...(mixed ? { mixed: true } : {}),
    thing,
    nationality:
      walk.nationality ??
      marks.within("people", noun.from, noun.to)[0]?.tag.side ??
      marks.within("adjective", noun.from, noun.to)[0]?.tag.side ??
      nationalityAfter(page, to),
    own: walk.own || marks.at("own", noun.from) !== null,
    to,
    how: "after",
  };
}

/** "servicemen of Ukraine", "prisoners of war of the Ukrainian Armed Forces", "вояків ЗСУ". */
function nationalityAfter(page: Page, to: number): Counted["nationality"] {
  const { marks } = page;
  // Where verbs come last, whatever tells of a noun stands before it.
  if (page.locale.writing.verbLast) return null;
  const from = marks.cueAt("ofKind", to)?.to ?? to;
  for (let at = from; at < from + 5; at++) {
    if (at === to && page.locale.nouns.of.length === 0 && marks.cueAt("our", at)) return "our";
    const name = marks.at("side", at) ?? marks.at("adjective", at);
    if (name && name.from === at) return name.tag.side;
    if (!marks.at("of", at) && page.tokens[at]?.kind !== "word") return null;
    if (endsPhrase(page, at) && !marks.at("of", at)) return null;
    if (marks.at("thing", at)) continue;
  }
  return null;
}

/** "157 Ukrainians", "500 fallen", "12 of ours", "twelve Kuryans", or a bare number. */
function withoutNoun(page: Page, blank: Counted, walk: Walk): Counted {
  const base = { ...blank, nationality: walk.nationality, own: walk.own };
  // "95 formülüyle BAE'nin arabuluculuğunda": a word of its own parts the number from the name.
  if (walk.foreign && walk.unknown === 0) return { ...base, reason: "people of another party" };
  if (walk.group?.tag.kind === "group") {
    const { group, thing, side } = walk.group.tag;
    return { ...base, thing, group, nationality: side, to: walk.group.to, how: "after" };
  }
  if (walk.unknown > 0 && isUnknown(page, blank.to)) return { ...base, reason: "counts something unknown" };
  if (walk.adjectiveTo > blank.to)
    return {
      ...base,
      thing: walk.dead ? "bodies" : (saidToBe(page, walk.adjectiveTo) ?? "persons"),
      to: Math.max(walk.adjectiveTo, walk.deadTo),
      how: "after",
    };
  if (walk.deadTo > blank.to) return { ...base, thing: "bodies", to: walk.deadTo, how: "after" };
  return base;
}
