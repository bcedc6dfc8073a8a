import type { Act, Scope } from "../figure.ts";
import type { Mark } from "../lexicon/mark.ts";
import type { Case } from "../locale/locale.ts";
import type { ActFound } from "./act.ts";
import { datesIn, isOnDay } from "./dates.ts";
import type { Counted } from "./noun.ts";
import { isPeople } from "./noun-cues.ts";
import { type Page, segmentAt } from "./page.ts";
import { asksOfKept } from "./question.ts";
import type { Segment } from "./segment.ts";
import { isCarriedOut, isDoneAfter, listAt, tellsTerms } from "./terms.ts";
import { isBeside, isOfBoth, isOfLater } from "./total-of.ts";

export interface Scoping {
  readonly act: Act;
  readonly scope: Scope;
  readonly rule: string;
  /** Tokens of the deciding words; equal when none decide. */
  readonly from: number;
  readonly to: number;
}

/** Whether it was done, is a total, is kept, planned or offered. */
export function scopeOf(page: Page, counted: Counted, act: ActFound | null): Scoping {
  const segment = segmentAt(page, counted.quantity.from);
  if (!segment) return { act: "returned", scope: "event", rule: "event", from: 0, to: 0 };
  const clause = clauseOf(page, segment, act);
  const plain = { from: clause.from, to: clause.from };
  if (isHeld(page, counted, segment, act, clause)) {
    const { from, to } = act ?? plain;
    return { act: "held", scope: "cumulative", rule: "kept", from, to };
  }
  const { marks } = page;
  // "Has handed over 1,000 and is ready …": what follows the number of a deed done offers something else.
  const told = act && act.time === "done" && act.voice === "active" && act.to <= counted.quantity.from;
  const and = told && !page.locale.writing.verbLast ? marks.cues("clauseAnd", counted.to, clause.to)[0] : undefined;
  const until = and?.from ?? clause.to;
  const offered = marks.cues("offered", clause.from, until)[0];
  if (offered && act?.does !== "hold") {
    const rule = act?.does === "swap" ? "offered by one side" : "offered";
    return { act: "offered", scope: "planned", rule, from: offered.from, to: offered.to };
  }
  const list = listAt(page, counted, clause);
  if (list) return { act: "returned", scope: "planned", rule: "a list of names", from: list.from, to: list.to };
  const planned = plannedBy(page, counted, segment, clause, act);
  if (planned) return { act: "returned", scope: "planned", rule: "not done yet", ...planned };
  const total = reachedBy(page, counted) ?? totalBy(page, counted, segment, clause, act);
  if (total) return { act: "returned", scope: "cumulative", rule: "a total", ...total };
  return { act: "returned", scope: "event", rule: "one event", ...plain };
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** From the act's segment to the number's, together with short lead-ins ("In total,", "Since January,"). */
function clauseOf(page: Page, segment: Segment, act: ActFound | null): Stretch {
  const acting = act ? page.segments[act.segment] : undefined;
  let from = Math.min(segment.from, acting?.from ?? segment.from);
  const to = Math.max(segment.to, acting?.to ?? segment.to);
  // "They did what was promised: 6,060 were delivered"
  const done = act !== null && act.time === "done" && act.voice !== "noun";
  for (let index = segment.index - 1; index >= 0; index--) {
    const before = page.segments[index];
    if (!before || before.sentence !== segment.sentence || before.to < from || hasNumberOrAct(page, before)) break;
    if (done && page.segments[index + 1]?.cut === 3 && page.marks.hasCue("planned", before.from, before.to)) break;
    // "As the presidents prepared to meet, …": ready to do something else.
    if (page.marks.cues("offered", before.from, before.to).some(({ to }) => page.marks.cueAt("infinitive", to - 1)))
      break;
    from = Math.min(from, before.from);
  }
  return { from, to };
}

function hasNumberOrAct(page: Page, { from, to }: Segment): boolean {
  return page.marks.within("act", from, to).length > 0 || page.marks.within("thing", from, to).length > 0;
}

/** "In Russian captivity are about 8,000": whatever verb the next clause holds. */
export function isKept(page: Page, segment: Segment): boolean {
  const { marks } = page;
  const { from, to } = segment;
  if (isStock(page, segment)) return true;
  const captivity = marks.cues("captivity", from, to)[0];
  if (!captivity || marks.within("act", from, to).some(({ tag }) => tag.does !== "hold")) return false;
  const roles = marks.within("role", captivity.from - 3, captivity.from).map(({ tag }) => tag.role);
  return roles.some((role) => role === "place" || role === "holder") && !roles.includes("origin");
}

/** "the 139 freed", "139 звільнених із полону" */
export function isFreed({ marks }: Page, { quantity, to }: Counted): boolean {
  return marks.within("act", quantity.to, to).some(({ tag }) => !["hold", "lose", "receive"].includes(tag.does));
}

/** "на Украине всё ещё более 20", "у ВСУ — около 1300": a place and "still", or a holder, without any act. */
function isStock({ marks, tokens, segments }: Page, { index, from, to }: Segment): boolean {
  const opening = tokens[from - 1]?.text === "–" ? (segments[index - 1]?.from ?? from) : from;
  if (marks.within("act", opening, to).length > 0) return false;
  // "18 children are in Russia": where they are, not that they are kept.
  const children = marks.within("thing", opening, to).some(({ tag }) => tag.thing === "children");
  const still = marks.hasCue("still", opening, to) || (!children && marks.hasCue("located", opening, to));
  return marks
    .within("role", opening, to)
    .some(
      ({ tag, to: next }) =>
        (tag.role === "holder" && (marks.cueAt("fromUs", next) ?? marks.cueAt("fromThem", next)) !== null) ||
        ((tag.role === "holder" || (tag.role === "place" && still)) &&
          isInCase(marks.at("side", next), next, tag.cases)),
    );
}

/** "у ВСУ", "в Україні", but not "в Україну" */
function isInCase(name: Mark | null, at: number, cases: readonly Case[] | null): boolean {
  if (name?.from !== at) return false;
  return cases === null || name.cases === null || cases.some((one) => name.cases?.includes(one));
}

function isHeld(page: Page, counted: Counted, segment: Segment, act: ActFound | null, clause: Stretch): boolean {
  if (act && act.does !== "hold") return isNotYet(page, act) && isPeople(counted.thing ?? "");
  if (act) return true;
  if (isFreed(page, counted)) return false;
  const { marks } = page;
  return (
    marks.hasCue("captivity", segment.from, segment.to) ||
    marks.hasCue("still", clause.from, clause.to) ||
    isStock(page, segment) ||
    asksOfKept(page, counted)
  );
}

/** "Twelve residents, whom they took away and still have not returned": whoever has not given them back keeps them. */
function isNotYet({ marks, segments }: Page, { from, segment, voice, time }: ActFound): boolean {
  const here = segments[segment];
  if (!here || voice === "noun" || time !== "done" || !marks.cueAt("not", from - 1)) return false;
  return marks.hasCue("still", here.from, from);
}

function plannedBy(
  page: Page,
  { from: number }: Counted,
  segment: Segment,
  clause: Stretch,
  act: ActFound | null,
): Stretch | null {
  if (act && act.time !== "done") return { from: act.from, to: act.to };
  const { marks } = page;
  const { verbLast } = page.locale.writing;
  // "200 went home on Thursday, and 300 are to follow": a clause that has only a word of plans.
  const follows =
    act !== null &&
    act.voice !== "noun" &&
    act.segment < segment.index &&
    marks.within("act", segment.from, segment.to).length === 0;
  const toFollow = follows && !verbLast ? marks.cues("planned", segment.from, segment.to)[0] : undefined;
  if (toFollow) return toFollow;
  const asked = act !== null && act.sentence !== segment.sentence;
  if (asked && isCarriedOut(page, act.from)) return null;
  const limit = act && act.voice !== "noun" && !verbLast && !asked ? act.to : clause.to;
  // "As agreed in Istanbul, … we handed over": a lead-in does not plan what a verb at the end says is done.
  const own = verbLast && act && act.voice !== "noun" ? (page.segments[act.segment]?.from ?? clause.from) : clause.from;
  const over = (act !== null && act.voice !== "noun") || isCarriedOut(page, clause.from);
  const plans = (mark: Mark) => !over || !tellsTerms(page, mark);
  const found =
    marks
      .cues("planned", Math.max(clause.from, Math.min(own, segment.from)), limit)
      .filter(plans)
      .at(-1) ??
    (act?.voice === "noun" ? (verbLast ? plannedLater(page, clause.to) : plannedEarlier(page, act)) : undefined);
  const cue = found && plans(found) ? found : undefined;
  // Where verbs come last, the last one decides: "the agreed exchange is complete".
  const since = verbLast && cue && act ? Math.max(cue.to, act.to) : clause.to;
  // "They agreed on a swap; it was held in three days: 390, 307 and 303"
  if (cue && act?.voice === "noun" && (doneLater(page, since) || marks.hasCue("done", act.to, number))) return null;
  if (cue) return cue;
  const nots = marks.cues("not", clause.from, page.sentences[segment.sentence]?.to ?? clause.to);
  // "An exchange, 250 for 250, fell through"
  const nominal = !act || act.voice === "noun";
  const not = nots.find((mark) => act && (nominal || (act.from - mark.to >= 0 && act.from - mark.to <= 2)));
  if (not) return not;
  const deal = marks.cues("deal", clause.from, clause.to)[0];
  if (!deal || !nominal || marks.hasCue("done", clause.from, clause.to)) return null;
  return doneLater(page, clause.to) || isListOfDone(page, clause.from) ? null : deal;
}

/** "The return of 6,000 bodies, the swap of the wounded were agreed": one verb at the end for all that is named before it. */
function plannedLater(page: Page, from: number): Mark | undefined {
  const { marks, sentences } = page;
  const end = sentences[segmentAt(page, Math.max(0, from - 1))?.sentence ?? 0]?.to ?? from;
  const cue = marks.cues("planned", from, end).at(-1);
  const told = cue && marks.within("act", from, cue.from).some(({ tag }) => tag.voice !== "noun");
  return told ? undefined : cue;
}

/** "The deal provides for a swap of the wounded, as well as for the transfer of 6,000 bodies": one verb for all that is named after it. */
function plannedEarlier({ marks, sentences }: Page, act: ActFound): Mark | undefined {
  const cue = marks.cues("planned", sentences[act.sentence]?.from ?? act.from, act.from).at(-1);
  const told =
    cue && marks.within("act", cue.to, act.from).some(({ tag }) => tag.voice !== "noun" && tag.does !== "lose");
  return told ? undefined : cue;
}

/** "2025'te": a year without day or month. */
function wholeYear(page: Page, from: number, to: number): Stretch | null {
  const { marks, tokens } = page;
  for (let at = from; at < to; at++) {
    if (!/^20\d\d$/.test(tokens[at]?.word ?? "") || !isWhole(page, at)) continue;
    if (!marks.at("month", at - 1) && !marks.hasCue("since", at, at + 3)) return { from: at, to: at + 1 };
  }
  return null;
}

/** "2025'te", "в 2025 году", "in 2025", but not "the first in 2025" or "an exchange in 2025" */
function isWhole({ marks, tokens }: Page, at: number): boolean {
  if (tokens[at]?.suffix != null) return true;
  if (marks.cueAt("since", at) || marks.cueAt("ordinal", at - 2)) return false;
  if (marks.at("year", at + 1) !== null) return tokens[at - 1]?.kind === "word";
  const told = marks.at("act", at - 2)?.tag;
  if (told && (told.voice === "noun" || told.does === "hold" || told.does === "lose")) return false;
  return marks.at("counted", at - 2) === null && marks.cueAt("wholeYear", at - 1) !== null;
}

/** "settled on a trade of 1,000 each, and it was carried out" */
function doneLater(page: Page, from: number): boolean {
  const sentence = page.sentences[segmentAt(page, Math.max(0, from - 1))?.sentence ?? 0];
  return sentence !== undefined && (isDoneAfter(page, from) || page.marks.hasCue("ongoing", from, sentence.to));
}

/** "They held three exchanges: on 8 November by the formula 563 for 37": what is done is listed after a colon. */
function isListOfDone(page: Page, from: number): boolean {
  const { marks, tokens } = page;
  const sentence = page.sentences[segmentAt(page, from)?.sentence ?? 0];
  if (!sentence) return false;
  const colon = tokens.slice(sentence.from, from).find(({ text }) => text === ":");
  return colon !== undefined && marks.hasCue("done", sentence.from, colon.index);
}

/** Told of what the number counts, not of the number. */
function isAside(page: Page, at: number, segment: Segment, act: ActFound | null): boolean {
  const other = segmentAt(page, at);
  return other?.relative === true && other.index !== segment.index && other.index !== act?.segment;
}

/** "Most had been in captivity since 2022", "five who had been there since the raid were taken home": no span of a total. */
function isStay(page: Page, at: number, counted: Counted, act: ActFound | null): boolean {
  const { marks } = page;
  const segment = segmentAt(page, at);
  const which =
    segment && at > counted.to ? marks.cues("relative", Math.max(counted.to, segment.from), at).at(-1) : undefined;
  if (which && act && act.from > at && marks.within("act", which.to, at).length === 0) return true;
  // "eight residents, since February kept there, were let go"
  const stay = at >= counted.to ? marks.within("act", at, at + 4)[0] : undefined;
  if (stay?.tag.does === "hold" && act && act.from < at && act.does !== "hold") return true;
  const kept = marks.within("act", at - 3, at).at(-1)?.tag.does === "hold";
  if (kept && segment && marks.within("act", segment.from, at - 3).some(({ tag }) => tag.does !== "hold")) return true;
  if (!segment || !marks.hasCue("captivity", segment.from, segment.to)) return false;
  const acts = marks.within("act", segment.from, segment.to);
  return acts.every(({ tag }) => tag.does === "hold") && marks.within("thing", segment.from, segment.to).length === 0;
}

/** "the largest since 2022", "this month's talks": told of something else than the number. */
function isOfOther({ marks, tokens, locale }: Page, { from, to, tag }: Mark): boolean {
  if (tokens[to - 1]?.suffix === "s" || marks.cueAt("ordinal", from - 1) || marks.cueAt("superlative", from - 1))
    return true;
  // "24 Şubat'tan bu yana en büyük takas": where verbs come last, what is largest of all follows.
  if (locale.writing.verbLast && marks.hasCue("superlative", to, to + 7)) return true;
  // "The list has grown shorter since:"
  if (tag.kind === "cue" && tag.cue === "since" && tokens[to]?.text === ":") return true;
  if (tag.kind !== "beginning" && !(tag.kind === "cue" && tag.cue === "since")) return false;
  for (let at = from - 1; at >= from - 7 && tokens[at]?.kind === "word"; at--)
    if (marks.cueAt("superlative", at)) return true;
  return false;
}

/** "The number rose to 5,955", "5.955'e ulaştı": a verb of growth right beside the number. */
export function reachedBy({ marks }: Page, { quantity, to }: Counted): Stretch | null {
  const first = Math.min(quantity.from, quantity.qualifierFrom);
  const last = Math.max(quantity.to, quantity.qualifierTo);
  return (
    marks.cues("reached", first - 2, first).find((cue) => cue.to >= first - 1) ??
    marks.cueAt("reached", last) ??
    marks.cueAt("reached", to)
  );
}

/** "1,003 and 1,000 respectively", "за те же месяцы — 26, 38 и 35": each number of a row is of its own month. */
export function isOneOfRow(page: Page, { quantity: { from } }: Counted): boolean {
  const { marks, tokens } = page;
  const sentence = page.sentences[segmentAt(page, from)?.sentence ?? 0];
  if (!sentence || marks.within("year", sentence.from, sentence.to).length > 0) return false;
  const isNext = (at: number, step: number) => {
    const parts = tokens[at + step]?.text === "," || marks.cueAt("clauseAnd", at + step) !== null;
    return parts && tokens[at + 2 * step]?.kind === "number";
  };
  let [first, last] = [from, from];
  while (last - first < LONG_ROW && isNext(first, -1)) first -= 2;
  while (last - first < LONG_ROW && isNext(last, 1)) last += 2;
  const long = last - first >= LONG_ROW;
  return long || (last > first && marks.hasCue("respectively", sentence.from, sentence.to));
}

/** Tokens from the first number of three to the last, with what parts them. */
const LONG_ROW = 4;

function totalBy(
  page: Page,
  counted: Counted,
  segment: Segment,
  clause: Stretch,
  act: ActFound | null,
): Stretch | null {
  const { marks } = page;
  if (isOneOfRow(page, counted)) return null;
  const next = page.segments[segment.index + 1];
  const to = next && next.sentence === segment.sentence && !hasNumberOrAct(page, next) ? next.to : clause.to;
  // "The first exchange in five months"
  const alone = marks.hasCue("thisOne", clause.from, to);
  for (const cue of ["since", "yearBeginning", "thisYear", "lastYear", "stretch", "total"] as const) {
    const mark = marks
      .cues(cue, clause.from, to)
      .find(
        (one) =>
          !isAside(page, one.from, segment, act) && !isStay(page, one.from, counted, act) && !isOfOther(page, one),
      );
    if (!mark) continue;
    // "In all 30 are coming home": the sum of a day.
    if (cue === "total" && act && marks.cueAt("ongoing", act.from)) continue;
    if (alone && (cue === "total" || cue === "stretch")) continue;
    // "As of today": a day within the words of a total is that of counting.
    const apart = (one: Stretch) => !marks.cueAt("total", one.from) && (one.from < mark.from || one.from >= mark.to);
    const day = (["day", "weekday"] as const).flatMap((kind) => marks.within(kind, clause.from, to)).find(apart);
    const dated = day ?? datesIn(page, clause.from, to).find((one) => one.start === one.end && apart(one));
    if (dated && cue === "total" && !isBeside(page, mark, counted) && !isOfBoth(page, dated, mark, counted)) continue;
    if (cue === "total" && (isOfLater(page, mark, counted) || (act?.voice === "noun" && marks.cueAt("done", mark.to))))
      continue;
    if (cue === "stretch" && isOnDay(page, counted.to)) continue;
    // "on 14 September of this year", "last year in December" are no whole year.
    if ((cue === "thisYear" || cue === "lastYear") && marks.within("month", mark.from - 3, mark.to + 2).length > 0)
      continue;
    return mark;
  }
  const beginning = marks.within("beginning", clause.from, to).find((one) => !isOfOther(page, one));
  return alone ? null : (beginning ?? wholeYear(page, clause.from, to));
}
