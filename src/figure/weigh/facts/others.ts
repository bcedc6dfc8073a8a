import type { Side } from "../../figure.ts";
import { type Heard, type Hearing, isSameAmount } from "../hearing.ts";
import { SCOPES, THINGS } from "../questions.ts";
import { type TellFact, under } from "./fact.ts";

/** Neighbours by their distance in the order of the text. */
const NEIGHBOURS = [
  ["2 before", -2],
  ["1 before", -1],
  ["1 after", 1],
  ["2 after", 2],
] as const;
/** Log-odds of a number that is not there. */
const ABSENT = -20;
/** No mean, no ratio: nothing to compare with. */
const ALONE = -1;
const MOST_TIMES = 999;

/** What was made of a number for itself, and of the other likely figures of its text. */
export function tellOthers(own: Heard, hearing: Hearing, tell: TellFact): void {
  tellHeard(own, under("own", tell));
  for (const [name, distance] of NEIGHBOURS) tellOther(own, hearing.neighbour(own, distance), under(name, tell));
  tell("alike", hearing.alike(own));
  tellOther(own, hearing.surestAlike(own), under("same", tell));
  tellText(own, hearing, tell);
  tellTogether(own, hearing, tell);
}

/** Which way they go, as seen from one side. */
export function tellOthersOfSide(own: Heard, hearing: Hearing, to: Side, other: Side | null, tell: TellFact): void {
  tellWay(own, to, other, under("own", tell));
  for (const [name, distance] of NEIGHBOURS) tellWay(hearing.neighbour(own, distance), to, other, under(name, tell));
  tellWay(hearing.surestAlike(own), to, other, under("same", tell));
  const others = hearing.othersThan(own);
  const wayOf = ({ ways }: Heard) => ways.sides.get(to) ?? 0;
  tell("all", meanOf(others, wayOf));
  tell("kin", meanOf(others.filter(isKin(own)), wayOf));
  tell("scope", meanOf(others.filter(isOfScope(own)), wayOf));
  tell("kin of scope", meanOf(others.filter(isKin(own)).filter(isOfScope(own)), wayOf));
  tell(
    "sentence",
    meanOf(
      others.filter(({ sentence }) => sentence === own.sentence),
      wayOf,
    ),
  );
}

function tellWay(heard: Heard | undefined, to: Side, other: Side | null, tell: TellFact): void {
  tell("this", heard?.ways.sides.get(to) ?? 0);
  tell("other", (other === null ? undefined : heard?.ways.sides.get(other)) ?? 0);
}

function tellHeard(heard: Heard | undefined, tell: TellFact): void {
  tell("real", heard?.real ?? ABSENT);
  for (const [at, scope] of SCOPES.entries()) tell(scope, heard?.scopes[at] ?? 0);
  for (const [at, thing] of THINGS.entries()) tell(thing, heard?.things[at] ?? 0);
  tell("open", heard?.ways.open ?? 0);
  tell("both", heard?.ways.both ?? 0);
}

function tellOther(own: Heard, other: Heard | undefined, tell: TellFact): void {
  tellHeard(other, tell);
  tell("equal", Number(other !== undefined && isSameAmount(other, own)));
  tell("greater", Number(other !== undefined && other.min > own.min));
  tell("sentences", other ? other.sentence - own.sentence : ABSENT);
  tell("clauses", other ? other.segment - own.segment : ABSENT);
  tell("tokens", other ? (other.from > own.from ? other.from - own.to : own.from - other.to) : ABSENT);
}

function tellText(own: Heard, hearing: Hearing, tell: TellFact): void {
  tell("numbers", hearing.all.length);
  tell("number", hearing.placeOf(own));
  tell("surest", Math.max(ABSENT, hearing.surest));
  tell("figures", hearing.figures);
  tell("greatest", hearing.greatest);
  tell("sum of two", Number(hearing.isSumOfTwo(own)));
}

/** What the others are together, and how many of them are of its kind. */
function tellTogether(own: Heard, hearing: Hearing, tell: TellFact): void {
  const others = hearing.othersThan(own);
  const kin = others.filter(isKin(own));
  const ofScope = others.filter(isOfScope(own));
  const isGreater = ({ min }: Heard) => min > own.min;
  tell("kin", kin.length);
  tell("of scope", ofScope.length);
  tell("greater kin", kin.filter(isGreater).length);
  tell("greater of scope", ofScope.filter(isGreater).length);
  const mean = under("mean", tell);
  for (const [at, thing] of THINGS.entries())
    mean(
      thing,
      meanOf(others, ({ things }) => things[at] ?? 0),
    );
  for (const [at, scope] of SCOPES.entries())
    mean(
      scope,
      meanOf(others, ({ scopes }) => scopes[at] ?? 0),
    );
  mean(
    "both",
    meanOf(others, ({ ways }) => ways.both),
  );
  mean(
    "open",
    meanOf(others, ({ ways }) => ways.open),
  );
  tell("times before", timesOf(own, hearing.neighbour(own, -1)));
  tell("times after", timesOf(own, hearing.neighbour(own, 1)));
}

function meanOf(all: readonly Heard[], of: (one: Heard) => number): number {
  return all.length === 0 ? ALONE : all.reduce((sum, one) => sum + of(one), 0) / all.length;
}

/** How many times the other it is. */
function timesOf(own: Heard, other: Heard | undefined): number {
  return other ? Math.min(MOST_TIMES, own.min / Math.max(1, other.min)) : ALONE;
}

/** Whether they are likely of the same people or bodies. */
function isKin(own: Heard): (one: Heard) => boolean {
  const thing = likeliestOf(own.things);
  return ({ things }) => likeliestOf(things) === thing;
}

function isOfScope(own: Heard): (one: Heard) => boolean {
  const scope = likeliestOf(own.scopes);
  return ({ scopes }) => likeliestOf(scopes) === scope;
}

function likeliestOf(chances: readonly number[]): number {
  return chances.indexOf(Math.max(...chances));
}
