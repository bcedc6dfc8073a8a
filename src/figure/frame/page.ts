import type { Document, Side } from "../figure.ts";
import { type Lexicon, lexiconOf } from "../lexicon/lexicon.ts";
import { Marks } from "../lexicon/marks.ts";
import { tagTokens } from "../lexicon/tag.ts";
import type { Locale } from "../locale/locale.ts";
import type { Story } from "../story.ts";
import { normalise } from "../text/normalise.ts";
import { type Sentence, sentencesOf } from "../text/sentence.ts";
import { type Token, tokenise } from "../text/token.ts";
import { type Segment, segmentsOf } from "./segment.ts";

/** No report has so many sentences, or tells so many numbers: what comes after them is a flood, and not read. */
export const MOST_READ = 2000;

/** A document cut into tokens, sentences and segments, with everything that the lexicon found. */
export interface Page {
  readonly document: Document;
  readonly story: Story;
  readonly locale: Locale;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly segments: readonly Segment[];
  readonly marks: Marks;
}

export function openPage(document: Document, story: Story, locale: Locale): Page {
  const lexicon: Lexicon = lexiconOf(story, locale);
  const whole = tokenise(normalise(document.text), locale);
  const sentences = sentencesOf(whole, locale).slice(0, MOST_READ);
  const tokens = whole.slice(0, sentences.at(-1)?.to);
  const marks = tagTokens(tokens, sentences, lexicon);
  const segments = segmentsOf(tokens, sentences, marks, locale.writing);
  return { document, story, locale, tokens, sentences, segments, marks };
}

const UNTITLED: Pick<Page, "marks" | "tokens"> = { tokens: [], marks: new Marks([], 0) };

/** What the lexicon finds in the title, which informs but gives no evidence. */
export function openTitle({ document, story, locale }: Page): Pick<Page, "marks" | "tokens"> {
  if (document.title === null) return UNTITLED;
  const tokens = tokenise(normalise(document.title), locale);
  return { tokens, marks: tagTokens(tokens, sentencesOf(tokens, locale), lexiconOf(story, locale)) };
}

/** The one other side of a story between two; null where there are more. */
export function otherSide(story: Story, side: Side | null): Side | null {
  if (side === null || story.sides.length !== 2) return null;
  return story.sides.find(({ code }) => code !== side)?.code ?? null;
}

/** The segment that holds a token; segments lie in order and cover every token. */
export function segmentAt(page: Page, index: number): Segment | null {
  let low = 0;
  let high = page.segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((page.segments[middle]?.from ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return page.segments[low] ?? null;
}

/** Whether a name's case alone tells what part it plays. */
export function isByCase({ locale }: Page): boolean {
  return locale.roles.some(({ cases, before }) => cases !== undefined && before === undefined);
}
