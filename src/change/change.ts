import type { CalendarDate, Scope } from "../figure/figure.ts";
import type { Value } from "./interval.ts";

export const changeKinds = [
  "first",
  "confirmed",
  "refined",
  "raised",
  "lowered",
  "added",
  "disputed",
  "settled",
  "corrected",
  "withdrawn",
  "recalled",
  "reread",
  "reviewed",
  "status_changed",
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** A figure as the comparison sees it. */
export interface Claim {
  /** Null for what the baseline article says. */
  readonly figureId: string | null;
  readonly reportId: string | null;
  readonly slot: string;
  readonly reading: string;
  readonly metric: string;
  readonly series: string;
  readonly line: string;
  readonly claimant: string;
  readonly scope: Scope;
  readonly asOf: CalendarDate;
  /** The day that orders it on its line: of a plan or an offer when it was said, else `asOf`. */
  readonly rankDay: CalendarDate;
  /** First day of the span that an event is told of; `asOf` where it is a day. */
  readonly firstDay: CalendarDate;
  /** Whether the text names the day. */
  readonly dayStated: boolean;
  readonly value: Value;
  /** Whether the text counts it within a larger number: "157, including 7 civilians". */
  readonly part: boolean;
  /** Whose text it is: the agency that it or its near-copies credit, else the outlet that had it first. */
  readonly voice: string;
  /** When the report was published, as an ISO instant. */
  readonly reportedAt: string;
}

export interface StatusClaim {
  /** Null for what the baseline article says. */
  readonly statusClaimId: string | null;
  readonly reportId: string | null;
  readonly reading: string;
  readonly subject: string;
  readonly state: string;
  readonly until: CalendarDate | null;
  readonly asOf: CalendarDate;
  /** When the report was published, as an ISO instant; "" for what the baseline article says. */
  readonly toldAt: string;
  readonly speakerSide: string | null;
}

export interface Change {
  /** Unique: the same departure is logged once, however often it is computed. */
  readonly key: string;
  readonly kind: ChangeKind;
  /** What the change moves: changes of one track that go back and forth are one, and thresholds count along it. */
  readonly track: string;
  readonly metric: string | null;
  readonly series: string | null;
  readonly line: string | null;
  readonly claimant: string | null;
  readonly subject: string | null;
  readonly figureId: string | null;
  readonly comparedFigureId: string | null;
  readonly statusClaimId: string | null;
  readonly reportId: string | null;
  /** The newest day that it speaks of; null where only the baseline does. */
  readonly asOf: CalendarDate | null;
  readonly baseline: Value | null;
  /** For a status: the states in words. */
  readonly previous: Value | string | null;
  readonly next: Value | string | null;
  readonly reason: string;
  /** The reason in words that tell of no edit, for a reading that changed without one; null where it tells of none anyway. */
  readonly unedited: string | null;
  readonly needsReview: boolean;
}
