import type { Counted } from "./noun.ts";
import type { Page } from "./page.ts";

/** "The same number of soldiers": stands for the number before it. */
export function sameNumbers(page: Page): readonly Counted[] {
  const found: Counted[] = [];
  for (const cue of page.marks.cues("same", 0, page.tokens.length)) {
    let thing: Counted["thing"] = null;
    let nationality: Counted["nationality"] = null;
    let own = false;
    let to = cue.to;
    for (let at = cue.to; at < cue.to + 7; at++) {
      const noun = page.marks.at("thing", at);
      const adjective = page.marks.at("adjective", at);
      if (page.tokens[at]?.kind !== "word" || page.marks.at("act", at)) break;
      if (adjective) nationality = adjective.tag.side;
      if (page.marks.at("own", at)) own = true;
      if (!noun) continue;
      thing = noun.tag.thing;
      to = noun.to;
      break;
    }
    found.push({
      quantity: {
        from: cue.from,
        to: cue.to,
        min: Number.NaN,
        max: null,
        qualifier: "exact",
        qualifierFrom: cue.from,
        qualifierTo: cue.from,
        each: false,
        spelled: true,
        yearLike: false,
        masked: null,
      },
      thing,
      group: null,
      nationality,
      own,
      from: cue.from,
      to,
      how: thing === null ? "elided" : "after",
      part: false,
      reason: null,
    });
  }
  return found;
}

/** Whether a number stands for the one before it. */
export function isSame(counted: Counted): boolean {
  return Number.isNaN(counted.quantity.min);
}
