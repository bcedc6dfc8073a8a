import type { Mark, TagOf } from "../lexicon/mark.ts";
import { openTitle, type Page, segmentAt } from "./page.ts";
import { interviewFrom } from "./question.ts";
import type { Segment } from "./segment.ts";

/** Tokens from which on a text on exchanges says so; a flash need not. */
const LONG = 40;

/** Which numbers a text may tell of the story at all. */
export interface Relevance {
  /** Why the numbers of a segment are of another story; null when they may be of this one. */
  reason(segment: Segment): string | null;
  /** Whether the text speaks of captives or exchanges by the end of a segment's paragraph: people who come and go are else refugees or recruits. */
  tellsOfCaptives(segment: Segment): boolean;
}

const OF_ANOTHER_STORY = new Set([
  "the clause counts something else",
  "lost at the front",
  "no side of the story is named",
  "another party acts",
  "of an exchange with another party",
  "a part of what is no figure",
]);

/** Whether the reason why a number is no figure holds for its parts as well. */
export function holdsForParts(reason: string): boolean {
  return OF_ANOTHER_STORY.has(reason);
}

/** A story between sides: a text that names only one of them beside other parties, or none, tells of something else. */
export function relevanceOf(page: Page): Relevance {
  const { marks, document, story } = page;
  const title = openTitle(page);
  const named = sidesNamed(page, title);
  const own = named.size === 0 && speaksOfOwn(page);
  const ours = interviewFrom(page) !== null && speaksOfOwn(page);
  const foreignPeople = tellsOfForeignPeople(page);
  const firstNamed = firstSide(page, title);
  const firstOther = marks.all("other").find((one) => marks.at("frame", one.from) === null && !isPlace(page, one));
  const others = named.size === 1 ? marks.all("other").filter((one) => !mediates(page, one)) : [];
  const elsewhere = exchangesElsewhere(page);
  return {
    tellsOfCaptives: captivesIn(page, title),
    reason(segment) {
      if (foreignActs(page, segment) || continuesForeign(page, segment)) return "another party acts";
      if (elsewhere.has(segment.sentence)) return "of an exchange with another party";
      const sentence = page.sentences[segment.sentence];
      const isHere = sentence ? isNamed(page, sentence.from, sentence.to) : true;
      if (!isHere && foreignPeople) return "a text of another party's people";
      if (
        !ours &&
        !isHere &&
        segment.from < firstNamed &&
        document.outletSide === null &&
        firstOther !== undefined &&
        firstOther.from < segment.to
      )
        return "other parties before any side is named";
      if (own && marks.within("thing", segment.from, segment.to).length > 0) return null;
      // Who is asked in its language and speaks of its own names it so.
      const unnamed = ours && story.sides.some(({ code, languages }) => languages && !named.has(code)) ? 1 : 0;
      if (named.size + unnamed >= 2 || document.outletSide !== null) return null;
      const before = page.sentences[Math.max(0, segment.sentence - 1)];
      const here = page.sentences[segment.sentence];
      if (!before || !here) return null;
      if (named.size === 0 && marks.within("other", here.from, here.to).filter((one) => mayAct(page, one)).length > 1)
        return "of an exchange with another party";
      if (named.size === 0) return "no side of the story is named";
      // "1,200 Ukrainians under the Istanbul agreement", "146 from each side under the Emirates' mediation"
      const shared =
        marks.hasCue("each", segment.from, segment.to) || marks.hasCue("altogether", segment.from, segment.to);
      if (marks.all("frame").length > 0 && (shared || marks.within("adjective", segment.from, segment.to).length > 0))
        return null;
      const beside = others.length > 1 || others.some(({ from }) => from >= before.from && from < here.to);
      return beside ? "one side among other parties" : null;
    },
  };
}

type Title = ReturnType<typeof openTitle>;

/** What comes after a paragraph says nothing of its people. */
function captivesIn({ marks, tokens, sentences }: Page, title: Title): Relevance["tellsOfCaptives"] {
  const cues = (["captive", "captivity", "home", "each"] as const).map((cue) => marks.cues(cue, 0, tokens.length)[0]);
  const bodies = marks.all("thing").find(({ tag }) => tag.thing === "bodies");
  const words = [...cues, bodies, marks.all("frame")[0], marks.all("group")[0]];
  const titled = title.marks.hasCue("captive", 0, title.tokens.length);
  const first = titled ? 0 : Math.min(...words.map((mark) => mark?.from ?? Number.POSITIVE_INFINITY));
  const ends = new Map(sentences.map(({ paragraph, to }) => [paragraph, to]));
  return ({ sentence, to }) => {
    const end = ends.get(sentences[sentence]?.paragraph ?? -1) ?? to;
    return end < LONG || first < end;
  };
}

