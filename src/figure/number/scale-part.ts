import type { Locale } from "../locale/locale.ts";
import type { Token } from "../text/token.ts";
import { wordParts } from "./word.ts";

interface ScalePart {
  /** Of the scale: 0.5. */
  readonly part: number;
  /** How many tokens say so. */
  readonly length: number;
}

/** "half million", "half a million": a part of the scale that follows. */
export function partBefore(tokens: readonly Token[], at: number, locale: Locale): ScalePart | null {
  const { partsBefore, one } = locale.numbers;
  const word = tokens[at]?.word ?? "";
  const part = partsBefore !== undefined && Object.hasOwn(partsBefore, word) ? partsBefore[word] : undefined;
  if (part === undefined) return null;
  const length = one.includes(tokens[at + 1]?.word ?? "") ? 2 : 1;
  return startsScale(tokens[at + length], locale) ? { part, length } : null;
}

/** "a million | and a half", but not "a million and a half of them", which are two numbers. */
export function partAfter(tokens: readonly Token[], at: number, locale: Locale): ScalePart | null {
  const first = tokens[at]?.word ?? "";
  for (const [phrase, part] of Object.entries(locale.numbers.partsAfter ?? {})) {
    if (!phrase.startsWith(first)) continue;
    const words = phrase.split(" ");
    const next = tokens[at + words.length];
    if (startsScale(next, locale) || locale.nouns.of.includes(next?.word ?? "")) continue;
    if (words.every((word, place) => tokens[at + place]?.word === word)) return { part, length: words.length };
  }
  return null;
}

function startsScale(token: Token | undefined, locale: Locale): boolean {
  return token?.kind === "word" && wordParts(token.word, locale)?.[0]?.kind === "scale";
}
