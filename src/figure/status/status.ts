import type { CalendarDate, Status } from "../figure.ts";
import { datesIn } from "../frame/dates.ts";
import type { Page } from "../frame/page.ts";
import { endOfYear } from "../frame/period.ts";
import type { Speech } from "../frame/speech.ts";
import { span } from "../refine/figures.ts";
import type { Sentence } from "../text/sentence.ts";
import type { StateJudge, Weighed } from "./judge.ts";
import { foundIn, rulesFor } from "./rules.ts";

/** Claims about the state of talks, proposals, notices …, as the rules find them and the words around weigh. */
export function statusesOf(page: Page, speech: Speech, judge: StateJudge): readonly Status[] {
  const found: Status[] = [];
  const rules = rulesFor(page);
  for (const sentence of page.sentences)
    for (const told of judge(page, sentence, foundIn(page, sentence, rules)))
      tell(found, statusAt(page, speech, sentence, told));
  return found.toSorted((a, b) => a.evidence.start - b.evidence.start);
}

function statusAt(page: Page, speech: Speech, sentence: Sentence, told: Weighed): Status {
  const { subject, state, from, to, confidence, trace } = told;
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
    trace,
    confidence,
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

/** A state told again adds nothing, unless it says more: until when, or who says so. The surest telling tells how sure it is. */
function tell(found: Status[], status: Status): void {
  const place = found.findIndex((known) => isSame(known, status));
  const known = found[place];
  if (known === undefined) found.push(status);
  else {
    const surer = status.confidence > known.confidence ? status : known;
    const fuller = saysMore(status, known) ? status : saysMore(known, status) ? known : surer;
    found[place] = { ...fuller, confidence: surer.confidence, trace: surer.trace };
  }
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
