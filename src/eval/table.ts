import type { Score } from "./score.ts";

/** The score as lines for a terminal: the misses asked for, the counts, a row for each language and reading. */
export function scoreLines(score: Score, misses = 0): readonly string[] {
  const lines: string[] = [];
  for (const { id, missed, wrong } of score.misses.slice(0, misses))
    lines.push(id, `  missed: ${missed.join("  ;  ") || "-"}`, `  wrong:  ${wrong.join("  ;  ") || "-"}`);
  lines.push(
    `documents ${score.documents}, without a prediction ${score.absent}, ungrounded figures ${score.ungrounded}, ` +
      `distractors left silent ${score.quietDistractors}/${score.distractors}`,
    "lang  reading   precision  recall     F1   (tp/fp/fn)",
  );
  for (const [language, readings] of score.table)
    for (const [name, { precision, recall, f1, tp, fp, fn }] of readings)
      lines.push(
        `${language.padEnd(5)} ${name.padEnd(9)} ${percent(precision)}    ${percent(recall)}    ${percent(f1)}   (${tp}/${fp}/${fn})`,
      );
  return lines;
}

/** Stated confidence against measured precision, in steps of a tenth, and how much lies above a threshold. */
export function surenessLines({ sureness }: Score, thresholds: readonly number[]): readonly string[] {
  const lines = ["confidence   figures   right   precision"];
  for (let floor = 0; floor < 10; floor++) {
    const inside = sureness.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10 + 1e-9)) === floor);
    if (inside.length > 0)
      lines.push(counted(`${(floor / 10).toFixed(1)}–${((floor + 1) / 10).toFixed(1)}`, inside).line);
  }
  return [...lines, ...aboveLines(sureness, thresholds)];
}

function aboveLines(all: Score["sureness"], thresholds: readonly number[]): readonly string[] {
  const moving = all.filter(({ moves }) => moves);
  return [
    "at least     figures   right   precision   share",
    ...thresholds.flatMap((threshold) => {
      const above = (list: typeof all) => list.filter(({ confidence }) => confidence >= threshold - 1e-9);
      const share = (part: number, whole: number) => `   ${percent(part / (whole || 1))}`;
      const label = threshold.toFixed(2);
      const [every, events] = [counted(label, above(all)), counted(`${label} events`, above(moving))];
      return [every.line + share(every.count, all.length), events.line + share(events.count, moving.length)];
    }),
  ];
}

function counted(label: string, inside: Score["sureness"]): { readonly line: string; readonly count: number } {
  const right = inside.filter((one) => one.right).length;
  const numbers = `${String(inside.length).padStart(7)} ${String(right).padStart(7)}`;
  return {
    line: `${label.padEnd(12)} ${numbers}       ${percent(right / (inside.length || 1))}`,
    count: inside.length,
  };
}

function percent(share: number): string {
  return (100 * share).toFixed(1).padStart(5);
}
