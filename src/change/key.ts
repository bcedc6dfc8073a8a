import type { Basis, CalendarDate, Figure, Status } from "../figure/figure.ts";
import type { Metric } from "./metric.ts";

/** "RU", "UA", "other", or "unattributed" where the text names no one. */
export function claimantOf(figure: Pick<Figure, "speakerSide">): string {
  return figure.speakerSide ?? "unattributed";
}

/** The dossier's metric that the figure speaks of; undefined for a figure that is kept but not compared. */
export function metricOf(figure: Figure, metrics: readonly Metric[]): Metric | undefined {
  return metrics.find(
    (metric) =>
      metric.thing === figure.thing &&
      metric.group === figure.group &&
      metric.act === figure.act &&
      metric.from === figure.from &&
      metric.to === figure.to &&
      metric.reach === figure.reach,
  );
}

/** "2025-01-01..2025-12-31/istanbul"; "any" where no period is named, "unknown" where it stays unclear. */
export function basisKey(basis: Basis): string {
  if (basis === null) return "any";
  if (basis === "unknown") return "unknown";
  return `${basis.start ?? ""}..${basis.end ?? ""}/${basis.frame ?? ""}`;
}

/**
 * What a figure may be compared within. Null for a basis that stays unclear. What is held or offered is a state at a
 * day, whatever scope and period the text gives it.
 */
export function seriesKey(metric: Metric, figure: Pick<Figure, "scope" | "basis" | "asOf">): string | null {
  if (metric.act !== "returned") return `${metric.name}|standing`;
  if (figure.scope === "event") return eventSeries(metric.name, figure.asOf);
  if (figure.scope === "planned") return `${metric.name}|planned`;
  return figure.basis === "unknown" ? null : `${metric.name}|cumulative|${basisKey(figure.basis)}`;
}

export function eventSeries(metric: string, day: CalendarDate): string {
  return `${metric}|event|${day}`;
}

export function lineKey(series: string, claimant: string): string {
  return `${series}|${claimant}`;
}

/** The slots of one report's figures, in the order of the text: equals are told apart by their ordinal. */
export function slotKeys(report: string, figures: readonly Figure[]): string[] {
  const seen = new Map<string, number>();
  return figures.map((figure) => {
    const { thing, group, act, from, to, reach, scope, basis } = figure;
    const day = scope === "event" ? figure.asOf : "";
    const parts = [report, thing, group ?? "", act, from ?? "", to ?? "", reach, scope, basisKey(basis), day];
    const base = [...parts, claimantOf(figure)].join("|");
    const ordinal = (seen.get(base) ?? 0) + 1;
    seen.set(base, ordinal);
    return `${base}|${String(ordinal)}`;
  });
}

/** The slot without its ordinal: an edit that puts an equal in front moves the ordinals of those behind it. */
export function slotBase(slot: string): string {
  return slot.slice(0, slot.lastIndexOf("|"));
}

/** A slot as one revision fills it. The number is part of it, since an article may return to an earlier text. */
export function readingKey(slot: string, revision: { number: number; hash: string }, figure: Figure): string {
  const amount = `${String(figure.min)}..${figure.max === null ? "" : String(figure.max)}:${figure.qualifier}`;
  return `${slot}@${String(revision.number)}:${revision.hash}#${amount}`;
}

export function statusReadingKey(report: string, revision: { number: number; hash: string }, status: Status): string {
  const parts = [report, status.subject, status.state, status.until ?? "", status.asOf, status.speakerSide ?? ""];
  return `${parts.join("|")}@${String(revision.number)}:${revision.hash}#${String(status.evidence.start)}`;
}
