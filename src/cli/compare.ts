import type { Command } from "commander";
import type { Pool } from "pg";
import { amountText, gapText, totalText } from "../change/amount.ts";
import { claimNotes } from "../change/claim-note.ts";
import type { Dossier } from "../dossier/dossier.ts";
import { loadDossier } from "../dossier/load.ts";
import { type Clock, dayIn, systemClock } from "../runtime/clock.ts";
import { visible } from "../runtime/visible.ts";
import { compareWithBaseline, type MetricLine, type StandingClaim } from "../store/comparison.ts";
import type { Instant, StatusRow } from "../store/dashboard.ts";
import { withHistoryOf } from "./database.ts";
import { instant } from "./instant.ts";
import { storyOption } from "./story.ts";
import { paint, table } from "./terminal.ts";

/** `recount compare`: each figure and state of the baseline beside what stands now. */
export function addCompareCommand(program: Command): void {
  program
    .command("compare")
    .description("hold the baseline against what stands now")
    .option("--as-of <time>", "what was known at that time: 7d ago, a date or a time, in UTC", instant)
    .addOption(storyOption("which story"))
    .addHelpText("after", "\nExamples:\n  recount compare\n  recount compare --as-of 2026-03-01")
    .action(async (options: { dossier: string; asOf?: Date }) => {
      const dossier = loadDossier(options.dossier);
      await withHistoryOf(dossier, (pool) => printComparison(pool, dossier, systemClock, options.asOf ?? null));
    });
}

/**
 * Prints the comparison: a row a metric with its running total and its standing claims, then a row a subject.
 * @param at what was known then; null for what is known now
 */
export async function printComparison(pool: Pool, dossier: Dossier, clock: Clock, at: Instant = null): Promise<void> {
  const { metrics, statuses } = await compareWithBaseline(pool, dossier.name, dossier.metrics, at);
  const today = dayIn(dossier.story.timeZone, at ?? clock.now());
  const { speaker, published, outlet } = dossier.baseline;
  process.stdout.write(`${paint("bold", dossier.title)}\nBaseline: ${speaker}, ${outlet}, ${published}\n\n`);
  const heads = ["Metric", "Baseline", "Running total", "Gap", "Exchanges since", "Claims that stand"];
  const rows = metrics.map((line) => metricCells(line, today));
  process.stdout.write(`${table(heads, rows, ["Gap"])}\n\n`);
  const subjects = statuses.map((status) => statusCells(status, today));
  process.stdout.write(`${table(["Subject", "Baseline", "Now (* changed)", "Said by", "As of"], subjects)}\n\n`);
}

function metricCells({ title, baseline, total, claims }: MetricLine, today: string): string[] {
  return [
    title,
    baseline ?? "–",
    total === null ? "–" : totalText(total),
    total === null ? "" : gapText(total.difference),
    total === null || total.events === 0 ? "–" : `${String(total.events)}, newest ${total.newest_event ?? ""}`,
    claims.map((claim) => claimText(claim, today)).join("; ") || "–",
  ];
}

/** "UA: 7,000 (cumulative, 2025, 2026-02-05, −200)" */
function claimText(claim: StandingClaim, today: string): string {
  const notes = [claim.scope, ...claimNotes(claim, today), gapText(claim.difference)].filter((note) => note !== "");
  return `${claim.claimant}: ${amountText(claim)} (${visible(notes.join(", ")).replaceAll(/\s+/g, " ")})`;
}

function statusCells(status: StatusRow, today: string): string[] {
  const { subject, baseline_state, baseline_until, state, until, changed, speaker_side, as_of } = status;
  const now = state === null ? "nothing newer" : stateText(state, until, today);
  return [
    subject,
    baseline_state === null ? "–" : stateText(baseline_state, baseline_until, today),
    changed ? `${now} *` : now,
    state === null ? "" : (speaker_side ?? "unattributed"),
    as_of ?? "",
  ];
}

/** "suspended until 2025-12-31 (expired)" */
function stateText(state: string, until: string | null, today: string): string {
  const words = state.replaceAll("_", " ");
  if (until === null) return words;
  return `${words} until ${until}${until < today ? " (expired)" : ""}`;
}
