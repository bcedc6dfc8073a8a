import type { Mark, TagOf } from "../lexicon/mark.ts";
import type { Doing, Voice } from "../locale/locale.ts";
import { beginningIn } from "../text/places.ts";
import { BULLETS } from "../text/sentence.ts";
import type { Counted } from "./noun.ts";
import { isCountedBeside, saidToBe } from "./noun-cues.ts";
import { isByCase, type Page, segmentAt } from "./page.ts";
import type { Party } from "./party.ts";
import { resumed, type Segment } from "./segment.ts";

/** A word of giving, getting, swapping, keeping … with its subject. */
export interface ActFound {
  readonly does: Doing;
  readonly voice: Voice;
  readonly time: "done" | "ahead" | "not";
  readonly converb: boolean;
  readonly object: boolean;
  readonly from: number;
  readonly to: number;
  readonly segment: number;
  readonly sentence: number;
  /** The side that stands as its subject, if any. */
  readonly subject: Party | null;
}

/** An act farther off than this does not govern a number. */
const FARTHEST = 40;
/** Nobody is "it" any more after so many acts. */
const FORGOTTEN = 40;
const PASSIVE_REACH = 3;
const MANAGED_REACH = 10;

/** All acts of the text in order of place; those inside a counted phrase ("exchanged prisoners") describe, not tell. */
export function actsOf(page: Page, parties: readonly Party[], counted: readonly Counted[]): readonly ActFound[] {
  const inside = new Set<number>();
  const ends = new Set(counted.filter(({ thing, how }) => thing !== null && how === "after").map(({ to }) => to));
  for (const one of counted)
    if (one.thing !== null && one.how === "after")
      for (let at = one.quantity.to; at < one.to; at++)
        if (page.marks.at("between", at) || page.marks.at("dead", at)) inside.add(at);
  const acts: ActFound[] = [];
  for (const mark of page.marks.all("act")) {
    // "in return" and "outside of exchanges" hold no act.
    if (inside.has(mark.from) || page.marks.cueAt("inReturn", mark.from) || page.marks.cueAt("apart", mark.from))
      continue;
    // "an exchange of wounded soldiers"
    if (mark.tag.does === "lose" && page.marks.at("between", mark.from) && page.marks.at("thing", mark.to)) continue;
    // "Elindeki topraklardan": ground that a side holds is where people come from.
    if (mark.tag.does === "hold" && (page.marks.at("role", mark.from)?.to ?? 0) > mark.to) continue;
    const segment = segmentAt(page, mark.from);
    if (!segment) continue;
    const epithet = isEpithet(page, mark);
    // "The released prisoners include 34 soldiers": of a whole the epithet tells what was done.
    const among = page.marks.cueAt("part", mark.from - 2);
    if (epithet && !page.marks.hasCue("part", mark.to, segment.to) && among?.to !== mark.from - 1) continue;
    const voice = epithet || isParticiple(page, mark, ends) ? "passive" : voiceOf(page, mark, segment);
    const managed = mark.tag.time === "ahead" && isManaged(page, mark);
    const own = managed && (mark.tag.does === "return" || mark.tag.does === "free");
    // "157 esir aldı" got 157 captives; "157 askeri esir aldı" took 157 soldiers captive.
    const got = page.locale.writing.verbLast && mark.tag.voice === "active" && ends.has(mark.from + 1);
    acts.push({
      does: own || (got && mark.tag.does === "lose") ? "receive" : mark.tag.does,
      voice,
      time: managed
        ? "done"
        : mark.tag.time === "done" && voice !== "noun" && isAhead(page, mark)
          ? "ahead"
          : mark.tag.time,
      converb: mark.tag.converb,
      object: mark.tag.object,
      from: mark.from,
      to: mark.to,
      segment: segment.index,
      sentence: segment.sentence,
      subject: epithet ? null : subjectOf(page, mark, segment, parties, acts, voice),
    });
  }
  return acts;
}

/** "with 175 Ukrainians brought home", "1,000 bodies handed over": right after what is counted stands no verb with an object. */
function isParticiple(page: Page, { from, to, tag }: Mark<TagOf<"act">>, ends: ReadonlySet<number>): boolean {
  const { locale, marks } = page;
  // "1000 тіл отримав Київ": where case tells who gets, a participle has a form of its own.
  if (isByCase(page) || locale.passive.length === 0 || tag.voice !== "active" || !ends.has(from)) return false;
  return ["give", "receive", "free"].includes(tag.does) && !(marks.at("thing", to) ?? marks.at("thing", to + 1));
}

/** "the released prisoners", "those freed Ukrainians": the participle describes them. */
function isEpithet({ marks }: Page, { from, to, tag }: Mark<TagOf<"act">>): boolean {
  if (tag.voice === "noun" || !marks.cueAt("article", from - 1)) return false;
  return marks.at("thing", to) !== null || marks.at("adjective", to) !== null;
}

