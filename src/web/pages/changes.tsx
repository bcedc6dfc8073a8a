import { changeKinds } from "../../change/change.ts";
import type { Metric } from "../../change/metric.ts";
import type { Dossier } from "../../dossier/dossier.ts";
import type { ChangeFilter, ChangeRow } from "../../store/dashboard.ts";
import { Claimant, minute, Outward, Page, Scroll } from "../layout.tsx";

interface Props {
  readonly dossier: Dossier;
  readonly changes: readonly ChangeRow[];
  readonly filter: ChangeFilter;
  /** Why the filter can find nothing; undefined for one that can. */
  readonly unknown: string | undefined;
}

/** The change log, a page at a time. */
export function ChangesPage({ dossier, changes, filter, unknown }: Props) {
  const last = changes.at(-1);
  const more = changes.length === filter.limit && last !== undefined;
  const query = new URLSearchParams();
  if (filter.metric !== null) query.set("metric", filter.metric);
  if (filter.kind !== null) query.set("kind", filter.kind);
  if (last) query.set("before", String(last.change_id));
  return (
    <Page title="Changes" here="/changes" story={dossier.title}>
      <h1>Changes</h1>
      <p class="lead">
        {filter.metric === null && filter.kind === null
          ? "Every departure from what stood before, newest first."
          : `Only ${[filter.metric, filter.kind].filter((part) => part !== null).join(", ")}.`}
      </p>
      <Filter filter={filter} metrics={dossier.metrics} />
      {changes.length === 0 && isNarrowed(filter) ? (
        <p class="empty">
          {unknown ?? "No such change has been noticed."} <a href="/changes">All changes</a>
        </p>
      ) : (
        <ChangeTable changes={changes} metrics={dossier.metrics} />
      )}
      {more && (
        <p>
          <a href={`/changes?${query.toString()}`}>Older changes</a>
        </p>
      )}
    </Page>
  );
}

/** Narrows the log without a script, and says where other programs read it. */
function Filter({ filter, metrics }: { readonly filter: ChangeFilter; readonly metrics: readonly Metric[] }) {
  return (
    <form action="/changes" class="filter">
      <label>
        Metric{" "}
        <select name="metric">
          <option value="">all</option>
          {metrics.map(({ name, title }) => (
            <option value={name} selected={name === filter.metric}>
              {title}
            </option>
          ))}
        </select>
      </label>{" "}
      <label>
        Kind{" "}
        <select name="kind">
          <option value="">all</option>
          {changeKinds.map((kind) => (
            <option value={kind} selected={kind === filter.kind}>
              {kind.replace("_", " ")}
            </option>
          ))}
        </select>
      </label>{" "}
      <button type="submit">Show</button>{" "}
      <span class="soft">
        For programs: <a href="/changes.atom">Atom feed of the news</a>, <a href="/api/changes">JSON</a>
      </span>
    </form>
  );
}

function isNarrowed({ metric, kind, before }: ChangeFilter): boolean {
  return metric !== null || kind !== null || before !== null;
}

/**
 * Says what a filter names that is not there. The log may still know a metric that the dossier has no more, so this is asked
 * of a filter that found nothing.
 */
export function unknownFilter({ metric, kind }: ChangeFilter, { metrics }: Dossier): string | undefined {
  if (kind !== null && !changeKinds.some((known) => known === kind))
    return `There is no kind of change "${kind}". The kinds are ${changeKinds.join(", ")}.`;
  if (metric !== null && !metrics.some(({ name }) => name === metric)) return `No metric has the name "${metric}".`;
  return undefined;
}

export function ChangeTable(props: { readonly changes: readonly ChangeRow[]; readonly metrics: readonly Metric[] }) {
  if (props.changes.length === 0)
    return (
      <p class="empty">No change has been noticed yet. The first comes with the first report that has a figure.</p>
    );
  return (
    <Scroll>
      <table>
        <thead>
          <tr>
            <th>Noticed</th>
            <th>Change</th>
            <th>Metric</th>
            <th>Claimant</th>
            <th>Why</th>
          </tr>
        </thead>
        <tbody>
          {props.changes.map((change) => (
            <ChangeEntry change={change} metrics={props.metrics} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function ChangeEntry({ change, metrics }: { readonly change: ChangeRow; readonly metrics: readonly Metric[] }) {
  const metric = metrics.find((candidate) => candidate.name === change.metric);
  return (
    <tr>
      <td class="soft nowrap">{minute(change.noticed_at)}</td>
      <td>
        <span class={`kind ${change.kind}`}>{change.kind.replace("_", " ")}</span>
        {change.needs_review && <div class="soft bad">review</div>}
        {change.muted && <div class="soft">muted</div>}
      </td>
      <td>
        {metric ? <a href={`/metrics/${metric.name}`}>{metric.title}</a> : (change.subject ?? change.metric ?? "–")}
      </td>
      <td>{change.claimant === null ? "–" : <Claimant code={change.claimant} />}</td>
      <td>
        {change.reason}
        {change.quote !== null && <blockquote>{change.quote}</blockquote>}
        <div class="soft">
          {change.figure_id !== null && <a href={`/figures/${change.figure_id}`}>evidence</a>}{" "}
          {change.outlet !== null && change.url !== null && <Outward url={change.url}>{change.outlet}</Outward>}
        </div>
      </td>
    </tr>
  );
}
