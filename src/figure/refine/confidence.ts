import type { Chances } from "../frame/draft.ts";

/** How often the way is right where the words around do not say it: of pairs and of those who are kept. */
const UNWEIGHED_WAY = 0.93;
/** Of what the rules alone read: 69 in 100 were right on public reports that nobody had looked at (`recount eval --rules`). */
const UNWEIGHED = 0.7;

/** Nothing that was read is certain. */
const SUREST = 0.99;

/** How likely all answers together are right, 0 to 1: measured on documents that were not learned from, it is what it says. */
export function confidenceOf(chances: Chances | undefined): number {
  if (chances === undefined) return UNWEIGHED;
  const { real, scope, thing, way = UNWEIGHED_WAY } = chances;
  return Math.min(SUREST, Math.round(100 * real * scope * thing * way) / 100);
}

/** The same for a trace: "chances: a figure 0.99, scope 0.97, thing 0.98, way 0.95". */
export function chancesTold({ real, scope, thing, way }: Chances): string {
  const told = [["a figure", real], ["scope", scope], ["thing", thing], ...(way === undefined ? [] : [["way", way]])];
  return `chances: ${told.map(([name, chance]) => `${name} ${Number(chance).toFixed(2)}`).join(", ")}`;
}
