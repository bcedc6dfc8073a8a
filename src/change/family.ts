import type { Metric } from "./metric.ts";

/** What a count of people may count; persons = servicemen + civilians. */
export const peopleParts = ["persons", "servicemen", "civilians"] as const;
export type PeoplePart = (typeof peopleParts)[number];

/** The metrics of people that move together; a metric of anything else stands alone. */
export function familyOf(metric: Metric, metrics: readonly Metric[]): Metric[] {
  if (partOf(metric) === undefined) return [metric];
  return metrics.filter(
    (other) =>
      partOf(other) !== undefined &&
      other.group === metric.group &&
      other.act === metric.act &&
      other.from === metric.from &&
      other.to === metric.to &&
      other.reach === metric.reach,
  );
}

/** The metrics of named parts ("residents of the Kursk region") of what the family counts. */
export function groupsOf(family: readonly Metric[], metrics: readonly Metric[]): Metric[] {
  return metrics.filter((metric) => metric.group !== null && family.some((whole) => isWhole(whole, metric)));
}

/** The families that a metric's claims move: its own, and of a named part that of the whole. */
export function familiesOf(metric: Metric, metrics: readonly Metric[]): Metric[][] {
  const wholes = metrics.filter((other) => metric.group !== null && isWhole(other, metric));
  return [metric, ...wholes].map((one) => familyOf(one, metrics));
}

/** Whether the metric is a named part of what the other counts. */
function isWhole(whole: Metric, group: Metric): boolean {
  const isSameMove = whole.act === group.act && whole.from === group.from && whole.to === group.to;
  return whole.group === null && whole.thing === group.thing && whole.reach === group.reach && isSameMove;
}

export function partOf(metric: Metric): PeoplePart | undefined {
  return peopleParts.find((part) => part === metric.thing);
}
