import type { CalendarDate } from "../figure/figure.ts";
import type { Change, Claim } from "./change.ts";
import { corrected, type Surroundings, titleOf, toChange, toWithdrawn } from "./compare.ts";
import { type Edits, isUnchanged } from "./edit.ts";
import { isNarrower, type Value } from "./interval.ts";
import type { LedgerEvent } from "./ledger.ts";
import { type Matches, matchEvents } from "./match-events.ts";
import * as say from "./reason.ts";
import { runningTotal, type Since } from "./running-total.ts";

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
    const earlier = edits.earlier.get(claim.slot);
    return earlier === undefined || isUnchanged(claim, earlier) ? [] : [correctedEvent(claim, earlier, scene)];
  });
  const gone = edits.withdrawn.map((claim) => withdrawnEvent(claim, scene));
  const isNew = (claim: Claim) => !edits.earlier.has(claim.slot);
  const sums = claims.filter((claim) => isNew(claim) && eventOf(view.after, claim) === undefined);
  return [
    ...gone,
    ...edited,
    ...sums.map((claim) => summed(claim, scene)),
    ...view.after.flatMap((event) => compareEvent(event, claims, isNew, edits, scene) ?? []),
    ...mergedEvents(claims, scene),
  ];
}

interface Scene extends LedgerView {
  readonly around: Surroundings;
  readonly matches: Matches;
  readonly total: { readonly before: say.Total | null; readonly after: say.Total | null };
}

function compareEvent(
  event: LedgerEvent,
  claims: readonly Claim[],
  isNew: (claim: Claim) => boolean,
  edits: Edits,
  scene: Scene,
): Change | undefined {
  const own = claims.filter((claim) => holds(event, claim));
  const fresh = own.find(isNew);
  const was = scene.matches.before.get(event);
  const cause = fresh ?? own[0] ?? claims[0] ?? edits.withdrawn[0];
  if (cause === undefined) return undefined;
  if (was === undefined) return newEvent(cause, event, scene);
  const title = titleOf(cause, scene.around);
  const track = `exchange|${cause.metric}|${event.day}`;
  const when = ` ${say.sayWhen(told(event))}`;
  if (event.disputed && (!was.disputed || (fresh && event.counts.length > was.counts.length))) {
    const counts = event.counts.map(({ claimant, value }) => [nameOf(claimant, scene), value] as const);
    const change = toChange("disputed", cause, undefined, say.sayDisputed(title, when, counts), scene.around, true);
    return { ...change, track, previous: was.value, next: event.value };
  }
  if (was.disputed && !event.disputed) {
    const reason = say.saySettled(title, when, event.value);
    return {
      ...toChange("settled", cause, undefined, reason, scene.around),
      track,
      previous: was.value,
      next: event.value,
    };
  }
  return fresh && compareTold(fresh, was, event, scene);
}

/** What a new telling of a known exchange brings: a narrower count, the other side's word, a second voice. */
function compareTold(claim: Claim, was: LedgerEvent, event: LedgerEvent, scene: Scene): Change | undefined {
  const title = titleOf(claim, scene.around);
  const who = nameOf(claim.claimant, scene);
  const before = { previous: was.value };
  if (!event.disputed && isNarrower(event.value, was.value)) {
    const reason = say.sayEventRefined(title, told(event), who, was.value) + sayTotals(scene);
    return { ...toChange("refined", claim, undefined, reason, scene.around), ...before };
  }
  const isNewSide = claim.claimant !== "unattributed" && !was.counts.some((count) => count.claimant === claim.claimant);
  if (!isNewSide && (was.voices > 1 || event.voices < 2)) return undefined;
  const reason = say.sayEventConfirmed(title, { ...told(event), value: claim.value }, who);
  return { ...toChange("confirmed", claim, undefined, reason, scene.around), ...before };
}

function newEvent(claim: Claim, event: LedgerEvent, scene: Scene): Change {
  const title = titleOf(claim, scene.around);
  const who = nameOf(claim.claimant, scene);
  if (event.day <= scene.baselineDay) {
    const reason = say.sayEarlierEvent(title, told(event), who, scene.baselineDay);
    return toChange("recalled", claim, undefined, reason, scene.around);
  }
  const { before, after } = scene.total;
  const added = toChange("added", claim, undefined, say.sayAdded(title, told(event), who, after), scene.around);
  if (before === null || after === null || scene.totalSeries === null) return { ...added, next: event.value };
  const totals = { series: scene.totalSeries, track: scene.totalSeries, previous: before.value, next: after.value };
  return { ...added, ...totals, needsReview: after.value.low < before.value.low };
}

/** A span of days that holds several exchanges: its count is of none of them. */
function summed(claim: Claim, { around }: Scene): Change {
  const { value, firstDay, asOf } = claim;
  const span = { value, day: firstDay, lastDay: asOf, vague: firstDay !== asOf, voices: 1, reports: 1 };
  const reason = say.saySum(titleOf(claim, around), span, say.nameOf(claim.claimant, around.names));
  return toChange("recalled", claim, undefined, reason, around);
}

function correctedEvent(claim: Claim, earlier: Claim, scene: Scene): Change {
  const change = corrected(claim, earlier, scene.around);
  const follows = sayTotals(scene);
  return { ...change, reason: change.reason + follows, follows };
}

function withdrawnEvent(claim: Claim, scene: Scene): Change {
  const was = eventOf(scene.before, claim);
  const left = was && scene.matches.after.get(was);
  return toWithdrawn(claim, say.sayEventLeft(left && told(left)) + sayTotals(scene), scene.around);
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

function totalsOf(metric: string | undefined, view: LedgerView, around: Surroundings): Scene["total"] {
  const baseline = around.baselines.get(metric ?? "");
  if (baseline === undefined || view.totalSeries === null) return { before: null, after: null };
  const total = (events: readonly LedgerEvent[]) => runningTotal(baseline, view.baselineDay, events, view.elsewhere);
  return { before: total(view.before), after: total(view.after) };
}

function sayTotals({ total }: Scene): string {
  return say.sayTotal(total.before?.value ?? null, total.after?.value ?? null);
}

function told(event: LedgerEvent): say.EventTold & { readonly value: Value } {
  const { day, lastDay, value, voices, reports, vague } = event;
  return { day, lastDay, value, voices, reports, vague };
}

function eventOf(events: readonly LedgerEvent[], claim: Claim): LedgerEvent | undefined {
  return events.find((event) => holds(event, claim));
}

function holds(event: LedgerEvent, claim: Claim): boolean {
  return event.slots.has(claim.slot) && event.readings.has(claim.reading);
}

function nameOf(claimant: string, { around }: Scene): string {
  return say.nameOf(claimant, around.names);
}
