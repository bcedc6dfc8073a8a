import type { Side } from "../figure.ts";
import { type Around, stemAt } from "./around.ts";
import type { Case } from "./case.ts";
import { stepOf } from "./numbers.ts";
import type { Tell } from "./sign.ts";

/** Words on each side of a number that are looked at. */
const REACH = 15;

/**
 * What is told of one side of this story, by its name: its people and places, and what it mostly gets. "Defenders" go to Ukraine and bodies
 * by the thousand too, so long as nothing else is said. All other signs hold for any two sides; only labelled reports of the same story teach these.
 */
export function tellNamed({ counted, page, scoping }: Case, around: Around, to: Side, tell: Tell): void {
  const { sentence } = around;
  const { tokens, locale } = page;
  const thing = counted.thing ?? "none";
  const amount = stepOf(counted.quantity);
  tell("to", to, thing);
  tell("to", to, thing, amount);
  tell("to", to, thing, amount, scoping.scope);
  tell("to", to, thing, scoping.scope);
  tell("to", to, locale.tag, thing);
  const last = Math.min(sentence.to, counted.to + REACH);
  for (let index = Math.max(sentence.from, counted.from - REACH); index < last; index++) {
    const inside = index >= counted.from && index < counted.to;
    const kind = tokens[index]?.kind;
    if (inside && kind === "word") tell(locale.tag, "to", to, "counts", stemAt(around, index));
    if (!inside && kind !== "mark") tell(locale.tag, "to", to, "word", stemAt(around, index));
  }
}
