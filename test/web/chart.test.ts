import { describe, expect, it } from "vitest";
import { metricChart } from "../../src/web/chart.ts";

const colours = new Map([
  ["RU", "var(--side-0)"],
  ["AR", "var(--side-1)"],
]);

describe("metricChart", () => {
  it("draws each claim with its label and the running total as a band", () => {
    const svg = metricChart(
      {
        unit: "bodies",
        claims: [{ day: new Date("2026-01-29"), low: 1000, high: 1000, claimant: "RU", label: "1,000 <RU>" }],
        total: [
          { day: new Date("2025-12-30"), low: 11500, high: 12500 },
          { day: new Date("2026-01-29"), low: 12500, high: 13500 },
        ],
      },
      colours,
    );
    expect(svg).toMatch(/^<svg/);
    expect(svg).toContain("<title>1,000 &lt;RU&gt;</title>");
    expect(svg?.match(/<circle/g)).toHaveLength(1);
  });

  it("draws each claimant of a story in its own colour", () => {
    const claim = { day: new Date("2026-01-29"), low: 80, high: 80, label: "80" };
    const claims = [...colours.keys()].map((claimant) => ({ ...claim, claimant }));
    const svg = metricChart({ unit: "people", claims, total: [] }, colours);
    expect(svg?.match(/<circle/g)).toHaveLength(2);
    for (const colour of colours.values()) expect(svg).toContain(`fill="${colour}"`);
  });

  it("draws nothing when nothing is known", () => {
    expect(metricChart({ unit: "bodies", claims: [], total: [] }, colours)).toBeUndefined();
  });
});