/** "agreed in May to free 1,000": an infinitive is still to be done, unless "managed" or the like says otherwise. */
function isAhead({ marks, tokens }: Page, { from }: Mark): boolean {
  const to = marks.cueAt("infinitive", from) ?? marks.cueAt("infinitive", from - 1);
  if (!to) return false;
  for (let at = to.from - 1; at >= to.from - 3 && tokens[at]?.kind === "word"; at--)
    if (marks.cueAt("managed", at)) return false;
  return true;
}

/** "вдалося також повернути 25": an infinitive with "managed" in its clause is done, and what is brought or freed is the own side's. */
function isManaged({ marks, tokens, locale }: Page, { from, to }: Mark): boolean {
  if (locale.scope.infinitive) return false;
  if (marks.cueAt("managed", to)) return true;
  const cue = marks.cues("managed", from - MANAGED_REACH, from).at(-1);
  // "managed to hold 57 exchanges and bring back 3,672": infinitives in a row share what was managed.
  if (!cue || marks.within("act", cue.to, from).some(({ tag }) => tag.voice !== "noun" && tag.time !== "ahead"))
    return false;
  return tokens.slice(cue.to, from).every(({ text }) => text !== "." && text !== ",");
}

function voiceOf(page: Page, mark: Mark<TagOf<"act">>, segment: Segment): Voice {
  const word = page.tokens[mark.from]?.word ?? "";
  const doing = page.locale.writing.progressive?.some((ending) => word.endsWith(ending)) === true;
  if (mark.tag.voice !== "active" || doing) return mark.tag.voice;
  // "among those released by Moscow"
  const by = page.marks.within("role", mark.to, mark.to + 1).some(({ tag }) => tag.role === "agent");
  if (by && mark.tag.does !== "hold" && page.locale.passive.length > 0) return "passive";
  for (let at = mark.from - 1; at >= Math.max(segment.from, mark.from - PASSIVE_REACH); at--) {
    if (page.marks.cueAt("passive", at)) return "passive";
    // "are prepared to transfer": another verb stands between.
    const stops = page.marks.at("thing", at) ?? page.marks.cueAt("offered", at) ?? page.marks.cueAt("planned", at);
    if (stops || page.tokens[at]?.kind !== "word" || page.marks.within("role", at, at + 1).length > 0) break;
  }
  return "active";
}

/** The nearest side before the act in its sentence that plays no other part; the subject of the act before is shared. */
function subjectOf(
  page: Page,
  mark: Mark<TagOf<"act">>,
  segment: Segment,
  parties: readonly Party[],
  before: readonly ActFound[],
  voice: Voice,
): Party | null {
  const sentence = page.sentences[segment.sentence];
  // Where verbs come last, a passive one has what is given for its subject.
  if (!sentence || (voice === "passive" && page.locale.writing.verbLast)) return null;
  const candidates = partiesIn(parties, sentence.from, mark.to).filter(
    (party) => party.role === "subject" && !isSpent(page, party, mark.from),
  );
  const own = candidates.findLast((party) => party.from >= segment.from) ?? antecedent(page, segment, parties);
  if (own) return own;
  const last = candidates.at(-1);
  // "Kyiv and Moscow held an exchange, in which 157 came home": two named together do not act as one in another clause.
  const apart = last !== undefined && page.marks.within("act", last.to, mark.from).length > 0;
  if (apart && last.joint) return null;
  const earlier = actsIn(before, sentence.from, mark.from).findLast((act) => act.voice !== "noun");
  const since = candidates.findLast((party) => !earlier || party.from > earlier.from);
  if (since) return since;
  if (earlier?.subject && agree(page, earlier.from, mark.from)) return earlier.subject;
  if (voice === "passive") return null;
  const stoodFor = pronoun(page, mark, before);
  if (stoodFor) return stoodFor;
  // "Отдала каждая сторона", "gave Kyiv": a subject that follows needs its case to be told.
  return (
    partiesIn(parties, mark.to, Math.min(segment.to, mark.to + 4)).find(
      (party) =>
        party.role === "subject" && page.locale.roles.some((rule) => rule.cases) && !page.locale.writing.verbLast,
    ) ?? null
  );
}

/** "handed to Kyiv, which gave back 29": the side right before the relative word. */
function antecedent({ marks, tokens }: Page, { from, relative }: Segment, parties: readonly Party[]): Party | null {
  if (!relative || marks.cueAt("relative", from)?.from !== from) return null;
  const end = tokens[from - 1]?.text === "," ? from - 1 : from;
  const side = partiesIn(parties, end - 4, end).findLast(({ to, role }) => to === end && role !== "owner");
  return side && !side.deictic ? { ...side, role: "subject", weak: false } : null;
}

