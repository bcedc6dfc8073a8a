import type { Mark } from "../lexicon/mark.ts";
import type { Counted } from "./noun.ts";
import { type Page, segmentAt } from "./page.ts";
import type { Segment } from "./segment.ts";

/** How a number is shared between the sides: so many for each, first and second of "A for B", or what B, told with the verb, answers. */
export type Sharing = "each" | "first" | "second" | "answered";

export function sharingOf(page: Page, counted: readonly Counted[]): ReadonlyMap<Counted, Sharing> {
  const shares = new Map<Counted, Sharing>();
  for (const [at, one] of counted.entries()) {
    if (one.reason !== null && !isOpen(one)) continue;
    const next = counted[at + 1];
    if (next && !shares.has(one) && isPair(page, one, next) && !isHandedFor(page, one, next)) {
      shares.set(one, "first");
      shares.set(next, "second");
    } else if (next && one.reason === null && !shares.has(one) && isAnswered(page, one, next))
      shares.set(one, "answered");
    else if (next && !shares.has(next) && next.reason === null && isInExchange(page, one, next))
      shares.set(next, "second");
    else if (
      one.reason === null &&
      !shares.has(one) &&
      (isEach(page, one, counted[at - 1]) || isListed(page, shares, counted[at - 1], one))
    )
      shares.set(one, "each");
  }
  for (const [at, one] of [...counted.entries()].reverse()) {
    const next = counted[at + 1];
    if (next && shares.get(next) === "each" && !shares.has(one) && areListed(page, one, next)) shares.set(one, "each");
  }
  return shares;
}

/** "390, 307 and 303 from each side", "185 soldiers and 20 civilians to each": what is said of the last of a list holds for all of it. */
function areListed({ marks, tokens }: Page, one: Counted, next: Counted): boolean {
  if (one.reason !== null || one.thing === null || !areOfOneList(one, next)) return false;
  const between = one.to >= next.from ? one.quantity.to : one.to;
  return next.from - between === 1 && (tokens[between]?.text === "," || marks.cueAt("clauseAnd", between) !== null);
}

/** Of one thing, or people of two kinds. */
function areOfOneList(one: Counted, next: Counted): boolean {
  return one.thing === next.thing || (one.thing !== "bodies" && next.thing !== "bodies" && next.thing !== null);
}

/** "1,000 for 1,000", "1,000 bodies for 35", "50-50", "1000:25". */
function isPair(page: Page, one: Counted, next: Counted): boolean {
  const { marks, tokens } = page;
  const start = one.quantity.to;
  const end = next.from;
  if (end - start > 8 || (next.reason !== null && !isOpen(next))) return false;
  // "6,691 people in 22 rounds": after people with a noun of their own, what else is counted is no other half.
  if (one.how === "after" && one.reason === null && next.reason === "counts something else") return false;
  if (isPairByCase(page, one, next)) return true;
  const colon = end - start === 1 && tokens[start]?.text === ":" ? tokens[start] : null;
  if (colon) return colon.tight && tokens[end]?.tight === true;
  if (end === start) return tokens[end]?.hyphen === true && one.quantity.min === next.quantity.min;
  const against = marks.cues("against", start, end).find(({ to }) => to === end || to === next.quantity.from);
  // "5,355 freed in (за) 18 exchanges"
  const acts = next.reason === "counts something else" && tokens[next.quantity.to]?.hyphen !== true;
  if (!against || (acts && next.quantity.min !== one.quantity.min)) return false;
  return against.from === start || against.from === one.to;
}

/** "1000 cenazeye karşılık Ukrayna 30 cenaze verdi": the verb tells the way of the second. */
function isAnswered(page: Page, one: Counted, next: Counted): boolean {
  if (!page.locale.writing.verbLast || next.reason !== null) return false;
  const here = segmentAt(page, one.quantity.from);
  const against = page.marks.cueAt("against", one.to);
  return against?.from === one.to && here?.index === segmentAt(page, next.quantity.from)?.index;
}

/** "Bin naaşa karşılık 19 naaşı Rusya'ya verdi": unlike a swap, a verb that hands over speaks of the second alone. */
function isHandedFor(page: Page, one: Counted, next: Counted): boolean {
  if (one.reason !== null || one.nationality !== null || !isAnswered(page, one, next)) return false;
  const clause = segmentAt(page, next.from);
  const acts = clause ? page.marks.within("act", next.to, clause.to) : [];
  return acts.some(({ tag }) => tag.voice !== "noun" && (tag.does === "give" || tag.does === "receive"));
}

/** "175'e 175", "bin kişiye bin kişi": where case does the work of "for". */
function isPairByCase(page: Page, one: Counted, next: Counted): boolean {
  const { pairEndings } = page.locale.sharing;
  if (!pairEndings || one.quantity.min !== next.quantity.min || next.from !== one.to) return false;
  const last = page.tokens[one.to - 1];
  const ending = last?.suffix ?? last?.word ?? "";
  return pairEndings.some((one) => (last?.suffix ? ending === one : ending.endsWith(one)));
}

