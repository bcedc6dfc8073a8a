/** Month names by their first letters, as feeds write them; the longest match decides. */
const monthNames: readonly string[] = [
  "jan янв січ oca ock",
  "feb фев лют şub sub",
  "mar мар бер",
  "apr апр кві nis",
  "may май мая трав",
  "jun июн чер haz",
  "jul июл лип tem",
  "aug авг сер ağu agu",
  "sep сен вер eyl",
  "oct окт жов eki",
  "nov ноя лис kas",
  "dec дек гру ara",
];
const months = new Map(monthNames.flatMap((names, month) => names.split(" ").map((name) => [name, month] as const)));

/** Hours east of Greenwich for zone names that feeds write out. */
const zones: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 1,
  bst: 1,
  cet: 1,
  met: 1,
  cest: 2,
  mest: 2,
  eet: 2,
  eest: 3,
  msk: 3,
  msd: 4,
  trt: 3,
  sast: 2,
  ist: 5.5,
  jst: 9,
  kst: 9,
  aest: 10,
  aedt: 11,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  et: -5,
  pt: -8,
};

/**
 * Reads a feed's date: RFC 822 and its mistakes, ISO 8601, dotted days, month names in four languages.
 * @returns undefined when it names no day; without a zone the time is taken as UTC
 */
export function parseFeedDate(written: string): Date | undefined {
  const text = written.trim().toLowerCase();
  return isoDate(text) ?? namedDate(text) ?? dottedDate(text);
}

/** Before news was on the web: a clock that was never set, or a field that was never filled, says 1970. */
const firstBelievable = Date.UTC(1995, 0, 1);

/** Whether something seen now may be of that date: not before the web, not more than a day ahead. */
export function isBelievableDate(date: Date, now: Date): boolean {
  return date.getTime() >= firstBelievable && date.getTime() <= now.getTime() + 86_400_000;
}

function isoDate(text: string): Date | undefined {
  // Some write it without the leading noughts: 2026-2-5.
  const match =
    /^([12]\d{3})-?(\d\d)?(?:-?(\d\d))?(?:t|\s+|$)/.exec(text) ??
    /^([12]\d{3})[-/.](\d{1,2})[-/.](\d{1,2})(?:t|\s+|$)/.exec(text);
  if (match === null) return undefined;
  const month = Number(match[2] ?? 1) - 1;
  return instant(Number(match[1]), month, Number(match[3] ?? 1), text.slice(match[0].length));
}

function namedDate(text: string): Date | undefined {
  const dayFirst = /(\d{1,2})(?:st|nd|rd|th)?[\s,-]+(\p{L}{3,})\.?[\s,-]+(\d{4}|\d{2})\b/u.exec(text);
  if (dayFirst !== null) return named(text, dayFirst, dayFirst[1], dayFirst[2], dayFirst[3]);
  const monthFirst = /(?<!\p{L})(\p{L}{3,20})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/u.exec(text);
  if (monthFirst !== null) return named(text, monthFirst, monthFirst[2], monthFirst[1], monthFirst[3]);
  const asctime = /(\p{L}{3})\s+(\d{1,2})\s+(\d\d:\d\d(?::\d\d)?)\s+(?:\p{L}+\s+)?(\d{4})/u.exec(text);
  const month = monthOf(asctime?.[1]);
  if (asctime === null || month === undefined) return undefined;
  return instant(Number(asctime[4]), month, Number(asctime[2]), asctime[3] ?? "");
}

function named(text: string, match: RegExpExecArray, day = "", name = "", year = ""): Date | undefined {
  const month = monthOf(name);
  if (month === undefined) return undefined;
  const short = Number(year);
  const full = year.length === 2 ? short + (short < 70 ? 2000 : 1900) : short;
  return instant(full, month, Number(day), text.slice(match.index + match[0].length));
}

function monthOf(name: string | undefined): number | undefined {
  return months.get((name ?? "").slice(0, 4)) ?? months.get((name ?? "").slice(0, 3));
}

function dottedDate(text: string): Date | undefined {
  const match = /^(\d{1,2})[./](\d{1,2})[./](\d{4})/.exec(text);
  if (match === null) return undefined;
  const [first, second] = [Number(match[1]), Number(match[2])];
  // With slashes the month may stand first; a day above twelve tells, else the day is taken to.
  const swapped = second > 12;
  const [day, month] = swapped ? [second, first] : [first, second];
  return instant(Number(match[3]), month - 1, day, text.slice(match[0].length));
}

function instant(year: number, month: number, day: number, rest: string): Date | undefined {
  if (month < 0 || month > 11 || day < 1 || day > 31) return undefined;
  const time =
    /^(\d\d)(\d\d)(\d\d)?(?=[z+\s-]|$)/.exec(rest) ??
    /(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,3}))?)?\s*([ap]m\b)?/.exec(rest);
  let hour = Number(time?.[1] ?? 0);
  if (time?.[5] === "pm" && hour < 12) hour += 12;
  if (time?.[5] === "am" && hour === 12) hour = 0;
  const millis = Number((time?.[4] ?? "0").padEnd(3, "0"));
  const zone = zoneOf(time === null ? rest : rest.slice(time.index + time[0].length));
  const at = new Date(
    Date.UTC(year, month, day, hour, Number(time?.[2] ?? 0), Number(time?.[3] ?? 0), millis) - zone * 3_600_000,
  );
  return Number.isNaN(at.getTime()) ? undefined : at;
}

/** Hours. */
function zoneOf(rest: string): number {
  const offset = /([+-])(\d{1,2}):?(\d{2})?/.exec(rest);
  if (offset !== null) {
    const hours = Number(offset[2]) + Number(offset[3] ?? 0) / 60;
    return offset[1] === "-" ? -hours : hours;
  }
  return zones[/\p{L}+/u.exec(rest)?.[0] ?? ""] ?? 0;
}
