import type { Page } from "../frame/page.ts";
import type { Around } from "./around.ts";
import type { Case } from "./case.ts";
import type { Telling } from "./sign.ts";

/** Kinds of names of the story, and of others. */
export const NAME_KINDS = ["side", "adjective", "people", "other", "frame", "speaker", "group"] as const;
const WORDS = ["captive", "captivity", "home", "each"] as const;
/** Tokens from which on a text on exchanges names who swaps. */
const LONG = 60;

/** What tells whether a number is of the story at all. */
export function belongingSigns({ act, against, counted, direction }: Case, { page, sentence, until }: Around): Telling {
  return (tell) => {
    const { marks } = page;
    const swaps = String(firstSwap(page) < until);
    for (const kind of NAME_KINDS) {
      tell("text", kind, String(Math.min(2, marks.count(kind, until))));
      tell("sentence", kind, String(Math.min(2, marks.within(kind, sentence.from, sentence.to).length)));
    }
    for (const cue of WORDS) tell("text", cue, String(marks.hasCue(cue, 0, until)));
    tell("text swaps", swaps);
    tell("text long", String(until > LONG));
    tell("against", String(against.length));
    for (const reason of against) {
      tell("against", reason);
      tell("against", reason, act?.does ?? "none");
      tell("against", reason, counted.thing ?? "none");
      tell("against", reason, "swaps", swaps);
    }
    tell("sent", String(direction.to !== null));
  };
}

const swaps = new WeakMap<Page, number>();

/** The token of the first word of swapping. */
function firstSwap(page: Page): number {
  const known = swaps.get(page);
  if (known !== undefined) return known;
  const first = page.marks.all("act").find(({ tag }) => tag.does === "swap");
  const found = first?.from ?? Number.POSITIVE_INFINITY;
  swaps.set(page, found);
  return found;
}
