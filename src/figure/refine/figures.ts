import type { Cue, CueKind, Figure } from "../figure.ts";
import type { Draft } from "../frame/draft.ts";
import { type Page, segmentAt } from "../frame/page.ts";
import { type Period, periodOf } from "../frame/period.ts";
import type { Speech } from "../frame/speech.ts";
import { chancesTold, confidenceOf } from "./confidence.ts";

/** A draft with its time, before repeats are joined. */
export interface Dated {
  readonly draft: Draft;
  readonly period: Period;
}

export function dated(page: Page, draft: Draft): Dated {
  return { draft, period: periodOf(page, draft) };
}

/** The place of its sentence. */
export function sentenceOf(page: Page, { draft }: Dated): number | undefined {
  return segmentAt(page, draft.counted.quantity.from)?.sentence;
}

/** Turns tokens into offsets and cues, and says how sure the reading is. */
export function figureOf(page: Page, speech: Speech, one: Dated): Figure {
  const { draft, period } = one;
  const { counted } = draft;
  const speaker = speech.speakerAt(counted.quantity.from);
  const { start, end } = span(page, counted.from, counted.to);
  return {
    thing: draft.thing,
    group: counted.group,
    act: draft.act,
    from: draft.from,
    to: draft.to,
    reach: draft.reach,
    min: counted.quantity.min,
    max: counted.quantity.max,
    qualifier: counted.quantity.qualifier,
    scope: draft.scope,
    ...(draft.part && { part: true }),
    period: period.to > period.from ? page.document.text.slice(...offsets(page, period.from, period.to)) : null,
    basis: period.basis,
    asOf: period.asOf,
    speaker: speaker?.name ?? null,
    speakerSide: speaker?.side ?? null,
    evidence: {
      start,
      end,
      quote: page.document.text.slice(start, end),
      cues: cuesOf(page, draft, period, speaker),
    },
    trace: draft.chances ? [...draft.trace, chancesTold(draft.chances)] : draft.trace,
    confidence: confidenceOf(draft.chances),
  };
}

function cuesOf(
  page: Page,
  draft: Draft,
  period: Period,
  speaker: { from: number; to: number } | null,
): readonly Cue[] {
  const { quantity, from, to } = draft.counted;
  const cues: Cue[] = [];
  const add = (kind: CueKind, first: number, last: number): void => {
    if (first >= 0 && last > first) cues.push({ kind, ...span(page, first, last) });
  };
  add("number", quantity.from, quantity.to);
  if (draft.counted.how === "after") add("noun", quantity.to, to);
  if (draft.counted.how === "before") add("noun", from, quantity.from);
  add("qualifier", quantity.qualifierFrom, quantity.qualifierTo);
  for (const vote of draft.votes) add("direction", vote.from, vote.until);
  add("scope", draft.scopeFrom, draft.scopeTo);
  add("period", period.from, period.to);
  if (speaker) add("speaker", speaker.from, speaker.to);
  return cues;
}

export function span(page: Page, from: number, to: number): { readonly start: number; readonly end: number } {
  const [start, end] = offsets(page, from, to);
  return { start, end };
}

function offsets(page: Page, from: number, to: number): [number, number] {
  return [page.tokens[from]?.start ?? 0, page.tokens[Math.max(from, to - 1)]?.end ?? 0];
}
