import type { Counted } from "../frame/noun.ts";
import type { Quantity } from "../number/quantity.ts";
import type { Around } from "./around.ts";
import type { Case } from "./case.ts";
import type { Tell } from "./sign.ts";

/** Figures before that are looked through for the same amount. */
const REMEMBERED = 40;
/** Numbers before and after in which a whole is looked for, and how many parts it may have. */
const WIDE = 20;
const PARTS = 7;
/** Amounts are told apart by the first of these that they are under. */
const STEPS = [2, 10, 50, 150, 350, 700, 1300, 2500, 5000, 10_000];
const UNKNOWN = "counts something unknown";

/** What other numbers tell of one: how many stand beside it, the same amount before, parts of a whole. */
export function tellNumbers({ numbers, counted, drafts }: Case, { sentence, until }: Around, tell: Tell): void {
  const { from, min, max } = counted.quantity;
  const thing = counted.thing ?? "none";
  const here = numbersFrom(numbers, sentence.from, sentence.to);
  const index = here.findIndex(({ quantity }) => quantity.from === from);
  const many = String(Math.min(4, here.length));
  tell("numbers", many);
  tell("number", String(Math.min(3, index)), "of", many);
  const same = drafts
    .slice(-REMEMBERED)
    .filter(({ counted: { quantity } }) => quantity.min === min && quantity.max === max)
    .slice(0, 2);
  if (same.length === 0) tell("same none");
  for (const draft of same) {
    tell("same", draft.scope, draft.act);
    tell("same", draft.thing, thing);
  }
  const whole = wholeOf(numbers, placeOf(numbers, from), until);
  tell("sum", whole);
  tell("sum", whole, thing);
}

function numbersFrom(numbers: readonly Counted[], from: number, to: number): readonly Counted[] {
  const found: Counted[] = [];
  for (let place = placeOf(numbers, from); place < numbers.length; place++) {
    const one = numbers[place];
    if (!one || one.quantity.from >= to) break;
    if (one.reason === null || one.reason === UNKNOWN) found.push(one);
  }
  return found;
}

/** The place of the first number that begins at a token or after it. */
export function placeOf(numbers: readonly Counted[], from: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle]?.quantity.from ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a run of numbers around one comes to another number of the text. */
function wholeOf(all: readonly Counted[], place: number, until: number): string {
  const numbers = all.slice(Math.max(0, place - WIDE), place + WIDE).filter(({ quantity }) => quantity.from < until);
  const own = Math.min(place, WIDE);
  const wholes = new Set(numbers.map(({ quantity }) => quantity.min));
  for (let from = Math.max(0, own - PARTS + 2); from <= own; from++) {
    let sum = 0;
    for (let to = from; to < Math.min(numbers.length, from + PARTS); to++) {
      sum += numbers[to]?.quantity.min ?? 0;
      if (to >= own && to > from && sum > 2 && wholes.has(sum)) return to - from > 1 ? "of many" : "of two";
    }
  }
  return "none";
}

/** How large an amount is, roughly. */
export function stepOf({ min, max }: Pick<Quantity, "min" | "max">): string {
  const amount = max ?? min;
  return String(STEPS.find((step) => amount < step) ?? "more");
}
