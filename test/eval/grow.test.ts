import { describe, expect, it } from "vitest";
import type { FactLesson } from "../../src/eval/fact-lessons.ts";
import { grow } from "../../src/eval/grow.ts";
import { Forest } from "../../src/figure/weigh/forest.ts";

const NAMES = ["near", "many", "noise"];
/** A figure where it is near or many, but not where it is both: no sum of weights tells that. */
const lessons: readonly FactLesson[] = Array.from({ length: 800 }, (_, at) => {
  const [near, many] = [at % 2, Math.floor(at / 2) % 2];
  const facts = Float32Array.from([near, many * 100, (at * 7_919) % 97]);
  const answers = [
    { answer: null, odds: 0, facts },
    { answer: "real" as const, odds: 0, facts },
  ];
  return { answers, right: near === many ? 0 : 1, weight: 1 };
});

describe("grown trees", () => {
  const forest = new Forest(grow(lessons, NAMES));

  it.each([
    [0, 0, false],
    [1, 0, true],
    [0, 100, true],
    [1, 100, false],
  ])("tell what facts mean together: near %i, many %i", (near, many, isFigure) => {
    const facts = forest.facts((tell) => {
      tell("near", near);
      tell("many", many);
      tell("noise", 50);
    });
    const odds = forest.of("real", facts);
    expect(isFigure ? odds : -odds).toBeGreaterThan(2);
  });

  it("are the same every time", () => {
    expect(grow(lessons, NAMES)).toEqual(grow(lessons, NAMES));
  });

  it("do not turn what the words around say rightly", () => {
    const sure = lessons.map((lesson) => ({
      ...lesson,
      answers: lesson.answers.map((one, at) => ({ ...one, odds: at === 0 ? 0 : lesson.right === 1 ? 6 : -6 })),
    }));
    const most = Math.max(
      ...grow(sure, NAMES).flatMap((line) =>
        (line.split("\t")[2] ?? "").split(" ").map((leaf) => Math.abs(Number(leaf))),
      ),
    );
    expect(most).toBeLessThan(100);
  });
});
