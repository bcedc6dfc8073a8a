/** A column of an agency's wire is about so many letters wide. */
const [NARROWEST, WIDEST] = [45, 90] as const;
const LEAST_LINES = 5;

/** Whether a text is set in lines of one width, so that a single line's end is no end of anything. */
export function isWrapped(text: string): boolean {
  const lines = text.split("\n");
  let full = 0;
  let small = 0;
  for (const [at, line] of lines.entries()) {
    if (line.length > WIDEST) return false;
    const next = lines[at + 1] ?? "";
    if (next === "" || line.length < NARROWEST) continue;
    full++;
    const first = next.charAt(0);
    if (first !== first.toUpperCase()) small++;
  }
  return full >= LEAST_LINES && small * 2 > full;
}