/** Whether the sentence or the one before names anyone, or any frame, of the story. */
export function isInSight({ marks, sentences }: Page, { sentence }: Segment): boolean {
  const from = sentences[sentence - 1]?.from ?? 0;
  const to = sentences[sentence]?.to ?? from;
  const named = (["side", "adjective", "people", "frame", "beginning"] as const).some(
    (kind) => marks.within(kind, from, to).length > 0,
  );
  return named || marks.within("speaker", from, to).some(isOfSide);
}

/** The sentences that tell of a swap between one side and another party, until the side that has no part in it is named. */
function exchangesElsewhere(page: Page): ReadonlySet<number> {
  const found = new Set<number>();
  const title = { ...page, ...openTitle(page) };
  let absent = absentFromSwap(title, 0, title.tokens.length);
  for (const { index, from, to } of page.sentences) {
    if (absent !== null && ownOf(page, from, to).has(absent)) absent = null;
    absent = absentFromSwap(page, from, to) ?? absent;
    if (absent !== null) found.add(index);
  }
  return found;
}

/** The side that has no part in a swap that the other one makes with another party; null where no such swap is told of. */
function absentFromSwap(page: Page, from: number, to: number): string | null {
  const sides = new Set(page.marks.within("side", from, to).map(({ tag }) => tag.side));
  const own = ownOf(page, from, to);
  const other = page.story.sides.find(({ code }) => !own.has(code))?.code ?? null;
  return sides.size === 1 && other !== null && swapsBeside(page, from, to) ? other : null;
}

/** The sides named; an adjective names one where it tells of people: "Ukrainian media" have no part in a swap. */
function ownOf({ marks }: Page, from: number, to: number): ReadonlySet<string> {
  const whose = marks.within("adjective", from, to).filter(({ to: end }) => marks.at("thing", end) !== null);
  return new Set([...marks.within("side", from, to), ...whose].map(({ tag }) => tag.side));
}

/** "an exchange between Russia and the West" */
function swapsBeside({ marks }: Page, from: number, to: number): boolean {
  const swap = marks.within("act", from, to).some(({ tag }) => tag.does === "swap");
  const sides = marks.within("side", from, to);
  return (
    swap &&
    marks.within("other", from, to).some((other) =>
      sides.some((side) => {
        if (isSwappedWith(marks, other)) return true;
        const and = marks.cueAt("clauseAnd", Math.min(other.to, side.to));
        return and !== null && gap(other, side) <= 2;
      }),
    )
  );
}

/** "Russia swapped 16 prisoners with the West" */
function isSwappedWith(marks: Page["marks"], { from }: Mark): boolean {
  const role = marks.within("role", from - 2, from).find(({ tag }) => tag.role === "partner");
  if (!role || (role.to < from && !marks.cueAt("article", role.to))) return false;
  return marks.within("act", role.from - 6, role.from).some(({ tag }) => tag.does === "swap" && tag.voice === "active");
}

function isNamed({ marks }: Page, from: number, to: number): boolean {
  return (
    marks.within("side", from, to).length > 0 ||
    marks.within("adjective", from, to).length > 0 ||
    marks.within("speaker", from, to).some(isOfSide)
  );
}

function isOfSide({ tag }: Mark<TagOf<"speaker">>): boolean {
  return tag.side !== "other";
}

/** "The delegations agreed in Istanbul": where something takes place, nobody acts. */
function isPlace({ marks }: Page, { from, cases }: Mark): boolean {
  const role = marks.within("role", from - 1, from).find(({ tag, to }) => tag.role === "place" && to === from);
  return role !== undefined && (cases === null || role.tag.cases?.some((one) => cases.includes(one)) !== false);
}

/** "Palestinian prisoners", "Israeli hostages" */
function tellsOfForeignPeople({ marks }: Page): boolean {
  const found = marks
    .all("other")
    .filter(({ to }) => marks.at("thing", to) !== null || marks.at("thing", to + 1)?.from === to + 1);
  return found.length > 1;
}

/** "The Emirates acted as mediators" */
function mediates(page: Page, { from }: Mark): boolean {
  const here = page.sentences[segmentAt(page, from)?.sentence ?? 0];
  return here !== undefined && page.marks.hasCue("mediation", here.from, here.to);
}

/** The token where a side is named first; 0 where the title names one. */
function firstSide(page: Page, title: Title): number {
  if (isNamed({ ...page, ...title }, 0, title.tokens.length)) return 0;
  const { marks } = page;
  const first = [marks.all("side")[0], marks.all("adjective")[0], marks.all("speaker").find(isOfSide)];
  return Math.min(...first.map((mark) => mark?.from ?? Number.POSITIVE_INFINITY));
}

