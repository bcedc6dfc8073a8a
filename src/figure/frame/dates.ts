import type { CalendarDate } from "../figure.ts";
import type { NamedSpan } from "../locale/locale.ts";
import { beginningIn } from "../text/places.ts";
import { addDays, dateFrom, lastOfMonth, weekdayOf, weekStart, yearOf } from "./calendar.ts";
import type { Page } from "./page.ts";

/** "1.1.2025" */
const SHORTEST_DATE = 8;

/** A day or a month named in the text. */
export interface Dated {
  readonly from: number;
  readonly to: number;
  readonly start: CalendarDate;
  readonly end: CalendarDate;
}

/** The days and months named in a stretch, in order of place; relative ones are counted from publication. */
export function datesIn(page: Page, from: number, to: number): readonly Dated[] {
  return beginningIn(datesOf(page), from, to).map(({ date }) => date);
}

/** A date with the token of the word or number that names it; a day before a month's name is told by the month. */
interface NamedAt {
  readonly from: number;
  readonly date: Dated;
}

const known = new WeakMap<Page, readonly NamedAt[]>();

/** All of a text, worked out once. */
function datesOf(page: Page): readonly NamedAt[] {
  const all =
    known.get(page) ??
    [...namedMonths(page), ...relativeDays(page), ...plainDates(page), ...spansOf(page)].toSorted(
      (a, b) => a.from - b.from,
    );
  known.set(page, all);
  return all;
}

function namedMonths(page: Page): NamedAt[] {
  const { tokens, marks, document } = page;
  const dates: NamedAt[] = [];
  for (const mark of marks.all("month")) {
    if (isModal(page, mark.from)) continue;
    const after = tokens[mark.to]?.text === "." ? mark.to + 1 : mark.to;
    const before = smallNumber(page, mark.from - 1);
    const following = page.locale.time.monthFirst ? smallNumber(page, after) : null;
    const day = before ?? following;
    const dayFrom = before === null ? mark.from : mark.from - 1;
    const dayTo = before === null && following !== null ? after + 1 : mark.to;
    const year = yearAt(page, dayTo) ?? yearFor(mark.tag.month, day, document.published);
    if (year === null) continue;
    const start = dateFrom(year, mark.tag.month, day ?? 1);
    if (start === null) continue;
    const end = day === null ? lastOfMonth(year, mark.tag.month) : start;
    dates.push({ from: mark.from, date: { from: dayFrom, to: dayTo, start, end } });
  }
  return dates;
}

/** "May" and "march" are words too: a month in small letters without a day beside it is none where the language has capitals for it. */
function isModal(page: Page, at: number): boolean {
  const token = page.tokens[at];
  if (!token || !page.locale.time.monthFirst) return false;
  return token.text.charAt(0) === token.text.charAt(0).toLowerCase();
}

function smallNumber(page: Page, at: number): number | null {
  const word = page.tokens[at]?.word ?? "";
  return /^\d{1,2}$/.test(word) && Number(word) >= 1 && Number(word) <= 31 ? Number(word) : null;
}

function yearAt(page: Page, at: number): number | null {
  const comma = page.tokens[at]?.text === "," ? 1 : 0;
  const word = page.tokens[at + comma]?.word ?? "";
  return /^20\d\d$/.test(word) ? Number(word) : null;
}

/** Without a year: the last such day on or before publication, a week ahead allowed for what is announced. */
function yearFor(month: number, day: number | null, published: CalendarDate | null): number | null {
  if (published === null) return null;
  const year = yearOf(published);
  const date = dateFrom(year, month, day ?? 1);
  return date !== null && date > addDays(published, 60) ? year - 1 : year;
}

function relativeDays(page: Page): NamedAt[] {
  const { published } = page.document;
  if (published === null) return [];
  const days = page.marks.all("day").map((mark) => {
    const date = addDays(published, mark.tag.offset);
    return { from: mark.from, date: { from: mark.from, to: mark.to, start: date, end: date } };
  });
  const weekdays = page.marks.all("weekday").map((mark) => {
    const back = (weekdayOf(published) - mark.tag.weekday + 7) % 7;
    const date = addDays(published, -back);
    return { from: mark.from, date: { from: mark.from, to: mark.to, start: date, end: date } };
  });
  return [...days, ...weekdays];
}

/** "24.08.2025", "2025-08-24". */
function plainDates(page: Page): NamedAt[] {
  const dates: NamedAt[] = [];
  for (const [at, token] of page.tokens.entries()) {
    if (token.kind !== "number" || token.word.length < SHORTEST_DATE) continue;
    const dotted = /^(\d{1,2})\.(\d{1,2})\.(20\d\d)$/.exec(token.word);
    if (!dotted) continue;
    const date = dateFrom(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]));
    if (date) dates.push({ from: at, date: { from: at, to: at + 1, start: date, end: date } });
  }
  return dates;
}

/** "1,200 on Friday", "1,200 bodies on 13 June": a day stands right after. */
export function isOnDay({ marks, tokens }: Page, to: number): boolean {
  const stop = tokens.slice(to, to + 3).findIndex(({ text, breaks }) => text === "." || breaks > 0);
  const until = stop < 0 ? to + 3 : to + stop;
  return (["day", "weekday", "month"] as const).some((kind) => marks.within(kind, to, until).length > 0);
}

/** "Last week", "in the summer": the days that they mean, up to publication. */
function spansOf(page: Page): NamedAt[] {
  const { published } = page.document;
  if (published === null) return [];
  return page.marks.all("span").map((mark) => {
    const { start, end } = daysOf(mark.tag.span, published);
    const [last = end] = [end, published].sort();
    return { from: mark.from, date: { from: mark.from, to: mark.to, start, end: last } };
  });
}

/** First month of the seasons, of which each has three. */
const seasons = { spring: 3, summer: 6, autumn: 9, winter: 12 } as const;

function daysOf(span: NamedSpan, published: CalendarDate): Pick<Dated, "start" | "end"> {
  const monday = weekStart(published);
  if (span === "this_week") return { start: monday, end: published };
  if (span === "last_week") return { start: addDays(monday, -7), end: addDays(monday, -1) };
  if (span === "last_month") {
    const end = addDays(`${published.slice(0, 7)}-01`, -1);
    return { start: `${end.slice(0, 7)}-01`, end };
  }
  const first = seasons[span];
  const month = String(first).padStart(2, "0");
  const thisYear = yearOf(published);
  const year = `${thisYear}-${month}-01` > published ? thisYear - 1 : thisYear;
  const [lastYear, last] = first === 12 ? [year + 1, 2] : [year, first + 2];
  return { start: `${year}-${month}-01`, end: lastOfMonth(lastYear, last) };
}
