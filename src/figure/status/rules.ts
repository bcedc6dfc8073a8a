import { datesIn } from "../frame/dates.ts";
import type { Page } from "../frame/page.ts";
import type { Mark } from "../lexicon/mark.ts";
import type { Sentence } from "../text/sentence.ts";

const WITHIN = 12;
/** Words that deny a state stand so near to one that tells it. */
const NOT_NEAR = 5;
/** "2 June 2025 talks" */
const DAY_BEFORE = 4;

/** A state that a sentence tells, with the tokens of the words that tell it. */
export interface Told {
  readonly subject: string;
  readonly state: string;
  readonly from: number;
  readonly to: number;
}

/** The rules of which a text has a word of each list. */
export function rulesFor({ locale, marks }: Page): readonly number[] {
  return locale.statuses.flatMap(({ all }, rule) =>
    all.every((_, list) => marks.hasStatusWords(rule, list)) ? [rule] : [],
  );
}

/** What the rules find in a sentence: each where every list of its words has one near enough to the others. */
export function foundIn(page: Page, sentence: Sentence, rules: readonly number[]): readonly Told[] {
  return rules.flatMap((rule) => {
    const hits = hitsOf(page, rule, sentence);
    const { subject, state } = page.locale.statuses[rule] ?? {};
    if (!hits || subject === undefined || state === undefined) return [];
    const [from, to] = [Math.min(...hits.map((hit) => hit.from)), Math.max(...hits.map((hit) => hit.to))];
    return [{ subject, state, from, to }];
  });
}

/** One word of each list, as near together as the rule asks; null where one is missing. */
function hitsOf(page: Page, rule: number, sentence: Sentence): readonly Mark[] | null {
  const words = page.locale.statuses[rule];
  if (!words) return null;
  const { marks } = page;
  const firsts = marks.statusWords(rule, 0, sentence.from, sentence.to);
  if (firsts.length === 0) return null;
  const within = words.within ?? WITHIN;
  const nots = marks.statusWords(rule, -1, sentence.from, sentence.to);
  for (const first of firsts) {
    const hits: Mark[] = [first];
    for (let list = 1; list < words.all.length; list++) {
      const near = nearest(marks.statusWords(rule, list, sentence.from, sentence.to), first, within);
      if (near) hits.push(near);
    }
    if (hits.length < words.all.length || nots.some((not) => hits.some((hit) => gap(not, hit) <= NOT_NEAR))) continue;
    if (!words.dated || isPastDayNear(page, sentence, first, within)) return hits;
  }
  return null;
}

/** "At the June 2 talks", "at talks in Istanbul on June 2": a single day, not after publication, and nobody speaks or acts in between. */
function isPastDayNear(page: Page, sentence: Sentence, first: Mark, within: number): boolean {
  const { marks, document, locale } = page;
  // Where verbs come last, a day stands before all that it tells of.
  const before = locale.writing.verbLast ? within : DAY_BEFORE;
  const from = Math.max(sentence.from, first.from - before);
  const to = Math.min(sentence.to, first.to + within);
  return datesIn(page, from, to).some((day) => {
    if (day.start !== day.end || (document.published !== null && day.start > document.published)) return false;
    // "16 May talks", "16 мая на переговорах"
    const led = marks.at("role", day.to)?.to ?? day.to;
    if (day.from < first.from && !locale.writing.verbLast) return first.from === day.to || first.from === led;
    const [left, right] = day.from < first.from ? [day.to, first.from] : [first.to, day.from];
    return marks.cues("speech", left, right).length + marks.within("act", left, right).length === 0;
  });
}

function nearest(marks: readonly Mark[], to: Mark, within: number): Mark | null {
  let best: Mark | null = null;
  for (const mark of marks)
    if (gap(mark, to) <= within && (best === null || gap(mark, to) < gap(best, to))) best = mark;
  return best;
}

function gap(a: Mark, b: Mark): number {
  return Math.max(0, a.from >= b.to ? a.from - b.to : b.from - a.to);
}
