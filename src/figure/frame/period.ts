import type { Basis, CalendarDate } from "../figure.ts";
import { addDays, yearOf } from "./calendar.ts";
import { type Dated, datesIn } from "./dates.ts";
import type { Draft } from "./draft.ts";
import { type Page, segmentAt } from "./page.ts";

/** The time that a figure speaks of. */
export interface Period {
  /** Tokens of the words; equal when the figure names no period. */
  readonly from: number;
  readonly to: number;
  readonly basis: Basis;
  readonly asOf: CalendarDate;
  /** Whether the day was named beside the figure. */
  readonly explicit: boolean;
  /** Whether it is the day that was named before, in the sentence or the paragraph. */
  readonly carried?: true;
}

const UNDATED = "1970-01-01";
/** A paragraph of more sentences has forgotten the day that it named. */
const LONGEST_PARAGRAPH = 10;

/** Finds the period in the figure's own clause, then in its sentence; the day of an event, the stretch of a total. */
export function periodOf(page: Page, draft: Draft): Period {
  const published = page.document.published ?? UNDATED;
  const at = draft.counted.quantity.from;
  const segment = segmentAt(page, at);
  const sentence = segment ? page.sentences[segment.sentence] : undefined;
  const none = { from: at, to: at, basis: null, asOf: published, explicit: false };
  if (!segment || !sentence) return none;
  if (draft.act !== "returned" || draft.scope === "planned")
    return { ...none, ...dayNear(page, segment, sentence, at) };
  if (draft.scope === "cumulative") return totalPeriod(page, segment, sentence, none);
  return { ...none, ...dayNear(page, segment, sentence, at), ...overDays(page, segment, published) };
}

