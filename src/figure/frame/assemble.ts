import type { Act, Scope, Side } from "../figure.ts";
import type { Quantity } from "../number/quantity.ts";
import { quantitiesOf } from "../number/quantity.ts";
import { type ActFound, actsOf, governing } from "./act.ts";
import { type Direction, directionOf, type Vote } from "./direction.ts";
import { withNeighbours } from "./elided.ts";
import { type Counted, countedBy } from "./noun.ts";
import { otherSide, type Page, segmentAt } from "./page.ts";
import { type Party, partiesOf } from "./party.ts";
import { isSame, sameNumbers } from "./same.ts";
import { scopeOf } from "./scope.ts";
import { sharingOf } from "./sharing.ts";
import { type Speech, speechOf } from "./speech.ts";

/** A figure before dates and repeats are looked at. */
export interface Draft {
  readonly counted: Counted;
  readonly thing: string;
  readonly act: Act;
  readonly from: Side | null;
  readonly to: Side | null;
  readonly reach: "one_way" | "both" | "unstated";
  readonly scope: Scope;
  readonly votes: readonly Vote[];
  /** How sure the direction is, 0 to 1. */
  readonly margin: number;
  readonly scopeFrom: number;
  readonly scopeTo: number;
  readonly verb: ActFound | null;
  readonly trace: readonly string[];
  /** What speaks against it: each entry lowers the confidence. */
  readonly doubts: readonly string[];
}

export interface LeftOut {
  readonly quantity: Quantity;
  readonly reason: string;
}

export interface Reckoning {
  readonly drafts: readonly Draft[];
  readonly leftOut: readonly LeftOut[];
  readonly speech: Speech;
}

interface Work {
  readonly page: Page;
  readonly speech: Speech;
  readonly parties: readonly Party[];
  readonly acts: readonly ActFound[];
  readonly drafts: Draft[];
  readonly leftOut: LeftOut[];
}

/** Reads every number of the text in order; what was read before helps with what is left unsaid after. */
export function reckon(page: Page): Reckoning {
  const speech = speechOf(page);
  const parties = partiesOf(page, speech);
  const counted = withNeighbours(
    page,
    quantitiesOf(page.tokens, page.marks, page.locale).map((quantity) => countedBy(page, quantity)),
  );
  const acts = actsOf(page, parties, counted);
  const work: Work = { page, speech, parties, acts, drafts: [], leftOut: [] };
  const all = [...counted, ...sameNumbers(page)].toSorted((a, b) => a.quantity.from - b.quantity.from);
  const sharing = sharingOf(page, all);
  for (const one of all) {
    const reason = read(work, one, sharing.get(one) ?? null);
    if (reason !== null) work.leftOut.push({ quantity: one.quantity, reason });
  }
  return work;
}

/** Adds the drafts of one number. @returns why it was left out, or null */
function read(work: Work, given: Counted, sharing: "each" | "first" | "second" | null): string | null {
  // "175'e 175 formülüyle": the word after a pair is no noun of its own.
  const byCase = work.page.locale.sharing.pairEndings !== undefined;
  const formula =
    byCase && given.reason === "counts something unknown" && (sharing === "first" || sharing === "second");
  if (given.reason !== null && !formula) return given.reason;
  if (isSame(given)) return readSame(work, given);
  const { page, acts, drafts } = work;
  const previous = drafts.at(-1) ?? null;
  const counted = filled(page, given, previous, sharing !== null);
  if (!counted) return "no noun, and none to take over";
  const segment = segmentAt(page, counted.quantity.from);
  if (!segment) return "outside of all clauses";
  const { marks } = page;
  if (marks.hasCue("maskClause", segment.from, segment.to)) return "the clause counts something else";
  if (foreign(work, segment.from, segment.to)) return "another party acts";
  const act = governing(page, counted, acts);
  if (act?.does === "lose" && counted.thing !== "bodies") return "lost at the front";
  const part = isPart(page, counted);
  const inherits = previous !== null && (part || !act) && near(page, previous, counted) ? previous : null;
  const direction = directionOf({ ...work, counted, act, before: previous?.to ?? null });
  if (!act && !inherits && sharing === null && !evidence(direction)) return "no act of giving or keeping";
  const scoping = scopeOf(page, counted, act);
  // Where verbs come last, a clause cut short still says for itself whether it is a total or a plan.
  const told = page.locale.writing.verbLast && scoping.rule !== "one event";
  const taken =
    inherits && (part || (!act && !told))
      ? { act: inherits.act, scope: inherits.scope, rule: "as the figure before" }
      : scoping;
  const draft = { work, counted, act, direction, inherits, sharing, taken, scoping, part };
  drafts.push(...draftsOf(draft, work.parties));
  return null;
}

