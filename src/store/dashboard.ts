import { z } from "zod";
import { type Db, firstRow, rows } from "./query.ts";

const number = z.coerce.number();
const amount = { min: number, max: number.nullable(), qualifier: z.string() };

const changeRow = z.object({
  change_id: number,
  kind: z.string(),
  metric: z.string().nullable(),
  claimant: z.string().nullable(),
  subject: z.string().nullable(),
  reason: z.string(),
  new: z.string().nullable(),
  previous: z.string().nullable(),
  baseline_difference: number.nullable(),
  needs_review: z.boolean(),
  muted: z.boolean(),
  backfilled: z.boolean(),
  noticed_at: z.date(),
  figure_id: number.nullable(),
  outlet: z.string().nullable(),
  url: z.string().nullable(),
  quote: z.string().nullable(),
});

const standingRow = z.object({
  line: z.string(),
  figure_id: number,
  metric: z.string(),
  scope: z.string(),
  claimant: z.string(),
  ...amount,
  low: number,
  high: number.nullable(),
  period: z.string().nullable(),
  as_of: z.string(),
  speaker: z.string().nullable(),
  quote: z.string(),
  outlet: z.string(),
  url: z.string(),
  plan: z.boolean(),
});

const eventRow = z.object({
  event_id: number,
  day: z.string(),
  last_day: z.string(),
  printed: z.string(),
  low: number,
  high: number.nullable(),
  voices: number,
  reports: number,
  disputed: z.boolean(),
  figures: z.array(z.object({ figure_id: number, metric: z.string().nullable(), ...amount })),
});

const figureRow = z.object({
  figure_id: number,
  ...amount,
  low: number,
  high: number.nullable(),
  scope: z.string(),
  claimant: z.string(),
  period: z.string().nullable(),
  as_of: z.string(),
  speaker: z.string().nullable(),
  quote: z.string(),
  confidence: number,
  trusted: z.boolean(),
  doubt: z.string().nullable(),
  recorded_at: z.date(),
  retired_at: z.date().nullable(),
  outlet: z.string(),
  url: z.string(),
});

const figureDetailRow = z.object({
  figure_id: number,
  metric: z.string().nullable(),
  thing: z.string(),
  group: z.string().nullable(),
  act: z.string(),
  from_side: z.string().nullable(),
  to_side: z.string().nullable(),
  ...amount,
  scope: z.string(),
  period: z.string().nullable(),
  claimant: z.string(),
  as_of: z.string(),
  speaker: z.string().nullable(),
  report_id: number,
  published_at: z.date().nullable(),
  speaker_side: z.string().nullable(),
  quote: z.string(),
  quote_start: number,
  quote_end: number,
  trace: z.array(z.string()),
  confidence: number,
  doubt: z.string().nullable(),
  recorded_at: z.date(),
  retired_at: z.date().nullable(),
  retired_reason: z.string().nullable(),
  text: z.string(),
  revision_number: number,
  read_at: z.date(),
  outlet: z.string(),
  canonical_url: z.string(),
  title: z.string().nullable(),
});

const figureBesideRow = z.object({
  figure_id: number,
  metric: z.string().nullable(),
  thing: z.string(),
  ...amount,
  scope: z.string(),
  period: z.string().nullable(),
  claimant: z.string(),
  as_of: z.string(),
  speaker: z.string().nullable(),
  quote: z.string(),
  doubt: z.string().nullable(),
});

const comparisonRow = z.object({
  metric: z.string(),
  title: z.string(),
  origin: z.string(),
  baseline: z.string(),
  claimant: z.string(),
  figure_id: number.nullable(),
  difference: number.nullable(),
});

const totalRow = z.object({
  metric: z.string(),
  events: number,
  low: number,
  high: number.nullable(),
  centre: number.nullable(),
  difference: number.nullable(),
  newest_event: z.string().nullable(),
});

const statusRow = z.object({
  subject: z.string(),
  baseline_state: z.string().nullable(),
  baseline_until: z.string().nullable(),
  state: z.string().nullable(),
  until: z.string().nullable(),
  as_of: z.string().nullable(),
  speaker_side: z.string().nullable(),
  changed: z.boolean(),
  outlet: z.string().nullable(),
  url: z.string().nullable(),
  quote: z.string().nullable(),
});

