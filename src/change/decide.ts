import type { Figure, Span } from "../figure/figure.ts";

/** What a figure says, without the words it was read from and how sure the reading is. */
export type Meaning = Omit<Figure, "evidence" | "trace" | "confidence" | "part">;

export type Verdict = "accept" | "reject" | "correct";

/** What a person decided about one reading of some words of a report's text. */
export interface Decision {
  readonly decisionId: string;
  readonly textHash: string;
  /** The words, and where they stood in the text that the person saw. */
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly verdict: Verdict;
  readonly readAs: Meaning;
  /** Null where the words hold no such figure. */
  readonly decidedAs: Meaning | null;
  readonly why: string;
  readonly by: string;
}

/** A figure, and the decision that made it so. */
export interface DecidedFigure {
  readonly figure: Figure;
  readonly decision: Decision | null;
}

/**
 * Puts what people decided in force over what was read in one text of the report: the same figures and decisions give the
 * same answer, however often they were applied before. Of several decisions about one reading, or about what one of them
 * made of it, the last holds. A reading that was decided right and that the extractor no longer gives takes the place of
 * the one it gives for the same number. A decision about an earlier text of the report holds where the words and the
 * reading are the same.
 * @param text "" where it was forgotten: the words are then taken to stand where they stood
 */
export function applyDecisions(
  figures: readonly Figure[],
  decisions: readonly Decision[],
  text: { readonly hash: string; readonly text: string },
): DecidedFigure[] {
  let state = figures.map((figure): DecidedFigure => ({ figure, decision: null }));
  for (const matter of matters(decisions)) {
    const span = locate(matter.last, text);
    if (span !== undefined) state = settle(state, matter, span, matter.last.textHash === text.hash);
  }
  return state.toSorted((a, b) => byPlace(a.figure.evidence, b.figure.evidence));
}

/** One reading of some words with all that was decided about it: what it was taken for, in turn, and the last word. */
interface Matter {
  readonly meanings: readonly Meaning[];
  readonly last: Decision;
}

function matters(decisions: readonly Decision[]): Matter[] {
  const found: Matter[] = [];
  for (const decision of decisions) {
    const index = found.findIndex(
      ({ meanings, last }) =>
        last.textHash === decision.textHash &&
        overlap(last, decision) &&
        meanings.some((meaning) => isSameMeaning(meaning, decision.readAs)),
    );
    const meanings = decision.decidedAs === null ? [decision.readAs] : [decision.readAs, decision.decidedAs];
    const before = found[index];
    if (before === undefined) found.push({ meanings, last: decision });
    else found[index] = { meanings: [...before.meanings, ...meanings], last: decision };
  }
  return found;
}

function settle(
  state: readonly DecidedFigure[],
  { meanings, last }: Matter,
  span: Span,
  sameText: boolean,
): DecidedFigure[] {
  const here = state.filter(({ figure, decision }) => decision === null && overlap(figure.evidence, span));
  const known = here.filter(({ figure }) => meanings.some((meaning) => isSameMeaning(figure, meaning)));
  if (known.length === 0 && (!sameText || last.decidedAs === null)) return [...state];
  const replaced = known[0] ?? nearest(here, last.decidedAs ?? last.readAs, span);
  const evidence = replaced?.figure.evidence ?? { quote: last.quote, start: span.start, end: span.end, cues: [] };
  const decided = { figure: decidedFigure(last, evidence, replaced?.figure), decision: last };
  const gone = new Set([replaced, ...known]);
  return [...state.filter((one) => !gone.has(one) && !isTwin(one, decided)), decided];
}

/** Of the figures read there, the one that was most likely meant. */
function nearest(here: readonly DecidedFigure[], meaning: Meaning, span: Span): DecidedFigure | undefined {
  const open = here.filter(({ figure }) => overlap(numberOf(figure), span));
  const sameWay = ({ figure }: DecidedFigure) =>
    figure.thing === meaning.thing &&
    figure.act === meaning.act &&
    figure.from === meaning.from &&
    figure.to === meaning.to;
  return open.find(sameWay) ?? open.find(({ figure }) => figure.min === meaning.min) ?? open[0];
}

/** Another reading of the same words came to say what was decided: it is one figure. */
function isTwin(one: DecidedFigure, decided: DecidedFigure): boolean {
  return overlap(one.figure.evidence, decided.figure.evidence) && isSameMeaning(one.figure, decided.figure);
}

function decidedFigure(decision: Decision, evidence: Figure["evidence"], read: Figure | undefined): Figure {
  const { verdict, by, why } = decision;
  const trace = [
    ...(read?.trace ?? []).filter((rule) => !rule.startsWith("review: ")),
    `review: ${verdict}, ${by}: ${why}`,
  ];
  const confidence = verdict === "reject" ? (read?.confidence ?? 0) : 1;
  const part = read?.part === true ? { part: read.part } : {};
  return { ...(decision.decidedAs ?? decision.readAs), ...part, evidence, trace, confidence };
}

/** Where the words stand in this text: at their place, or as near to it as they are found. */
function locate({ quote, start, end, textHash }: Decision, { hash, text }: { hash: string; text: string }) {
  if (text.slice(start, end) === quote || (text === "" && hash === textHash)) return { start, end };
  const before = text.lastIndexOf(quote, start);
  const after = text.indexOf(quote, start);
  const found = before < 0 || (after >= 0 && after - start < start - before) ? after : before;
  return found < 0 ? undefined : { start: found, end: found + quote.length };
}

function numberOf({ evidence }: Figure): Span {
  return evidence.cues.find((cue) => cue.kind === "number") ?? evidence;
}

export function isSameMeaning(a: Meaning, b: Meaning): boolean {
  return meaningKeys.every((key) => JSON.stringify(a[key]) === JSON.stringify(b[key])) && isSameBasis(a, b);
}

/** The words of the period and the speaker's name may be cut otherwise by another version. */
const meaningKeys = [
  ...(["thing", "group", "act", "from", "to", "reach", "min", "max"] as const),
  ...(["qualifier", "scope", "asOf", "speakerSide"] as const),
];

function isSameBasis({ basis: a }: Meaning, { basis: b }: Meaning): boolean {
  if (a === null || b === null || a === "unknown" || b === "unknown") return a === b;
  return a.start === b.start && a.end === b.end && a.frame === b.frame;
}

/** The meaning of a figure, or of a row that holds more. */
export function meaningOf(figure: Meaning): Meaning {
  const { thing, group, act, from, to, reach, min, max, qualifier, scope, period, basis, asOf } = figure;
  const { speaker, speakerSide } = figure;
  return { thing, group, act, from, to, reach, min, max, qualifier, scope, period, basis, asOf, speaker, speakerSide };
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function byPlace(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}