/** "The same number": the figures told last, the other way. */
function readSame(work: Work, given: Counted): string | null {
  const last = work.drafts.at(-1);
  if (!last || last.to === null) return "the same as nothing before";
  const sentence = segmentAt(work.page, last.counted.quantity.from)?.sentence;
  const alike = work.drafts.filter(
    (draft) =>
      segmentAt(work.page, draft.counted.quantity.from)?.sentence === sentence &&
      draft.to === last.to &&
      draft.thing === last.thing &&
      draft.scope === last.scope,
  );
  for (const draft of given.thing === null ? alike : [last]) {
    const { min, max, qualifier } = draft.counted.quantity;
    work.drafts.push({
      ...draft,
      counted: { ...given, quantity: { ...given.quantity, min, max, qualifier } },
      thing: given.thing ?? draft.thing,
      from: draft.to,
      to: draft.from,
      trace: [...draft.trace, "the same number, the other way"],
      doubts: [...draft.doubts, "leans on the figure before"],
    });
  }
  return null;
}

interface Ready {
  readonly work: Work;
  readonly counted: Counted;
  readonly act: ActFound | null;
  readonly direction: Direction;
  readonly inherits: Draft | null;
  readonly sharing: "each" | "first" | "second" | null;
  readonly taken: { readonly act: Act; readonly scope: Scope; readonly rule: string };
  readonly scoping: { readonly from: number; readonly to: number; readonly rule: string };
  readonly part: boolean;
}

function draftsOf(ready: Ready, parties: readonly Party[]): Draft[] {
  const { work, counted, act, direction, inherits, sharing, taken, scoping, part } = ready;
  const { page } = work;
  const base = {
    counted,
    thing: counted.thing ?? "persons",
    act: taken.act,
    scope: taken.scope,
    votes: direction.votes,
    margin: direction.margin,
    scopeFrom: scoping.from,
    scopeTo: scoping.to,
    verb: act,
    trace: traceOf(ready),
    doubts: doubtsOf(ready),
  };
  if (taken.act === "held")
    return [{ ...base, from: holderOf(page, counted, act, parties, direction), to: null, reach: "one_way" }];
  if (sharing === "each") return bothWays(page, base);
  if (sharing === "second") return second(work, base);
  const specific = direction.votes.some(({ weight, rule }) => weight >= 2 && rule !== "speaker's own side");
  if (act?.does === "swap" && !specific && sharing === null && !part)
    return [{ ...base, from: null, to: null, reach: "both" }];
  const to = direction.to !== null && (specific || !inherits) ? direction.to : (inherits?.to ?? direction.to);
  const from = otherSide(page.story, to);
  if (to === null) return [{ ...base, from: null, to: null, reach: inherits?.reach === "both" ? "both" : "unstated" }];
  return [{ ...base, from, to, reach: "one_way" }];
}

type Base = Omit<Draft, "from" | "to" | "reach">;

function bothWays(page: Page, base: Base): Draft[] {
  const [first, last] = page.story.sides;
  if (!first || !last || page.story.sides.length !== 2) return [{ ...base, from: null, to: null, reach: "both" }];
  return [
    { ...base, from: first.code, to: last.code, reach: "one_way" },
    { ...base, from: last.code, to: first.code, reach: "one_way" },
  ];
}

/** The second number of "1,000 for 31" goes the other way than the first; both where the first's way is unknown. */
function second(work: Work, base: Base): Draft[] {
  const first = work.drafts.at(-1);
  if (!first) return [];
  const thing = base.counted.how === "elided" ? first.thing : base.thing;
  if (first.to === null) {
    work.drafts.pop();
    const [a, b] = work.page.story.sides;
    if (!a || !b) return [];
    return [
      { ...first, from: a.code, to: b.code, reach: "one_way" },
      { ...base, thing, act: first.act, scope: first.scope, from: b.code, to: a.code, reach: "one_way" },
    ];
  }
  return [{ ...base, thing, act: first.act, scope: first.scope, from: first.to, to: first.from, reach: "one_way" }];
}

