import type { CalendarDate } from "../figure/figure.ts";
import type { Change, Claim } from "./change.ts";
import { type Surroundings, titleOf, toChange } from "./compare.ts";
import type { Value } from "./interval.ts";
import type { LedgerEvent } from "./ledger.ts";
import * as say from "./reason.ts";
import { runningTotal } from "./running-total.ts";

/** The ledger of one metric around the days that the new figures speak of, and what lies outside. */
export interface LedgerView {
  readonly before: readonly LedgerEvent[];
  readonly after: readonly LedgerEvent[];
  /** Events of other days. */
  readonly elsewhere: readonly { readonly day: CalendarDate; readonly value: Value }[];
  readonly baselineDay: CalendarDate;
  /** The series of the running total; null where the metric has none. */
  readonly totalSeries: string | null;
}

/** What the new event figures of one metric mean: new exchanges, other voices for known ones, disputes about them. */
export function compareEvents(claims: readonly Claim[], view: LedgerView, around: Surroundings): Change[] {
  const said = new Set<string>();
  return claims.flatMap((claim) => {
    const event = view.after.find((found) => holds(found, claim.reading));
    const change = event && compareEvent(claim, event, view, around);
    if (event === undefined || change === undefined) return [];
    // Two figures of one extraction about one exchange are one piece of news.
    const news = `${change.kind}|${event.day}|${String(event.value.low)}`;
    if (said.has(news)) return [];
    said.add(news);
    return [change];
  });
}

function compareEvent(claim: Claim, now: LedgerEvent, view: LedgerView, around: Surroundings): Change | undefined {
  const readings = new Set(now.claims.map((told) => told.reading));
  const was = view.before.find((event) => event.claims.some((told) => readings.has(told.reading)));
  if (was === undefined) return newEvent(claim, now, view, around);
  const title = titleOf(claim, around);
  const when = ` on ${now.day}`;
  if (now.disputed && !was.disputed) {
    const counts = now.counts.map(({ claimant, value }) => [say.nameOf(claimant, around.names), value] as const);
    return toChange("disputed", claim, undefined, say.sayDisputed(title, when, counts), around, true);
  }
  if (was.disputed && !now.disputed) {
    return toChange("settled", claim, undefined, say.saySettled(title, when, now.value), around);
  }
  const isNewSide = claim.claimant !== "unattributed" && !was.counts.some((count) => count.claimant === claim.claimant);
  const isSecondVoice = was.voices < 2 && now.voices >= 2;
  if (!isNewSide && !isSecondVoice) return undefined;
  const who = say.nameOf(claim.claimant, around.names);
  const reason = say.sayEventConfirmed(title, { ...now, value: claim.value }, who);
  return { ...toChange("confirmed", claim, undefined, reason, around), previous: was.value };
}

function newEvent(claim: Claim, event: LedgerEvent, view: LedgerView, around: Surroundings): Change {
  const title = titleOf(claim, around);
  const who = say.nameOf(claim.claimant, around.names);
  const told = { value: claim.value, day: event.day, voices: event.voices };
  if (event.day <= view.baselineDay) {
    return toChange("recalled", claim, undefined, say.sayEarlierEvent(title, told, who, view.baselineDay), around);
  }
  const baseline = around.baselines.get(claim.metric) ?? null;
  if (baseline === null) return toChange("added", claim, undefined, say.sayAdded(title, told, who, null, null), around);
  const total = (events: readonly LedgerEvent[]) =>
    runningTotal(baseline, view.baselineDay, [...view.elsewhere, ...events]);
  const after = total(view.after);
  return {
    ...toChange("added", claim, undefined, say.sayAdded(title, told, who, after, baseline), around),
    ...{ series: view.totalSeries, previous: total(view.before), next: after },
  };
}

function holds(event: LedgerEvent, reading: string): boolean {
  return event.claims.some((claim) => claim.reading === reading);
}
