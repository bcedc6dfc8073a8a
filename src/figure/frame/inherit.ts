import type { Token } from "../text/token.ts";
import type { Draft } from "./draft.ts";
import type { Counted } from "./noun.ts";
import { whichBefore } from "./noun-before.ts";
import { endsAsPart, isPeople } from "./noun-cues.ts";
import { type Page, segmentAt } from "./page.ts";
import { askedAfter, isAnswer } from "./question.ts";
import type { Segment } from "./segment.ts";

/** The number with a noun: its own, or that of the figure before where nothing else was counted since. */
export function filled(
  page: Page,
  counted: Counted,
  drafts: readonly Draft[],
  shared: boolean,
  next: Counted | null,
): Counted | null {
  if (counted.thing !== null && sharesHead(page, counted, next)) return { ...counted, thing: next.thing };
  const previous = drafts.at(-1) ?? null;
  if (counted.thing !== null && previous && isGappedBodies(page, counted, previous))
    return { ...counted, thing: "bodies" };
  if (counted.thing !== null) return shared ? announced(page, counted) : ofGroup(page, counted);
  const here = page.sentences[segmentAt(page, counted.quantity.from)?.sentence ?? 0];
  const there = previous ? sentenceOf(page, previous.counted) : null;
  if (!here) return null;
  const noun = nearestThing(page, here.from, here.to, counted.quantity.from);
  if (awaitsNoun(page, counted, next)) return { ...counted, thing: next.thing };
  if (shared) return { ...counted, thing: pairedThing(page, counted, previous, next) };
  const listed =
    previous !== null && previous.counted.how !== "after" && isJoined(page, previous.counted.to, counted.from);
  if (!listed && !isAnchored(page, counted) && !leansLater(page, counted, next) && !isAnswer(page, counted))
    return null;
  const asked = askedAfter(page, counted);
  if (asked !== null && (there === null || here.index - there > 1)) return { ...counted, ...asked };
  const first = !listed && leansLater(page, counted, next) ? parallelFirst(page, drafts) : null;
  const matching = listed ? parallel(page, drafts) : first;
  if (matching !== null) return { ...counted, thing: matching };
  // "Bodies were returned twice: Kyiv got 1,000": a noun of the sentence itself comes before that of another.
  const own = there === here.index ? null : nearestThing(page, here.from, counted.from, counted.from);
  if (own !== null && page.locale.nouns.of.length > 0) return { ...counted, thing: own };
  const which = whichBefore(page, here.from, counted);
  if (which !== null) return { ...counted, ...which };
  // "Ninety people, three of them civilians, and 90 to Russia": the whole's noun.
  const last = previous?.part && !isPart(page, counted) ? (drafts.findLast(({ part }) => !part) ?? previous) : previous;
  if (last && there !== null && here.index - there <= 1) return { ...counted, thing: last.thing };
  const above = page.sentences[here.index - 1];
  const topic = noun ?? (above ? nearestThing(page, above.from, above.to, here.from) : null);
  // "We hold 2,300 of theirs": people, where nothing else was told of.
  const people = isOfUs(page, counted) ? "persons" : null;
  // "And since 2022? — More than 7,500": of what the answers before told.
  const thing = topic ?? people ?? (isAnswer(page, counted) ? (last?.thing ?? null) : null);
  return thing === null ? null : { ...counted, thing };
}

/** "Ukraine was given the bodies of 250 soldiers, Russia – 38 people": what the dash leaves out is given of both. */
function isGappedBodies({ marks, tokens }: Page, counted: Counted, previous: Draft): boolean {
  if (counted.thing !== "persons" || counted.nationality !== null || counted.group !== null) return false;
  if (previous.thing !== "bodies" || previous.act !== "returned" || tokens[counted.from - 1]?.text !== "–")
    return false;
  const side = marks.at("side", counted.from - 2);
  return side !== null && side.from - previous.counted.to <= 3;
}

function isOfUs({ marks, locale }: Page, { nationality, to }: Counted): boolean {
  const told = nationality === "our" || nationality === "their";
  return told && locale.nouns.of.length > 0 && (marks.cueAt("our", to) ?? marks.cueAt("their", to)) !== null;
}

