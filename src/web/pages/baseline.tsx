import { amountText, grouped, intervalText } from "../../change/amount.ts";
import type { Metric } from "../../change/metric.ts";
import type { Dossier } from "../../dossier/dossier.ts";
import type { ChangeRow, EventRow, StandingRow } from "../../store/dashboard.ts";
import { Claimant, Page } from "../layout.tsx";
import { ChangeTable } from "./changes.tsx";

interface Props {
  readonly dossier: Dossier;
  readonly standing: readonly StandingRow[];
  readonly events: readonly EventRow[];
  readonly changes: readonly ChangeRow[];
}

/** The front page: each figure of the baseline beside what stands now. */
export function BaselinePage({ dossier, standing, events, changes }: Props) {
  const { baseline } = dossier;
  return (
    <Page title="Baseline" here="/" story={dossier.title}>
      <h1>What the baseline said, and what stands now</h1>
      <p class="lead">
        {`Baseline: ${baseline.speaker} (${baseline.speakerSide}), reported by ${baseline.outlet} on ${baseline.published}. `}
        Each side's claims stand apart; nothing is averaged.
      </p>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th>Metric</th>
              <th class="number">Baseline</th>
              <th class="number">Events since</th>
              <th>Claims that stand</th>
            </tr>
          </thead>
          <tbody>
            {dossier.metrics.map((metric) => (
              <MetricRow metric={metric} dossier={dossier} standing={standing} events={events} />
            ))}
          </tbody>
        </table>
      </div>
      <h2>Latest changes</h2>
      <ChangeTable changes={changes} metrics={dossier.metrics} />
    </Page>
  );
}

interface RowProps {
  readonly metric: Metric;
  readonly dossier: Dossier;
  readonly standing: readonly StandingRow[];
  readonly events: readonly EventRow[];
}

function MetricRow({ metric, dossier, standing, events }: RowProps) {
  const figure = dossier.baseline.figures.find((candidate) => candidate.metric === metric.name);
  const claims = standing.filter((claim) => claim.metric === metric.name);
  const since = events.filter((event) => event.metric === metric.name && event.day > dossier.baseline.published);
  return (
    <tr>
      <td>
        <a href={`/metrics/${metric.name}`}>{metric.title}</a>
        {figure?.origin === "derived" && <div class="soft">follows from the others</div>}
      </td>
      <td class="number">{figure ? amountText(figure) : <span class="soft">not stated</span>}</td>
      <td class="number">{eventSum(since)}</td>
      <td>
        {claims.length === 0 && <span class="soft">no claim yet</span>}
        {claims.map((claim) => (
          <div>
            <Claimant code={claim.claimant} /> <a href={`/figures/${claim.figure_id}`}>{amountText(claim)}</a>{" "}
            <span class="soft">{`${claim.scope === "planned" ? "planned, " : ""}${claim.period ?? "no period named"}, ${claim.as_of}, ${claim.outlet}`}</span>
          </div>
        ))}
      </td>
    </tr>
  );
}

function eventSum(events: readonly EventRow[]): string {
  if (events.length === 0) return "–";
  const low = events.reduce((sum, event) => sum + event.low, 0);
  const high = events.reduce<number | null>(
    (sum, event) => (sum === null || event.high === null ? null : sum + event.high),
    0,
  );
  return `+${intervalText(low, high)} in ${grouped(events.length)}`;
}
