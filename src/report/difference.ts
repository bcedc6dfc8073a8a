import { diffArrays } from "diff";

/** A stretch of text that both versions have, or one of them alone. */
export interface Part {
  readonly kind: "same" | "gone" | "new";
  readonly text: string;
}

/** Differences take time by the words that differ; of two texts with less in common than this nothing could be learned. */
const maxEdits = 5_000;

/**
 * What was edited, word by word: words of any script, numbers whole with the marks in them, blanks and signs one by one.
 * @returns parts in the order of the text, what went before what came
 */
export function differences(before: string, after: string): Part[] {
  const parts = diffArrays(tokens(before), tokens(after), { maxEditLength: maxEdits });
  if (parts === undefined) {
    return [
      { kind: "gone", text: before },
      { kind: "new", text: after },
    ];
  }
  return parts.map(({ removed, added, value }) => {
    return { kind: removed ? "gone" : added ? "new" : "same", text: value.join("") };
  });
}

/** The numbers that an edit took out and put in, as printed. */
export function editedNumbers(parts: readonly Part[]): {
  readonly gone: readonly string[];
  readonly new: readonly string[];
} {
  const of = (kind: Part["kind"]) =>
    parts.filter((part) => part.kind === kind).flatMap(({ text }) => text.match(numbers) ?? []);
  return { gone: of("gone"), new: of("new") };
}

/** A number as printed, with the marks between its digits. */
export const numbers = /\p{N}+(?:[.,\u00a0\u202f' ]\p{N}{3}(?!\p{N})|[.,:]\p{N}+)*/gu;

function tokens(text: string): string[] {
  return text.match(new RegExp(`${numbers.source}|\\p{L}[\\p{L}\\p{M}'’]*|\\s+|.`, "gsu")) ?? [];
}
