import {
  baselineComparison,
  type ComparisonRow,
  type Instant,
  runningTotals,
  type StandingRow,
  type StatusRow,
  standingClaims,
  statusComparison,
  type TotalRow,
} from "./dashboard.ts";
import type { Db } from "./query.ts";

/** One metric: what the baseline says, what the exchanges since make of it, and what each claimant says now. */
export interface MetricLine {
  readonly metric: string;
  readonly title: string;
  /** In words; null where the baseline says nothing of the metric. */
  readonly baseline: string | null;
  readonly derived: boolean;
  /** Null where nothing can be added to the baseline. */
  readonly total: TotalRow | null;
  readonly claims: readonly StandingClaim[];
}

export interface StandingClaim extends StandingRow {
  /** Less the baseline; null where the claim is of another series, or one of the two is open. */
  readonly difference: number | null;
}

export interface Comparison {
  readonly metrics: readonly MetricLine[];
  readonly statuses: readonly StatusRow[];
}

/**
 * The baseline against what stands, or stood at an instant, out of the views.
 * @param titles the dossier's metrics: those of the baseline lead, in its order; the others follow where something is claimed
 */
export async function compareWithBaseline(
  db: Db,
  dossier: string,
  titles: readonly { readonly name: string; readonly title: string }[],
  at: Instant = null,
): Promise<Comparison> {
  const compared = await baselineComparison(db, dossier, at);
  const standing = await standingClaims(db, dossier, at);
  const totals = new Map((await runningTotals(db, dossier, at)).map((total) => [total.metric, total]));
  const stated = [...new Map(compared.map((row) => [row.metric, row])).values()];
  const named = new Set(stated.map((row) => row.metric));
  const lines = [
    ...stated,
    ...titles.filter(({ name }) => !named.has(name)).map(({ name, title }) => ({ metric: name, title })),
  ].map((row) => toLine(row, standing, compared, totals.get(row.metric) ?? null));
  return {
    metrics: lines.filter((line) => line.baseline !== null || line.claims.length > 0),
    statuses: await statusComparison(db, dossier, at),
  };
}

function toLine(
  row: { readonly metric: string; readonly title: string } & Partial<ComparisonRow>,
  standing: readonly StandingRow[],
  compared: readonly ComparisonRow[],
  total: TotalRow | null,
): MetricLine {
  const differences = new Map(compared.map(({ figure_id, difference }) => [figure_id, difference]));
  const claims = standing
    .filter((claim) => claim.metric === row.metric)
    .map((claim) => ({ ...claim, difference: differences.get(claim.figure_id) ?? null }));
  const { metric, title, baseline = null } = row;
  return { metric, title, baseline, derived: row.origin === "derived", total, claims };
}
