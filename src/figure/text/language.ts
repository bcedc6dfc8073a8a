import { SIGNS } from "../locale/signs.ts";

/** A language is told by its beginning: more text would only cost time. */
const SAMPLE = 4000;
/** One letter that only one language has says more than one word that two may share. */
const LETTER_WEIGHT = 2;

/**
 * Tells the language of a text by letters and frequent words.
 * @returns its ISO 639-1 code; the first of the script's languages when nothing speaks for any; null without letters
 */
export function languageOf(text: string, known: readonly string[] = Object.keys(SIGNS)): string | null {
  const sample = text.slice(0, SAMPLE).toLowerCase();
  const words = sample.match(/[\p{L}\p{M}'’ʼ-]+/gu) ?? [];
  const cyrillic = words.filter((word) => /\p{Script=Cyrillic}/u.test(word));
  const script = cyrillic.length * 2 >= words.length ? "cyrillic" : "latin";
  const own = script === "cyrillic" ? cyrillic : words;
  let best: string | null = null;
  let most = -1;
  for (const language of known) {
    const signs = SIGNS[language];
    if (!signs || signs.script !== script || own.length === 0) continue;
    const common = new Set(signs.words);
    const score = own.reduce((sum, word) => sum + weight(word, signs.letters, common), 0);
    if (score > most) [best, most] = [language, score];
  }
  return best;
}

function weight(word: string, letters: string, common: ReadonlySet<string>): number {
  for (const letter of word) if (letters.includes(letter)) return LETTER_WEIGHT;
  return common.has(word) ? 1 : 0;
}
