import { type Around, stemIn } from "./around.ts";

/** Words on each side of a number that are looked at. */
const REACH = 30;

/** What the words of the clause and the sentence say; they weigh in their own language alone. */
export function wordSigns(around: Around): string[] {
  return [...besideSigns(around), ...clauseSigns(around)].map((sign) => `${around.page.locale.tag} ${sign}`);
}

/** The words right before and after the number, and those that open the sentence. */
function besideSigns(around: Around): string[] {
  const { page, from, to, sentence } = around;
  const at = (index: number) => stemIn(around, index);
  const signs = [
    `1 before ${at(from - 1)}`,
    `2 before ${at(from - 2)}`,
    `3 before ${at(from - 3)}`,
    `right before ${at(from - 2)} ${at(from - 1)}`,
    `1 after ${at(to)}`,
    `2 after ${at(to + 1)}`,
    `3 after ${at(to + 2)}`,
    `right after ${at(to)} ${at(to + 1)}`,
    `opening ${at(sentence.from)}`,
    `opening ${at(sentence.from)} ${at(sentence.from + 1)}`,
  ];
  for (let index = from; index < to; index++)
    if (page.tokens[index]?.kind === "word") signs.push(`counts ${at(index)}`);
  return signs;
}

function clauseSigns(around: Around): string[] {
  const { page, from, to, segment, sentence } = around;
  const signs: string[] = [];
  const last = Math.min(sentence.to, to + REACH);
  for (let index = Math.max(sentence.from, from - REACH); index < last; index++) {
    if (index >= from && index < to) continue;
    const word = stemIn(around, index);
    const where = index < from ? "before" : "after";
    const inside = index >= segment.from && index < segment.to;
    if (!inside && page.tokens[index]?.kind === "mark") continue;
    signs.push(`${inside ? "clause" : "sentence"} ${where} ${word}`, `word ${word}`);
    const next = index + 1;
    if (inside && next < segment.to && next !== from) signs.push(`pair ${word} ${stemIn(around, next)}`);
  }
  return signs;
}
