import type { LedgerEvent } from "./ledger.ts";

/** Which event of the ledger became which when figures came or went. */
export interface Matches {
  readonly before: ReadonlyMap<LedgerEvent, LedgerEvent>;
  readonly after: ReadonlyMap<LedgerEvent, LedgerEvent>;
  /** Events whose reports are now told of another one, which has a match of its own. */
  readonly merged: readonly (readonly [gone: LedgerEvent, kept: LedgerEvent])[];
}

/** Pairs the events that share most of their reports; each is paired once. */
export function matchEvents(before: readonly LedgerEvent[], after: readonly LedgerEvent[]): Matches {
  const pairs = before
    .flatMap((was) => after.map((now) => ({ was, now, shared: sharedSlots(was, now) })))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared);
  const [toBefore, toAfter] = [new Map<LedgerEvent, LedgerEvent>(), new Map<LedgerEvent, LedgerEvent>()];
  for (const { was, now } of pairs) {
    if (toBefore.has(now) || toAfter.has(was)) continue;
    toBefore.set(now, was);
    toAfter.set(was, now);
  }
  const merged = before.flatMap((was) => {
    const pair = toAfter.has(was) ? undefined : pairs.find((found) => found.was === was);
    return pair === undefined ? [] : [[was, pair.now] as const];
  });
  return { before: toBefore, after: toAfter, merged };
}

function sharedSlots(a: LedgerEvent, b: LedgerEvent): number {
  return [...a.slots].filter((slot) => b.slots.has(slot)).length;
}
