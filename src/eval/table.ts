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

/** Stated confidence against measured precision, in steps of a tenth. */
export function surenessLines({ sureness }: Score): readonly string[] {
  const lines = ["confidence   figures   right   precision"];
  for (let floor = 0; floor < 10; floor++) {
    const inside = sureness.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10 + 1e-9)) === floor);
    if (inside.length === 0) continue;
    const right = inside.filter((one) => one.right).length;
    const range = `${(floor / 10).toFixed(1)}–${((floor + 1) / 10).toFixed(1)}`;
    lines.push(
      `${range.padEnd(12)} ${String(inside.length).padStart(7)} ${String(right).padStart(7)}       ${percent(right / inside.length)}`,
    );
  }
  return lines;
}

function percent(share: number): string {
  return (100 * share).toFixed(1).padStart(5);
}
