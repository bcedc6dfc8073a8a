import type { Mark } from "../lexicon/mark.ts";
import type { Counted } from "./noun.ts";
import { type Page, segmentAt } from "./page.ts";

/**
 * "The agreed exchange", "the deal struck and agreed in March", "as agreed": a participle beside the name of a swap or
 * deal tells its terms, not whether it was done.
 */
export function tellsTerms({ marks, tokens, locale }: Page, { from, to }: Mark): boolean {
  const word = tokens[to - 1]?.word ?? "";
  const endings = locale.writing.participle;
  if (!endings?.some((ending) => word.endsWith(ending))) return false;
  const before = tokens[from - 1]?.kind === "mark" ? from - 2 : from - 1;
  if (marks.cueAt("article", from - 1) || marks.at("between", from - 1)) return true;
  // "the swap of a thousand for a thousand agreed in May"
  const swap = marks.within("act", before - PAIR_REACH, before).findLast(({ tag }) => tag.voice === "noun");
  if (swap && marks.hasCue("against", swap.to, before)) return true;
  const counted = marks.at("thing", before) ?? marks.cueAt("each", before);
  if (counted || tokens[before]?.kind === "number") return true;
  return marks.cueAt("deal", before) !== null || marks.at("act", before)?.tag.voice === "noun";
}

/** Tokens of "a thousand soldiers for a thousand". */
const PAIR_REACH = 8;

/** Whether the sentence says that what is named in it was carried out. */
export function isCarriedOut(page: Page, at: number): boolean {
  const sentence = page.sentences[segmentAt(page, at)?.sentence ?? 0];
  return sentence !== undefined && saysDone(page, sentence.from, sentence.to);
}

/** "is complete", but not "must be completed" or "is not completed" */
export function saysDone({ marks }: Page, from: number, to: number): boolean {
  return marks.cues("done", from, to).some((cue) => {
    const undone = marks.cueAt("not", cue.from) ?? marks.cueAt("not", cue.from - 1);
    return !undone && !marks.hasCue("planned", Math.max(from, cue.from - 3), cue.from);
  });
}

/** Whether the rest of a sentence tells that something was carried out, not that it was not: "… was never completed". */
export function isDoneAfter(page: Page, from: number): boolean {
  const end = page.sentences[segmentAt(page, Math.max(0, from - 1))?.sentence ?? 0]?.to ?? from;
  return saysDone(page, from, end);
}

/** "A list of 640 prisoners", "640 esirin yer aldığı liste" */
export function listAt(
  { marks, locale }: Page,
  { from, to }: Counted,
  clause: { readonly to: number },
): Mark | undefined {
  if (locale.writing.verbLast) return marks.cues("lists", to, Math.min(clause.to, to + 5))[0];
  const list = marks.cues("lists", from - 4, from).at(-1);
  // "A list of those freed: five civilians"
  const freed =
    list && marks.within("act", list.to, from).some(({ tag }) => tag.does === "free" && tag.voice === "passive");
  return freed ? undefined : list;
}
