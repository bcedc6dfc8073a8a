import type { CalendarDate } from "../figure/figure.ts";
import type { Change, Claim } from "./change.ts";
import { corrected, restored, type Surroundings, titleOf, toChange, toWithdrawn } from "./compare.ts";
import { type Edits, isUnchanged } from "./edit.ts";
import { agree, isNarrower, type Value } from "./interval.ts";
import { eventSeries, lineKey } from "./key.ts";
import type { LedgerEvent } from "./ledger.ts";
import { type Matches, matchEvents } from "./match-events.ts";
import * as say from "./reason.ts";
import { exchangedSince, runningTotal, type Since } from "./running-total.ts";

/** The ledger of one metric around the days that the figures speak of, and what lies outside. */
export interface LedgerView {
  /** With what the report said before its edit, without what it says now. */
  readonly before: readonly LedgerEvent[];
  readonly after: readonly LedgerEvent[];
  /** The exchanges of other days after the baseline's. */
  readonly elsewhere: Since;
  readonly baselineDay: CalendarDate;
  /** The series of the running total; null where the metric has none. */
  readonly totalSeries: string | null;
}

/**
 * What the event figures of one metric mean: new exchanges, other voices for known ones, disputes about them, and what an
 * edit did to exchange and total.
 * @param claims the metric's event figures of one extraction, in the order of the text
 */
export function compareEvents(
  claims: readonly Claim[],
  edits: Edits,
  view: LedgerView,
  around: Surroundings,
): Change[] {
  const matches = matchEvents(view.before, view.after);
  const scene = {
    ...view,
    around,
    matches,
    total: totalsOf(claims[0]?.metric ?? edits.withdrawn[0]?.metric, view, around),
  };
  const edited = claims.flatMap((claim) => {
    if (edits.restored.has(claim.slot)) return [restoredEvent(claim, scene)];
    const earlier = edits.earlier.get(claim.slot);
    return earlier === undefined || isUnchanged(claim, earlier) ? [] : [correctedEvent(claim, earlier, scene)];
  });
  const gone = edits.withdrawn.map((claim) => withdrawnEvent(claim, edits, scene));
  const isNew = ({ slot }: Claim) => !edits.earlier.has(slot) && !edits.restored.has(slot);
  const sums = claims.filter((claim) => isNew(claim) && eventOf(view.after, claim) === undefined);
  return [
    ...gone,
    ...edited,
    ...sums.map((claim) => summed(claim, scene)),
    ...view.after.flatMap((event) => compareEvent(event, claims, isNew, edits, scene)),
    ...mergedEvents(claims, scene),
  ];
}

interface Scene extends LedgerView {
  readonly around: Surroundings;
  readonly matches: Matches;
  readonly total: Totals;
}

interface Totals {
  readonly before: Value | null;
  readonly after: Value | null;
}

function compareEvent(
  event: LedgerEvent,
  claims: readonly Claim[],
  isNew: (claim: Claim) => boolean,
  edits: Edits,
  scene: Scene,
): readonly Change[] {
  const own = claims.filter((claim) => holds(event, claim));
  const fresh = own.find(isNew);
  const was = scene.matches.before.get(event);
  const cause = fresh ?? own[0] ?? claims[0] ?? edits.withdrawn[0];
  if (cause === undefined) return [];
  const isRestored = fresh === undefined && own.some(({ slot }) => edits.restored.has(slot));
  if (was === undefined) {
    if (isRestored) return [];
    const kept = scene.matches.split.get(event);
    if (kept !== undefined) return [splitEvent(claims.find(isNew) ?? cause, event, kept, scene)];
    // One report may tell both sides' counts of an exchange that nobody told before.
    return [newEvent(event, cause, scene), ...(event.disputed ? [disputed(cause, undefined, event, scene)] : [])];
  }
  if (event.disputed && (!was.disputed || (fresh && hasOtherCount(event, was))))
    return [disputed(cause, was, event, scene)];
  if (was.disputed && !event.disputed) return [settled(cause, was, event, scene)];
  const more = fresh && compareTold(fresh, was, event, scene);
  return more === undefined ? [] : [more];
}

function hasOtherCount(event: LedgerEvent, was: LedgerEvent): boolean {
  return event.counts.some(
    ({ claimant, value }) => !was.counts.some((count) => count.claimant === claimant && agree(count.value, value)),
  );
}

