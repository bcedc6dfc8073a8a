import type { Page } from "./page.ts";

/** Where case marks every name, one that is no subject does not speak. */
export function isOblique({ marks, locale, tokens }: Page, at: number): boolean {
  if (!locale.writing.verbLast) return false;
  const named = marks.at("side", at);
  if (named) {
    // "Rusya ile", "Ukraynalılar arasında": whom a swap is with, or whose people are told of.
    const after = marks.at("role", named.to);
    const apart = after?.from === named.to && (after.tag.role === "partner" || after.tag.role === "topic");
    if (apart && !marks.at("side", after.to)) return true;
    // "Ukrayna-Belarus hattında": a name within a longer one.
    if (tokens[named.to]?.hyphen === true || tokens[named.from]?.hyphen === true) return true;
    // "193 Ukrayna askerini": whose they are.
    if (tokens[named.from - 1]?.kind === "number" && marks.at("thing", named.to)) return true;
  }
  const cases = (named ?? marks.at("speaker", at))?.cases;
  return cases != null && !cases.includes("nom");
}
