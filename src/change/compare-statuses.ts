import type { Change, StatusClaim } from "./change.ts";
import { type Names, nameOf, sayStatus } from "./reason.ts";

/** A meeting that took place is an event in the history of the talks; it changes no state by itself. */
const eventStates: ReadonlySet<string> = new Set(["held"]);

/** Holds the status claims of one extraction against what stands of their subjects. */
export function compareStatuses(
  claims: readonly StatusClaim[],
  stands: ReadonlyMap<string, StatusClaim>,
  names: Names,
): Change[] {
  const states = new Map(stands);
  return claims
    .filter((claim) => !eventStates.has(claim.state))
    .flatMap((claim) => {
      const before = states.get(claim.subject);
      if (before !== undefined && !isNewer(claim, before)) return [];
      states.set(claim.subject, claim);
      return before?.state === claim.state ? [] : [statusChanged(claim, before, names)];
    });
}

/** By day, then by key: the order of arrival does not matter. */
export function isNewer(a: StatusClaim, b: StatusClaim): boolean {
  return a.asOf === b.asOf ? a.reading > b.reading : a.asOf > b.asOf;
}

function statusChanged(claim: StatusClaim, before: StatusClaim | undefined, names: Names): Change {
  const { subject, state, asOf, speakerSide, reportId, statusClaimId, reading } = claim;
  const who = nameOf(speakerSide ?? "unattributed", names);
  return {
    ...{ key: `status_changed|${subject}|${reading}|${before?.reading ?? ""}`, kind: "status_changed", subject },
    track: `status|${subject}`,
    ...{ metric: null, series: null, line: null, claimant: speakerSide, figureId: null, comparedFigureId: null },
    ...{
      statusClaimId,
      reportId,
      baseline: null,
      previous: before?.state ?? null,
      next: state,
      needsReview: false,
      follows: "",
    },
    reason: sayStatus(subject, state, before?.state ?? null, who, asOf),
  };
}
