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

export function partOf(metric: Metric): PeoplePart | undefined {
  return peopleParts.find((part) => part === metric.thing);
}