/** "Russia handed over (передала) 1,000, and it was given (передали) 27": verbs of two endings have two subjects. */
function agree({ tokens, locale }: Page, first: number, second: number): boolean {
  const groups = locale.writing.agreement ?? [];
  const groupOf = (at: number) =>
    groups.findIndex((endings) => endings.some((ending) => tokens[at]?.word.endsWith(ending)));
  const [one, other] = [groupOf(first), groupOf(second)];
  return one < 0 || other < 0 || one === other;
}

/** "It took 380", "забрала вона": whoever acted last. */
function pronoun({ marks }: Page, act: Mark, before: readonly ActFound[]): Party | null {
  if (!marks.cueAt("sameSpeaker", act.from - 1) && !marks.cueAt("sameSpeaker", act.to)) return null;
  const last = before.slice(-FORGOTTEN).findLast(({ subject, voice }) => subject !== null && voice === "active");
  return last?.subject ?? null;
}

/** "Rus tarafının iddia ettiği 1000 naaş": where verbs come last, a verb of speech before the act has its own subject. */
function isSpent({ marks, locale }: Page, { from, to }: Party, act: number): boolean {
  if (!locale.writing.verbLast) return false;
  const cases = (marks.at("side", from) ?? marks.at("speaker", from))?.cases;
  return cases?.includes("gen") === true && !cases.includes("nom") && marks.hasCue("speech", to, act);
}

export function partiesIn(parties: readonly Party[], from: number, to: number): readonly Party[] {
  return beginningIn(parties, from, to);
}

/**
 * The act that governs a number: near, in the same segment, before it (or after it where verbs come last).
 * @param whole whether a figure was told that the number may be a part of
 */
export function governing(page: Page, counted: Counted, acts: readonly ActFound[], whole = true): ActFound | null {
  const segment = segmentAt(page, counted.quantity.from);
  const sentence = segment ? page.sentences[segment.sentence] : undefined;
  if (!segment || !sentence) return null;
  const named = namedSwap(page, counted, acts);
  if (named) return named;
  // "Seven of the freed are civilians; 139 had been held since 2022": a clause with a verb of being needs no other's.
  const { from, to } = whole && (counted.part || saidToBe(page, counted.to) !== null) ? segment : sentence;
  let best: ActFound | null = null;
  let lowest = Number.POSITIVE_INFINITY;
  for (const act of actsIn(acts, from, to)) {
    const cost = distance(page, counted, act, segment);
    if (cost < lowest && cost <= FARTHEST) {
      lowest = cost;
      best = act;
    }
  }
  return best;
}

/** "reunited after a 190-person exchange": a number within the name of a swap is that swap's. */
function namedSwap({ tokens }: Page, { quantity, to }: Counted, acts: readonly ActFound[]): ActFound | null {
  if (tokens[quantity.to]?.hyphen !== true) return null;
  return actsIn(acts, quantity.to, to + 2).find(({ does, voice }) => does === "swap" && voice === "noun") ?? null;
}

function distance(page: Page, counted: Counted, act: ActFound, segment: Segment): number {
  if (act.segment === resumed(page, segment)?.index && act.voice !== "noun") return 1;
  const after = act.from >= counted.quantity.to;
  const list = after ? null : listBetween(page, act.to, counted.from);
  const gap = after ? act.from - Math.min(counted.to, act.from) : counted.from - act.to - (list?.skipped ?? 0);
  const crossed = list ? 1 : crossings(page, act.segment, segment.index);
  const own = page.segments[act.segment];
  let cost = Math.max(0, gap) + 4 * crossed;
  if (isContact(page, counted, act)) return hasOtherAct(page, act, segment) ? Number.POSITIVE_INFINITY : 0;
  const aside = own?.relative === true && own.index !== segment.index;
  // "10 fighters | who were captured": what happened to them before is not what the number tells.
  if (aside && act.does === "lose") return Number.POSITIVE_INFINITY;
  // "workers whom the Kremlin still holds": what is so now outdoes what the main clause wishes.
  const now =
    aside && act.does === "hold" && page.marks.hasCue("still", own.from, own.to) && own.from - counted.to <= 1;
  if (aside && !now) cost += hasOwnAct(page, segment) || goesOn(page, own) ? 8 : 0;
  if (act.voice === "noun") cost += 5 + (crossed > 0 ? 5 : 0) + (isSetting(page, act) ? 6 : 0);
  if (now) return 0;
  if (act.does === "hold" && crossed > 0) cost += 6;
  if (isReduced(page, act) && hasOtherAct(page, act, segment)) cost += 12;
  if (act.does === "lose") cost += 3;
  // "200 held there were freed" tells whom; "200 are held there" tells what of them.
  const reduced = after && gap <= 1 && act.voice === "active" && !page.marks.cueAt("passive", act.from);
  if (reduced && (act.does === "hold" || act.does === "lose")) cost += 8;
  if ((act.converb && after) || (after && act.voice === "noun" && isCountedBeside(page, act)))
    return Number.POSITIVE_INFINITY;
  const late = page.locale.writing.verbLast
    ? !after
    : after && act.voice === "active" && act.does !== "come" && act.does !== "return";
  // "We handed over 1,000, and 19 were returned": the verb that is still to come has its own number.
  if (page.locale.writing.verbLast && !after && crossed > 0 && hasActAfter(page, counted, segment)) cost += 8;
  // "tutulan 270 asker ve 120 sivil serbest bırakıldı": a keeping before the number tells which they are.
  if (page.locale.writing.verbLast && !after && act.does === "hold" && hasActAfter(page, counted, segment)) cost += 12;
  return late ? cost + 3 : cost;
}

