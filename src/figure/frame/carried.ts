import type { Side } from "../figure.ts";
import type { ActFound } from "./act.ts";
import { datesIn, isOnDay } from "./dates.ts";
import type { Draft } from "./draft.ts";
import { leadOf } from "./gapped.ts";
import { isPart, sentenceOf } from "./inherit.ts";
import type { Counted } from "./noun.ts";
import { type Page, segmentAt } from "./page.ts";
import { isOneOfRow, type Scoping, scopeOf } from "./scope.ts";
import type { Segment } from "./segment.ts";
import type { Sharing } from "./sharing.ts";
import { promisedBefore, severalSwaps, spanOfParagraph } from "./span.ts";
import { isDoneAfter } from "./terms.ts";

/** "All 303 were servicemen": the figure of as many, where one was told, else the one before. */
export function whole(drafts: readonly Draft[], counted: Counted, previous: Draft | null): Draft | null {
  const { min, max } = counted.quantity;
  // "2,576 citizens, of whom 144 are civilians": of the figure right before, whatever was told of as many earlier.
  const within =
    previous !== null && previous.counted.quantity.min > min && counted.from - previous.counted.to <= OF_WHICH;
  const same =
    counted.part && !within
      ? drafts.slice(-8).findLast((draft) => draft.counted.quantity.min === min && draft.counted.quantity.max === max)
      : undefined;
  return same ?? (counted.part ? previous : kin(drafts, counted));
}

const OF_WHICH = 6;

/** "1,000 and 19 bodies. In all 8,057": the flow before that is nearest in size, where the last one is far from it. */
export function kin(drafts: readonly Draft[], counted: Counted): Draft | null {
  const last = drafts.at(-1) ?? null;
  const far = (draft: Draft) => Math.abs(Math.log(size(draft.counted) / size(counted)));
  if (!last || far(last) < Math.log(20)) return last;
  const near = drafts.slice(-4).filter(({ thing }) => thing === last.thing);
  return near.findLast((draft) => far(draft) < far(last) / 2) ?? last;
}

function size({ quantity: { min, max } }: Counted): number {
  return Math.max(1, min, max ?? 0);
}

export function inherited(page: Page, counted: Counted, act: ActFound | null, from: Draft): Scoping {
  const own = scopeOf(page, counted, act);
  const large =
    from.act === "returned" && from.scope === "event" && counted.quantity.min >= largestHandover(page, counted);
  if (large) return { ...own, act: "returned", scope: "cumulative", rule: "too many for one event" };
  // "They took 78, 51 of them today": of one day.
  if (from.act === "returned" && from.scope === "cumulative" && isPart(page, counted) && isOnDay(page, counted.to))
    return { ...own, act: "returned", scope: "event", rule: "of one day" };
  // "The 1,000-for-1,000 deal is under way. Today: 390 people"
  if (from.act === "returned" && from.scope === "planned" && own.scope === "event" && isLedByDay(page, counted))
    return own;
  // "Twelve came back. Since January that makes 640": the span is its own; "in all 157" sums up the event.
  const spans = own.scope === "cumulative" && own.act === "returned" && !page.marks.cueAt("total", own.from);
  if (spans && from.act === "returned" && from.scope === "event") return own;
  return { ...own, act: from.act, scope: from.scope, rule: "as the figure before" };
}

function largestHandover({ story }: Page, { thing }: Counted): number {
  return thing === "children" ? story.largest.children : story.largest.handover;
}

/** A day that is past or is today opens the sentence of a number. */
function isLedByDay(page: Page, { from }: Counted): boolean {
  const here = page.sentences[segmentAt(page, from)?.sentence ?? 0];
  const day = here && page.marks.within("day", here.from, from)[0];
  return day !== undefined && day.tag.offset <= 0 && from - day.to <= 2;
}