/** Who keeps them: the subject of keeping, whoever's captivity or land it is, else the side that they do not belong to. */
function holderOf(
  page: Page,
  counted: Counted,
  act: ActFound | null,
  parties: readonly Party[],
  direction: Direction,
): Side | null {
  const segment = segmentAt(page, counted.quantity.from);
  if (segment) {
    const acting = act ? page.segments[act.segment] : undefined;
    const inside = ({ from }: Party, stretch = segment) => from >= stretch.from && from < stretch.to;
    const here = parties.filter((party) => inside(party) || inside(party, acting));
    const placed = here.find(({ role }) => role === "holder" || role === "place" || role === "agent");
    if (placed) return placed.side;
    const captivity = page.marks.cues("captivity", segment.from, segment.to)[0];
    const adjective = captivity ? page.marks.at("adjective", captivity.from - 1) : null;
    if (adjective) return adjective.tag.side;
  }
  if (act?.voice === "active" && act.subject) return act.subject.side;
  return otherSide(page.story, direction.to);
}

/** The number with a noun: its own, or that of the figure before where nothing else was counted since. */
function filled(page: Page, counted: Counted, previous: Draft | null, shared: boolean): Counted | null {
  if (counted.thing !== null) return counted;
  const here = page.sentences[segmentAt(page, counted.quantity.from)?.sentence ?? 0];
  const there = previous ? segmentAt(page, previous.counted.quantity.from)?.sentence : undefined;
  if (!here) return null;
  if (shared) {
    const noun = nearestThing(page, here.from, here.to, counted.quantity.from) ?? previous?.thing ?? "persons";
    return { ...counted, thing: noun };
  }
  if (previous && there !== undefined && here.index - there <= 1) return { ...counted, thing: previous.thing };
  const noun = nearestThing(page, here.from, here.to, counted.quantity.from);
  return noun === null ? null : { ...counted, thing: noun };
}

function nearestThing(page: Page, from: number, to: number, at: number): string | null {
  let best: string | null = null;
  let lowest = Number.POSITIVE_INFINITY;
  for (const mark of page.marks.within("thing", from, to)) {
    const gap = mark.from >= at ? (mark.from - at) * 1.5 : at - mark.to;
    if (gap < lowest) {
      lowest = gap;
      best = mark.tag.thing;
    }
  }
  return best;
}

function isPart(page: Page, counted: Counted): boolean {
  const { marks } = page;
  const segment = segmentAt(page, counted.quantity.from);
  if (!segment) return false;
  return (
    marks.hasCue("part", Math.max(segment.from, counted.from - 8), counted.from) ||
    marks.hasCue("part", counted.to, Math.min(segment.to, counted.to + 3))
  );
}

function near(page: Page, previous: Draft, counted: Counted): boolean {
  const there = segmentAt(page, previous.counted.quantity.from)?.sentence ?? -9;
  const here = segmentAt(page, counted.quantity.from)?.sentence ?? 0;
  return here - there <= 1;
}

function evidence(direction: Direction): boolean {
  return direction.votes.some(({ rule }) => rule === "goes to" || rule === "comes from" || rule === "in return");
}

/** Whether a party that the story knows as not its own acts in the clause. */
function foreign({ page }: Work, from: number, to: number): boolean {
  const { marks } = page;
  if (marks.within("side", from, to).length > 0) return false;
  return marks
    .within("act", from, to)
    .some((act) =>
      marks
        .within("other", act.from - 3, act.from)
        .some((other) => other.to <= act.from && marks.within("role", other.from - 3, other.from).length === 0),
    );
}

function traceOf({ counted, act, direction, inherits, sharing, taken }: Ready): string[] {
  const trace = [`noun ${counted.how}: ${counted.thing ?? "none"}`];
  if (counted.quantity.qualifier !== "exact") trace.push(`qualifier: ${counted.quantity.qualifier}`);
  if (act) trace.push(`act: ${act.does}, ${act.voice}${act.time === "done" ? "" : `, ${act.time}`}`);
  if (sharing) trace.push(sharing === "each" ? "one amount for each side" : `${sharing} of a pair`);
  for (const { rule, to } of direction.votes) trace.push(`to ${to}: ${rule}`);
  if (inherits) trace.push("continues the figure before");
  trace.push(`scope: ${taken.rule}`);
  return trace;
}

function doubtsOf({ counted, act, direction, inherits }: Ready): string[] {
  const doubts: string[] = [];
  if (counted.how === "elided") doubts.push("no noun of its own");
  if (!act) doubts.push("no act in its clause");
  if (inherits) doubts.push("leans on the figure before");
  if (direction.to === null) doubts.push("no direction");
  else if (direction.margin < 0.5) doubts.push("direction disputed");
  return doubts;
}