/** "Are there still Kuryans over there? — There are. Twelve people.": people of the group that is asked after. */
function ofGroup(page: Page, counted: Counted): Counted {
  if (counted.thing !== "persons" || counted.nationality !== null || !isAnswer(page, counted)) return counted;
  const asked = askedAfter(page, counted);
  return asked?.group != null ? { ...counted, ...asked } : counted;
}

/** "Ukrayna 157, Rusya ise 157 vatandaşını geri aldı": where verbs come last, the noun comes with the last number. */
function awaitsNoun(page: Page, counted: Counted, next: Counted | null): next is Counted {
  if (!page.locale.writing.verbLast || !next || next.how !== "after" || next.reason !== null) return false;
  const here = segmentAt(page, counted.from);
  const there = segmentAt(page, next.from);
  if (!here || there?.sentence !== here.sentence || there.index !== here.index + 1) return false;
  const side = ({ from, to }: typeof here) => page.marks.within("side", from, to).length > 0;
  return side(here) && side(there) && counted.to >= here.to - 1;
}

/** "Kiev'e 909 askerin, Moskova'ya 41 askerin naaşını": a genitive at the end of its clause awaits the head of the next. */
function sharesHead(page: Page, counted: Counted, next: Counted | null): next is Counted {
  if (!awaitsNoun(page, counted, next) || next.thing !== "bodies" || !isPeople(counted.thing ?? "")) return false;
  const last = page.tokens[counted.to - 1]?.word ?? "";
  return Object.entries(page.locale.caseEndings).some(
    ([ending, cases]) => cases.includes("gen") && last.endsWith(ending),
  );
}

/** "обмін 1000 на 1000", "an exchange of POWs, 175 for 175": what the clause names, else what is exchanged: people. */
function pairedThing(page: Page, counted: Counted, previous: Draft | null, next: Counted | null): string {
  const { marks, segments } = page;
  const segment = segmentAt(page, counted.quantity.from);
  if (!segment) return "persons";
  // "185 for 185 servicemen": the noun after both is that of either.
  if (next?.how === "after" && next.thing !== null && next.from - counted.to <= 2) return next.thing;
  // After a colon, a dash or a comma stands what the words before it announce.
  let from = segment.from;
  for (let at = segment.index - 1; segments[at]?.sentence === segment.sentence; at--) {
    const before = segments[at];
    if (!before) break;
    from = before.from;
    if (nearestThing(page, from, segment.from, segment.from) !== null) break;
  }
  // "a 390-for-390 exchange": the pair describes an exchange, of what the exchange's own words name.
  if (previous && isExplained(page, previous, segment.from)) return previous.thing;
  const describes = isAttributive(page, counted);
  if (describes) from = counted.from;
  const and = describes ? marks.cues("clauseAnd", counted.to, segment.to)[0] : undefined;
  // "Under a 1,000-for-1,000 swap the side brought back soldiers of 46 units": whom a verb names is not what the pair counts.
  const verb = marks.within("act", counted.to, segment.to).find(({ tag }) => tag.voice !== "noun");
  const named = nearestThing(page, from, and?.from ?? verb?.from ?? segment.to, counted.quantity.from);
  if (named !== null) return named;
  // "1000 на 31": people are swapped for about as many; bodies mostly are not.
  const answered = next !== null && segmentAt(page, next.from)?.sentence === segment.sentence;
  const uneven = answered && counted.quantity.min >= 5 * next.quantity.min;
  if (uneven && marks.all("thing").some(({ tag }) => tag.thing === "bodies")) return "bodies";
  const sentence = page.sentences[segment.sentence];
  if (sentence && marks.hasCue("bodyAct", sentence.from, segment.to)) return "bodies";
  const swaps = marks.within("act", segment.from, segment.to).some(({ tag }) => tag.does === "swap");
  const gap = previous?.thing === "bodies" ? segment.sentence - sentenceOf(page, previous.counted) : null;
  const many = counted.quantity.min > page.story.largest.handover;
  if (gap !== null && gap <= (many ? 2 : 1) && (many || !swaps)) return "bodies";
  // "300 prisoners of war, 150 from each side"
  const same = previous !== null && sentenceOf(page, previous.counted) === segment.sentence && isPeople(previous.thing);
  const alone =
    sentence && marks.within("thing", sentence.from, sentence.to).every(({ tag }) => tag.thing === previous?.thing);
  return same && alone ? previous.thing : "persons";
}

