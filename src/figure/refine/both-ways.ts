import type { Draft } from "../frame/draft.ts";
import type { Dated } from "./figures.ts";
import { sameThing } from "./repeat.ts";

/** No report tells more amounts of one exchange. */
const MOST_AMOUNTS = 40;
/** What "some 300" may be off the sum, as a part of it. */
const ROUGH = 0.05;

/** "314 captives were exchanged; Ukraine got 157 and Russia 157": what sums up both ways is no amount for each. */
export function asSumsOfBoth(all: readonly Dated[]): readonly Dated[] {
  const parts = all.filter(({ draft }) => isPart(draft)).slice(0, MOST_AMOUNTS);
  const summed = new Set(
    all.filter(({ draft }) => isForEach(draft) && isSum(draft, parts)).map(({ draft }) => draft.counted),
  );
  if (summed.size === 0) return all;
  const told = new Set<Draft["counted"]>();
  return all.flatMap((one) => {
    const { counted } = one.draft;
    if (!summed.has(counted)) return [one];
    if (told.has(counted)) return [];
    told.add(counted);
    return [{ ...one, draft: opened(one.draft) }];
  });
}

function opened(draft: Draft): Draft {
  const trace = [...draft.trace, "the sum of both ways"];
  return { ...draft, from: null, to: null, reach: "unstated", shared: false, vague: true, trace };
}

function isForEach({ act, shared, counted }: Draft): boolean {
  return act === "returned" && shared && !counted.quantity.each;
}

function isPart({ act, to, counted }: Draft): boolean {
  return act === "returned" && to !== null && counted.quantity.qualifier === "exact";
}

function isSum(whole: Draft, parts: readonly Dated[]): boolean {
  const near = parts.map(({ draft }) => draft).filter((part) => isOfWhole(part, whole));
  return near.some((one) =>
    near.some((other) => one.to !== other.to && adds(whole, one.counted.quantity.min + other.counted.quantity.min)),
  );
}

function isOfWhole({ counted, thing, scope }: Draft, whole: Draft): boolean {
  return counted !== whole.counted && scope === whole.scope && sameThing(thing, whole.thing);
}

function adds({ counted: { quantity } }: Draft, sum: number): boolean {
  if (quantity.qualifier === "exact") return sum === quantity.min;
  const most = Math.max(quantity.min, quantity.max ?? 0);
  return Math.abs(sum - most) <= most * ROUGH;
}