/** "1,000 for 1,000": so many at once are the terms, unless the clause says that it is done. */
function isTerms(page: Page, counted: Counted, act: ActFound | null): boolean {
  // "They swapped 1,000 for 1,000": done; "they swapped bodies under a 6,000-for-6,000 formula": perhaps not all.
  // Where verbs come last, one of a deed done after the pair tells that it was done.
  const told = act?.does === "swap" || (page.locale.writing.verbLast && (act?.from ?? 0) >= counted.to);
  const swapped = act?.time === "done" && told && act.voice !== "noun";
  if (swapped && (counted.thing !== "bodies" || counted.from - act.to <= 2)) return false;
  // "The first stage within the agreement «1,000 for 1,000»": the pair is what was agreed, however much of it is done.
  const deal = page.marks.cues("deal", counted.from - 3, counted.from).at(-1);
  if (deal && page.tokens.slice(deal.to, counted.from).every(({ kind }) => kind === "mark")) return true;
  // "Those who came home in the 1,000-for-1,000 exchange"
  if (act?.does === "come" && act.time === "done" && act.voice === "active") return false;
  const least = counted.thing === "bodies" ? page.story.largest.handover : page.story.largest.swap;
  const segment = segmentAt(page, counted.quantity.from);
  // "The first stage of the 1,000-for-1,000 exchange took place"
  const stage = page.marks.within("counted", counted.from - 4, counted.from).length > 0;
  if (stage && page.tokens[counted.to]?.hyphen === true && counted.quantity.min >= least) return true;
  const opening = segment === null ? undefined : page.segments[segment.index - 1];
  const from =
    opening && opening.sentence === segment?.sentence && act?.segment === opening.index ? opening.from : segment?.from;
  if (segment === null || counted.quantity.min < least || page.marks.hasCue("done", from ?? segment.from, segment.to))
    return false;
  // "An agreement on 1,000 for 1,000; it was carried out in May"
  if (isDoneAfter(page, segment.to)) return false;
  return !isDatedEntry(page, counted, segment.sentence);
}

/** "May 23-25: 1,000 for 1,000": what follows a day that is past was done, unless the words are of a plan. */
function isDatedEntry(page: Page, { from }: Counted, sentence: number): boolean {
  const whole = page.sentences[sentence];
  if (!whole || page.document.published === null) return false;
  const day = datesIn(page, whole.from, from).at(-1);
  if (
    !day ||
    from - day.to > 2 ||
    day.end > page.document.published ||
    page.marks.within("act", whole.from, from).length > 0
  )
    return false;
  return !(["planned", "offered", "deal"] as const).some((cue) => page.marks.hasCue(cue, whole.from, whole.to));
}

/** The scope of the clause; where it says nothing, that of the figure before in the same sentence. */
export function scopeWith(
  page: Page,
  own: Scoping,
  counted: Counted,
  act: ActFound | null,
  previous: Draft | null,
  sharing: Sharing | null,
  next: Counted | null,
): Scoping {
  const equal = next !== null && next.quantity.min === counted.quantity.min;
  if (sharing === "first" && equal && own.scope === "event" && isTerms(page, counted, act))
    return { ...own, scope: "planned", rule: "the terms of a deal" };
  if (own.act !== "returned" || own.scope !== "event") return own;
  const joined = act && previous ? promisedBefore(page, act, previous) : null;
  if (joined) return { ...own, ...joined };
  const segment = segmentAt(page, counted.quantity.from);
  const same = previous !== null && sentenceOf(page, previous.counted) === segment?.sentence;
  const dated =
    segment !== null &&
    (page.marks.within("day", segment.from, segment.to).length > 0 ||
      page.marks.within("weekday", segment.from, segment.to).length > 0);
  const near = previous !== null && segment !== null && segment.sentence - sentenceOf(page, previous.counted) <= 1;
  const back = near && page.marks.hasCue("inReturn", segment.from, segment.to) && previous.thing === counted.thing;
  const day =
    segment !== null && act?.converb !== true && datesIn(page, leadOf(page, segment), counted.from).length > 0;
  const listed = previous?.thing === counted.thing && isInRow(page, previous.counted.to, counted.from);
  const carries =
    (same || back) &&
    !dated &&
    !day &&
    !listed &&
    !isBracketed(page, previous.counted) &&
    previous.act === "returned" &&
    previous.scope === "cumulative";
  if (carries) return { ...own, scope: "cumulative", rule: "a total, as before in the sentence" };
  const swaps = segment && sharing === null && !dated ? severalSwaps(page, segment, segment.to, counted) : null;
  if (swaps) return { ...own, scope: "cumulative", rule: "a total of several exchanges", ...swaps };
  const span = segment !== null && sharing === null ? spanOfParagraph(page, segment) : null;
  if (span) return { ...own, scope: "cumulative", rule: "a total over the paragraph's span", ...span };
  if (segment && sharing === null && !dated && addsToTotal(page, counted, previous, segment))
    return { ...own, scope: "cumulative", rule: "added to the total before" };
  const { min } = counted.quantity;
  const paired = sharing === "first" || sharing === "second";
  const agreed = sharing === "each" && previous?.scope === "planned";
  if (!paired && !agreed && !dated && min >= largestHandover(page, counted) && !isOneOfRow(page, counted))
    return { ...own, scope: "cumulative", rule: "too many for one event" };
  return own;
}

