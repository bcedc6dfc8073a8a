import type { Side } from "../figure/figure.ts";
import type { Story } from "../figure/story.ts";
import type { Dossier } from "./dossier.ts";

/** Which side an outlet of the dossier's feeds belongs to. */
export function outletSides({ feeds }: Dossier): ReadonlyMap<string, Side> {
  return new Map(feeds.flatMap(({ outlet, side }) => (side === null ? [] : [[outlet, side] as const])));
}

/** An official channel belongs to the side whose office it names. */
export function sideOfOutlet(outlet: string, story: Story): Side | null {
  const name = outlet.toLowerCase();
  for (const { side, names, name: own } of story.speakers)
    if (side !== "other" && [own, ...Object.values(names).flat()].some((known) => isIn(known, name))) return side;
  return null;
}

function isIn(known: string, name: string): boolean {
  const words = known.toLowerCase().replaceAll("*", "").split(" ");
  return words.join(" ").length > 6 && words.every((word) => name.includes(word));
}
