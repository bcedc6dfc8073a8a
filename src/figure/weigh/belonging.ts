import type { Page } from "../frame/page.ts";
import type { Around } from "./around.ts";
import type { Case } from "./case.ts";

const NAMED = ["side", "adjective", "people", "other", "frame", "speaker", "group"] as const;
const WORDS = ["captive", "captivity", "home", "each"] as const;
/** Tokens from which on a text on exchanges names who swaps. */
const LONG = 60;

/** What tells whether a number is of the story at all. */
export function belongingSigns(
  { act, against, counted, direction }: Case,
  { page, sentence, until }: Around,
): string[] {
  const { marks } = page;
  const swaps = firstSwap(page) < until;
  return [
    ...NAMED.flatMap((kind) => [
      `text ${kind} ${Math.min(2, marks.count(kind, until))}`,
      `sentence ${kind} ${Math.min(2, marks.within(kind, sentence.from, sentence.to).length)}`,
    ]),
    ...WORDS.map((cue) => `text ${cue} ${marks.hasCue(cue, 0, until)}`),
    `text swaps ${swaps}`,
    `text long ${until > LONG}`,
    `against ${against.length}`,
    ...against.flatMap((reason) => [
      `against ${reason}`,
      `against ${reason} ${act?.does ?? "none"}`,
      `against ${reason} ${counted.thing ?? "none"}`,
      `against ${reason} swaps ${swaps}`,
    ]),
    `sent ${direction.to !== null}`,
  ];
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
