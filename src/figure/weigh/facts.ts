import type { Side } from "../figure.ts";
import { otherSide } from "../frame/page.ts";
import { type Around, nearnessOf } from "./around.ts";
import type { Case } from "./case.ts";
import { type Heard, type Hearing, isSameAmount } from "./hearing.ts";
import { SCOPES, scopeNameOf, THINGS } from "./questions.ts";

/** Hears a fact: something about a number, as a number. */
export type TellFact = (name: string, value: number) => void;

/** Neighbours by their distance in the order of the text. */
const NEIGHBOURS = [
  ["2 before", -2],
  ["1 before", -1],
  ["1 after", 1],
  ["2 after", 2],
] as const;
const DOINGS = ["lose", "hold", "come", "return", "receive", "free", "give", "swap"];
const VOICES = ["active", "passive", "noun"];
const TIMES = ["not", "done", "ahead"];
const HOWS = ["elided", "before", "after"];
const SHARINGS = ["answered", "each", "first", "second"];
const QUALIFIERS = ["exact", "about", "nearly", "more_than", "at_least", "up_to", "range"];
const PLACES = ["none", "far", "paragraph", "next", "sentence", "clause"];
/** Log-odds of a number that is not there. */
const ABSENT = -20;

/** What holds a number against the rules and against the other figures of its text, whichever way it goes. */
export function tellFacts(one: Case, around: Around, own: Heard, hearing: Hearing, tell: TellFact): void {
  tellOwn("own", own, tell);
  tellRules(one, around, tell);
  for (const [name, distance] of NEIGHBOURS) tellOther(name, own, hearing.neighbour(own, distance), tell);
  tell("alike", hearing.alike(own));
  tellOther("same", own, hearing.surestAlike(own), tell);
  tellText(own, hearing, tell);
}

/** The same of one way: whether rules, speakers, outlets and other numbers tell of this side or of the other. */
export function tellSided(one: Case, own: Heard, hearing: Hearing, to: Side, tell: TellFact): void {
  const { page, direction, counted, previous, speech } = one;
  const other = otherSide(page.story, to);
  const towards = (side: string | null | undefined) => (side === to ? 1 : side != null && side === other ? -1 : 0);
  tell("to, rules", towards(direction.to));
  tell("to, margin", towards(direction.to) * direction.margin);
  tell("to, weight", towards(direction.to) * direction.weight);
  tell("to, owner", towards(counted.nationality));
  tell("to, outlet", towards(page.document.outletSide));
  tell("to, voice", towards(speech.voiceAt(counted.quantity.from)));
  tell("to, previous", towards(previous?.to));
  tellWay("to, own", own, to, other, tell);
  for (const [name, distance] of NEIGHBOURS) tellWay(`to, ${name}`, hearing.neighbour(own, distance), to, other, tell);
  tellWay("to, same", hearing.surestAlike(own), to, other, tell);
}

function tellWay(name: string, heard: Heard | undefined, to: Side, other: Side | null, tell: TellFact): void {
  tell(`${name} this`, heard?.ways.sides.get(to) ?? 0);
  tell(`${name} other`, (other === null ? undefined : heard?.ways.sides.get(other)) ?? 0);
}

function tellOwn(name: string, heard: Heard | undefined, tell: TellFact): void {
  tell(`${name} real`, heard?.real ?? ABSENT);
  for (const [at, scope] of SCOPES.entries()) tell(`${name} ${scope}`, heard?.scopes[at] ?? 0);
  for (const [at, thing] of THINGS.entries()) tell(`${name} ${thing}`, heard?.things[at] ?? 0);
  tell(`${name} open`, heard?.ways.open ?? 0);
  tell(`${name} both`, heard?.ways.both ?? 0);
}

function tellOther(name: string, own: Heard, other: Heard | undefined, tell: TellFact): void {
  tellOwn(name, other, tell);
  tell(`${name} equal`, Number(other !== undefined && isSameAmount(other, own)));
  tell(`${name} greater`, Number(other !== undefined && other.min > own.min));
  tell(`${name} sentences`, other ? other.sentence - own.sentence : ABSENT);
  tell(`${name} clauses`, other ? other.segment - own.segment : ABSENT);
  tell(`${name} tokens`, other ? (other.from > own.from ? other.from - own.to : own.from - other.to) : ABSENT);
}

function tellRules(one: Case, around: Around, tell: TellFact): void {
  const { act, counted, sharing, scoping, direction, previous } = one;
  const { quantity } = counted;
  tell("least", quantity.min);
  tell("most", quantity.max ?? Number.MAX_SAFE_INTEGER);
  tell("qualifier", codeOf(QUALIFIERS, quantity.qualifier));
  tell("noun", codeOf(HOWS, counted.how));
  tell("thing", codeOf(THINGS, counted.thing));
  tell("nationality", Number(counted.nationality !== null));
  tell("act", codeOf(DOINGS, act?.does));
  tell("voice", codeOf(VOICES, act?.voice));
  tell("time", codeOf(TIMES, act?.time));
  tell("sharing", codeOf(SHARINGS, sharing));
  tell("part", Number(one.part));
  tell("inherits", Number(one.inherits !== null));
  tell("scope", codeOf(SCOPES, scopeNameOf(scoping)));
  tell("scope told", Number(scoping.to > scoping.from));
  tell("margin", direction.margin);
  tell("weight", direction.weight);
  tell("against", one.against.length);
  tell("sentence", around.sentence.index);
  tell("paragraph", around.sentence.paragraph);
  tell("quoted", Number(one.speech.quoted(quantity.from)));
  tell("place", codeOf(PLACES, nearnessOf(one, around)));
  tell("thing before", codeOf(THINGS, previous?.thing));
  tell("scope before", codeOf(SCOPES, previous && scopeNameOf(previous)));
  tell("less before", Number(previous !== null && previous.counted.quantity.min < quantity.min));
}

/** A name as its place in a list whose neighbours are alike; -1: none of them. */
function codeOf(names: readonly string[], name: string | null | undefined): number {
  return names.indexOf(name ?? "");
}

function tellText(own: Heard, hearing: Hearing, tell: TellFact): void {
  tell("numbers", hearing.all.length);
  tell("number", hearing.placeOf(own));
  tell("surest", Math.max(ABSENT, hearing.surest));
  tell("figures", hearing.figures);
  tell("greatest", hearing.greatest);
  tell("sum of two", Number(hearing.isSumOfTwo(own)));
}
