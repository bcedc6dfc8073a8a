import { amountText } from "../change/amount.ts";
import type { Baseline, Metric } from "../change/metric.ts";
import type { EventRow, FigureRow } from "../store/dashboard.ts";
import type { ChartData, TotalStep } from "./chart.ts";

/** What a metric's chart shows: its events and claims, and the baseline carried on by the events after its day. */
export function chartData(
  metric: Metric,
  baseline: Baseline,
  figures: readonly FigureRow[],
  events: readonly EventRow[],
): ChartData {
  const claims = figures
    .filter((figure) => figure.retired_at === null && figure.trusted && figure.scope !== "planned")
    .map((figure) => ({
      day: new Date(figure.as_of),
      low: figure.low,
      high: figure.high,
      claimant: figure.claimant,
      label: `${amountText(figure)}, ${figure.scope}, ${figure.as_of}, ${figure.outlet}`,
    }));
  return { unit: metric.title, claims, total: totalSteps(metric, baseline, events) };
}

function totalSteps(metric: Metric, baseline: Baseline, events: readonly EventRow[]): TotalStep[] {
  const stated = baseline.figures.find((figure) => figure.metric === metric.name);
  if (!stated) return [];
  const steps: TotalStep[] = [{ day: new Date(baseline.published), low: stated.min, high: stated.max }];
  for (const event of events.filter((candidate) => candidate.day > baseline.published)) {
    const last = steps.at(-1);
    if (!last) break;
    const high = last.high === null || event.high === null ? null : last.high + event.high;
    steps.push({ day: new Date(event.day), low: last.low + event.low, high });
  }
  return steps;
}