/** "Home came in all exchanges 936": a swap named after the verb of its clause is where it was done, not what. */
function isSetting(page: Page, { does, from, segment }: ActFound): boolean {
  const start = page.segments[segment]?.from ?? from;
  return (
    does === "swap" &&
    page.marks
      .within("act", start, from)
      .some(({ tag }) => tag.voice !== "noun" && tag.does !== "hold" && tag.does !== "lose")
  );
}

/** "residents held by Kyiv have been returned": a participle without a doer or auxiliary describes the noun before it. */
function isReduced({ marks, locale }: Page, act: ActFound): boolean {
  if (act.does !== "hold" || act.voice !== "active" || act.subject || locale.writing.verbLast) return false;
  return locale.passive.length > 0 && marks.within("role", act.to, act.to + 1).some(({ tag }) => tag.role !== "goal");
}

/** "the 55 prisoners | it was holding": a keeping right after the noun whose doer stands between tells which they are. */
function isContact({ marks, locale }: Page, { to }: Counted, { does, voice, from, subject }: ActFound): boolean {
  if (does !== "hold" || voice !== "active" || from - to < 1 || from - to > 3 || locale.writing.verbLast) return false;
  const doer = marks.cueAt("sameSpeaker", to) ?? marks.cueAt("we", to) ?? marks.cueAt("they", to);
  return doer !== null || (subject !== null && subject.from === to);
}

function hasOtherAct(page: Page, act: ActFound, { sentence }: Segment): boolean {
  const whole = page.sentences[sentence];
  return (
    whole !== undefined &&
    page.marks.within("act", whole.from, whole.to).some((other) => {
      return (
        other.from !== act.from && other.tag.voice !== "noun" && other.tag.does !== "hold" && other.tag.does !== "lose"
      );
    })
  );
}

function hasActAfter({ marks }: Page, { to }: Counted, segment: Segment): boolean {
  return marks.within("act", to, segment.to).some(({ tag }) => tag.voice !== "noun");
}

function hasOwnAct(page: Page, { from, to }: Segment): boolean {
  return page.marks.within("act", from, to).some(({ tag }) => tag.voice !== "noun");
}

/** "residents, | who were held hostage, | were returned": the verb of the main clause comes after the aside. */
function goesOn({ segments, marks, locale }: Page, aside: Segment): boolean {
  const rest = segments[aside.index + 1];
  if (locale.writing.verbLast || rest?.sentence !== aside.sentence || rest.relative || rest.cut !== 1) return false;
  const verb = marks.cueAt("passive", rest.from)?.to ?? rest.from;
  return marks.within("act", verb, verb + 2).some(({ tag }) => tag.voice !== "noun");
}

/** "They agreed to swap: • the wounded; • 6,000 bodies": whatever item a number stands in, the words before the list are as near. */
function listBetween({ tokens }: Page, from: number, to: number): { readonly skipped: number } | null {
  let first = -1;
  for (let at = to - 1; at >= from; at--) {
    const bullet = (tokens[at]?.breaks ?? 0) > 0 && BULLETS.has(tokens[at]?.text ?? "");
    if (bullet && first < 0) first = at;
    if (first >= 0 && bullet && tokens[at - 1]?.text === ":") return { skipped: first - at };
  }
  return null;
}

/** How many clauses lie between; those told aside ("who died") do not count. */
function crossings(page: Page, from: number, to: number): number {
  const [low, high] = from < to ? [from, to] : [to, from];
  let count = 0;
  for (let index = low + 1; index <= high; index++)
    if (index === high || page.segments[index]?.relative !== true) count++;
  return count;
}

export function actsIn(acts: readonly ActFound[], from: number, to: number): readonly ActFound[] {
  return beginningIn(acts, from, to);
}
