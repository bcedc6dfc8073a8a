import type { Dossier } from "../dossier/dossier.ts";
import { RecountError } from "../runtime/errors.ts";
import { visible } from "../runtime/visible.ts";

/** Whether the dossier has a metric of that name now. */
export function isMetric({ metrics }: Dossier, name: string): boolean {
  return metrics.some((metric) => metric.name === name);
}

export function metricUnknown({ metrics }: Dossier, name: string): RecountError {
  const names = metrics.map((metric) => metric.name).join(", ");
  return new RecountError(
    "METRIC_UNKNOWN",
    "never",
    `no metric is called "${visible(name)}"`,
    `The metrics: ${names}.`,
  );
}
