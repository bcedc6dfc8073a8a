import { raw } from "hono/html";
import { amountText } from "../../change/amount.ts";
import type { Metric } from "../../change/metric.ts";
import type { Dossier } from "../../dossier/dossier.ts";
import type { EventRow, FigureRow } from "../../store/dashboard.ts";
import { Claimant, Page, Scroll } from "../layout.tsx";

/** So many claims at most, on one page. */
export const figuresShown = 500;

interface Props {
  readonly dossier: Dossier;
  readonly metric: Metric;
  readonly figures: readonly FigureRow[];
  readonly events: readonly EventRow[];
  /** The chart as an `<svg>` element; undefined when there is nothing to draw. */
  readonly chart: string | undefined;
}

/** One metric: its chart, every exchange with the figures that it rests on, and every claim with its sentence. */
export function MetricPage({ dossier, metric, figures, events, chart }: Props) {
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
            Points are claims with their intervals, coloured by claimant: <Claimants figures={figures} />. The band is
            the running total from the baseline.
          </figcaption>
        </figure>
      )}
      {events.length > 0 && <ExchangeTable metric={metric} events={events} metrics={dossier.metrics} />}
      <h2>Claims</h2>
      {figures.length === figuresShown && (
        <p class="soft">
          The newest {figuresShown} are shown; <code>{`recount history ${metric.name}`}</code> lists all that stand.
        </p>
      )}
      <Scroll>
        <table>
          <thead>
            <tr>
              <th>As of</th>
              <th class="number">Amount</th>
              <th>Scope</th>
              <th>Claimant</th>
              <th>Words</th>
            </tr>
          </thead>
          <tbody>
            {figures.map((figure) => (
              <ClaimRow figure={figure} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </Page>
  );
}

/** "RU, UA, other": each in its colour. */
function Claimants({ figures }: { readonly figures: readonly FigureRow[] }) {
  return (
    <>
      {[...new Set(figures.map(({ claimant }) => claimant))].toSorted().map((code, index) => (
        <>
          {index === 0 ? "" : ", "}
          <Claimant code={code} />
        </>
      ))}
    </>
  );
}

interface ExchangeProps {
  readonly metric: Metric;
  readonly events: readonly EventRow[];
  readonly metrics: readonly Metric[];
}

/** What the band adds up; an exchange that no report counts as this metric does is put together of others' figures. */
function ExchangeTable({ metric, events, metrics }: ExchangeProps) {
  return (
    <>
      <h2>Exchanges</h2>
      <Scroll>
        <table>
          <thead>
            <tr>
              <th>Day</th>
              <th class="number">Amount</th>
              <th class="number">Voices</th>
              <th class="wide">Figures</th>
            </tr>
          </thead>
          <tbody>
            {events.toReversed().map((event) => (
              <tr>
                <td class="nowrap">{event.day === event.last_day ? event.day : `${event.day} to ${event.last_day}`}</td>
                <td class="number">
                  {event.printed}
                  {event.disputed && <div class="soft bad">disputed</div>}
                </td>
                <td class="number">{event.voices}</td>
                <td class="wide">
                  <RestsOn metric={metric} figures={event.figures} metrics={metrics} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}

interface RestsOnProps {
  readonly metric: Metric;
  readonly figures: EventRow["figures"];
  readonly metrics: readonly Metric[];
}

/** "put together of 157 servicemen returned to Russia (62, 65); 3 civilians returned to Russia (63)": equals are one entry. */
function RestsOn({ metric, figures, metrics }: RestsOnProps) {
  const entries = new Map<string, number[]>();
  for (const figure of figures) {
    const title = metrics.find(({ name }) => name === figure.metric)?.title;
    const words = figure.metric === metric.name ? amountText(figure) : `${amountText(figure)} ${title ?? ""}`;
    entries.set(words, [...(entries.get(words) ?? []), figure.figure_id]);
  }
  const isPutTogether = figures.every((figure) => figure.metric !== metric.name);
  return (
    <>
      {isPutTogether && <span class="soft">{entries.size > 1 ? "put together of " : "follows from "}</span>}
      {[...entries].map(([words, ids], index) => (
        <>
          {`${index === 0 ? "" : "; "}${words} (`}
          {ids.map((id, position) => (
            <>
              {position === 0 ? "" : ", "}
              <a href={`/figures/${String(id)}`}>{id}</a>
            </>
          ))}
          )
        </>
      ))}
    </>
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
          {`${figure.outlet}${figure.doubt === null ? "" : `, not counted: ${figure.doubt}`}${figure.retired_at === null ? "" : ", retired"}`}
        </div>
      </td>
    </tr>
  );
}
