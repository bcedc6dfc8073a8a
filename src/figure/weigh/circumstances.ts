import type { CalendarDate } from "../figure.ts";
import { daysBetween } from "../frame/calendar.ts";
import { type Dated, datesIn } from "../frame/dates.ts";
import type { CueName } from "../lexicon/mark.ts";
import { type Around, doingOf, nearnessOf, stemAt } from "./around.ts";
import type { Case } from "./case.ts";
import { stepOf, tellNumbers } from "./numbers.ts";
import type { Tell, Telling } from "./sign.ts";
import { tellWords } from "./words.ts";

/** Words whose presence in a sentence tells something. */
export const TELLING_CUES: readonly CueName[] = [
  "each",
  "against",
  "same",
  "inReturn",
  "altogether",
  "total",
  "reached",
  "added",
  "ongoing",
  "apart",
  "among",
  "planned",
  "offered",
  "lists",
  "names",
  "deal",
  "done",
  "not",
  "still",
  "located",
  "superlative",
  "managed",
  "captive",
  "captivity",
  "mediation",
  "passive",
  "we",
  "toUs",
  "fromUs",
  "our",
  "they",
  "toThem",
  "fromThem",
  "their",
  "home",
  "speech",
  "according",
  "clauseStart",
  "relative",
  "part",
  "maskClause",
  "vague",
  "ordinal",
  "since",
  "thisYear",
  "lastYear",
  "yearBeginning",
  "wholeYear",
  "again",
  "until",
  "stretch",
];
/** Kinds of words that tell when. */
export const TIME_KINDS = ["day", "span", "month", "weekday", "year", "beginning", "frame"] as const;

/** What every question is asked by: the words around, and what the rules made of them. */
export function commonSigns(one: Case, around: Around): Telling {
  return (tell) => {
    tellWords(around, tell);
    tellAct(one, around, tell);
    tellCues(around, tell);
    tellCounted(one, around, tell);
    tellBefore(one, around, tell);
    tellDates(around, tell);
    tellNumbers(one, around, tell);
    tellThings(one, around, tell);
  };
}

function tellAct({ act, counted, page }: Case, around: Around, tell: Tell): void {
  const { segment, sentence } = around;
  if (!act) {
    tell("act none");
    return;
  }
  const where = act.from < counted.quantity.from ? "before" : "after";
  const place = act.segment === segment.index ? "clause" : act.sentence === sentence.index ? "sentence" : "far";
  const last = page.tokens[act.to - 1]?.word ?? "none";
  const { tag } = page.locale;
  tell("act", act.does);
  tell("act", act.does, act.voice);
  tell("act", act.does, act.voice, act.time, where);
  tell("act", act.time);
  tell("act", act.voice, place);
  tell("act", place);
  tell(tag, "act", stemAt(around, act.to - 1));
  tell(tag, "act", act.does, "ends", last.slice(-3));
}

function tellCues({ page: { marks }, from, segment, sentence }: Around, tell: Tell): void {
  for (const cue of TELLING_CUES) {
    const found = marks.cues(cue, sentence.from, sentence.to);
    if (found.length === 0) continue;
    tell("sentence", cue);
    for (const mark of found) {
      if (mark.from < segment.from || mark.from >= segment.to) continue;
      tell("clause", cue);
      tell("clause", cue, mark.from < from ? "before" : "after");
    }
  }
  for (const kind of TIME_KINDS) {
    if (marks.has(kind, sentence.from, sentence.to)) tell("sentence", kind);
    if (marks.has(kind, segment.from, segment.to)) tell("clause", kind);
  }
}

function tellCounted(one: Case, { page, sentence }: Around, tell: Tell): void {
  const { counted, scoping, act } = one;
  const { quantity } = counted;
  const amount = stepOf(quantity);
  const thing = counted.thing ?? "none";
  const exact = String(quantity.min);
  tell("language", page.locale.tag);
  tell("thing", thing);
  tell("noun", counted.how);
  tell("qualifier", quantity.qualifier);
  tell("amount", amount);
  tell("amount", amount, thing);
  // What a story tells often, each report tells again: 6,000 bodies were agreed on, 215 people came back.
  tell("exactly", exact);
  tell("exactly", exact, thing);
  tell("sharing", one.sharing ?? "none");
  tell("part", String(one.part));
  tell("nationality", counted.nationality === null ? "none" : "told");
  tell("inherits", String(one.inherits !== null));
  tell("scope", scoping.act, scoping.scope);
  tell("rule", scoping.rule);
  tell("rule", scoping.rule, doingOf(act));
  tell("rule", scoping.rule, amount);
  tell("first sentence", String(sentence.index === 0));
  tell("paragraph", String(Math.min(2, sentence.paragraph)));
  tell("quoted", String(one.speech.quoted(quantity.from)));
}

function tellBefore(one: Case, around: Around, tell: Tell): void {
  const { previous, counted } = one;
  const place = nearnessOf(one, around);
  const near = place === "far" ? "none" : place;
  const less = previous !== null && previous.counted.quantity.min < counted.quantity.min;
  tell("before", place);
  tell("before", near, previous?.scope ?? "none", previous?.act ?? "none");
  tell("before", near, previous?.thing ?? "none");
  tell("before", near, less ? "less" : "more");
}

/** How far from publication the days named beside it lie. */
function tellDates({ page, segment, sentence }: Around, tell: Tell): void {
  const { published } = page.document;
  if (published === null) {
    tell("date unknown");
    return;
  }
  const dates = datesIn(page, sentence.from, sentence.to);
  if (dates.length === 0) tell("date none");
  for (const date of dates) {
    const where = date.from >= segment.from && date.from < segment.to ? "clause" : "sentence";
    tell(where, "date", dateSign(date, published));
  }
}

/** "now day", "ahead month": how far from publication days lie, and how many they are. */
export function dateSign({ start, end }: Pick<Dated, "start" | "end">, published: CalendarDate): string {
  const days = daysBetween(published, start);
  const length = daysBetween(start, end);
  return `${distanceOf(days)} ${lengthOf(length)}`;
}

function distanceOf(days: number): string {
  if (days > 0) return "ahead";
  if (days >= -2) return "now";
  if (days >= -10) return "week";
  return days >= -70 ? "months" : "long ago";
}

function lengthOf(days: number): string {
  if (days === 0) return "day";
  if (days < 10) return "days";
  return days < 32 ? "month" : "span";
}

/** What kinds of people or bodies are named around. */
function tellThings({ counted, previous }: Case, { page: { marks }, segment, sentence }: Around, tell: Tell): void {
  const own = `${counted.thing ?? "none"} ${counted.how}`;
  const things = (from: number, to: number) => new Set(marks.within("thing", from, to).map(({ tag }) => tag.thing));
  for (const thing of things(segment.from, segment.to)) {
    tell("clause has", thing);
    tell("clause has", thing, own);
  }
  for (const thing of things(sentence.from, sentence.to)) tell("sentence has", thing, own);
  tell("thing before", marks.lastBefore("thing", counted.quantity.from)?.tag.thing ?? "none", own);
  tell("thing after", marks.within("thing", counted.to, sentence.to)[0]?.tag.thing ?? "none", own);
  tell("text has", marks.all("thing")[0]?.tag.thing ?? "none", "first", own);
  tell("figure before", previous?.thing ?? "none", own);
  tell("thing", own);
}
