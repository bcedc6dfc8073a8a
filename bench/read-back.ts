import { localeOf } from "../src/figure/locale/locales.ts";
import { readNumeral } from "../src/figure/number/numeral.ts";
import { normalise } from "../src/figure/text/normalise.ts";
import { tokenise } from "../src/figure/text/token.ts";

/** Whether a whole phrase is read as one amount of a value. */
export function isReadBack(language: string, words: string, value: number): boolean {
  const locale = localeOf(language);
  if (!locale) return false;
  const tokens = tokenise(normalise(words), locale);
  const numeral = readNumeral(tokens, 0, locale, 40);
  return numeral?.value === value && !numeral.ordinal && numeral.to === tokens.length;
}
