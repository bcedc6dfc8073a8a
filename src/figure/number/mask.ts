import type { Marks } from "../lexicon/marks.ts";
import type { Locale } from "../locale/locale.ts";
import type { Token } from "../text/token.ts";
import type { Numeral } from "./numeral.ts";

const MONEY_BEFORE = new Set(["$", "€", "£", "₽", "₴", "¥", "₺"]);
const UNIT_AFTER = new Set(["%", "‰", "°", "$", "€", "£", "₽", "₴", "₺"]);

/** Why a number is no amount of people or bodies, as far as its nearest neighbours tell; null when it may be one. */
export function maskOf(numeral: Numeral, tokens: readonly Token[], marks: Marks, locale: Locale): string | null {
  const { from, to, value } = numeral;
  const before = tokens[from - 1];
  const first = tokens[from];
  const after = tokens[to];
  if (numeral.ordinal || marks.cueAt("ordinal", to)?.from === to) return "ordinal";
  if (before && isGlued(first) && (MONEY_BEFORE.has(before.text) || /^[#№+/&@]$/.test(before.text)))
    return "money or sign";
  if (after?.tight && UNIT_AFTER.has(after.text)) return "per cent or money";
  if (after?.tight && after.text === "/" && tokens[to + 1]?.kind === "number") return "fraction or date";
  if (after?.text === ")" && after.tight && (first?.breaks ?? 0) > 0) return "number of an item";
  if (locale.numbers.ordinalStop && !numeral.spelled && isStopped(to, tokens, (first?.breaks ?? 0) > 0))
    return "ordinal";
  const each = marks.cueAt("each", from);
  if (each && each.from <= from && each.to > to) return "for each side";
  if (value === null) return "time, date or fraction";
  if (first?.hyphen && before?.kind === "word" && isName(before)) return "name";
  if (isAgeOfName(numeral, tokens, marks, locale)) return "unit or age";
  if (isInDate(from, to, tokens)) return "date";
  if ((marks.cueAt("idiom", from)?.to ?? 0) >= to) return "idiom";
  if (marks.cueAt("vague", from - 1) || isVagueWord(numeral, marks)) return "vague";
  // "yüz | binlerce": the words of the number open a longer vague one.
  if ((marks.cueAt("vague", from)?.to ?? to) > to) return "vague";
  if (isDay(numeral, tokens, marks, locale)) return "date";
  if (isYear(numeral, tokens, marks)) return "year";
  if (marks.cueAt("maskAfter", to)?.from === to || isHanging(to, tokens, marks)) return "unit or age";
  return beforeMask(from, tokens, marks);
}

/** "24- or 48-hour": what the second measures, the first does too. */
function isHanging(at: number, tokens: readonly Token[], marks: Marks): boolean {
  const [hyphen, word, number] = tokens.slice(at, at + 3);
  if (hyphen?.text !== "-" || !hyphen.tight || word?.kind !== "word" || number?.kind !== "number") return false;
  return marks.cueAt("maskAfter", at + 3)?.from === at + 3;
}

/** "58. takas": a full stop with a small letter after it, or after the first word of a line. */
function isStopped(at: number, tokens: readonly Token[], opensLine: boolean): boolean {
  const [stop, next] = tokens.slice(at, at + 2);
  if (stop?.text !== "." || !stop.tight || next?.kind !== "word" || next.breaks > 0) return false;
  return opensLine || next.text.charAt(0) === next.text.charAt(0).toLowerCase();
}

/** "Dozens came home", "tens of thousands"; but "about a thousand", "the bodies of a thousand" where one form says both. */
function isVagueWord({ from, to }: Numeral, marks: Marks): boolean {
  for (let at = from; at < to; at++) if (marks.cueAt("vague", at)?.from !== at) return false;
  const told = marks.cueAt("added", from - 1) ? null : marks.at("between", from - 1);
  const led =
    marks.at("thing", from - 1) ??
    told ??
    marks.cueAt("against", from - 1) ??
    marks.within("role", from - 1, from).find((mark) => mark.to === from) ??
    marks.within("act", from - 2, from).find(({ tag }) => tag.voice === "noun");
  return !led && marks.within("qualifier", from - 3, from).length === 0 && !marks.cueAt("eachBefore", from - 1);
}

/** "No. 4", "aged about 25": the word that names what the number is stands right before it. */
function beforeMask(from: number, tokens: readonly Token[], marks: Marks): string | null {
  if (tokens[from - 1]?.text === "." && tokens[from - 1]?.tight && marks.cueAt("maskBeforeStop", from - 2))
    return "number of a thing";
  const mark = marks.cues("maskBefore", from - 4, from).at(-1);
  if (!mark) return null;
  for (let at = mark.to; at < from; at++) {
    const token = tokens[at];
    const stop = token?.text === "." && (tokens[at - 1]?.text.length ?? 9) <= 4;
    const skipped = stop || marks.at("qualifier", at) !== null || marks.at("between", at) !== null;
    if (!skipped) return null;
  }
  return "number of a thing, or age";
}

/** "16 May", "May 16, June 2", "16, 17 and 18 May", "Feb. 17-18". */
function isDay({ from, to, value, spelled }: Numeral, tokens: readonly Token[], marks: Marks, locale: Locale): boolean {
  if (value === null || value > 31 || spelled) return false;
  if (marks.at("month", to)?.from === to) return true;
  if (locale.time.dayEndings?.includes(tokens[to - 1]?.suffix ?? "")) return true;
  const previous = tokens[from - 1];
  const monthAt = previous?.text === "." ? from - 2 : from - 1;
  if (locale.time.monthFirst && marks.at("month", monthAt) && !isDayNumber(tokens[monthAt - 1])) return true;
  if (isDayOfWeekday(from, to, tokens, marks)) return true;
  return leadsToMonth(to, tokens, marks, value) || (locale.time.monthFirst && followsDay(from, tokens, marks));
}

/** "7 August | 22 more": the month has its day. */
function isDayNumber(token: Token | undefined): boolean {
  return token?.kind === "number" && /^\d{1,2}$/.test(token.word) && Number(token.word) <= 31;
}

/** "on Saturday (24)" */
function isDayOfWeekday(from: number, to: number, tokens: readonly Token[], marks: Marks): boolean {
  return tokens[from - 1]?.text === "(" && tokens[to]?.text === ")" && marks.at("weekday", from - 2) !== null;
}

/** Only small numbers and what joins them stand between here and a month: "16, 17 and 18 May". */
function leadsToMonth(from: number, tokens: readonly Token[], marks: Marks, first: number): boolean {
  let small = false;
  let last = first;
  for (let at = from; at < tokens.length && at < from + 10; at++) {
    const token = tokens[at];
    if (!token || token.breaks > 0) return false;
    if (marks.at("month", at)) return small;
    if (token.kind === "number") {
      // "вернули 19, 19 августа — 24": days of one list go on.
      if (!/^\d{1,2}$/.test(token.word) || Number(token.word) <= last) return false;
      last = Number(token.word);
      small = true;
    } else if (!isJoint(token, at, marks)) return false;
  }
  return false;
}

/** "Feb. 17-18", "June 11 and 13". */
function followsDay(from: number, tokens: readonly Token[], marks: Marks): boolean {
  // "Jan. 15 25 Ukrainians": what nothing joins to the day counts.
  if (tokens[from - 1]?.kind === "number" && tokens[from]?.hyphen !== true) return false;
  let day = false;
  for (let at = from - 1; at >= 0 && at > from - 6; at--) {
    const token = tokens[at];
    if (!token) return false;
    if (marks.at("month", at)) return day;
    if (token.text === "." && day) continue;
    if (token.kind === "number" && /^\d{1,2}$/.test(token.word)) day = true;
    else if (!marks.cueAt("clauseAnd", at) && !marks.at("rangeTo", at) && token.text !== "–") return false;
  }
  // A comma ends the date: "on June 11, 13 soldiers" counts soldiers.
  return false;
}

function isJoint(token: Token, at: number, marks: Marks): boolean {
  if (token.text === "," || token.text === "–") return true;
  return (
    marks.cueAt("clauseAnd", at) !== null || marks.at("rangeTo", at) !== null || marks.at("rangeClose", at) !== null
  );
}

/** "2025-11-20": three runs of digits joined by hyphens, or by slashes. */
function isInDate(from: number, to: number, tokens: readonly Token[]): boolean {
  let first = from;
  while (first > from - 3 && tokens[first]?.hyphen && tokens[first - 1]?.kind === "number") first--;
  let last = to;
  while (last < to + 3 && tokens[last]?.hyphen && tokens[last]?.kind === "number") last++;
  const chain = tokens.slice(first, last);
  return (
    chain.length > 1 && chain.every(({ kind }) => kind === "number") && /^(?:19|20)\d\d$/.test(chain[0]?.word ?? "")
  );
}

/** "рік 2025", but not the number after "у 2025 році", where the year has been named. */
function isAfterYearWord(from: number, tokens: readonly Token[], marks: Marks): boolean {
  return marks.at("year", from - 1) !== null && !/^20\d\d$/.test(tokens[from - 2]?.word ?? "");
}

/** 2025 beside a month, a year word, a preposition of time, or in brackets. */
function isYear({ from, to, yearLike }: Numeral, tokens: readonly Token[], marks: Marks): boolean {
  if (!yearLike) return false;
  if (marks.at("year", to)?.from === to || marks.at("month", from - 1) || isAfterYearWord(from, tokens, marks))
    return true;
  if (tokens[from - 1]?.text === "," && marks.at("month", from - 3)) return true;
  if (tokens[from]?.suffix) return true;
  if (marks.cueAt("clauseAnd", from - 1)) {
    if (/^20\d\d$/.test(tokens[from - 2]?.word ?? "") && isOfTime(from - 2, marks)) return true;
    // "8,000 soldiers and 2,000 civilians"
    if (marks.at("thing", to)) return false;
  }
  return (
    marks.cueAt("since", from - 1) !== null ||
    (marks.within("role", from - 1, from).length > 0 && marks.at("act", from - 1) === null)
  );
}

/** "December | 2023", "since | 2023", "in | 2023" */
function isOfTime(at: number, marks: Marks): boolean {
  if (marks.at("month", at - 1) || marks.cueAt("since", at - 1)) return true;
  return marks.within("role", at - 1, at).length > 0 && marks.at("act", at - 1) === null;
}

function isGlued(token: Token | undefined): boolean {
  return token?.tight === true;
}

/** "Olha Koval, 67, a doctor" */
function isAgeOfName(
  { from, to, value, spelled }: Numeral,
  tokens: readonly Token[],
  marks: Marks,
  locale: Locale,
): boolean {
  const [first, name, comma] = tokens.slice(Math.max(0, from - 3), from);
  const [after, article] = tokens.slice(to, to + 2);
  if (comma?.text !== "," || after?.text !== "," || !locale.numbers.one.includes(article?.word ?? "")) return false;
  if (spelled || value === null || value < 16 || value > 99 || !first || name?.kind !== "word") return false;
  const known = (["month", "weekday", "side", "adjective", "thing"] as const).some((kind) => marks.at(kind, from - 2));
  return !known && first.kind === "word" && isName(first) && isName(name);
}

/** "Il-76": a capitalised word joined to digits. */
function isName(token: Token): boolean {
  const first = token.text.charAt(0);
  return first !== first.toLowerCase();
}