function disputed(cause: Claim, was: LedgerEvent | undefined, event: LedgerEvent, scene: Scene): Change {
  const { around } = scene;
  const counts = event.counts.map((count) => [say.nameOf(count, around.names), count.value] as const);
  const reason = say.sayDisputed(titleOf(cause, around), ` ${say.sayWhen(told(event))}`, counts);
  return {
    ...toChange("disputed", cause, undefined, reason, around, true),
    ...{ track: exchangeTrack(cause, event), previous: was?.value ?? null, next: event.value },
  };
}

function settled(cause: Claim, was: LedgerEvent, event: LedgerEvent, scene: Scene): Change {
  const [title, when] = [titleOf(cause, scene.around), ` ${say.sayWhen(told(event))}`];
  const left = new Set(event.claims.map(({ slot }) => slot));
  const dropped = was.claims.filter(({ slot, value }) => !left.has(slot) && !agree(value, event.value));
  const reason =
    dropped.length === 0
      ? say.saySettled(title, when, event.value)
      : say.sayDropped(title, when, namesOf(dropped, scene), event.value);
  return {
    ...toChange("settled", cause, undefined, reason, scene.around),
    ...{ track: exchangeTrack(cause, event), previous: was.value, next: event.value },
  };
}

function exchangeTrack({ metric }: Claim, { day }: LedgerEvent): string {
  return `exchange|${metric}|${day}`;
}

/** What a new telling of a known exchange brings: a narrower count, the other side's word, a second voice. */
function compareTold(claim: Claim, was: LedgerEvent, event: LedgerEvent, scene: Scene): Change | undefined {
  const title = titleOf(claim, scene.around);
  const who = say.nameOf(claim, scene.around.names);
  const before = { previous: was.value };
  if (!event.disputed && isNarrower(event.value, was.value)) {
    // Worked out of a whole, the part may be none of it.
    const isUntold = was.value.low === 0 && was.claims.every(({ derived }) => derived === true);
    const reason = say.sayEventRefined(title, told(event), who, was.value, isUntold) + sayTotals(scene);
    return { ...toChange("refined", claim, undefined, reason, scene.around), ...before };
  }
  const isNewSide = claim.claimant !== "unattributed" && !was.counts.some((count) => count.claimant === claim.claimant);
  if (!isNewSide && (was.voices > 1 || event.voices < 2)) return undefined;
  const reason = say.sayEventConfirmed(title, told(event), who, claim.value);
  return { ...toChange("confirmed", claim, undefined, reason, scene.around), ...before };
}

function newEvent(event: LedgerEvent, cause: Claim, scene: Scene): Change {
  const claim = holds(event, cause) ? cause : tellerOf(event, cause);
  const title = titleOf(claim, scene.around);
  const who = event.disputed ? namesOf(event.counts, scene) : say.nameOf(claim, scene.around.names);
  // What told of it before may have come to light anew.
  const key = (change: Change) => (claim === cause ? change.key : `${change.key}|${cause.reading}`);
  if (event.day <= scene.baselineDay) {
    const reason = say.sayEarlierEvent(title, told(event), who, scene.baselineDay);
    const recalled = toChange("recalled", claim, undefined, reason, scene.around);
    return { ...recalled, key: key(recalled) };
  }
  const { before, after } = scene.total;
  const reason = say.sayAdded(title, told(event), who, totalWith(event, claim.metric, scene));
  const change = toChange("added", claim, undefined, reason, scene.around);
  const added = { ...change, key: key(change) };
  if (before === null || after === null || scene.totalSeries === null) return { ...added, next: event.value };
  const baseline = scene.around.comparable.get(scene.totalSeries) ?? null;
  const totals = { series: scene.totalSeries, track: scene.totalSeries, baseline, previous: before, next: after };
  return { ...added, ...totals, needsReview: after.low < before.low };
}

/** The claim that tells of an exchange that came to light by what another report says, or no longer says. */
function tellerOf({ claims }: LedgerEvent, cause: Claim): Claim {
  const teller = claims.find(({ derived }) => derived !== true) ?? claims[0];
  if (teller === undefined) return cause;
  const series = eventSeries(cause.metric, teller.day);
  const figureId = teller.figureIds[0] ?? null;
  return {
    ...cause,
    ...teller,
    figureId,
    asOf: teller.day,
    rankDay: teller.day,
    series,
    line: lineKey(series, teller.claimant),
  };
}

