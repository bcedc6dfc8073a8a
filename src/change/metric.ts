import type { Act, Basis, CalendarDate, Qualifier, Reach, Side } from "../figure/figure.ts";

/** A name for a selection of figures. */
export interface Metric {
  /** "bodies_to_ukraine" */
  readonly name: string;
  /** "bodies handed to Ukraine" */
  readonly title: string;
  readonly thing: string;
  readonly group: string | null;
  readonly act: Act;
  readonly from: Side | null;
  readonly to: Side | null;
  readonly reach: Reach;
  /** From which step on a move is news; every step where it is missing. */
  readonly threshold?: Threshold | null;
}

/** A step is news when it reaches one of the two, in the direction. */
export interface Threshold {
  readonly absolute: number | null;
  /** As a part of what was told last, such as 0.02. */
  readonly relative: number | null;
  readonly direction: "both" | "up" | "down";
}

/** An amount as printed. */
export interface Amount {
  readonly min: number;
  readonly max: number | null;
  readonly qualifier: Qualifier;
}

export interface BaselineFigure extends Amount {
  readonly metric: string;
  readonly basis: Basis;
  /** "derived": follows from the others; "editor": the basis was set by the editor. */
  readonly origin: "stated" | "editor" | "derived";
}

export interface BaselineStatus {
  readonly subject: string;
  readonly state: string;
  readonly until: CalendarDate | null;
  readonly speakerSide: Side | null;
  /** The side that the state is ascribed to, if any: who suspended. */
  readonly by: Side | null;
}

export interface Baseline {
  readonly outlet: string;
  readonly url: string;
  readonly published: CalendarDate;
  readonly speaker: string;
  readonly speakerSide: Side;
  readonly figures: readonly BaselineFigure[];
  readonly statuses: readonly BaselineStatus[];
}