function sidesNamed(page: Page, title: Title): ReadonlySet<string> {
  const named = new Set<string>();
  for (const { marks } of [page, title]) {
    for (const { tag } of [
      ...marks.all("side"),
      ...marks.all("adjective"),
      ...marks.all("people"),
      ...marks.all("speaker"),
    ])
      if (tag.side !== "other") named.add(tag.side);
    for (const { tag } of marks.all("group")) if (tag.side !== null) named.add(tag.side);
  }
  return named;
}

/** "Our defenders are home from captivity": who writes in a language of one side need not name it. */
function speaksOfOwn({ marks, tokens, story, locale }: Page): boolean {
  if (!story.sides.some(({ languages }) => languages?.includes(locale.tag))) return false;
  const has = (cue: "our" | "home" | "captivity") => marks.hasCue(cue, 0, tokens.length);
  return has("captivity") || has("home") || has("our");
}

/** Whether a party that the story knows as not its own acts in the clause: "Azerbaijan freed 32". */
function foreignActs(page: Page, { from, to, sentence }: Segment): boolean {
  const { marks, locale, sentences } = page;
  // Where verbs come last, the subject may stand far before its clause.
  const opening = locale.writing.verbLast ? sentences[sentence] : undefined;
  const sides = marks.within("side", opening?.from ?? from, to);
  const acts = marks.within("act", from, to);
  if (sides.length > 0) {
    const others = marks
      .within("other", Math.max(sentences[sentence]?.from ?? from, from - 2), to)
      .filter((one) => mayAct(page, one));
    return swapsWithOneSide(sides, others, acts) || givesToOneSide(sides, others, acts);
  }
  return acts
    .filter(
      ({ tag, from: at }) =>
        tag.voice === "active" && !marks.cueAt("mediation", at) && !marks.cueAt("mediation", at - 1),
    )
    .some((act) =>
      marks.within("other", opening?.from ?? Math.max(from, act.from - 3), act.from).some((other) => {
        // Far before its verb, only the bare name is a doer.
        const doer = act.from - other.to <= 3 || other.cases?.includes("gen") !== true;
        return doer && other.to <= act.from && mayAct(page, other);
      }),
    );
}

/** "The United States and Russia swapped captives, 16 people were freed": no side acts since. */
function continuesForeign(page: Page, { index, sentence, from, to }: Segment): boolean {
  const before = page.segments[index - 1];
  return before?.sentence === sentence && !isNamed(page, from, to) && foreignActs(page, before);
}

/** Whether another party is told as one who acts; "with the Emirates' mediation", "to Belarus" it is not. */
function mayAct({ marks, tokens }: Page, { from, to, cases }: Mark): boolean {
  if (tokens[to]?.text === ":") return false;
  if (cases !== null && !cases.includes("nom") && !cases.includes("gen")) return false;
  // "Birleşik Arap Emirlikleri (BAE) arabuluculuğunda"
  const end = tokens[to]?.text === ")" ? to + 1 : to;
  if (
    marks.at("frame", from) ??
    marks.within("role", end, end + 1).find(({ tag }) => tag.where === "after" && tag.role !== "partner")
  )
    return false;
  return !marks.within("role", from - 3, from).some(({ tag, from: start, to: end }) => {
    return tag.where === "before" && end >= from - 1 && !marks.cueAt("clauseAnd", start);
  });
}

/** "The United States and Russia exchanged": one of the story's sides, with a party beside it that is not the other one. */
function swapsWithOneSide(
  sides: readonly Mark<TagOf<"side">>[],
  others: readonly Mark<TagOf<"other">>[],
  acts: readonly Mark<TagOf<"act">>[],
): boolean {
  const side = onlyOf(sides);
  if (!side) return false;
  const swap = acts.find(({ tag }) => tag.does === "swap");
  const beside = others.some((other) => gap(other, side) === 1);
  return swap !== undefined && beside && side.to <= swap.from;
}

/** The first name of the side that is named alone; null where both are, or none. */
function onlyOf([first, ...more]: readonly Mark<TagOf<"side">>[]): Mark<TagOf<"side">> | null {
  return first && more.every(({ tag }) => tag.side === first.tag.side) ? first : null;
}

/** "Belarus handed 31 people over to Ukraine": another party right before what it does, and one side after it. */
function givesToOneSide(
  sides: readonly Mark<TagOf<"side">>[],
  others: readonly Mark<TagOf<"other">>[],
  acts: readonly Mark<TagOf<"act">>[],
): boolean {
  const side = onlyOf(sides);
  if (!side) return false;
  return acts.some(
    ({ tag, from }) =>
      tag.does === "give" && tag.voice === "active" && side.from >= from && others.some(({ to }) => to === from),
  );
}

function gap(one: { readonly from: number; readonly to: number }, other: typeof one): number {
  return Math.max(other.from - one.to, one.from - other.to);
}
