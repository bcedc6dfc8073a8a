import { type Around, stemIn } from "./around.ts";
import type { Tell } from "./sign.ts";

/** Words on each side of a number that are looked at. */
const REACH = 30;

/** What the words of the clause and the sentence say; they weigh in their own language alone. */
export function tellWords(around: Around, tell: Tell): void {
  tellBeside(around, tell);
  tellClause(around, tell);
}

/** The words right before and after the number, and those that open the sentence. */
function tellBeside(around: Around, tell: Tell): void {
  const { page, from, to, sentence } = around;
  const { tag } = page.locale;
  const at = (index: number) => stemIn(around, index);
  tell(tag, "1 before", at(from - 1));
  tell(tag, "2 before", at(from - 2));
  tell(tag, "3 before", at(from - 3));
  tell(tag, "right before", at(from - 2), at(from - 1));
  tell(tag, "1 after", at(to));
  tell(tag, "2 after", at(to + 1));
  tell(tag, "3 after", at(to + 2));
  tell(tag, "right after", at(to), at(to + 1));
  tell(tag, "opening", at(sentence.from));
  tell(tag, "opening", at(sentence.from), at(sentence.from + 1));
  for (let index = from; index < to; index++) if (page.tokens[index]?.kind === "word") tell(tag, "counts", at(index));
}

function tellClause(around: Around, tell: Tell): void {
  const { page, from, to, segment, sentence } = around;
  const { tag } = page.locale;
  const last = Math.min(sentence.to, to + REACH);
  for (let index = Math.max(sentence.from, from - REACH); index < last; index++) {
    if (index >= from && index < to) continue;
    const word = stemIn(around, index);
    const inside = index >= segment.from && index < segment.to;
    if (!inside && page.tokens[index]?.kind === "mark") continue;
    tell(tag, inside ? "clause" : "sentence", index < from ? "before" : "after", word);
    tell(tag, "word", word);
    const next = index + 1;
    if (inside && next < segment.to && next !== from) tell(tag, "pair", word, stemIn(around, next));
  }
}
