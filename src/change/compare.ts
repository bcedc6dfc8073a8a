import type { CalendarDate } from "../figure/figure.ts";
import type { Change, ChangeKind, Claim } from "./change.ts";
import { daysBetween } from "./day.ts";
import { type Edits, editTrack, isUnchanged } from "./edit.ts";
import { agree, isNarrower, overlap, type Value } from "./interval.ts";
import type { Metric } from "./metric.ts";
import * as say from "./reason.ts";
import { outranks } from "./standing.ts";

/** What the comparison knows besides the figures. */
export interface Surroundings {
  readonly metrics: ReadonlyMap<string, Metric>;
  /** Side codes and their names. */
  readonly names: say.Names;
  /** The baseline's value by metric. */
  readonly baselines: ReadonlyMap<string, Value>;
  /** The same by the series that may be compared with it: its own, and the running total's that begins with it. */
  readonly comparable: ReadonlyMap<string, Value>;
  /** What the baseline's totals count within, in words, by metric. */
  readonly bases: ReadonlyMap<string, string>;
  /** How a claim on the running total's own series sits beside the total of its day, by reading. */
  readonly checks: ReadonlyMap<string, say.TotalCheck>;
}

export interface LineState {
  readonly stands: Claim | undefined;
  /** Whose copies have told what stands. */
  readonly voices: readonly string[];
}

/** The lines of the claims and of the other claimants of their series. */
export interface Lines {
  /** With what the report said before its edit. */
  readonly before: ReadonlyMap<string, LineState>;
  /** Without it, and without the new claims. */
  readonly rest: ReadonlyMap<string, LineState>;
}

/** A plan that is told this many days later, or for a day so far off, is another plan; a figure that is told again then is confirmed anew. */
const sameTalkDays = 7;

/**
 * Holds the totals, states and plans of one extraction against what stands on their lines; events have their ledger.
 * @param claims in the order of the text
 */
export function compareLines(claims: readonly Claim[], edits: Edits, lines: Lines, around: Surroundings): Change[] {
  const after = new Map(lines.rest);
  const changes = claims.flatMap((claim) => {
    const state = after.get(claim.line) ?? { stands: undefined, voices: [] };
    const earlier = edits.earlier.get(claim.slot);
    after.set(claim.line, advance(state, claim));
    if (edits.restored.has(claim.slot)) return [restored(claim, around)];
    if (earlier === undefined) return compareClaim(claim, state, around) ?? [];
    if (isUnchanged(claim, earlier)) return [];
    const stood = lines.before.get(claim.line)?.stands;
    const follows = sayStanding({ claim, earlier, stood, stands: after.get(claim.line)?.stands }, around);
    return [corrected(claim, earlier, around, follows)];
  });
  const gone = edits.withdrawn.map((claim) => {
    const left = after.get(claim.line)?.stands;
    const stands = left && told(left);
    return toWithdrawn(claim, edits, say.sayLeft(say.nameOf(left ?? claim, around.names), stands), around);
  });
  const touched = [...claims, ...edits.earlier.values(), ...edits.withdrawn];
  return [...gone, ...changes, ...compareSides(touched, lines.before, after, around)];
}

/** @param follows what follows for totals and for what stands */
export function corrected(claim: Claim, earlier: Claim, around: Surroundings, follows: string): Change {
  const [was, now] = [editedOf(earlier), editedOf(claim)];
  const title = was.within === now.within ? titleOf(claim, around) : plainTitleOf(claim, around);
  const reason = say.sayCorrected(title, was, now, around.names) + follows;
  const unedited = say.sayReadOtherwise(title, was, now, around.names) + follows;
  // A move to another day goes nowhere back along the counts.
  const track = was.value.printed === now.value.printed ? `${editTrack(claim)}|${claim.asOf}` : editTrack(claim);
  return { ...toChange("corrected", claim, earlier, reason, around, true), track, unedited };
}

function editedOf({ value, claimant, scope, series, firstDay, asOf }: Claim): say.Edited {
  const told = say.sayWhen({ day: firstDay, lastDay: asOf, vague: firstDay !== asOf });
  const when = scope === "event" ? told : `${scope === "planned" ? "for" : "of"} ${asOf}`;
  return { value, when, claimant, within: say.basisText(series) };
}

interface Moved {
  readonly claim: Claim;
  readonly earlier: Claim;
  /** What stood on the claim's line before the edit, and what does with it. */
  readonly stood: Claim | undefined;
  readonly stands: Claim | undefined;
}

/** Where an edit moves what stands on a line. */
function sayStanding({ claim, earlier, stood, stands }: Moved, around: Surroundings): string {
  const didStand = stood?.reading === earlier.reading;
  if (stands !== claim) return didStand ? say.sayLeft(say.nameOf(claim, around.names), stands && told(stands)) : "";
  return didStand || stood === undefined ? "" : say.sayStandsNow(told(stood));
}

