import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";

/** One claim on a metric: an interval on a day, by a claimant. `high` null: open above. */
export interface ClaimPoint {
  readonly day: Date;
  readonly low: number;
  readonly high: number | null;
  readonly claimant: string;
  /** Shown on hover. */
  readonly label: string;
}

/** The running total from a day on, as an interval. */
export interface TotalStep {
  readonly day: Date;
  readonly low: number;
  readonly high: number | null;
}

export interface ChartData {
  readonly unit: string;
  readonly claims: readonly ClaimPoint[];
  readonly total: readonly TotalStep[];
}

const colours = { domain: ["RU", "UA", "other", "unattributed"], range: ["#b23a48", "#2766a8", "#3d8a5f", "#7a7a7a"] };

/**
 * Draws a metric's history: claims as points with their intervals, the running total as a stepped band.
 * @returns an `<svg>` element as text; undefined when there is nothing to draw
 */
export function metricChart(data: ChartData): string | undefined {
  if (data.claims.length === 0 && data.total.length === 0) return undefined;
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const claims = data.claims.map((claim) => ({ ...claim, top: claim.high ?? claim.low }));
  const total = data.total.map((step) => ({ ...step, top: step.high ?? step.low }));
  const band = { x: "day", curve: "step-after" } as const;
  const edge = { ...band, stroke: "currentColor", strokeOpacity: 0.35 } as const;
  const svg = Plot.plot({
    document,
    width: 860,
    height: 320,
    marginLeft: 64,
    x: { type: "utc", label: null },
    y: { label: data.unit, grid: true, zero: true, tickFormat: (value: number) => value.toLocaleString("en") },
    color: { ...colours, legend: false },
    marks: [
      Plot.areaY(total, { ...band, y1: "low", y2: "top", fill: "currentColor", fillOpacity: 0.12 }),
      Plot.lineY(total, { ...edge, y: "low" }),
      Plot.lineY(total, { ...edge, y: "top" }),
      Plot.ruleX(claims, { x: "day", y1: "low", y2: "top", stroke: "claimant", strokeWidth: 3, strokeOpacity: 0.45 }),
      Plot.dot(claims, { x: "day", y: "low", fill: "claimant", r: 4, title: "label" }),
    ],
  });
  svg.setAttribute("role", "img");
  return svg.outerHTML;
}