/** "Russia and Ukraine": who gives a count. */
function namesOf(counts: readonly say.Teller[], { around }: Scene): string {
  return [...new Set(counts.map((count) => say.nameOf(count, around.names)))].join(" and ");
}

/** The running total with what it is made of besides the event; null where the metric has none. */
function totalWith(event: LedgerEvent, metric: string, scene: Scene): say.Total | null {
  const baseline = scene.around.baselines.get(metric);
  if (baseline === undefined || scene.total.after === null) return null;
  const others = scene.after.filter((other) => other !== event);
  return {
    ...{ value: scene.total.after, baseline },
    others: exchangedSince(scene.baselineDay, others, scene.elsewhere),
  };
}

/** A span of days that holds several exchanges: its count is of none of them. */
function summed(claim: Claim, { around }: Scene): Change {
  const { value, firstDay, asOf } = claim;
  const span = { value, day: firstDay, lastDay: asOf, vague: firstDay !== asOf, voices: 1, reports: 1 };
  const reason = say.saySum(titleOf(claim, around), span, say.nameOf(claim, around.names));
  return toChange("recalled", claim, undefined, reason, around);
}

function correctedEvent(claim: Claim, earlier: Claim, scene: Scene): Change {
  return corrected(claim, earlier, scene.around, sayTotals(scene));
}

function restoredEvent(claim: Claim, scene: Scene): Change {
  return restored(claim, scene.around, sayTotals(scene));
}

function withdrawnEvent(claim: Claim, edits: Edits, scene: Scene): Change {
  const was = eventOf(scene.before, claim);
  const left = was && scene.matches.after.get(was);
  return toWithdrawn(claim, edits, say.sayEventLeft(left && told(left)) + sayTotals(scene), scene.around);
}

/** An exchange that a new report, or an edit, shows to be two. */
function splitEvent(cause: Claim, event: LedgerEvent, kept: LedgerEvent, scene: Scene): Change {
  const reason = say.saySplit(titleOf(cause, scene.around), told(kept), told(event)) + sayTotals(scene);
  const change = toChange("corrected", cause, undefined, reason, scene.around, true);
  const key = `${change.key}|${event.day}|${event.value.printed}`;
  return { ...change, key, previous: scene.matches.before.get(kept)?.value ?? null, next: event.value };
}

/** Exchanges that a new report shows to be one: the total falls with them. */
function mergedEvents(claims: readonly Claim[], scene: Scene): Change[] {
  return scene.matches.merged.flatMap(([gone, kept]) => {
    const cause = claims.find((claim) => holds(kept, claim)) ?? claims[0];
    if (cause === undefined) return [];
    const reason = say.sayMerged(titleOf(cause, scene.around), told(gone), told(kept)) + sayTotals(scene);
    const change = toChange("corrected", cause, undefined, reason, scene.around, true);
    return [{ ...change, key: `${change.key}|${gone.day}`, previous: gone.value, next: kept.value }];
  });
}

/** The running total before and after; null where the metric has none. */
export function totalsOf(metric: string | undefined, view: LedgerView, around: Surroundings): Totals {
  const baseline = around.baselines.get(metric ?? "");
  if (baseline === undefined || view.totalSeries === null) return { before: null, after: null };
  const total = (events: readonly LedgerEvent[]) =>
    runningTotal(baseline, view.baselineDay, events, view.elsewhere).value;
  return { before: total(view.before), after: total(view.after) };
}

function sayTotals(scene: Scene): string {
  return say.sayTotal(scene.total.before, scene.total.after);
}

function told(event: LedgerEvent): say.EventTold & { readonly value: Value } {
  const { day, lastDay, value, voices, reports, vague } = event;
  return { day, lastDay, value, voices, reports, vague };
}

function eventOf(events: readonly LedgerEvent[], claim: Claim): LedgerEvent | undefined {
  return events.find((event) => holds(event, claim));
}

function holds(event: LedgerEvent, claim: Claim): boolean {
  return event.readings.has(claim.reading);
}