const feedRow = z.object({
  name: z.string(),
  current_url: z.string(),
  outlet: z.string(),
  language: z.string(),
  country: z.string(),
  side: z.string().nullable(),
  next_poll_at: z.date().nullable(),
  last_polled_at: z.date().nullable(),
  last_good_at: z.date().nullable(),
  last_item_at: z.date().nullable(),
  interval_minutes: number.nullable(),
  failures: number,
  failing_since: z.date().nullable(),
  failure_kind: z.string().nullable(),
  error_code: z.string().nullable(),
  error_message: z.string().nullable(),
  error_remedy: z.string().nullable(),
  items: number,
  on_topic: number,
  alarms: z.array(z.object({ kind: z.string(), since: z.coerce.date(), message: z.string(), remedy: z.string() })),
});

export type ChangeRow = z.infer<typeof changeRow>;
export type StandingRow = z.infer<typeof standingRow>;
export type ComparisonRow = z.infer<typeof comparisonRow>;
export type TotalRow = z.infer<typeof totalRow>;
export type StatusRow = z.infer<typeof statusRow>;
export type EventRow = z.infer<typeof eventRow>;
export type FigureRow = z.infer<typeof figureRow>;
export type FigureDetail = z.infer<typeof figureDetailRow>;
export type FigureBeside = z.infer<typeof figureBesideRow>;
export type FeedRow = z.infer<typeof feedRow>;

export interface ChangeFilter {
  readonly metric: string | null;
  readonly kind: string | null;
  /** Only changes with a lower id: the next page. */
  readonly before: number | null;
  readonly limit: number;
}

export const changeLog = (db: Db, dossier: string, filter: ChangeFilter): Promise<ChangeRow[]> =>
  rows(db, "web/changes", [dossier, filter.metric, filter.kind, filter.before, filter.limit], changeRow);

export const news = (db: Db, dossier: string, limit: number): Promise<ChangeRow[]> =>
  rows(db, "web/news", [dossier, limit], changeRow);

export interface ChangeSpan {
  readonly dossier: string;
  readonly since: Date | null;
  readonly metric: string | null;
  /** Only changes with a higher id. */
  readonly after: number;
  /** The log as it was then; null for as it is now. */
  readonly until: Date | null;
}

export const changesBetween = (db: Db, { dossier, since, metric, after, until }: ChangeSpan): Promise<ChangeRow[]> =>
  until === null
    ? rows(db, "web/changes-between", [dossier, since, metric, after], changeRow)
    : rows(db, "web/changes-between-as-of", [dossier, since, metric, after, until], changeRow);

/** What was known at an instant; null for what is known now. */
export type Instant = Date | null;

export const standingClaims = (db: Db, dossier: string, at: Instant = null): Promise<StandingRow[]> =>
  at === null
    ? rows(db, "web/standing", [dossier], standingRow)
    : rows(db, "web/standing-as-of", [dossier, at], standingRow);

/** The baseline's figures in their order; one row for each claimant who tells the same series. */
export const baselineComparison = (db: Db, dossier: string, at: Instant = null): Promise<ComparisonRow[]> =>
  rows(db, "web/comparison", [dossier, at], comparisonRow);

export const runningTotals = (db: Db, dossier: string, at: Instant = null): Promise<TotalRow[]> =>
  rows(db, "web/running-totals", [dossier, at], totalRow);

export const statusComparison = (db: Db, dossier: string, at: Instant = null): Promise<StatusRow[]> =>
  rows(db, "web/statuses", [dossier, at], statusRow);

export const eventLedger = (db: Db, dossier: string, metric: string): Promise<EventRow[]> =>
  rows(db, "web/events", [dossier, metric], eventRow);

export const figuresOf = (db: Db, dossier: string, metric: string, limit: number): Promise<FigureRow[]> =>
  rows(db, "web/figures", [dossier, metric, limit], figureRow);

export const figuresAsOf = (db: Db, dossier: string, metric: string, at: Instant): Promise<FigureRow[]> =>
  rows(db, "web/figures-as-of", [dossier, metric, at], figureRow);

export const figureDetail = (db: Db, dossier: string, figureId: number): Promise<FigureDetail | undefined> =>
  firstRow(db, "web/figure", [figureId, dossier], figureDetailRow);

/** What stands of the same report besides a figure. */
export const figuresBeside = (db: Db, figureId: number): Promise<FigureBeside[]> =>
  rows(db, "web/figures-beside", [figureId], figureBesideRow);

export const feedStates = (db: Db, dossier: string, at: Instant = null): Promise<FeedRow[]> =>
  at === null ? rows(db, "web/feeds", [dossier], feedRow) : rows(db, "web/feeds-as-of", [dossier, at], feedRow);
