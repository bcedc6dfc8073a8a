import type { ActFound } from "../frame/act.ts";
import { type Page, segmentAt } from "../frame/page.ts";
import type { Segment } from "../frame/segment.ts";
import type { Sentence } from "../text/sentence.ts";
import type { Case } from "./case.ts";

/** Letters of a word that tell it from others, whatever its ending. */
const STEM = 5;
/** Sentences after a number that belong to what is told with it, if they stand in its paragraph. */
const ONWARD = 3;
const YEAR = /^(?:19|20)\d\d$/;

/** What stands around a number: its clause, its sentence, and the text as far as it is told by the end of its paragraph. */
export interface Around {
  readonly page: Page;
  readonly stems: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly segment: Segment;
  readonly sentence: Sentence;
  readonly until: number;
}

/** @returns null for a number outside of all sentences */
export function aroundOf({ page, counted }: Case): Around | null {
  const segment = segmentAt(page, counted.quantity.from);
  const sentence = segment ? page.sentences[segment.sentence] : undefined;
  if (!segment || !sentence) return null;
  const { from, to } = counted;
  return { page, stems: stemsOf(page), from, to, segment, sentence, until: untilOf(page, sentence) };
}

function untilOf({ sentences }: Page, { index, paragraph, to }: Sentence): number {
  let until = to;
  for (let next = index + 1; next <= index + ONWARD; next++) {
    const sentence = sentences[next];
    if (sentence?.paragraph !== paragraph) break;
    until = sentence.to;
  }
  return until;
}

const stems = new WeakMap<Page, readonly string[]>();

/** The words of a text as the weights know them: names and numbers by what they are, all else by its stem. */
export function stemsOf(page: Page): readonly string[] {
  const known = stems.get(page) ?? page.tokens.map((_, at) => stemOf(page, at));
  stems.set(page, known);
  return known;
}

function stemOf({ tokens, marks }: Page, index: number): string {
  const token = tokens[index];
  if (!token) return "END";
  if (token.kind === "mark") return token.text;
  if (marks.at("side", index)) return "SIDE";
  if (marks.at("adjective", index)) return "ADJECTIVE";
  if (marks.at("speaker", index)) return "SPEAKER";
  if (token.kind === "number") return YEAR.test(token.word) ? "YEAR" : "NUMBER";
  if (marks.at("month", index)) return "MONTH";
  if (marks.at("weekday", index)) return "WEEKDAY";
  const stem = token.word.slice(0, STEM);
  return token.suffix === null ? stem : `${stem}'`;
}

/** A word of the text as the weights know it; "END" outside of it. */
export function stemAt({ stems }: Around, index: number): string {
  return stems[index] ?? "END";
}

/** The same within the sentence. */
export function stemIn({ stems, sentence }: Around, index: number): string {
  return index < sentence.from || index >= sentence.to ? "END" : (stems[index] ?? "END");
}

export function doingOf(act: ActFound | null): string {
  return act ? `${act.does} ${act.voice}` : "none";
}

export type Nearness = "clause" | "sentence" | "next" | "paragraph" | "far" | "none";

/** How near the figure before stands. */
export function nearnessOf({ previous, page }: Case, { segment, sentence }: Around): Nearness {
  if (!previous) return "none";
  const there = segmentAt(page, previous.counted.quantity.from);
  if (!there || there.index === segment.index) return "clause";
  if (there.sentence === sentence.index) return "sentence";
  if (there.sentence === sentence.index - 1) return "next";
  return page.sentences[there.sentence]?.paragraph === sentence.paragraph ? "paragraph" : "far";
}
