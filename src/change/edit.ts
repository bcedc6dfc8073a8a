import type { Claim } from "./change.ts";
import { slotBase } from "./key.ts";

/** What an edit of a report did to its figures. */
export interface Edits {
  /** By the slot of the figure as it is now: what the report said before. */
  readonly earlier: ReadonlyMap<string, Claim>;
  /** What the report no longer says in any form. */
  readonly withdrawn: readonly Claim[];
  /** Slots of what it dropped a while ago and says again as it did. */
  readonly restored: ReadonlySet<string>;
  /** Readings of what was withdrawn only because it is read with doubt now. */
  readonly doubted: ReadonlySet<string>;
}

/**
 * Pairs what a report says with what its text said before the edit: the same count in the same place, else what stood in
 * that place, else the same count that is now given for another day or by another speaker.
 * @param restored slots of what it dropped a while ago and says again
 * @param doubtful what it says and is read with doubt
 */
export function editsOf(
  claims: readonly Claim[],
  before: readonly Claim[],
  restored: ReadonlySet<string> = new Set(),
  doubtful: readonly Claim[] = [],
): Edits {
  const earlier = new Map<string, Claim>();
  const left = new Set(before);
  for (const isSame of [isUnchanged, isSameCount, isSamePlace, isMoved])
    for (const claim of claims) {
      const same = earlier.has(claim.slot) ? undefined : [...left].find((old) => isSame(claim, old));
      if (same === undefined) continue;
      earlier.set(claim.slot, same);
      left.delete(same);
    }
  const doubted = [...left].filter((old) => doubtful.some((claim) => isSameCount(claim, old)));
  return {
    ...{ earlier, withdrawn: [...left], restored: new Set([...restored].filter((slot) => !earlier.has(slot))) },
    doubted: new Set(doubted.map(({ reading }) => reading)),
  };
}

/**
 * What was said before, in the slots that it has now: by them an exchange is known again after the edit.
 * @param before the claims that the edits were found between
 */
export function inSlotsOfNow(before: readonly Claim[], { earlier }: Edits): Claim[] {
  const now = new Map([...earlier].map(([slot, claim]) => [claim.reading, slot]));
  return before.map((claim) => ({ ...claim, slot: now.get(claim.reading) ?? `${claim.slot}|gone` }));
}

function isSameCount(claim: Claim, old: Claim): boolean {
  return isSamePlace(claim, old) && old.value.printed === claim.value.printed;
}

function isSamePlace(claim: Claim, old: Claim): boolean {
  return slotBase(claim.slot) === slotBase(old.slot);
}

function isMoved(claim: Claim, old: Claim): boolean {
  return old.metric === claim.metric && old.scope === claim.scope && old.value.printed === claim.value.printed;
}

/** The track of what one report says of one thing. */
export function editTrack({ slot }: Pick<Claim, "slot">): string {
  return `edit|${slot}`;
}

/** Whether the edit left the figure as it was. */
export function isUnchanged(claim: Claim, earlier: Claim): boolean {
  const isSameSpan = earlier.asOf === claim.asOf && earlier.firstDay === claim.firstDay;
  return earlier.line === claim.line && isSameSpan && earlier.value.printed === claim.value.printed;
}
