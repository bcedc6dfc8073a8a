import type { CalendarDate } from "../figure/figure.ts";
import { addValues, totalValue, toValue, type Value } from "./interval.ts";
import { basisKey } from "./key.ts";
import type { Baseline, BaselineFigure, Metric } from "./metric.ts";

const zero: Value = totalValue({ low: 0, high: 0 }, 0);

/** The baseline and what was exchanged since, as one interval; undefined where the baseline says nothing of the metric. */
export function runningTotal(
  baseline: Value,
  baselineDay: CalendarDate,
  events: readonly { readonly day: CalendarDate; readonly value: Value }[],
): Value {
  const since = events.filter((event) => event.day > baselineDay);
  return since.length === 0 ? baseline : addValues(baseline, since.map((event) => event.value).reduce(addValues, zero));
}

/** The baseline's own value of a metric; a derived count of people is the sum of the two counts that it follows from. */
export function baselineValue(baseline: Baseline, metric: Metric, metrics: readonly Metric[]): Value | undefined {
  const figure = baselineFigure(baseline, metric);
  if (figure === undefined) return undefined;
  if (figure.origin !== "derived") return toValue(figure);
  const part = (thing: string) => {
    const found = metrics.find((other) => other.thing === thing && isSameMove(other, metric));
    const stated = found && baselineFigure(baseline, found);
    return stated && toValue(stated);
  };
  const [servicemen, civilians] = [part("servicemen"), part("civilians")];
  return servicemen && civilians ? addValues(servicemen, civilians) : toValue(figure);
}

export function baselineFigure(baseline: Baseline, metric: Metric): BaselineFigure | undefined {
  return baseline.figures.find((figure) => figure.metric === metric.name);
}

/** The running total's own series: the baseline's start and frame, with an open end. */
export function totalSeries(figure: BaselineFigure): string | null {
  if (figure.basis === null || figure.basis === "unknown") return null;
  return `${figure.metric}|cumulative|${basisKey({ ...figure.basis, end: null })}`;
}

function isSameMove(a: Metric, b: Metric): boolean {
  return a.group === b.group && a.act === b.act && a.from === b.from && a.to === b.to && a.reach === b.reach;
}
