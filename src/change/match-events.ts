import type { LedgerEvent } from "./ledger.ts";

/** Which event of the ledger became which when figures came or went. */
export interface Matches {
  readonly before: ReadonlyMap<LedgerEvent, LedgerEvent>;
  readonly after: ReadonlyMap<LedgerEvent, LedgerEvent>;
  /** Events whose reports are now told of another one, which has a match of its own. */
  readonly merged: readonly (readonly [gone: LedgerEvent, kept: LedgerEvent])[];
  /** By an event whose reports were told of another one: what became of the rest of that one. */
  readonly split: ReadonlyMap<LedgerEvent, LedgerEvent>;
}

/** Pairs the events that share most of their reports, what was not edited first; each is paired once. */
export function matchEvents(before: readonly LedgerEvent[], after: readonly LedgerEvent[]): Matches {
  const pairs = before
    .flatMap((was) => after.map((now) => ({ was, now, ...sharedBy(was, now) })))
    .filter(({ slots }) => slots > 0)
    .sort((a, b) => b.slots - a.slots || b.readings - a.readings);
  const known = new Set(pairs.flatMap(({ was, now }) => [was, now]));
  const retold = before
    .flatMap((was) => after.map((now) => ({ was, now })))
    .filter(({ was, now }) => !known.has(was) && !known.has(now) && isRetold(was, now));
  const [toBefore, toAfter] = [new Map<LedgerEvent, LedgerEvent>(), new Map<LedgerEvent, LedgerEvent>()];
  for (const { was, now } of [...pairs, ...retold]) {
    if (toBefore.has(now) || toAfter.has(was)) continue;
    toBefore.set(now, was);
    toAfter.set(was, now);
  }
  const merged = before.flatMap((was) => {
    const pair = toAfter.has(was) ? undefined : pairs.find((found) => found.was === was);
    return pair === undefined ? [] : [[was, pair.now] as const];
  });
  const split = after.flatMap((now) => {
    const pair = toBefore.has(now) ? undefined : pairs.find((found) => found.now === now);
    const kept = pair && toAfter.get(pair.was);
    return kept === undefined ? [] : [[now, kept] as const];
  });
  return { before: toBefore, after: toAfter, merged, split: new Map(split) };
}

function sharedBy(a: LedgerEvent, b: LedgerEvent) {
  const shared = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
    [...one].filter((key) => other.has(key)).length;
  return { slots: shared(a.slots, b.slots), readings: shared(a.readings, b.readings) };
}

/** "157 people", edited to "157 soldiers": one report's word of one day, of another part of the people. */
function isRetold(was: LedgerEvent, now: LedgerEvent): boolean {
  return was.claims.some((a) =>
    now.claims.some((b) => a.reportId === b.reportId && a.claimant === b.claimant && a.day === b.day),
  );
}
