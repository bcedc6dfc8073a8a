import type { Counted } from "../../frame/noun.ts";
import type { Around } from "../around.ts";
import type { Case } from "../case.ts";
import { placeOf } from "../numbers.ts";
import { THINGS } from "../questions.ts";
import { codeOf, NOWHERE, type TellFact, under } from "./fact.ts";

/** No number at all, where -1 is one of nothing that is known. */
const NO_NUMBER = -2;

/** Where a number stands in its sentence, and what numbers stand beside it, figures or not. */
export function tellPlace({ counted, numbers }: Case, { sentence, segment, until }: Around, tell: TellFact): void {
  const { quantity } = counted;
  tell("tokens in", quantity.from - sentence.from);
  tell("tokens on", sentence.to - quantity.to);
  tell("clause tokens", segment.to - segment.from);
  const known = numbers.slice(0, placeOf(numbers, until));
  const at = placeOf(numbers, quantity.from);
  const same = known.filter((one, other) => other !== at && one.quantity.min === quantity.min);
  tell("same before", same.filter((one) => one.quantity.from < quantity.from).length);
  tell("same after", same.filter((one) => one.quantity.from > quantity.from).length);
  tellNumber(known[at - 1], (one) => quantity.from - one.quantity.to, under("number before", tell));
  tellNumber(known[at + 1], (one) => one.quantity.from - quantity.to, under("number after", tell));
}

function tellNumber(one: Counted | undefined, tokens: (one: Counted) => number, tell: TellFact): void {
  tell("tokens", one ? tokens(one) : NOWHERE);
  tell("least", one ? one.quantity.min : -1);
  tell("thing", one ? codeOf(THINGS, one.thing) : NO_NUMBER);
}
