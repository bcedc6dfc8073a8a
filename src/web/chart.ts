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

/**
 * Draws a metric's history: claims as points with their intervals, the running total as a stepped band.
 * @param colours claimant → colour, as CSS has it
 * @returns an `<svg>` element as text; undefined when there is nothing to draw
 */
export function metricChart(data: ChartData, colours: ReadonlyMap<string, string>): string | undefined {
  if (data.claims.length === 0 && data.total.length === 0) return undefined;
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const claims = data.claims.map((claim) => ({
    ...claim,
    top: claim.high ?? claim.low,
    middle: (claim.low + (claim.high ?? claim.low)) / 2,
  }));
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
    color: { domain: [...colours.keys()], range: [...colours.values()], legend: false },
    marks: [
      Plot.areaY(total, { ...band, y1: "low", y2: "top", fill: "currentColor", fillOpacity: 0.12 }),
      Plot.lineY(total, { ...edge, y: "low" }),
      Plot.lineY(total, { ...edge, y: "top" }),
      Plot.ruleX(claims, { x: "day", y1: "low", y2: "top", stroke: "claimant", strokeWidth: 3, strokeOpacity: 0.45 }),
      Plot.dot(claims, { x: "day", y: "middle", fill: "claimant", r: 4, title: "label" }),
    ],
  });
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", `${data.unit} over time. The tables below hold the same numbers.`);
  return svg.outerHTML;
}
