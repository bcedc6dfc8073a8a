import { amountText } from "../change/amount.ts";
import { addIntervals } from "../change/interval.ts";
import type { Metric } from "../change/metric.ts";
import { baselineFigure, baselineValue, totalSeries } from "../change/running-total.ts";
import type { Dossier } from "../dossier/dossier.ts";
import type { CalendarDate } from "../figure/figure.ts";
import type { EventRow, FigureRow } from "../store/dashboard.ts";
import type { ChartData, TotalStep } from "./chart.ts";

/** What a metric's chart shows: its events and claims, and the running total from the baseline's day until today. */
export function chartData(
  dossier: Dossier,
  metric: Metric,
  figures: readonly FigureRow[],
  events: readonly EventRow[],
  today: CalendarDate,
): ChartData {
  const claims = figures
    .filter((figure) => figure.retired_at === null && figure.trusted && figure.scope !== "planned")
    .map((figure) => ({
      day: new Date(figure.as_of),
      low: figure.low,
      high: figure.high,
      claimant: figure.claimant,
      label: `${amountText(figure)}, ${figure.claimant}, ${figure.scope}, ${figure.as_of}, ${figure.outlet}`,
    }));
  return { unit: metric.title, claims, total: totalSteps(dossier, metric, events, today) };
}

function totalSteps(
  { baseline, metrics }: Dossier,
  metric: Metric,
  events: readonly EventRow[],
  today: CalendarDate,
): TotalStep[] {
  const figure = baselineFigure(baseline, metric);
  const value = baselineValue(baseline, metric, metrics);
  if (figure === undefined || value === undefined || totalSeries(figure) === null) return [];
  const first = { day: new Date(baseline.published), low: value.low, high: value.high };
  const steps: TotalStep[] = [first];
  for (const event of events.filter(({ day }) => day > baseline.published))
    steps.push({ day: new Date(event.day), ...addIntervals(steps.at(-1) ?? first, event) });
  const last = steps.at(-1) ?? first;
  return today > baseline.published ? [...steps, { ...last, day: new Date(today) }] : steps;
}
