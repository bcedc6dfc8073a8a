import { eld } from "eld/extrasmall";

/**
 * The language of a text by its words, with what the page declares to settle a doubt.
 * @returns ISO 639-1; null for a text without words and a page that says nothing
 */
export function languageOf(text: string, declared: string | null): string | null {
  const found = eld.detect(text.slice(0, 2_000));
  if (found.language === "" || (declared !== null && !found.isReliable())) return declared;
  return found.language;
}
