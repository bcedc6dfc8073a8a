import type { Command } from "commander";
import type { Pool } from "pg";
import { amountText, intervalText } from "../change/amount.ts";
import type { Metric } from "../change/metric.ts";
import type { Dossier } from "../dossier/dossier.ts";
import { loadDossier } from "../dossier/load.ts";
import { type EventRow, eventLedger, type StandingRow, standingClaims } from "../store/dashboard.ts";
import { withDatabase } from "./database.ts";
import { paint, table } from "./terminal.ts";

/** `recount compare`: each figure of the baseline beside what stands now. */
export function addCompareCommand(program: Command): void {
  program
    .command("compare")
    .description("hold the baseline against what stands now")
    .option("--dossier <name>", "which story", "istanbul")
    .addHelpText("after", "\nExample:\n  recount compare")
    .action(async (options: { dossier: string }) => {
      const dossier = loadDossier(options.dossier);
      await withDatabase((pool) => printComparison(pool, dossier));
    });
}

/** Prints the comparison: a row a metric, its standing claims by claimant, and the events since the baseline. */
export async function printComparison(pool: Pool, dossier: Dossier): Promise<void> {
  const standing = await standingClaims(pool, dossier.name);
  const events = await eventLedger(pool, dossier.name, null);
  const rows = dossier.metrics.map((metric) => comparisonRow(dossier, metric, standing, events));
  const { speaker, published, outlet } = dossier.baseline;
  process.stdout.write(`${paint("bold", dossier.title)}\nBaseline: ${speaker}, ${outlet}, ${published}\n\n`);
  process.stdout.write(`${table(["Metric", "Baseline", "Events since", "Claims that stand"], rows)}\n\n`);
}

function comparisonRow(
  { baseline }: Dossier,
  metric: Metric,
  standing: readonly StandingRow[],
  events: readonly EventRow[],
): string[] {
  const stated = baseline.figures.find((figure) => figure.metric === metric.name);
  const claims = standing.filter((claim) => claim.metric === metric.name);
  const since = events.filter((event) => event.metric === metric.name && event.day > baseline.published);
  return [
    metric.title,
    stated === undefined ? "–" : amountText(stated),
    eventSum(since),
    claims.map((claim) => `${claim.claimant}: ${amountText(claim)} (${claim.scope}, ${claim.as_of})`).join("; ") || "–",
  ];
}

/** "+3,000 in 2 events" */
export function eventSum(events: readonly EventRow[]): string {
  if (events.length === 0) return "–";
  const low = events.reduce((sum, event) => sum + event.low, 0);
  const high = events.reduce<number | null>(
    (sum, event) => (sum === null || event.high === null ? null : sum + event.high),
    0,
  );
  return `+${intervalText(low, high)} in ${String(events.length)} ${events.length === 1 ? "event" : "events"}`;
}
