import type { CalendarDate } from "../figure.ts";
import { type Dated, datesIn } from "../frame/dates.ts";
import type { CueName } from "../lexicon/mark.ts";
import { type Around, doingOf, nearnessOf, stemAt } from "./around.ts";
import type { Case } from "./case.ts";
import { numberSigns, stepOf } from "./numbers.ts";
import { wordSigns } from "./words.ts";

/** Words whose presence in a sentence tells something. */
export const tellingCues: readonly CueName[] = [
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
const TIMES = ["day", "span", "month", "weekday", "year", "beginning", "frame"] as const;
const DAY = 86_400_000;

/** What every question is asked by: the words around, and what the rules made of them. */
export function commonSigns(one: Case, around: Around): string[] {
  return [
    ...wordSigns(around),
    ...actSigns(one, around),
    ...cueSigns(around),
    ...countedSigns(one, around),
    ...beforeSigns(one, around),
    ...dateSigns(around),
    ...numberSigns(one, around),
    ...thingSigns(one, around),
  ];
}

function actSigns({ act, counted, page }: Case, { segment, sentence }: Around): string[] {
  if (!act) return ["act none"];
  const where = act.from < counted.quantity.from ? "before" : "after";
  const place = act.segment === segment.index ? "clause" : act.sentence === sentence.index ? "sentence" : "far";
  const last = page.tokens[act.to - 1]?.word ?? "";
  return [
    `act ${act.does}`,
    `act ${doingOf(act)}`,
    `act ${doingOf(act)} ${act.time} ${where}`,
    `act ${act.time}`,
    `act ${act.voice} ${place}`,
    `act ${place}`,
    `${page.locale.tag} act ${stemAt(page, act.to - 1)}`,
    `${page.locale.tag} act ${act.does} -${last.slice(-3)}`,
  ];
}

function cueSigns({ page: { marks }, from, segment, sentence }: Around): string[] {
  const signs: string[] = [];
  for (const cue of tellingCues) {
    const found = marks.cues(cue, sentence.from, sentence.to);
    if (found.length === 0) continue;
    signs.push(`sentence ${cue}`);
    for (const mark of found)
      if (mark.from >= segment.from && mark.from < segment.to)
        signs.push(`clause ${cue}`, `clause ${cue} ${mark.from < from ? "before" : "after"}`);
  }
  for (const kind of TIMES) {
    if (marks.within(kind, sentence.from, sentence.to).length > 0) signs.push(`sentence ${kind}`);
    if (marks.within(kind, segment.from, segment.to).length > 0) signs.push(`clause ${kind}`);
  }
  return signs;
}

function countedSigns(one: Case, { page, sentence }: Around): string[] {
  const { counted, scoping, act } = one;
  const { quantity } = counted;
  const amount = stepOf(quantity);
  const thing = counted.thing ?? "none";
  return [
    `language ${page.locale.tag}`,
    `thing ${thing}`,
    `noun ${counted.how}`,
    `qualifier ${quantity.qualifier}`,
    `amount ${amount}`,
    `amount ${amount} ${thing}`,
    // What a story tells often, each report tells again: 6,000 bodies were agreed on, 215 people came back.
    `exactly ${quantity.min}`,
    `exactly ${quantity.min} ${thing}`,
    `sharing ${one.sharing ?? "none"}`,
    `part ${one.part}`,
    `nationality ${counted.nationality === null ? "none" : "told"}`,
    `inherits ${one.inherits !== null}`,
    `scope ${scoping.act} ${scoping.scope}`,
    `rule ${scoping.rule}`,
    `rule ${scoping.rule} ${doingOf(act)}`,
    `rule ${scoping.rule} ${amount}`,
    `first sentence ${sentence.index === 0}`,
    `paragraph ${Math.min(2, sentence.paragraph)}`,
    `quoted ${one.speech.quoted(quantity.from)}`,
  ];
}

function beforeSigns(one: Case, around: Around): string[] {
  const { previous, counted } = one;
  const place = nearnessOf(one, around);
  const near = place === "far" ? "none" : place;
  const less = previous !== null && previous.counted.quantity.min < counted.quantity.min;
  return [
    `before ${place}`,
    `before ${near} ${previous?.scope ?? ""} ${previous?.act ?? ""}`,
    `before ${near} ${previous?.thing ?? ""}`,
    `before ${near} ${less ? "less" : "more"}`,
  ];
}

/** How far from publication the days named beside it lie. */
function dateSigns({ page, segment, sentence }: Around): string[] {
  const { published } = page.document;
  if (published === null) return ["date unknown"];
  const signs = datesIn(page, sentence.from, sentence.to).map((date) => {
    const where = date.from >= segment.from && date.from < segment.to ? "clause" : "sentence";
    return `${where} date ${dateSign(date, published)}`;
  });
  return signs.length > 0 ? signs : ["date none"];
}

/** "now day", "ahead month": how far from publication days lie, and how many they are. */
export function dateSign({ start, end }: Pick<Dated, "start" | "end">, published: CalendarDate): string {
  const days = Math.round((Date.parse(start) - Date.parse(published)) / DAY);
  const length = Math.round((Date.parse(end) - Date.parse(start)) / DAY);
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
function thingSigns({ counted, previous }: Case, { page: { marks }, segment, sentence }: Around): string[] {
  const own = `${counted.thing ?? "none"} ${counted.how}`;
  const things = (from: number, to: number) => [
    ...new Set(marks.within("thing", from, to).map(({ tag }) => tag.thing)),
  ];
  const before = marks.lastBefore("thing", counted.quantity.from)?.tag.thing ?? "none";
  const after = marks.within("thing", counted.to, sentence.to)[0]?.tag.thing ?? "none";
  return [
    ...things(segment.from, segment.to).flatMap((thing) => [`clause has ${thing}`, `clause has ${thing} ${own}`]),
    ...things(sentence.from, sentence.to).map((thing) => `sentence has ${thing} ${own}`),
    `thing before ${before} ${own}`,
    `thing after ${after} ${own}`,
    `text has ${marks.all("thing")[0]?.tag.thing ?? "none"} first ${own}`,
    `figure before ${previous?.thing ?? "none"} ${own}`,
    `thing ${own}`,
  ];
}