/** A pair in brackets right after a figure: "1,000 soldiers (by the formula 500 for 500)". */
function isExplained(page: Page, previous: Draft, opening: number): boolean {
  const bracket = page.tokens[opening - 1]?.text === "(" || page.tokens[opening]?.text === "(";
  const end = previous.counted.to;
  return bracket && (end === opening || end === opening - 1);
}

/** Either number of a pair that is joined by hyphens and stands before what it describes. */
function isAttributive({ marks, tokens }: Page, { from, to }: Counted): boolean {
  const joined = tokens[to]?.hyphen === true || tokens[from]?.hyphen === true;
  if (!joined) return false;
  const end = [to, to + 1, to + 2].find((at) => marks.at("act", at)?.tag.does === "swap");
  return end !== undefined || marks.within("act", to, to + 4).some(({ tag }) => tag.does === "swap");
}

/** "об обмене военнопленных: по 1200 человек": people of the kind that the words before the pause announce. */
function announced(page: Page, counted: Counted): Counted {
  const segment = segmentAt(page, counted.from);
  const before = segment ? page.segments[segment.index - 1] : undefined;
  const apart = before?.sentence === segment?.sentence && counted.how === "after" && counted.nationality === null;
  if (!segment || !before || !apart || counted.thing !== "persons" || counted.group !== null) return counted;
  if (counted.from - segment.from > 3) return counted;
  const kind = page.marks.within("thing", before.from, before.to).at(-1);
  const acts = page.marks.within("act", segment.from, segment.to).length > 0;
  return kind?.tag.thing === "servicemen" && !acts ? { ...counted, thing: "servicemen" } : counted;
}

/** "2,400 and 170" after "2,300 servicemen and 170 civilians": the second of the one list is as the second of the other. */
function parallel(page: Page, drafts: readonly Draft[]): string | null {
  const [first, second, third] = drafts.slice(-3);
  if (!first || !second || !third || first.thing === second.thing || first.thing !== third.thing) return null;
  return sentenceOf(page, first.counted) === sentenceOf(page, second.counted) ? second.thing : null;
}

function parallelFirst(page: Page, drafts: readonly Draft[]): string | null {
  const [first, second] = drafts.slice(-2);
  if (!first || !second || first.thing === second.thing) return null;
  return sentenceOf(page, first.counted) === sentenceOf(page, second.counted) ? first.thing : null;
}

/** Only "and" or a comma stands between: items of one list. */
export function isJoined(page: Page, from: number, to: number): boolean {
  if (to <= from || to - from > 2) return false;
  for (let at = from; at < to; at++)
    if (page.tokens[at]?.text !== "," && !page.marks.cueAt("clauseAnd", at)) return false;
  return true;
}

/** Whether the next number of a list leans on something, which then holds for all of it. */
function leansLater(page: Page, counted: Counted, next: Counted | null): boolean {
  return next !== null && next.thing === null && isJoined(page, counted.to, next.from) && isAnchored(page, next);
}

