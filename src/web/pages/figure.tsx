import { amountText } from "../../change/amount.ts";
import type { Metric } from "../../change/metric.ts";
import type { Dossier } from "../../dossier/dossier.ts";
import type { FigureBeside, FigureDetail } from "../../store/dashboard.ts";
import { Claimant, minute, Outward, Page, Scroll } from "../layout.tsx";

interface Props {
  readonly dossier: Dossier;
  readonly figure: FigureDetail;
  /** What else stands of its report. */
  readonly beside: readonly FigureBeside[];
}

/** One figure: the text with its evidence marked, why it was read so, where it comes from and what else is said there. */
export function FigurePage({ dossier, figure, beside }: Props) {
  const { text, quote_start: start, quote_end: end } = figure;
  const way = figure.from_side === null ? "direction not stated" : `${figure.from_side} → ${figure.to_side ?? "–"}`;
  const metric = dossier.metrics.find(({ name }) => name === figure.metric);
  return (
    <Page title={`Figure ${String(figure.figure_id)}`} here="" story={dossier.title}>
      <h1>{`${amountText(figure)} ${figure.thing}, ${figure.act}`}</h1>
      <p class="lead">
        {`${way}; ${figure.scope}${figure.period === null ? "" : `, ${figure.period}`}; as of ${figure.as_of}; said by `}
        {figure.speaker ?? "nobody named"} (<Claimant code={figure.claimant} />)
        {figure.doubt === null ? "" : `; not counted: ${figure.doubt}`}
        {figure.retired_at !== null && `; retired ${minute(figure.retired_at)}: ${figure.retired_reason ?? ""}`}
      </p>
      <p class="text">
        {text.slice(0, start)}
        <mark>{text.slice(start, end)}</mark>
        {text.slice(end)}
      </p>
      <h2>Where it comes from</h2>
      <Source figure={figure} />
      <h2>Why it is read so</h2>
      <ol>
        {figure.trace.map((rule) => (
          <li>{rule}</li>
        ))}
      </ol>
      <p>{`Confidence ${figure.confidence.toFixed(2)}.`}</p>
      {beside.length > 0 && (
        <>
          <h2>{figure.retired_at === null ? "What else this report says" : "What this report says now"}</h2>
          <Beside figures={beside} metrics={dossier.metrics} />
        </>
      )}
      {metric && (
        <>
          <h2>What others say</h2>
          <p>
            All claims of <a href={`/metrics/${metric.name}`}>{metric.title}</a>, and{" "}
            <a href={`/changes?metric=${metric.name}`}>their changes</a>.
          </p>
        </>
      )}
    </Page>
  );
}

function Source({ figure }: { readonly figure: FigureDetail }) {
  const { canonical_url: url, published_at: published } = figure;
  return (
    <>
      {figure.title !== null && <div>{figure.title}</div>}
      <div class="long">
        <Outward url={url}>{url}</Outward>
      </div>
      <div class="soft">
        {`${figure.outlet}, ${published === null ? "day of publication unknown" : `published ${minute(published)}`}; `}
        {`version ${String(figure.revision_number)} read ${minute(figure.read_at)}, recorded ${minute(figure.recorded_at)}; `}
        {`report ${String(figure.report_id)}, figure ${String(figure.figure_id)}`}
      </div>
    </>
  );
}

/** The other figures that stand of the report; of a retired one also what took its place. */
function Beside({
  figures,
  metrics,
}: {
  readonly figures: readonly FigureBeside[];
  readonly metrics: readonly Metric[];
}) {
  return (
    <Scroll>
      <table>
        <thead>
          <tr>
            <th class="number">Amount</th>
            <th>Of what</th>
            <th>Scope</th>
            <th>As of</th>
            <th>Claimant</th>
            <th>Words</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr>
              <td class="number">
                <a href={`/figures/${String(figure.figure_id)}`}>{amountText(figure)}</a>
              </td>
              <td>{metrics.find(({ name }) => name === figure.metric)?.title ?? figure.thing}</td>
              <td>
                {figure.scope}
                {figure.period !== null && <div class="soft">{figure.period}</div>}
              </td>
              <td class="nowrap">{figure.as_of}</td>
              <td>
                <Claimant code={figure.claimant} />
                {figure.speaker !== null && <div class="soft">{figure.speaker}</div>}
              </td>
              <td>
                {figure.quote}
                {figure.doubt !== null && <div class="soft">{`not counted: ${figure.doubt}`}</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
