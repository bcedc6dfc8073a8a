import { type ActFound, actsIn } from "./act.ts";
import type { Counted } from "./noun.ts";
import { type Page, segmentAt } from "./page.ts";

const FARTHEST = 3;
const LEAST_QUESTIONS = 2;

interface Asked {
  readonly from: number;
  readonly to: number;
  /** How many sentences back. */
  readonly back: number;
}

/** The question that a number answers: the nearest one a few sentences before. */
export function questionBefore(page: Page, counted: Counted): Asked | null {
  const here = segmentAt(page, counted.quantity.from)?.sentence ?? 0;
  for (let back = 1; back <= FARTHEST; back++) {
    const sentence = page.sentences[here - back];
    if (sentence && page.tokens[sentence.to - 1]?.text === "?") return { from: sentence.from, to: sentence.to, back };
  }
  return null;
}

/** "How many people came home? — 2,310.", "A swap is near. It concerns 1,000 people": what is asked or told before has the verb. */
export function askedAct(page: Page, counted: Counted, acts: readonly ActFound[]): ActFound | null {
  const here = page.sentences[segmentAt(page, counted.quantity.from)?.sentence ?? 0];
  const asked = questionBefore(page, counted) ?? meantBefore(page, here?.index ?? 0);
  if (asked?.back !== 1 || !here || actsIn(acts, here.from, here.to).some(({ voice }) => voice !== "noun")) return null;
  const told = actsIn(acts, asked.from, asked.to).filter(({ does }) => does !== "lose");
  return told.findLast(({ voice }) => voice !== "noun") ?? told.at(-1) ?? null;
}

function meantBefore({ sentences, marks }: Page, sentence: number): Asked | null {
  const [before, here] = [sentences[sentence - 1], sentences[sentence]];
  if (!before || before.paragraph !== here?.paragraph || !marks.hasCue("meant", here.from, here.from + 1)) return null;
  return { from: before.from, to: before.to, back: 1 };
}

/** "And the fallen? — We handed over a thousand.": what the question asks after. */
export function askedAfter(page: Page, counted: Counted): Pick<Counted, "thing" | "nationality"> | null {
  const asked = questionBefore(page, counted);
  if (!asked) return null;
  const { marks } = page;
  const named = marks.within("thing", asked.from, asked.to).at(-1);
  const whose = marks.within("adjective", asked.from, asked.to).at(-1)?.tag.side ?? null;
  const nationality = whose ?? (marks.hasCue("our", asked.from, asked.to) ? "our" : null);
  const thing = named?.tag.thing ?? (nationality === null ? null : "persons");
  return thing === null ? null : { thing, nationality };
}

/** An answer that is the number itself: "— 2,310: …", "Forty." */
export function isAnswer(page: Page, counted: Counted): boolean {
  const here = page.sentences[segmentAt(page, counted.quantity.from)?.sentence ?? 0];
  return here !== undefined && counted.from - here.from <= 2 && questionBefore(page, counted)?.back === 1;
}

/** Whether a text is an interview: lines that ask. */
export function isInterview({ tokens, sentences }: Page): boolean {
  const asking = sentences.filter(({ from, to }) => (tokens[from]?.breaks ?? 0) > 0 && tokens[to - 1]?.text === "?");
  return asking.length >= LEAST_QUESTIONS;
}
