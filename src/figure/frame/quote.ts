import type { Token } from "../text/token.ts";

const OPEN = new Set(["“", "«", "„"]);
const CLOSE = new Set(["”", "»"]);
const LONGEST_QUOTE = 400;

/** For each token the number of the quotation that it stands in, from 1; 0 outside. A line's end closes an unclosed one. */
export function quotesOf(tokens: readonly Token[]): Int32Array {
  const quotes = new Int32Array(tokens.length);
  let current = 0;
  let count = 0;
  let opened = 0;
  for (const token of tokens) {
    if (token.breaks > 0 || token.index - opened > LONGEST_QUOTE) current = 0;
    const closes = current > 0 && (CLOSE.has(token.text) || token.text === '"' || token.text === "“");
    if (closes) {
      quotes[token.index] = current;
      current = 0;
      continue;
    }
    if (OPEN.has(token.text) || token.text === '"') {
      current = ++count;
      opened = token.index;
    }
    quotes[token.index] = current;
  }
  return quotes;
}
