import { describe, expect, it } from "vitest";
import { crossValidated, fitWeights, type Judged } from "../../src/eval/weights.ts";

/** So many figures of as many documents, of which so many are right. */
function figures(count: number, right: number, doubts: readonly string[]): Judged[] {
  return Array.from({ length: count }, (_, at) => ({
    document: `${doubts.join()}${at}`,
    doubts,
    right: at < right,
    moves: true,
  }));
}

describe("the weights of doubts", () => {
  it("are the log-odds that the figures with them are right less often", () => {
    const { sure, taken } = fitWeights([...figures(4000, 3800, []), ...figures(2000, 1000, ["no noun"])]);
    expect(sure).toBeCloseTo(Math.log(19), 1);
    expect(taken.get("no noun")).toBeCloseTo(Math.log(19), 1);
  });

  it("add up where doubts come together", () => {
    const told = [...figures(4000, 3800, []), ...figures(2000, 1600, ["a"]), ...figures(2000, 1600, ["b"])];
    const { sure, taken } = fitWeights([...told, ...figures(2000, 1020, ["a", "b"])]);
    const both = sure - (taken.get("a") ?? 0) - (taken.get("b") ?? 0);
    expect(1 / (1 + Math.exp(-both))).toBeCloseTo(0.5, 1);
  });

  it("leave out what comes with figures that are right more often", () => {
    const { taken } = fitWeights([...figures(1000, 800, []), ...figures(1000, 990, ["odd"])]);
    expect(taken.has("odd")).toBe(false);
  });

  it("that a figure is measured by come from other documents", () => {
    const lone: Judged[] = figures(40, 0, ["lone"]).map((one) => ({ ...one, document: "lone" }));
    const measured = crossValidated([...figures(2000, 1900, []), ...lone]);
    expect(measured).toHaveLength(2040);
    for (const { document, confidence } of measured) if (document === "lone") expect(confidence).toBeCloseTo(0.95, 1);
  });
});
