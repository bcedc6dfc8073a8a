import type { Dossier } from "../dossier/dossier.ts";

/** How many colours the style sheet has for sides; a story with more sides begins anew. */
export const sideColours = 4;

/** Each claimant that a story can have, with the colour that it bears in text and in charts. */
export function claimantColours({ story }: Dossier): ReadonlyMap<string, string> {
  const sides = story.sides.map(({ code }, index) => [code, `var(--side-${String(index % sideColours)})`] as const);
  return new Map([...sides, ["other", "var(--other)"], ["unattributed", "var(--soft)"]]);
}
