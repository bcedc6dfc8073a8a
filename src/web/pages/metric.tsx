import { raw } from "hono/html";
import { amountText } from "../../change/amount.ts";
import type { Metric } from "../../change/metric.ts";
import type { Dossier } from "../../dossier/dossier.ts";
import type { FigureRow } from "../../store/dashboard.ts";
import { Claimant, Page } from "../layout.tsx";

interface Props {
  readonly dossier: Dossier;
  readonly metric: Metric;
  readonly figures: readonly FigureRow[];
  /** The chart as an `<svg>` element; undefined when there is nothing to draw. */
  readonly chart: string | undefined;
}

/** One metric: its chart, and every claim with its sentence. */
export function MetricPage({ dossier, metric, figures, chart }: Props) {
  const baseline = dossier.baseline.figures.find((candidate) => candidate.metric === metric.name);
  return (
    <Page title={metric.title} here="" story={dossier.title}>
      <h1>{metric.title}</h1>
      <p class="lead">
        {baseline
          ? `Baseline: ${amountText(baseline)} (${dossier.baseline.published}).`
          : "The baseline does not state this figure."}
      </p>
      {chart === undefined ? (
        <p class="empty">Nothing to draw yet: no figure of this metric has been read.</p>
      ) : (
        <figure>
          {raw(chart)}
          <figcaption class="soft">
            Points are claims with their intervals, coloured by claimant; the band is the running total from the
            baseline.
          </figcaption>
        </figure>
      )}
      <h2>Claims</h2>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th>As of</th>
              <th class="number">Amount</th>
              <th>Scope</th>
              <th>Claimant</th>
              <th>Sentence</th>
            </tr>
          </thead>
          <tbody>
            {figures.map((figure) => (
              <ClaimRow figure={figure} />
            ))}
          </tbody>
        </table>
      </div>
    </Page>
  );
}

function ClaimRow({ figure }: { readonly figure: FigureRow }) {
  return (
    <tr>
      <td class="nowrap">{figure.as_of}</td>
      <td class="number">
        <a href={`/figures/${figure.figure_id}`}>{amountText(figure)}</a>
      </td>
      <td>
        {figure.scope}
        {figure.period !== null && <div class="soft">{figure.period}</div>}
      </td>
      <td>
        <Claimant code={figure.claimant} />
        {figure.speaker !== null && <div class="soft">{figure.speaker}</div>}
      </td>
      <td>
        {figure.quote}
        <div class="soft">
          {`${figure.outlet}${figure.trusted ? "" : ", waits for review"}${figure.retired_at === null ? "" : ", retired"}`}
        </div>
      </td>
    </tr>
  );
}