/** What follows a total and tells of its span, or tells it again, is one too. */
export function asTotal(
  page: Page,
  counted: Counted,
  drafts: readonly Draft[],
  scoping: Scoping,
  to: Side | null,
): Scoping {
  if (scoping.scope !== "event") return scoping;
  if (counted.strangers) return { ...scoping, scope: "cumulative", rule: "those found among all" };
  const equal = drafts.slice(-3).findLast((draft) => draft.counted.quantity.min === counted.quantity.min);
  if (isCounterpart(page, counted, equal ?? drafts.at(-1) ?? null, to))
    return { ...scoping, scope: "cumulative", rule: "a total, like the other way" };
  return restates(page, counted, drafts)
    ? { ...scoping, scope: "cumulative", rule: "the total before, told exactly" }
    : scoping;
}

/** How much of a rounded total its exact number may exceed it by. */
const ROUNDED = 0.05;

/** "More than 1,800 came back in 2025. … 1,851 were freed": the exact number of what was told in round figures. */
function restates(page: Page, { quantity: { min, max, from } }: Counted, drafts: readonly Draft[]): boolean {
  const segment = segmentAt(page, from);
  if (!segment || datesIn(page, segment.from, segment.to).some(({ start, end }) => start === end)) return false;
  return drafts.slice(-4).some(({ act, scope, thing, counted: { quantity: told } }) => {
    const rough = told.qualifier === "more_than" || told.qualifier === "about" || told.qualifier === "at_least";
    if (!rough || act !== "returned" || scope !== "cumulative" || thing === "bodies" || min !== max) return false;
    return min > told.min && min - told.min <= told.min * ROUNDED;
  });
}

/** "157 for 157 (314 in all): …": a total in brackets says nothing of what follows them. */
function isBracketed({ tokens }: Page, { to }: Counted): boolean {
  return tokens[to]?.text === ")";
}

/** "In all 5,857 came home. Another 555 were freed outside of exchanges": the next sentence adds to a total of the same kind. */
function addsToTotal(page: Page, counted: Counted, previous: Draft | null, segment: Segment): boolean {
  if (previous?.act !== "returned" || previous.scope !== "cumulative" || counted.thing === null) return false;
  if ((previous.thing === "bodies") !== (counted.thing === "bodies")) return false;
  const before = page.sentences[segment.sentence - 1];
  const here = page.sentences[segment.sentence];
  // "Only yesterday, thanks to the go-between, another three came back"
  if (here && page.marks.within("day", here.from, counted.from).length > 0) return false;
  if (sentenceOf(page, previous.counted) !== segment.sentence - 1 || here?.paragraph !== before?.paragraph)
    return false;
  return page.marks.hasCue("added", Math.max(here?.from ?? 0, counted.from - 2), counted.from + 1);
}

/** "We gave about 12,000 bodies. Around 200 were returned to us": the next sentence tells of the same span. */
function isCounterpart(page: Page, counted: Counted, previous: Draft | null, to: Side | null): boolean {
  if (previous?.act !== "returned" || previous.scope !== "cumulative") return false;
  const people = (thing: string | null) => thing === "servicemen" || thing === "persons";
  if (previous.thing !== counted.thing && !(people(previous.thing) && people(counted.thing))) return false;
  if (to === null || previous.from !== to) return false;
  const segment = segmentAt(page, counted.quantity.from);
  if (!segment || sentenceOf(page, previous.counted) !== segment.sentence - 1) return false;
  const here = page.sentences[segment.sentence] ?? segment;
  const dated = (["day", "weekday", "month"] as const).some(
    (kind) =>
      page.marks.within(kind, here.from, counted.from).length + page.marks.within(kind, counted.to, segment.to).length >
      0,
  );
  return !dated && isNextTo(page, segment.sentence);
}

/** In the paragraph of the sentence before, or in one of wire copy's paragraphs of one sentence. */
function isNextTo({ sentences }: Page, sentence: number): boolean {
  const [before, here, after] = [-1, 0, 1].map((step) => sentences[sentence + step]?.paragraph);
  return here === before || (here !== after && before !== sentences[sentence - 2]?.paragraph);
}

/** "78, 19 and 31": numbers of one thing in a row are no totals of one span. */
function isInRow(page: Page, from: number, to: number): boolean {
  return to - from === 1 && (page.tokens[from]?.text === "," || page.marks.cueAt("clauseAnd", from) !== null);
}
