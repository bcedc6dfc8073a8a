import { type Around, nearnessOf } from "../around.ts";
import type { Case } from "../case.ts";
import { SCOPES, scopeNameOf, THINGS } from "../questions.ts";
import { codeOf, DOINGS, type TellFact, type Towards } from "./fact.ts";

const VOICES = ["active", "passive", "noun"];
const TIMES = ["not", "done", "ahead"];
const HOWS = ["elided", "before", "after"];
const SHARINGS = ["answered", "each", "first", "second"];
const QUALIFIERS = ["exact", "about", "nearly", "more_than", "at_least", "up_to", "range"];
const PLACES = ["none", "far", "paragraph", "next", "sentence", "clause"];

/** What the rules found out about a number. */
export function tellRuled(one: Case, around: Around, tell: TellFact): void {
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

/** Whether rules, speakers and outlets tell of one side or of the other. */
export function tellRuledOfSide(
  { page, direction, counted, previous, speech }: Case,
  towards: Towards,
  tell: TellFact,
): void {
  tell("rules", towards(direction.to));
  tell("margin", towards(direction.to) * direction.margin);
  tell("weight", towards(direction.to) * direction.weight);
  tell("owner", towards(counted.nationality));
  tell("outlet", towards(page.document.outletSide));
  tell("voice", towards(speech.voiceAt(counted.quantity.from)));
  tell("previous", towards(previous?.to));
}
