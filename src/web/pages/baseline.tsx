import { amountText, gapText, middleText, spreadText } from "../../change/amount.ts";
import { claimNotes } from "../../change/claim-note.ts";
import type { Dossier } from "../../dossier/dossier.ts";
import type { Comparison, MetricLine, StandingClaim } from "../../store/comparison.ts";
import type { ChangeRow, StatusRow } from "../../store/dashboard.ts";
import { Claimant, Outward, Page, Scroll } from "../layout.tsx";
import { ChangeTable } from "./changes.tsx";

interface Props {
  readonly dossier: Dossier;
  readonly comparison: Comparison;
  readonly changes: readonly ChangeRow[];
  /** A state whose last day is past is shown as expired, and so is a plan whose day is. */
  readonly today: string;
}

/** The front page: each figure and state of the baseline beside what stands now. */
export function BaselinePage({ dossier, comparison, changes, today }: Props) {
  const { baseline } = dossier;
  const stated = comparison.metrics.filter((line) => line.baseline !== null);
  const others = comparison.metrics.filter((line) => line.baseline === null && line.claims.length > 0);
  return (
    <Page title="Baseline" here="/" story={dossier.title}>
      <h1>What the baseline said, and what stands now</h1>
      <p class="lead">
        {`Baseline: ${baseline.speaker} (${baseline.speakerSide}), reported by ${baseline.outlet} on ${baseline.published}. `}
        Each side's claims stand apart; nothing is averaged.
      </p>
      <Scroll>
        <table>
          <thead>
            <tr>
              <th>Metric</th>
              <th class="number">Baseline</th>
              <th class="number">Running total</th>
              <th class="number">Gap</th>
              <th class="wide">Claims that stand</th>
            </tr>
          </thead>
          <tbody>
            {stated.map((line) => (
              <MetricRow line={line} today={today} />
            ))}
          </tbody>
        </table>
      </Scroll>
      <h2>The state of things</h2>
      <StatusTable statuses={comparison.statuses} today={today} />
      {others.length > 0 && <OtherClaims lines={others} today={today} />}
      <h2>Latest changes</h2>
      <ChangeTable changes={changes} metrics={dossier.metrics} />
    </Page>
  );
}

/** What is claimed of metrics that the baseline does not state. */
function OtherClaims({ lines, today }: { readonly lines: readonly MetricLine[]; readonly today: string }) {
  return (
    <>
      <h2>Claimed since, not in the baseline</h2>
      <Scroll>
        <table>
          <tbody>
            {lines.map(({ metric, title, claims }) => (
              <tr>
                <td>
                  <a href={`/metrics/${metric}`}>{title}</a>
                </td>
                <td class="wide">
                  {claims.map((claim) => (
                    <ClaimLine claim={claim} today={today} />
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}

function MetricRow({ line, today }: { readonly line: MetricLine; readonly today: string }) {
  const { metric, title, baseline, derived, total, claims } = line;
  return (
    <tr>
      <td>
        <a href={`/metrics/${metric}`}>{title}</a>
        {derived && <div class="soft">follows from the others</div>}
      </td>
      <td class="number">{baseline ?? <span class="soft">not stated</span>}</td>
      <td class="number">{total === null ? "–" : <TotalText total={total} />}</td>
      <td class="number">{total === null ? "" : gapText(total.difference)}</td>
      <td>
        {claims.length === 0 && (
          <span class="soft">{(total?.events ?? 0) > 0 ? "exchanges counted, no total claimed" : "no claim yet"}</span>
        )}
        {claims.map((claim) => (
          <ClaimLine claim={claim} today={today} />
        ))}
      </td>
    </tr>
  );
}

function TotalText({ total }: { readonly total: NonNullable<MetricLine["total"]> }) {
  const spread = spreadText(total);
  return (
    <>
      {middleText(total)}
      {spread !== null && <div class="soft nowrap">{spread}</div>}
      {total.events > 0 && (
        <div class="soft">
          {`${String(total.events)} since, newest `}
          <span class="nowrap">{total.newest_event ?? ""}</span>
        </div>
      )}
    </>
  );
}

function ClaimLine({ claim, today }: { readonly claim: StandingClaim; readonly today: string }) {
  const notes = [
    ...(claim.scope === "planned" ? ["planned"] : []),
    ...claimNotes(claim, today),
    claim.outlet,
    ...(claim.difference === null ? [] : [`${gapText(claim.difference)} against the baseline`]),
  ];
  return (
    <div class="claim">
      <Claimant code={claim.claimant} /> <a href={`/figures/${String(claim.figure_id)}`}>{amountText(claim)}</a>{" "}
      <span class="soft">{notes.join(", ")}</span>
    </div>
  );
}

function StatusTable({ statuses, today }: { readonly statuses: readonly StatusRow[]; readonly today: string }) {
  return (
    <Scroll>
      <table>
        <thead>
          <tr>
            <th>Subject</th>
            <th>Baseline</th>
            <th>Now</th>
            <th>Words</th>
          </tr>
        </thead>
        <tbody>
          {statuses.map((status) => (
            <StatusLine status={status} today={today} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function StatusLine({ status, today }: { readonly status: StatusRow; readonly today: string }) {
  const { subject, baseline_state, baseline_until, state, until, changed, speaker_side, as_of } = status;
  return (
    <tr>
      <td>{subject.replaceAll("_", " ")}</td>
      <td>{baseline_state === null ? "–" : <State state={baseline_state} until={baseline_until} today={today} />}</td>
      <td>
        {state === null ? (
          <span class="soft">nothing newer</span>
        ) : (
          <>
            <Claimant code={speaker_side ?? "unattributed"} />{" "}
            {changed ? (
              <strong>
                <State state={state} until={until} today={today} />
              </strong>
            ) : (
              <State state={state} until={until} today={today} />
            )}
          </>
        )}
      </td>
      <td>
        {status.quote !== null && <blockquote>{status.quote}</blockquote>}
        {status.outlet !== null && status.url !== null && (
          <span class="soft">
            {`${as_of ?? ""}, `}
            <Outward url={status.url}>{status.outlet}</Outward>
          </span>
        )}
      </td>
    </tr>
  );
}

interface StateProps {
  readonly state: string;
  readonly until: string | null;
  readonly today: string;
}

function State({ state, until, today }: StateProps) {
  return (
    <>
      {state.replaceAll("_", " ")}
      {until !== null && <span class="soft">{` until ${until}${until < today ? " (expired)" : ""}`}</span>}
    </>
  );
}
