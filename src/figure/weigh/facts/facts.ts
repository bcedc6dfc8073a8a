import type { Side } from "../../figure.ts";
import { otherSide } from "../../frame/page.ts";
import type { Around } from "../around.ts";
import type { Case } from "../case.ts";
import type { Heard, Hearing } from "../hearing.ts";
import { tellDays } from "./days.ts";
import { type TellFact, type Towards, under } from "./fact.ts";
import { tellActs, tellCues, tellNames } from "./near.ts";
import { tellOthers, tellOthersOfSide } from "./others.ts";
import { tellPlace } from "./place.ts";
import { tellRuled, tellRuledOfSide } from "./ruled.ts";
import { tellNamedSides, tellPart } from "./sides.ts";
import { tellThings } from "./things.ts";

/** What is known of a number beside the other figures of its text, whichever way it goes. */
export function tellFacts(one: Case, around: Around, own: Heard, hearing: Hearing, tell: TellFact): void {
  tellOthers(own, hearing, tell);
  tellRuled(one, around, tell);
  tellCues(around, tell);
  tellActs(one, around, tell);
  tellNames(around, tell);
  tellThings(one, around, tell);
  tellDays(around, tell);
  tellPlace(one, around, tell);
}

/** The same of one way: what tells of this side, and what of the other. */
export function tellSided(one: Case, around: Around, own: Heard, hearing: Hearing, to: Side, tell: TellFact): void {
  const other = otherSide(one.page.story, to);
  const towards: Towards = (side) => (side === to ? 1 : side != null && side === other ? -1 : 0);
  const tellTo = under("to,", tell);
  tellRuledOfSide(one, towards, tellTo);
  tellOthersOfSide(own, hearing, to, other, tellTo);
  tellNamedSides(one, around, towards, tellTo);
  tellPart(one, around, to, under("this", tellTo));
  tellPart(one, around, other, under("other", tellTo));
}