/** A bare number must lean on something: "got 38", "22 to Russia", "of whom 7", "51 today". */
function isAnchored(page: Page, counted: Counted): boolean {
  const { marks, tokens } = page;
  if (counted.own || counted.part || isOfUs(page, counted)) return true;
  // "and 1,000 more were expected"
  if (
    marks.at("between", counted.to) &&
    (marks.cueAt("passive", counted.to + 1) ?? marks.cueAt("planned", counted.to + 1))
  )
    return true;
  // "… and another 555 outside of exchanges"
  if (marks.at("between", counted.from - 1) && marks.cueAt("clauseAnd", counted.from - 2)) return true;
  // "40 this year, and in all – 215", "and 31 – outside of it"
  const dashAt = isDash(tokens[counted.from - 1]) ? counted.from - 2 : -1;
  const lead = (["total", "thisYear", "lastYear", "stretch", "yearBeginning"] as const).some((cue) =>
    marks.cueAt(cue, dashAt),
  );
  if (lead || marks.cueAt("apart", counted.to) || (isDash(tokens[counted.to]) && marks.cueAt("apart", counted.to + 1)))
    return true;
  // "on 2 May (310) and 4 May (305)"
  if (tokens[counted.from - 1]?.text === "(" && marks.at("month", counted.from - 2)) return true;
  // "…, another 555 – outside of exchanges"
  const parted = page.tokens[counted.from - 2]?.text === "," && isDash(tokens[counted.to]);
  if (parted && marks.cueAt("added", counted.from - 1)) return true;
  // "Moscow — 30", "on Saturday — 307"
  const more = marks.at("between", counted.from - 1)?.from ?? counted.from;
  const afterDash = isDash(tokens[more - 1]);
  const dash = afterDash ? more - 2 : more - 1;
  const named = marks.at("adjective", dash) ?? marks.at("month", dash) ?? marks.at("year", dash);
  const dashed = afterDash && named !== null;
  // "Moscow spoke of 185", "Moscow — of 185"
  if (isSoMany(page, counted)) return true;
  const tells = marks.cueAt("about", counted.from - 1) ? counted.from - 2 : -1;
  if (isDash(tokens[tells]) || marks.cueAt("speech", tells) || marks.at("side", tells)) return true;
  if (dashed || marks.at("side", dash) || marks.at("weekday", dash) || marks.at("day", dash)) return true;
  if (marks.cueAt("toUs", dash) || marks.cueAt("toThem", dash)) return true;
  const segment = segmentAt(page, counted.from);
  const summed = (["total", "altogether"] as const).some(
    (cue) => segment && marks.hasCue(cue, segment.from, counted.from),
  );
  if (summed) return true;
  for (let at = counted.from - 1; at >= counted.from - 4 && at >= 0; at--) {
    // "gave the other side 200", "put the figure at 1,248"
    if (marks.cueAt("amount", at) || marks.cueAt("they", at)) return true;
    if (marks.at("act", at) || marks.cueAt("part", at) || marks.cueAt("inReturn", at) || marks.cueAt("total", at))
      return true;
    if (marks.at("side", at) && at === counted.from - 1) return true;
    if (tokens[at]?.kind !== "word" || tokens[at + 1]?.breaks) break;
    if (marks.at("thing", at) || marks.at("counted", at)) break;
  }
  for (let at = counted.to; at < counted.to + 4; at++) {
    const token = tokens[at];
    if (!token || token.breaks > 0) break;
    if (marks.at("act", at) || marks.cueAt("part", at) || marks.cueAt("inReturn", at) || marks.cueAt("home", at))
      return true;
    if (marks.at("day", at) || marks.at("weekday", at) || marks.cueAt("toUs", at) || marks.cueAt("fromUs", at))
      return true;
    if (marks.at("side", at)) return true;
    // "200 on the fifth and 300 on the sixth"
    if (marks.cueAt("clauseAnd", counted.from - 1) && marks.cueAt("ordinal", at)) return true;
    if (marks.cueAt("each", at) && at <= counted.to + 1) return true;
    if (token.kind !== "word" && token.text !== "–") break;
  }
  return false;
}

/** "В ноябре было 1000", "the day before they were 200", "yesterday it was 200": so many as told before, of another time. */
function isSoMany(page: Page, { from, quantity }: Counted): boolean {
  const { marks } = page;
  const segment = segmentAt(page, quantity.from);
  const copula = marks.cueAt("soMany", from - 1);
  if (!segment || !copula || page.sentences[segment.sentence]?.from !== segment.from || from - segment.from > 5)
    return false;
  return (["day", "weekday", "month"] as const).some(
    (kind) => marks.within(kind, segment.from, copula.from).length > 0,
  );
}

/** A dash, or the hyphen between spaces that is typed for one. */
function isDash(token: Token | undefined): boolean {
  return token?.text === "–" || (token?.text === "-" && !token.tight);
}

