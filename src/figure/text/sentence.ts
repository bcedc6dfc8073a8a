import type { Locale } from "../locale/locale.ts";
import type { Token } from "./token.ts";

/** A stretch of tokens, `from` inclusive, `to` exclusive. */
export interface Sentence {
  readonly index: number;
  readonly from: number;
  readonly to: number;
  /** Number of the paragraph. */
  readonly paragraph: number;
}

const ENDS = new Set([".", "!", "?", "…"]);
/** Open an item of a list. */
export const BULLETS: ReadonlySet<string> = new Set(["•", "·", "–", "-", "→", "*", "▪"]);
const CYRILLIC_WORD = /^\p{Script=Cyrillic}+$/u;
const CLOSING = new Set(['"', "'", "”", "»", ")", "]", "“", "’"]);

/** No writer closes more than this at once. */
const MOST_CLOSING = 8;

/** No writer's sentence is so long; without an end, a list or a flood of words is cut here, so that time stays linear. */
const LONGEST = 250;

/**
 * Cuts tokens into sentences; a line's end ends one, so one newline or two make no difference. The items of a list that a
 * colon opens belong to what stands before it: "They brought home: • 87 soldiers; • 12 civilians".
 */
export function sentencesOf(tokens: readonly Token[], locale: Locale): readonly Sentence[] {
  const short = new Set(locale.writing.abbreviations);
  const sentences: Sentence[] = [];
  let from = 0;
  let paragraph = -1;
  let listed = false;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) continue;
    if (token.breaks > 0) paragraph++;
    const next = tokens[at + 1];
    const endless = at + 1 - from >= LONGEST;
    if (next && next.breaks > 0) {
      listed = BULLETS.has(next.text) && (listed || token.text === ":");
      if (listed && !endless) continue;
    }
    const ends =
      !next || next.breaks > 0 || endless || (endsHere(tokens, at, short) && !(CLOSING.has(next.text) && next.tight));
    if (!ends) continue;
    sentences.push({ index: sentences.length, from, to: at + 1, paragraph });
    from = at + 1;
  }
  return sentences;
}

function endsHere(tokens: readonly Token[], at: number, short: ReadonlySet<string>): boolean {
  let place = at;
  while (place > Math.max(0, at - MOST_CLOSING) && CLOSING.has(tokens[place]?.text ?? "") && tokens[place]?.tight)
    place--;
  const mark = tokens[place];
  const next = tokens[at + 1];
  if (!mark || !next || !ENDS.has(mark.text)) return false;
  if (place !== at && !mark.tight) return false;
  if (next.tight && next.kind === "word" && !isGlued(tokens[place - 1], mark, next)) return false;
  if (mark.text !== ".") return next.kind !== "word" || isCapital(next.text) || place === at;
  const before = tokens[place - 1];
  if (!before) return true;
  if (before.kind === "word" && mark.tight && (short.has(before.word) || isInitial(before.text))) return false;
  // "36." before a small letter is an ordinal, not an end.
  if (next.kind === "word") return isCapital(next.text);
  return true;
}

/** "… he said.Before that": a space left out; but not "Gazeta.Ru", "U.S" or a name in another script. */
function isGlued(before: Token | undefined, { text }: Token, { text: next }: Token): boolean {
  const long = before?.kind === "word" && before.word.length > 2 && text === ".";
  if (!long || !/^\p{Lu}(?:\p{Ll}|$)/u.test(next)) return false;
  return CYRILLIC_WORD.test(before.text) ? CYRILLIC_WORD.test(next) : /^\p{Ll}+$/u.test(before.text);
}

/** "V", "A.E", "U.S". */
function isInitial(word: string): boolean {
  return (word.length === 1 || word.charAt(1) === ".") && isCapital(word);
}

function isCapital(word: string): boolean {
  const first = word.charAt(0);
  return first !== first.toLowerCase();
}
