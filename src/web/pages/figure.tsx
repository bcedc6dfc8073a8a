import { amountText } from "../../change/amount.ts";
import type { Dossier } from "../../dossier/dossier.ts";
import type { FigureDetail } from "../../store/dashboard.ts";
import { Claimant, minute, Page } from "../layout.tsx";

/** One figure: the text with its evidence marked, and why it was read so. */
export function FigurePage({ dossier, figure }: { readonly dossier: Dossier; readonly figure: FigureDetail }) {
  const { text, quote_start: start, quote_end: end } = figure;
  const way = figure.from_side === null ? "direction not stated" : `${figure.from_side} → ${figure.to_side ?? "–"}`;
  return (
    <Page title={`Figure ${String(figure.figure_id)}`} here="" story={dossier.title}>
      <h1>{`${amountText(figure)} ${figure.thing}, ${figure.act}`}</h1>
      <p class="lead">
        {`${way}; ${figure.scope}${figure.period === null ? "" : `, ${figure.period}`}; as of ${figure.as_of}; said by `}
        {figure.speaker ?? "nobody named"} (<Claimant code={figure.claimant} />)
        {figure.trusted ? "" : "; waits for review: below the dossier's confidence"}
      </p>
      <p class="text">
        {text.slice(0, start)}
        <mark>{text.slice(start, end)}</mark>
        {text.slice(end)}
      </p>
      <h2>Why it is read so</h2>
      <ol>
        {figure.trace.map((rule) => (
          <li>{rule}</li>
        ))}
      </ol>
      <h2>Where it comes from</h2>
      <p>
        <a href={figure.canonical_url} rel="noreferrer nofollow">
          {figure.title ?? figure.canonical_url}
        </a>
        {`, ${figure.outlet}, version ${String(figure.revision_number)} read ${minute(figure.read_at)}, recorded ${minute(figure.recorded_at)}`}
        {figure.retired_at !== null && `, retired ${minute(figure.retired_at)}: ${figure.retired_reason ?? ""}`}.
        Confidence {figure.confidence.toFixed(2)}.
      </p>
    </Page>
  );
}
