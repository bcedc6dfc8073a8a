import type { Claim } from "./change.ts";

/** What an edit of a report did to its figures. */
export interface Edits {
  /** By the slot of the figure as it is now: what the report said before. */
  readonly earlier: ReadonlyMap<string, Claim>;
  /** What the report no longer says in any form. */
  readonly withdrawn: readonly Claim[];
  /** Slots of what it dropped a while ago and says again as it did. */
  readonly restored: ReadonlySet<string>;
}

/**
 * Pairs what a report says with what its text said before the edit: the same slot, else the same count that is now given
 * for another day or by another speaker.
 */
export function editsOf(
  claims: readonly Claim[],
  before: readonly Claim[],
  restored: ReadonlySet<string> = new Set(),
): Edits {
  const bySlot = new Map(before.map((claim) => [claim.slot, claim]));
  const earlier = new Map<string, Claim>();
  for (const claim of claims) {
    const same = bySlot.get(claim.slot);
    if (same !== undefined) earlier.set(claim.slot, same);
  }
  const left = new Set(before.filter((claim) => !earlier.has(claim.slot)));
  for (const claim of claims) {
    if (earlier.has(claim.slot)) continue;
    const moved = [...left].find((old) => isMoved(old, claim));
    if (moved === undefined) continue;
    earlier.set(claim.slot, moved);
    left.delete(moved);
  }
  return { earlier, withdrawn: [...left], restored: new Set([...restored].filter((slot) => !earlier.has(slot))) };
}

function isMoved(old: Claim, claim: Claim): boolean {
  return old.metric === claim.metric && old.scope === claim.scope && old.value.printed === claim.value.printed;
}

/** The track of what one report says of one thing. */
export function editTrack({ slot }: Pick<Claim, "slot">): string {
  return `edit|${slot}`;
}

/** Whether the edit left the figure as it was. */
export function isUnchanged(claim: Claim, earlier: Claim): boolean {
  return earlier.slot === claim.slot && earlier.value.printed === claim.value.printed;
}