/** "За два дні обміну додому повернулися 500": one event of several days up to publication, where no day is named beside it. */
function overDays(page: Page, { from, to }: Stretch, published: CalendarDate): Partial<Period> {
  const mark = page.marks.within("days", from, to)[0];
  if (!mark || datesIn(page, from, to).length > 0) return {};
  const basis = { start: addDays(published, 1 - mark.tag.days), end: published, frame: null };
  return { from: mark.from, to: mark.to, basis, asOf: published, explicit: true };
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

function dayNear(page: Page, segment: Stretch, sentence: Stretch, at: number): Partial<Period> {
  const here = datesIn(page, segment.from, segment.to).filter((one) => !isOfDeal(page, one));
  const dated = nearest(page, here, at) ?? leadIn(page, segment, sentence) ?? dayBefore(page, at);
  if (!dated) return dayOfParagraph(page, at);
  const single = dated.start === dated.end;
  return {
    from: dated.from,
    to: dated.to,
    asOf: single ? dated.start : dated.end,
    explicit: true,
    basis: single ? null : { start: dated.start, end: dated.end, frame: null },
  };
}

/** "under an agreement reached at talks last month": the day of the deal, not of what was done under it. */
function isOfDeal({ marks, locale }: Page, { from, to }: Dated): boolean {
  const tells = (act: number, thing: number, until: number) =>
    marks.within("act", act, until).length > 0 || marks.within("thing", thing, until).length > 0;
  // "23 Temmuz'da İstanbul'da varılan anlaşma": where verbs come last, what tells of the deal stands before it.
  const named = locale.writing.verbLast ? marks.cues("deal", to, to + 7)[0] : undefined;
  if (named && named.from - to >= 1 && !tells(to, to, named.from)) return true;
  const deal = marks.cues("deal", from - 7, from).at(-1);
  return deal !== undefined && from - deal.to >= 2 && !tells(deal.to + 1, deal.to, from);
}

/** Without a day of its own an act goes on on the day that its paragraph named last: "… on Thursday. Russia received 24." */
function dayOfParagraph(page: Page, at: number): Partial<Period> {
  const here = page.sentences[segmentAt(page, at)?.sentence ?? 0];
  if (!here) return {};
  for (let index = here.index - 1; index >= here.index - LONGEST_PARAGRAPH; index--) {
    const earlier = page.sentences[index];
    if (earlier?.paragraph !== here.paragraph) break;
    const last = datesIn(page, earlier.from, earlier.to).findLast(({ start, end }) => start === end);
    if (last) return { asOf: last.start, carried: true };
  }
  return {};
}

/** "On 24 August, the ministry said, 146 soldiers …": a day in a clause before that tells of no other act. */
function leadIn(page: Page, segment: Stretch, sentence: Stretch): Dated | null {
  for (let at = segment.from - 1; at >= sentence.from; ) {
    const before = segmentAt(page, at);
    if (!before || tellsOfMore(page, before)) return null;
    const dated = datesIn(page, before.from, before.to).find((one) => !isOfDeal(page, one));
    if (dated) return dated;
    const acts = page.marks.within("act", before.from, before.to);
    if (acts.some(({ tag }) => tag.voice !== "noun" && tag.does !== "swap")) return null;
    at = before.from - 1;
  }
  return null;
}

/** "The last exchange took place on 29 January. Moscow handed over 1,000": a sentence without a figure sets the day. */
function dayBefore(page: Page, at: number): Dated | null {
  const here = page.sentences[segmentAt(page, at)?.sentence ?? 0];
  const before = page.sentences[(here?.index ?? 0) - 1];
  if (!here || before?.paragraph !== here.paragraph) return null;
  const dates = datesIn(page, before.from, before.to);
  const counts = page.tokens
    .slice(before.from, before.to)
    .some(({ kind, index }) => kind === "number" && !dates.some(({ from, to }) => from <= index && index < to));
  return counts || page.marks.within("act", before.from, before.to).length === 0 ? null : (dates.at(-1) ?? null);
}

function tellsOfMore({ marks }: Page, { from, to }: Stretch): boolean {
  // "On 30 January they swapped bodies: Kyiv got 1,000": without a number the swap is what the clause after tells of.
  const acts = marks.within("act", from, to).some(({ tag }) => tag.voice !== "noun" && tag.does !== "swap");
  return acts && marks.within("thing", from, to).length > 0;
}

/** "1,200 on Friday and as many on Saturday": a conjunction between them parts a day from a number. */
function nearest({ marks }: Page, dates: readonly Dated[], at: number): Dated | null {
  const far = ({ from, to }: Dated) => Math.abs(from - at) + (to <= at && marks.hasCue("clauseAnd", to, at) ? 4 : 0);
  let best: Dated | null = null;
  for (const dated of dates) if (!best || far(dated) < far(best)) best = dated;
  return best;
}

/** The basis of a total: from its own sentence, else from the sentence before ("this year" said once for two totals). */
function totalPeriod(page: Page, segment: Stretch, sentence: Stretch & { index: number }, none: Period): Period {
  const own = basisIn(page, segment, none) ?? basisIn(page, sentence, none);
  const frame = page.marks.within("frame", sentence.from, sentence.to)[0];
  if (own) {
    const { basis } = own;
    return basis && basis !== "unknown" && frame ? { ...own, basis: { ...basis, frame: frame.tag.frame } } : own;
  }
  if (frame)
    return {
      ...none,
      from: frame.from,
      to: frame.to,
      basis: { start: frame.tag.start, end: null, frame: frame.tag.frame },
    };
  return none;
}

function basisIn(page: Page, { from, to }: Stretch, none: Period): Period | null {
  const { marks } = page;
  const year = yearOf(none.asOf);
  const since = (span: Stretch, start: CalendarDate): Period => ({
    ...none,
    from: span.from,
    to: span.to,
    basis: { start, end: null, frame: null },
  });
  const beginning = marks.within("beginning", from, to)[0];
  if (beginning) return since({ from: sinceBefore(page, beginning.from), to: beginning.to }, beginning.tag.day);
  const yearStart = marks.cues("yearBeginning", from, to)[0];
  if (yearStart) return since(yearStart, `${year}-01-01`);
  const this_ = marks.cues("thisYear", from, to)[0];
  if (this_) return wholeYear(none, this_, year);
  const last = marks.cues("lastYear", from, to)[0];
  if (last) return wholeYear(none, last, year - 1);
  for (const cue of marks.cues("since", from, to)) {
    const dated = datesIn(page, cue.from, Math.min(to, cue.to + 5))[0];
    if (dated) return since({ from: cue.from, to: dated.to }, dated.start);
  }
  for (let at = from; at < to; at++) {
    const word = page.tokens[at]?.word ?? "";
    if (/^20\d\d$/.test(word) && !marks.at("month", at - 1))
      return wholeYear(none, { from: at, to: at + 1 }, Number(word));
  }
  const month = datesIn(page, from, to).find(({ start, end }) => start !== end);
  if (month)
    return { ...none, from: month.from, to: month.to, basis: { start: month.start, end: month.end, frame: null } };
  const stretch = marks.cues("stretch", from, to)[0];
  return stretch ? { ...none, from: stretch.from, to: stretch.to, basis: "unknown" } : null;
}

function wholeYear(none: Period, span: Stretch, year: number): Period {
  return {
    ...none,
    from: span.from,
    to: span.to,
    basis: { start: `${year}-01-01`, end: `${year}-12-31`, frame: null },
  };
}

function sinceBefore(page: Page, at: number): number {
  return page.marks.cues("since", at - 4, at)[0]?.from ?? at;
}

/** The day a status holds until: "at least until the end of the year". */
export function endOfYear(published: CalendarDate): CalendarDate {
  return `${yearOf(published)}-12-31`;
}
