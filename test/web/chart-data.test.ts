import { describe, expect, it } from "vitest";
import { loadDossier } from "../../src/dossier/load.ts";
import type { EventRow } from "../../src/store/dashboard.ts";
import { chartData } from "../../src/web/chart-data.ts";

const dossier = loadDossier("istanbul");
const event: EventRow = {
  ...{ event_id: 1, day: "2026-02-05", last_day: "2026-02-05", printed: "150 to 157", low: 150, high: 157 },
  ...{ voices: 1, reports: 1, disputed: false, figures: [] },
};
const days = (metric: string, events: readonly EventRow[]) => {
  const found = dossier.metrics.find(({ name }) => name === metric);
  if (found === undefined) throw new Error(`no metric ${metric}`);
  return chartData(dossier, found, [], events, "2026-03-01").total.map(({ day, low, high }) => [
    day.toISOString().slice(0, 10),
    low,
    high,
  ]);
};

describe("chartData", () => {
  it("carries the baseline's interval on by each event, until today", () => {
    expect(days("servicemen_to_ukraine", [event])).toEqual([
      ["2025-12-30", 2350, 2450],
      ["2026-02-05", 2500, 2607],
      ["2026-03-01", 2500, 2607],
    ]);
  });

  it("begins a derived count with the sum of what it follows from", () => {
    expect(days("persons_to_ukraine", [])[0]).toEqual(["2025-12-30", 2515, 2625]);
  });

  it("draws no total of what has none", () => {
    expect(days("kursk_residents_held", [])).toEqual([]);
  });
});
