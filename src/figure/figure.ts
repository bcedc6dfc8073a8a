/** A side of the dossier, as its code: "RU", "UA". */
export type Side = string;

/** A day in the dossier's time zone: "2026-02-05". */
export type CalendarDate = string;

export type Act = "returned" | "held" | "offered";
export type Reach = "one_way" | "both" | "unstated";
export type Qualifier = "exact" | "about" | "nearly" | "more_than" | "at_least" | "up_to" | "range";
export type Scope = "event" | "cumulative" | "planned";

/** A half-open stretch of the revision's text, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type CueKind = "number" | "noun" | "direction" | "scope" | "speaker" | "qualifier" | "period";

/** The words that decided one property of a figure. */
export interface Cue extends Span {
  readonly kind: CueKind;
}

export interface Evidence extends Span {
  /** Equals `text.slice(start, end)`. */
  readonly quote: string;
  readonly cues: readonly Cue[];
}

/**
 * What the words of a period mean. `start` null: from an unstated beginning; `end` null: still open.
 * `frame` is null, "istanbul" or "mediator:NAME". "unknown" is compared with nothing; null: the figure names no period.
 */
export type Basis =
  | { readonly start: CalendarDate | null; readonly end: CalendarDate | null; readonly frame: string | null }
  | "unknown"
  | null;

/** One claim of an amount in one text. Amounts are kept as printed. */
export interface Figure {
  /** "servicemen", "civilians", "persons", "bodies", "children", or a thing of the dossier. */
  readonly thing: string;
  /** A named part of the thing that the dossier knows, such as "kursk". */
  readonly group: string | null;
  readonly act: Act;
  /** Null unless `reach` is "one_way"; for `held`, the holder. */
  readonly from: Side | null;
  readonly to: Side | null;
  readonly reach: Reach;
  readonly min: number;
  /** Null when open above. */
  readonly max: number | null;
  readonly qualifier: Qualifier;
  readonly scope: Scope;
  /** Set where the text counts it within the figure before: "157, including 7 civilians". */
  readonly part?: true;
  /** The words as printed, or null. */
  readonly period: string | null;
  readonly basis: Basis;
  /** The day the claim speaks of; for an event, the day it happened. */
  readonly asOf: CalendarDate;
  readonly speaker: string | null;
  readonly speakerSide: Side | "other" | null;
  readonly evidence: Evidence;
  /** The rules that made it, in order. */
  readonly trace: readonly string[];
  /** 0 to 1. */
  readonly confidence: number;
}

/** One claim about the state of a subject: "talks" is "suspended". */
export interface Status {
  /** The dossier's subject: "talks", "proposal", "notice", "contacts", "exchange", "body_exchange", "ceasefire". */
  readonly subject: string;
  /** "suspended", "resumed", "planned", "held", "unanswered", "not_received", "none_known", "expected", "awaits_decision" … */
  readonly state: string;
  readonly until: CalendarDate | null;
  readonly asOf: CalendarDate;
  readonly speaker: string | null;
  readonly speakerSide: Side | "other" | null;
  readonly evidence: Evidence;
  readonly trace: readonly string[];
  readonly confidence: number;
}

/** A text as the extractor receives it; evidence lies in `text` alone, the rest informs. */
export interface Document {
  readonly text: string;
  readonly title: string | null;
  /** ISO 639-1; null: told by the text's letters and words. */
  readonly language: string | null;
  /** The day of publication in the dossier's time zone; null when unknown. */
  readonly published: CalendarDate | null;
  readonly outlet: string | null;
  /** The outlet's side, for "our" and "home" when nobody is quoted. */
  readonly outletSide: Side | null;
}

export interface Reading {
  readonly language: string;
  readonly figures: readonly Figure[];
  readonly statuses: readonly Status[];
}