function nearestThing(page: Page, from: number, to: number, at: number): string | null {
  let best: string | null = null;
  let lowest = Number.POSITIVE_INFINITY;
  let before: { readonly to: number; readonly thing: string } | null = null;
  const dead = page.marks
    .within("dead", from, to)
    .filter((mark) => page.marks.at("thing", mark.to) === null && page.marks.at("adjective", mark.to) === null)
    .map((mark) => ({ ...mark, tag: { thing: "bodies" } }));
  const nouns = [...page.marks.within("thing", from, to), ...dead].toSorted((a, b) => a.from - b.from);
  for (const mark of nouns) {
    const gap = mark.from >= at ? (mark.from - at) * 1.5 : at - mark.to;
    // "the bodies of soldiers": bodies.
    const ofBodies: boolean =
      before?.thing === "bodies" &&
      mark.from - before.to <= 3 &&
      page.marks.within("act", before.to, mark.from).length === 0;
    // "the exchange of fallen soldiers' bodies"
    const fallen = isPeople(mark.tag.thing) && page.marks.at("dead", mark.from - 1) !== null;
    const thing: string = ofBodies || fallen ? "bodies" : mark.tag.thing;
    before = { to: mark.to, thing };
    if (gap >= lowest) continue;
    lowest = gap;
    best = thing;
  }
  return best;
}

/** "Of the Ukrainians, 51 were civilians": whose people a part is of, where its words say so. */
export function ofWhom(page: Page, counted: Counted): Counted {
  const sentence = page.sentences[segmentAt(page, counted.from)?.sentence ?? 0];
  if (counted.nationality !== null || !sentence || !isPart(page, counted)) return counted;
  const part = page.marks.cues("part", Math.max(sentence.from, counted.from - 8), counted.from).at(-1);
  const people = part
    ? (page.marks.within("adjective", part.from, part.to)[0] ?? page.marks.within("side", part.from, part.to)[0])
    : undefined;
  return people ? { ...counted, nationality: people.tag.side } : counted;
}

/** Sentences back to where a group was named that is still spoken of. */
const GROUP_REACH = 3;

/** "Ten residents of the region came home. Another 13 people are kept there": of the group told of, where no other people are named since. */
export function keptGroup(page: Page, counted: Counted): Counted {
  const { marks, sentences } = page;
  if (counted.thing !== "persons" || counted.group !== null || counted.nationality !== null) return counted;
  const from = sentences[Math.max(0, sentenceOf(page, counted) - GROUP_REACH)]?.from ?? 0;
  const told = marks.within("group", from, counted.from).at(-1)?.tag;
  if (!told || marks.within("thing", from, counted.from).some(({ tag }) => tag.thing === "servicemen")) return counted;
  return { ...counted, thing: told.thing, group: told.group, nationality: told.side };
}

/** "including 7 civilians", "of them 14": part of the figure before. */
export function isPart(page: Page, counted: Counted): boolean {
  if (counted.part || isPartByEnding(page, counted)) return true;
  const { marks } = page;
  const segment = segmentAt(page, counted.quantity.from);
  if (!segment) return false;
  // "Among them, 1,953 were freed"
  const lead = page.segments[segment.index - 1];
  const opens =
    lead?.sentence === segment.sentence && segment.cut === 1 && marks.cueAt("part", lead.from)?.to === lead.to - 1;
  return (
    opens ||
    isListedAmong(page, segment) ||
    marks.hasCue("part", Math.max(segment.from, counted.from - 8), counted.from) ||
    marks.hasCue("part", counted.to, Math.min(segment.to, counted.to + 3))
  );
}

/** "Among the released were soldiers, officers, | and two civilians": the last of a list that opens with its whole. */
function isListedAmong({ marks, sentences, segments }: Page, { index, sentence, from }: Segment): boolean {
  const here = sentences[sentence];
  if (!here || from === here.from || !marks.cueAt("clauseAnd", from)) return false;
  const opening = marks.cueAt("part", here.from);
  if (!opening) return false;
  let first = index;
  while (segments[first - 1]?.sentence === sentence) first--;
  const between = segments.slice(first, index);
  const told = between.some(({ from: start, to }) =>
    marks
      .within("act", Math.max(start, opening.to), to)
      .some(({ tag }) => tag.does !== "free" && tag.does !== "return"),
  );
  return !told && marks.hasCue("passive", opening.to, between[0]?.to ?? opening.to);
}

function isPartByEnding(page: Page, counted: Counted): boolean {
  return counted.how === "after" && endsAsPart(page, counted) && page.marks.at("thing", counted.quantity.to) !== null;
}

export function sentenceOf(page: Page, counted: Counted): number {
  return segmentAt(page, counted.quantity.from)?.sentence ?? 0;
}