/** What the report gave before it dropped it: one change with the one that told so. */
export function restored(claim: Claim, around: Surroundings, follows = ""): Change {
  const title = titleOf(claim, around);
  const reason = say.sayRestored(title, claim.value) + follows;
  const unedited = say.sayCountsAgain(title, claim.value) + follows;
  return { ...toChange("corrected", claim, undefined, reason, around, true), track: editTrack(claim), unedited };
}

export function toWithdrawn(claim: Claim, { doubted }: Edits, follows: string, around: Surroundings): Change {
  const title = titleOf(claim, around);
  const isDoubted = doubted.has(claim.reading);
  const reason = (isDoubted ? say.sayDoubted(title, claim.value) : say.sayWithdrawn(title, claim.value)) + follows;
  const unedited = say.sayNoLongerCounts(title, claim.value) + follows;
  // What is read with doubt asks for a person by itself.
  const change = toChange("withdrawn", claim, claim, reason, around, !isDoubted);
  return { ...change, track: editTrack(claim), next: null, previous: claim.value, unedited };
}

function compareClaim(claim: Claim, { stands, voices }: LineState, around: Surroundings): Change | undefined {
  const who = say.nameOf(claim, around.names);
  const title = titleOf(claim, around);
  if (stands !== undefined && isOtherPlan(claim, stands)) {
    const isLater = claim.rankDay > stands.rankDay;
    const reason = say.sayOtherPlan(who, title, claim.value, told(stands), isLater);
    return toChange("first", claim, undefined, reason, around);
  }
  if (stands === undefined) {
    const reason = say.sayFirst(who, title, claim.value, besideOf(claim, around));
    return toChange("first", claim, undefined, reason + gap(claim, around), around);
  }
  const isKnown = voices.includes(claim.voice);
  if (claim.rankDay < stands.rankDay) {
    const reason = say.sayRecalled(who, title, claim.value, claim.rankDay, told(stands));
    return isKnown ? undefined : toChange("recalled", claim, stands, reason, around);
  }
  if (!agree(claim.value, stands.value)) return moved(claim, stands, around);
  if (isNarrower(claim.value, stands.value)) {
    return toChange("refined", claim, stands, say.sayRefined(who, title, claim.value, told(stands)), around);
  }
  if (isKnown || (voices.length > 1 && !isMuchLater(claim, stands))) return undefined;
  const reason = say.sayConfirmed(who, title, claim.value, told(stands), voices.length === 1);
  return toChange("confirmed", claim, stands, reason, around);
}

function besideOf({ scope, metric }: Claim, { baselines, bases }: Surroundings): say.Beside | null {
  const value = scope === "cumulative" ? baselines.get(metric) : undefined;
  return value === undefined ? null : { value, basis: bases.get(metric) ?? "" };
}

/** A newer total that no longer agrees; two of one day contradict each other, whichever of them stands. */
function moved(claim: Claim, stands: Claim, around: Surroundings): Change {
  const who = say.nameOf(claim, around.names);
  const title = titleOf(claim, around);
  if (claim.rankDay === stands.rankDay) {
    const left = outranks(claim, stands) ? claim.value : stands.value;
    const reason = say.sayContradicted(
      claim.claimant === "unattributed" ? null : who,
      title,
      claim.value,
      told(stands),
      left,
      claim.reportId === stands.reportId,
    );
    return toChange("disputed", claim, stands, reason, around, true);
  }
  const kind = claim.value.low > stands.value.low ? "raised" : "lowered";
  const reason = say.sayMoved(who, title, claim.value, told(stands)) + gap(claim, around);
  return toChange(kind, claim, stands, reason, around, kind === "lowered");
}

function advance({ stands, voices }: LineState, claim: Claim): LineState {
  const goesOn = stands !== undefined && agree(claim.value, stands.value);
  return {
    stands: stands === undefined || outranks(claim, stands) ? claim : stands,
    voices: goesOn || (stands !== undefined && !outranks(claim, stands)) ? [...voices, claim.voice] : [claim.voice],
  };
}

/** The sides' figures of one series: where they part, and where they meet again. */
function compareSides(
  touched: readonly Claim[],
  before: ReadonlyMap<string, LineState>,
  after: ReadonlyMap<string, LineState>,
  around: Surroundings,
): Change[] {
  const pairs = new Map<string, readonly [Claim, string]>();
  for (const claim of touched.filter(isSided)) {
    const lines = new Set([...before.keys(), ...after.keys()]);
    for (const rival of lines) {
      if (rival === claim.line || !rival.startsWith(`${claim.series}|`)) continue;
      const pair = [claim.line, rival].sort().join(" ");
      if (!pairs.has(pair)) pairs.set(pair, [claim, rival]);
    }
  }
  return [...pairs].flatMap(([pair, [claim, rivalLine]]) => {
    const change = comparePair(claim, rivalLine, before, after, around);
    return change === undefined ? [] : [{ ...change, track: `sides|${pair}` }];
  });
}

