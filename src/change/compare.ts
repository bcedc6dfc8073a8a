import type { Change, ChangeKind, Claim } from "./change.ts";
import { daysBetween } from "./day.ts";
import { agree, isNarrower, type Value } from "./interval.ts";
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
  /** The running totals by series. */
  readonly totals: ReadonlyMap<string, Value>;
}

export interface LineState {
  readonly stands: Claim | undefined;
  /** Whose copies have told what stands. */
  readonly voices: readonly string[];
}

/** A plan that is told this many days later is another plan; a figure that is told again then is confirmed anew. */
const sameTalkDays = 7;

/**
 * Holds the figures of one extraction against what stands on their lines.
 * @param claims totals, states and plans in the order of the text; events have their ledger
 * @param before what the same report's earlier revision said in the same slots
 */
export function compareLines(
  claims: readonly Claim[],
  before: ReadonlyMap<string, Claim>,
  lines: ReadonlyMap<string, LineState>,
  around: Surroundings,
): Change[] {
  const states = new Map(lines);
  const changes = claims.flatMap((claim) => {
    const state = states.get(claim.line) ?? { stands: undefined, voices: [] };
    const change = compareWithEarlier(claim, before.get(claim.slot), around) ?? compareClaim(claim, state, around);
    states.set(claim.line, advance(state, claim));
    return change === "none" ? [] : [change];
  });
  return [...changes, ...compareSides(claims, lines, states, around)];
}

/** The same report's earlier word on the same thing: unchanged is no news, an edited number is a correction. */
export function compareWithEarlier(claim: Claim, earlier: Claim | undefined, around: Surroundings) {
  if (earlier === undefined) return undefined;
  if (earlier.value.printed === claim.value.printed) return "none";
  const reason = say.sayCorrected(titleOf(claim, around), earlier.value, claim.value);
  return toChange("corrected", claim, earlier, reason, around, true);
}

/** What the report's earlier revision said and the new one leaves out. */
export function withdrawn(before: Iterable<Claim>, after: readonly Claim[], around: Surroundings): Change[] {
  const kept = new Set(after.map((claim) => claim.slot));
  return [...before]
    .filter((claim) => !kept.has(claim.slot))
    .map((claim) => {
      const reason = say.sayWithdrawn(titleOf(claim, around), claim.value);
      return { ...toChange("withdrawn", claim, claim, reason, around, true), next: null, previous: claim.value };
    });
}

function compareClaim(claim: Claim, { stands, voices }: LineState, around: Surroundings): Change | "none" {
  const who = say.nameOf(claim.claimant, around.names);
  const title = titleOf(claim, around);
  const baseline = around.baselines.get(claim.metric) ?? null;
  if (stands === undefined || isOtherPlan(claim, stands)) {
    return toChange(
      "first",
      claim,
      undefined,
      say.sayFirst(who, title, claim.value, baseline) + gap(claim, around),
      around,
    );
  }
  if (claim.asOf < stands.asOf) {
    const reason = say.sayRecalled(who, title, claim.value, claim.asOf, stands);
    return voices.includes(claim.voice) ? "none" : toChange("recalled", claim, stands, reason, around);
  }
  if (!agree(claim.value, stands.value)) {
    const kind = claim.value.low > stands.value.low ? "raised" : "lowered";
    const reason = say.sayMoved(who, title, claim.value, stands) + gap(claim, around);
    return toChange(kind, claim, stands, reason, around, kind === "lowered");
  }
  if (isNarrower(claim.value, stands.value)) {
    return toChange("refined", claim, stands, say.sayRefined(who, title, claim.value, stands), around);
  }
  const isNews = !voices.includes(claim.voice) && (voices.length < 2 || isMuchLater(claim, stands));
  return isNews
    ? toChange("confirmed", claim, stands, say.sayConfirmed(who, title, claim.value, stands), around)
    : "none";
}

function advance({ stands, voices }: LineState, claim: Claim): LineState {
  const goesOn = stands !== undefined && agree(claim.value, stands.value);
  return {
    stands: stands === undefined || outranks(claim, stands) ? claim : stands,
    voices: goesOn || (stands !== undefined && !outranks(claim, stands)) ? [...voices, claim.voice] : [claim.voice],
  };
}

/** The other sides' figures of the same series: where they part, and where they meet again. */
function compareSides(
  claims: readonly Claim[],
  before: ReadonlyMap<string, LineState>,
  after: ReadonlyMap<string, LineState>,
  around: Surroundings,
): Change[] {
  const touched = new Map(claims.filter(isSided).map((claim) => [claim.line, claim]));
  return [...touched.values()].flatMap((claim) => {
    const own = after.get(claim.line)?.stands;
    const earlier = before.get(claim.line)?.stands;
    const others = [...after.values()].flatMap(({ stands }) => (stands === undefined ? [] : [stands]));
    const rivals = others.filter(
      (other) => other.series === claim.series && other.line !== claim.line && isSided(other),
    );
    if (own === undefined || own.reading !== claim.reading) return [];
    return rivals.flatMap((rival) => {
      const agreed = earlier === undefined ? undefined : agree(earlier.value, rival.value);
      const agrees = agree(own.value, rival.value);
      if (!agrees && agreed !== false) return [disputed(own, rival, around)];
      if (agrees && agreed === false) {
        return [toChange("settled", own, rival, say.saySettled(titleOf(own, around), "", own.value), around)];
      }
      return [];
    });
  });
}

function disputed(own: Claim, rival: Claim, around: Surroundings): Change {
  const counts = [own, rival].map((claim) => [say.nameOf(claim.claimant, around.names), claim.value] as const);
  return toChange("disputed", own, rival, say.sayDisputed(titleOf(own, around), "", counts), around, true);
}

function isSided(claim: Claim): boolean {
  return claim.claimant !== "unattributed" && claim.scope !== "planned";
}

function isOtherPlan(claim: Claim, stands: Claim): boolean {
  return claim.scope === "planned" && isMuchLater(claim, stands) && !agree(claim.value, stands.value);
}

function isMuchLater(claim: Claim, stands: Claim): boolean {
  return daysBetween(stands.asOf, claim.asOf) >= sameTalkDays;
}

function gap(claim: Claim, around: Surroundings): string {
  const total = around.totals.get(claim.series);
  return total === undefined ? "" : say.sayGap(claim.value, total);
}

export function titleOf(claim: Claim, around: Surroundings): string {
  const title = around.metrics.get(claim.metric)?.title ?? claim.metric;
  return claim.scope === "planned" ? `${title} (planned)` : title;
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
    key: `${kind}|${line}|${claim.reading}|${compared?.reading ?? ""}`,
    ...{ kind, metric, series, line, claimant, subject: null, figureId, statusClaimId: null, reportId },
    ...{ comparedFigureId: compared?.figureId ?? null, baseline: around.baselines.get(metric) ?? null },
    ...{ previous: compared?.value ?? null, next: claim.value, reason, needsReview },
  };
}
