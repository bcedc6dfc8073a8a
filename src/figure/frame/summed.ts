import type { Scope, Side } from "../figure.ts";
import type { Draft } from "./draft.ts";
import { sentenceOf } from "./inherit.ts";
import type { Counted } from "./noun.ts";
import type { Page } from "./page.ts";
import type { Scoping } from "./scope.ts";
import type { Sharing } from "./sharing.ts";
import type { Direction } from "./vote.ts";

/** Drafts back to the first part of a sum. */
const RECENT = 8;

interface Sum {
  readonly scoping: Scoping;
  readonly direction: Direction;
  readonly sharing: Sharing | null;
}

/** "185 soldiers and 20 civilians, 205 people in all": what sums up the figures right before it is of their event and goes their way. */
export function summed(page: Page, drafts: readonly Draft[], counted: Counted, own: Sum): Sum {
  const { scoping, direction, sharing } = own;
  const previous = drafts.at(-1);
  if (sharing !== null || scoping.act !== "returned" || previous?.scope !== "event" || scoping.scope !== "cumulative")
    return own;
  const here = sentenceOf(page, counted);
  const recent = drafts
    .slice(-RECENT)
    .filter((draft) => !draft.part && isPartOf(draft, previous.scope))
    .filter((draft) => (draft.thing === "bodies") === (counted.thing === "bodies"));
  const isSum = (list: readonly Draft[]) =>
    list.length > 1 && list.reduce((sum, { counted: { quantity } }) => sum + quantity.min, 0) === counted.quantity.min;
  const near = recent.filter((draft) => sentenceOf(page, draft.counted) >= here - 1);
  // "60 soldiers and 16 civilians came home. Ten are officers. In all 76"
  const apart = recent.filter((draft) => sentenceOf(page, draft.counted) === here - 2);
  const parts = !isSum(near) && isSum(apart) ? apart : near;
  const sides = [...new Set(parts.map(({ to }) => to))];
  const ways = sides.filter((side): side is Side => side !== null && isSum(parts.filter(({ to }) => to === side)));
  if (ways.length === 0 && !isSum(parts)) return own;
  const meant = { ...scoping, scope: previous.scope, rule: "the sum of the figures before" };
  if (ways.length > 1) return { scoping: meant, direction, sharing: "each" };
  const to = direction.to === null && sides.length === 1 ? (ways[0] ?? null) : direction.to;
  return {
    scoping: meant,
    direction: to === direction.to ? direction : { ...direction, ...goingAs(previous, to) },
    sharing,
  };
}

function goingAs({ votes, margin }: Draft, to: Side | null) {
  return { to, margin, weight: 1, votes };
}

function isPartOf({ act, scope, counted }: Draft, wanted: Scope): boolean {
  return act === "returned" && scope === wanted && counted.quantity.qualifier === "exact";
}