/** "1,000 bodies were returned on Thursday in exchange for 35" */
function isInExchange(page: Page, one: Counted, next: Counted): boolean {
  if (one.thing === null || one.reason !== null) return false;
  if (segmentAt(page, one.from)?.sentence !== segmentAt(page, next.from)?.sentence) return false;
  const against = page.marks.cues("against", one.to, next.from).at(-1);
  if (!against || against.to - against.from < 2) return false;
  return against.to === next.from || against.to === next.quantity.from || isAfterName(page, against.to, next.from);
}

/** "in exchange for the politician and 55 prisoners": somebody named goes along with them. */
function isAfterName({ marks, tokens }: Page, from: number, to: number): boolean {
  if (to - from > 12 || marks.cueAt("clauseAnd", to - 1) === null) return false;
  for (let at = from; at < to - 1; at++)
    if (tokens[at]?.kind !== "word" || marks.at("act", at) || marks.at("thing", at)) return false;
  return true;
}

/** "the 390-for-390 exchange": what seems to be counted is the exchange itself. */
function isOpen({ reason }: Counted): boolean {
  return reason === null || reason === "counts something unknown" || reason === "counts something else";
}

function isOfEach({ marks }: Page, at: number): boolean {
  const noun = marks.at("dead", at) || marks.at("between", at) || marks.at("adjective", at) ? at + 1 : at;
  return marks.at("thing", noun) !== null;
}

/** "по двести и триста военнослужащих", "по 307 и 303": the word stands once for the list. */
function isListed(
  { marks, tokens }: Page,
  shares: ReadonlyMap<Counted, Sharing>,
  before: Counted | undefined,
  { from }: Counted,
): boolean {
  if (!before || shares.get(before) !== "each" || (from !== before.quantity.to + 1 && from !== before.to + 1))
    return false;
  const listed = tokens[before.from - 1]?.text === ",";
  return (
    (listed || marks.cueAt("eachBefore", before.from - 1) !== null) &&
    (marks.cueAt("clauseAnd", from - 1) !== null || tokens[from - 1]?.text === ",")
  );
}

/** "4,641 captives on both sides", "з обох боків звільнено 314": a sum over both directions. */
export function isAltogether(page: Page, { from, to }: Counted, until = to + 5): boolean {
  const segment = segmentAt(page, from);
  return segment !== null && page.marks.hasCue("altogether", Math.max(segment.from, from - 8), until);
}

/** "303 kişi evine döndü, | her iki taraftan da": the end of a clause, or of the few words added to it. */
function endOf(page: Page, { index, sentence, to }: Segment): number {
  const next = page.segments[index + 1];
  const added = page.locale.writing.verbLast && next?.sentence === sentence && next.to - next.from <= LONGEST_ADDED;
  return added && page.segments[index + 2]?.sentence !== sentence ? next.to : to;
}

const LONGEST_ADDED = 5;

/** "The sides exchanged 175 each and Russia released 22": said of the number right before it. */
function isOfBefore({ marks }: Page, cue: Mark, before: Counted | undefined, { from }: Counted): boolean {
  if (!before || before.reason !== null || before.to !== cue.from) return false;
  return cue.to <= from && marks.within("act", cue.to, from).length > 0;
}

function isEach(page: Page, one: Counted, before: Counted | undefined): boolean {
  if (one.quantity.each) return true;
  const segment = segmentAt(page, one.quantity.from);
  if (!segment) return false;
  const { marks } = page;
  const { from, qualifierFrom } = one.quantity;
  if (marks.cues("eachBefore", one.from - 3, from).some(({ to }) => to === from || to === qualifierFrom))
    return !isOverMonths(page, one, segment);
  // "each returned 307, officials on both sides said": what the next clause says of both sides is no sum.
  if (isAltogether(page, one, Math.min(segment.to, one.to + 5))) return false;
  // "15 bodies for each dead hostage" is a rate; "390 people from each side" is shared.
  const cues = marks
    .cues("each", segment.from, endOf(page, segment))
    .filter((cue) => !isOfEach(page, cue.to) && !isOfBefore(page, cue, before, one));
  // "314 captives – 157 from each side": the nearest number's.
  const pause = page.tokens[one.to]?.kind === "mark" && page.tokens[one.to]?.text !== ",";
  const parted = (until: number) => pause && page.tokens.slice(one.to, until).some(({ kind }) => kind === "number");
  return cues.some(({ from: start, to }) => {
    if (to <= one.from) return one.from - to <= 6 && !isSpentOn(page, to, one.from);
    return start >= segment.to || (start - one.to <= 5 && !parted(start));
  });
}

/** "В июне, июле и августе отдавали по 300 тел": so many each time, not from each side. */
function isOverMonths({ marks, sentences }: Page, { from }: Counted, segment: Segment): boolean {
  const months = marks.within("month", sentences[segment.sentence]?.from ?? segment.from, from);
  return months.some((month, at) => month.from - (months[at - 1]?.to ?? Number.NEGATIVE_INFINITY) <= 2);
}

/** "Her iki taraftan 900 kişinin takası ve 500 cenazenin iadesi": where verbs come last, an act before the number ends what each side does. */
function isSpentOn({ locale, marks }: Page, from: number, to: number): boolean {
  return locale.writing.verbLast && marks.within("act", from, to).length > 0;
}
