import { scopeNameOf } from "../weigh/questions.ts";
import { confidenceOf } from "./confidence.ts";
import type { Dated } from "./figures.ts";
import { amountOf, sameThing } from "./repeat.ts";

/** "One came home", "two": so few are told of many things. */
const FEW = 3;
/** A heading is told before its text and knows less: what comes later stands unless it is so much less sure. */
const MARGIN = 0.1;

/** Of an amount that is told as an event in one place and as a plan or a total in another the surer reading: a text means one by it. */
export function agreed(all: readonly Dated[]): readonly Dated[] {
  const kept = new Map<string, readonly Dated[]>();
  for (const one of all) {
    const amount = amountOf(one);
    const others = kept.get(amount) ?? [];
    const rivals = others.filter((other) => isAtOdds(one, other));
    if (rivals.some((other) => sure(other) > sure(one) + MARGIN)) continue;
    kept.set(amount, [...others.filter((other) => !rivals.includes(other)), one]);
  }
  const standing = new Set([...kept.values()].flat());
  return all.filter((one) => standing.has(one));
}

function isAtOdds({ draft: one }: Dated, { draft: other }: Dated): boolean {
  if (one.counted === other.counted || one.counted.quantity.min < FEW) return false;
  if (one.act === "held" || other.act === "held") return false;
  const alike = scopeNameOf(one) === scopeNameOf(other);
  if (sameThing(one.thing, other.thing)) return !alike || (one.to === null) !== (other.to === null);
  return alike && one.from === other.from && one.to === other.to;
}

function sure({ draft }: Dated): number {
  return confidenceOf(draft.chances);
}
