import type { CalendarDate, Status } from "../figure.ts";
import { datesIn } from "../frame/dates.ts";
import type { Page } from "../frame/page.ts";
import { endOfYear } from "../frame/period.ts";
import type { Speech } from "../frame/speech.ts";
import type { Mark } from "../lexicon/mark.ts";
import { span } from "../refine/figures.ts";
import type { Sentence } from "../text/sentence.ts";

const WITHIN = 12;
/** Words that deny a state stand so near to one that tells it. */
const NOT_NEAR = 5;
/** "2 June 2025 talks" */
const DAY_BEFORE = 4;

/** Claims about the state of talks, proposals, notices …: where each list of a rule has a word near enough to the others. */
export function statusesOf(page: Page, speech: Speech): readonly Status[] {
  const found: Status[] = [];
  for (const [rule, words] of page.locale.statuses.entries()) {
    if (!words.all.every((_, list) => page.marks.hasStatusWords(rule, list))) continue;
    for (const sentence of page.sentences) {
      const hits = hitsOf(page, rule, sentence);
      if (!hits) continue;
      tell(found, statusAt(page, speech, sentence, hits, words));
    }
  }
  return found.toSorted((a, b) => a.evidence.start - b.evidence.start);
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

function statusAt(
  page: Page,
  speech: Speech,
  sentence: Sentence,
  hits: readonly Mark[],
  { subject, state }: { readonly subject: string; readonly state: string },
): Status {
  const from = Math.min(...hits.map((hit) => hit.from));
  const to = Math.max(...hits.map((hit) => hit.to));
  const speaker = speech.speakerAt(from);
  const { start, end } = span(page, from, to);
  return {
    subject,
    state,
    until: untilIn(page, sentence),
    asOf: asOf(page, sentence, state),
    speaker: speaker?.name ?? null,
    speakerSide: speaker?.side ?? null,
    evidence: { start, end, quote: page.document.text.slice(start, end), cues: [] },
    trace: [`status: ${subject} ${state}`],
    confidence: 0.8,
  };
}

/** A meeting is of its own day; a state is of the day of the report. */
function asOf(page: Page, sentence: Sentence, state: string): CalendarDate {
  const dated = state === "held" ? datesIn(page, sentence.from, sentence.to)[0] : undefined;
  return dated?.start ?? page.document.published ?? "1970-01-01";
}

function untilIn(page: Page, sentence: Sentence): CalendarDate | null {
  const { marks, document } = page;
  if (document.published !== null && marks.hasCue("untilYearEnd", sentence.from, sentence.to))
    return endOfYear(document.published);
  const until = marks.cues("until", sentence.from, sentence.to)[0];
  return until ? (datesIn(page, until.to, Math.min(sentence.to, until.to + 5))[0]?.end ?? null) : null;
}

/** A state told again adds nothing, unless it says more: until when, or who says so. */
function tell(found: Status[], status: Status): void {
  const place = found.findIndex((known) => isSame(known, status));
  const known = found[place];
  if (known === undefined) found.push(status);
  else if (saysMore(status, known)) found[place] = status;
}

/** Two rounds of talks on two days are two; a state until one day is not that until another. */
function isSame(one: Status, other: Status): boolean {
  if (one.subject !== other.subject || one.state !== other.state) return false;
  if (one.until !== null && other.until !== null && one.until !== other.until) return false;
  return one.state !== "held" || one.asOf === other.asOf;
}

function saysMore(one: Status, other: Status): boolean {
  if ((one.until === null) !== (other.until === null)) return one.until !== null;
  return one.speakerSide !== null && other.speakerSide === null;
}

/** The code of the labelled documents where they have one, else SUBJECT_STATE. */
export function statusCode({ subject, state }: Pick<Status, "subject" | "state">): string {
  const code = `${subject}_${state}`;
  return LABELLED.has(code) ? code : code.toUpperCase();
}

const LABELLED = new Set([
  "talks_suspended",
  "talks_resumed",
  "talks_planned",
  "talks_held",
  "proposal_unanswered",
  "exchange_suspended",
]);