function comparePair(
  claim: Claim,
  rivalLine: string,
  before: ReadonlyMap<string, LineState>,
  after: ReadonlyMap<string, LineState>,
  around: Surroundings,
): Change | undefined {
  const [own, rival] = [after.get(claim.line)?.stands, after.get(rivalLine)?.stands];
  const [ownBefore, rivalBefore] = [before.get(claim.line)?.stands, before.get(rivalLine)?.stands];
  const differed = ownBefore && rivalBefore && isSided(rivalBefore) && !overlap(ownBefore.value, rivalBefore.value);
  const title = titleOf(claim, around);
  const name = (teller: Claim) => say.nameOf(teller, around.names);
  if (own === undefined || rival === undefined) {
    const [left, dropped] = own === undefined ? [rival, ownBefore] : [own, rivalBefore];
    if (!differed || left === undefined || dropped === undefined) return undefined;
    return toChange("settled", left, dropped, say.sayDropped(title, "", name(dropped), left.value), around);
  }
  if (!isSided(rival)) return undefined;
  // Each may say "more than": on one line a higher floor is news, between two claimants it is no contradiction.
  const differs = !overlap(own.value, rival.value);
  if (differs === Boolean(differed)) {
    // A dispute that goes on with another count is news once more.
    const isSame = own.reading === ownBefore?.reading && rival.reading === rivalBefore?.reading;
    if (!differs || isSame || own.value.printed === ownBefore?.value.printed) return undefined;
  }
  if (!differs) {
    const settled = toChange("settled", own, rival, say.saySettled(title, "", own.value), around);
    return { ...settled, previous: ownBefore?.value ?? rival.value };
  }
  const counts = [own, rival].map((side) => [name(side), side.value] as const);
  return toChange("disputed", own, rival, say.sayDisputed(title, "", counts), around, true);
}

function isSided(claim: Claim): boolean {
  return claim.claimant !== "unattributed" && claim.scope !== "planned";
}

function isOtherPlan(claim: Claim, stands: Claim): boolean {
  if (claim.scope !== "planned" || agree(claim.value, stands.value)) return false;
  const isOfOtherDays = Math.abs(daysBetween(stands.asOf, claim.asOf)) >= sameTalkDays;
  return isMuchLater(claim, stands) || (isOfOtherDays && claim.series.endsWith("|planned"));
}

function isMuchLater(claim: Claim, stands: Claim): boolean {
  return daysBetween(stands.rankDay, claim.rankDay) >= sameTalkDays;
}

/** As reasons tell it: a plan or an offer is of the day on which it was said. */
function told({ value, rankDay }: Claim): say.Told {
  return { value, asOf: rankDay };
}

function gap(claim: Claim, around: Surroundings): string {
  const check = around.checks.get(claim.reading);
  return check === undefined ? "" : say.sayGap(check);
}

export function titleOf(claim: Pick<Claim, "metric" | "scope" | "series">, around: Surroundings): string {
  const title = plainTitleOf(claim, around);
  const basis = claim.scope === "planned" ? "planned" : say.basisText(claim.series);
  return basis === "" ? title : `${title} (${basis})`;
}

/** Without what it counts within. */
function plainTitleOf({ metric }: Pick<Claim, "metric">, { metrics }: Surroundings): string {
  return metrics.get(metric)?.title ?? metric;
}

export function toChange(
  kind: ChangeKind,
  claim: Claim,
  compared: Claim | undefined,
  reason: string,
  around: Surroundings,
  needsReview = false,
): Change {
  const { metric, series, line, claimant, figureId, reportId } = claim;
  return {
    ...{ key: `${kind}|${line}|${claim.reading}|${compared?.reading ?? ""}`, track: line },
    ...{ kind, metric, series, line, claimant, subject: null, figureId, statusClaimId: null, reportId },
    ...{ comparedFigureId: compared?.figureId ?? null, baseline: around.comparable.get(series) ?? null },
    asOf: newestDay([claim, ...(compared === undefined ? [] : [compared])]),
    ...{ previous: compared?.value ?? null, next: claim.value, reason, needsReview, unedited: null },
  };
}

function newestDay(claims: readonly Claim[]): CalendarDate | null {
  const days = claims.flatMap(({ figureId, rankDay }) => (figureId === null ? [] : [rankDay])).sort();
  return days.at(-1) ?? null;
}
