import type { Evidence, Span } from "../figure/figure.ts";

export type Verdict = "accept" | "reject" | "correct";

/** What a person decided about one reading of some words of a report's text. */
export interface Decision<Meaning> {
  readonly decisionId: string;
  readonly textHash: string;
  /** The words, and where they stood in the text that the person saw. */
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly verdict: Verdict;
  readonly readAs: Meaning;
  /** Null where the words say no such thing. */
  readonly decidedAs: Meaning | null;
  readonly why: string;
  readonly by: string;
}

/** What a reading has beside what it means. */
export interface Read {
  readonly evidence: Evidence;
  /** The rules that made it, in order. */
  readonly trace: readonly string[];
  /** 0 to 1. */
  readonly confidence: number;
}

/** Readings of one kind, as far as decisions about them need to know: figures, or states. */
export interface Kind<Meaning, Reading extends Meaning & Read> {
  /** Whether two say the same, whatever version of the extractor read them. */
  readonly isSame: (one: Meaning, other: Meaning) => boolean;
  /** Of what was read from the words, what was most likely meant. */
  nearest(here: readonly Reading[], meaning: Meaning, words: Span): Reading | undefined;
  /** @param read what it takes the place of */
  made(meaning: Meaning, told: Read, read: Reading | undefined): Reading;
}

/** A reading, and the decision that made it so. */
export interface Decided<Meaning, Reading> {
  readonly reading: Reading;
  readonly decision: Decision<Meaning> | null;
}

/** A text of a report; "" where it was forgotten: the words are then taken to stand where they stood. */
export interface DecidedText {
  readonly hash: string;
  readonly text: string;
}

/**
 * Puts what people decided in force over what was read in one text of the report: the same readings and decisions give the
 * same answer, however often they were applied before. Of several decisions about one reading, or about what one of them
 * made of it, the last holds. A reading that was decided right and that the extractor no longer gives takes the place of
 * the one it gives instead. A decision about an earlier text of the report holds where the words and the reading are the same.
 */
export function applyDecisions<Meaning, Reading extends Meaning & Read>(
  kind: Kind<Meaning, Reading>,
  readings: readonly Reading[],
  decisions: readonly Decision<Meaning>[],
  text: DecidedText,
): Decided<Meaning, Reading>[] {
  let state = readings.map((reading): Decided<Meaning, Reading> => ({ reading, decision: null }));
  for (const matter of matters(kind, decisions, text)) state = settle(kind, state, matter, text);
  return state.toSorted((a, b) => byPlace(a.reading.evidence, b.reading.evidence));
}

/** One reading of some words with all that was decided about it: what it was taken for, in turn, and the last word. */
interface Matter<Meaning> {
  readonly meanings: readonly Meaning[];
  readonly last: Decision<Meaning>;
  /** Where the words stand in the text. */
  readonly words: Span;
}

/** Decisions about one reading are one matter, whichever text of the report each was made about. */
function matters<Meaning, Reading extends Meaning & Read>(
  { isSame }: Kind<Meaning, Reading>,
  decisions: readonly Decision<Meaning>[],
  text: DecidedText,
): Matter<Meaning>[] {
  const found: Matter<Meaning>[] = [];
  for (const decision of decisions) {
    const words = locate(decision, text);
    if (words === undefined) continue;
    const index = found.findIndex(
      (matter) => overlap(matter.words, words) && matter.meanings.some((meaning) => isSame(meaning, decision.readAs)),
    );
    const meanings = decision.decidedAs === null ? [decision.readAs] : [decision.readAs, decision.decidedAs];
    const before = found[index];
    if (before === undefined) found.push({ meanings, last: decision, words });
    else found[index] = { meanings: [...before.meanings, ...meanings], last: decision, words };
  }
  return found;
}

function settle<Meaning, Reading extends Meaning & Read>(
  kind: Kind<Meaning, Reading>,
  state: readonly Decided<Meaning, Reading>[],
  { meanings, last, words }: Matter<Meaning>,
  { hash }: DecidedText,
): Decided<Meaning, Reading>[] {
  const here = state
    .filter(({ reading, decision }) => decision === null && overlap(reading.evidence, words))
    .map(({ reading }) => reading);
  const known = here.filter((reading) => meanings.some((meaning) => kind.isSame(reading, meaning)));
  if (known.length === 0 && (last.textHash !== hash || last.decidedAs === null)) return [...state];
  const replaced = known[0] ?? kind.nearest(here, last.decidedAs ?? last.readAs, words);
  const reading = kind.made(last.decidedAs ?? last.readAs, toldBy(last, words, replaced), replaced);
  const gone = new Set([replaced, ...known]);
  // Another reading of the same words that came to say what was decided is one with it.
  const isTwin = (one: Reading) => overlap(one.evidence, reading.evidence) && kind.isSame(one, reading);
  return [...state.filter((one) => !gone.has(one.reading) && !isTwin(one.reading)), { reading, decision: last }];
}

function toldBy<Meaning>(last: Decision<Meaning>, words: Span, read: Read | undefined): Read {
  const { verdict, by, why, quote } = last;
  return {
    evidence: read?.evidence ?? { quote, start: words.start, end: words.end, cues: [] },
    trace: [...(read?.trace ?? []).filter((rule) => !rule.startsWith("review: ")), `review: ${verdict}, ${by}: ${why}`],
    confidence: verdict === "reject" ? (read?.confidence ?? 0) : 1,
  };
}

/** Where the words stand in this text: at their place, or as near to it as they are found. */
function locate<Meaning>({ quote, start, end, textHash }: Decision<Meaning>, { hash, text }: DecidedText) {
  if (text.slice(start, end) === quote || (text === "" && hash === textHash)) return { start, end };
  const before = text.lastIndexOf(quote, start);
  const after = text.indexOf(quote, start);
  const found = before < 0 || (after >= 0 && after - start < start - before) ? after : before;
  return found < 0 ? undefined : { start: found, end: found + quote.length };
}

export function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function byPlace(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}
