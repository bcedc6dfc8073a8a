import type { CalendarDate } from "../figure/figure.ts";
import { addValues, totalValue, toValue, type Value } from "./interval.ts";
import { basisKey } from "./key.ts";
import type { Baseline, BaselineFigure, Metric } from "./metric.ts";

/** What was exchanged in some days: how often, and how much in all. */
export interface Since {
  readonly events: number;
  readonly value: Value;
}

export const nothingSince: Since = { events: 0, value: totalValue({ low: 0, high: 0 }, 0) };

/**
 * The baseline and what was exchanged after its day, as one interval.
 * @param elsewhere exchanges that are summed already
 */
export function runningTotal(
  baseline: Value,
  baselineDay: CalendarDate,
  events: readonly { readonly day: CalendarDate; readonly value: Value }[],
  elsewhere: Since = nothingSince,
): { readonly baseline: Value; readonly value: Value; readonly events: number } {
  const since = exchangedSince(baselineDay, events, elsewhere);
  return { baseline, value: since.events === 0 ? baseline : addValues(baseline, since.value), events: since.events };
}

/** How often and how much was exchanged after a day. */
export function exchangedSince(
  day: CalendarDate,
  events: readonly { readonly day: CalendarDate; readonly value: Value }[],
  elsewhere: Since = nothingSince,
): Since {
  const since = events.filter((event) => event.day > day);
  const value = since.map((event) => event.value).reduce(addValues, elsewhere.value);
  return { events: since.length + elsewhere.events, value };
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
