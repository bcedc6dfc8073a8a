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
