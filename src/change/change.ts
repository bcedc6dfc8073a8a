import type { CalendarDate, Scope } from "../figure/figure.ts";
import type { Value } from "./interval.ts";

export type ChangeKind =
  | "first"
  | "confirmed"
  | "refined"
  | "raised"
  | "lowered"
  | "added"
  | "disputed"
  | "settled"
  | "corrected"
  | "withdrawn"
  | "recalled"
  | "reread"
  | "reviewed"
  | "status_changed";

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
  readonly value: Value;
  /** Whose copy it is: the agency that is credited, else the outlet. */
  readonly voice: string;
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
  readonly speakerSide: string | null;
}

export interface Change {
  /** Unique: the same departure is logged once, however often it is computed. */
  readonly key: string;
  readonly kind: ChangeKind;
  readonly metric: string | null;
  readonly series: string | null;
  readonly line: string | null;
  readonly claimant: string | null;
  readonly subject: string | null;
  readonly figureId: string | null;
  readonly comparedFigureId: string | null;
  readonly statusClaimId: string | null;
  readonly reportId: string | null;
  readonly baseline: Value | null;
  /** For a status: the states in words. */
  readonly previous: Value | string | null;
  readonly next: Value | string | null;
  readonly reason: string;
  readonly needsReview: boolean;
}
