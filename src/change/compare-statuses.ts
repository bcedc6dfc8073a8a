import type { Change, StatusClaim } from "./change.ts";
import { type Names, nameOf, sayStatus, sayStatusDropped, sayStatusLeft } from "./reason.ts";

/** A meeting that took place is an event in the history of the talks; it changes no state by itself. */
const eventStates: ReadonlySet<string> = new Set(["held"]);

/** What stands of each subject: with what the report said before its edit, and without it. */
export interface Subjects {
  readonly before: ReadonlyMap<string, StatusClaim>;
  readonly rest: ReadonlyMap<string, StatusClaim>;
}

/** Holds the status claims of one extraction against what stands of their subjects. */
export function compareStatuses(claims: readonly StatusClaim[], { before, rest }: Subjects, names: Names): Change[] {
  const states = new Map(rest);
  const told = new Map(before);
  const changes = claims
    .filter((claim) => !eventStates.has(claim.state))
    .flatMap((claim) => {
      const [stands, was] = [states.get(claim.subject), told.get(claim.subject)];
      if (stands !== undefined && !isNewer(claim, stands)) return [];
      states.set(claim.subject, claim);
      told.set(claim.subject, claim);
      return was?.state === claim.state ? [] : [statusChanged(claim, was, names)];
    });
  return [...changes, ...dropped(states, { before, rest }, names)];
}

/**
 * States that stood by the report's word alone and that its edit dropped: what stood before stands again.
 * @param stand what stands with what the report says now
 */
function dropped(stand: ReadonlyMap<string, StatusClaim>, { before, rest }: Subjects, names: Names): Change[] {
  return [...before].flatMap(([subject, was]) => {
    const left = rest.get(subject);
    if (left === undefined || stand.get(subject) !== left || left.state === was.state) return [];
    const change = statusChanged(left, was, names);
    const unedited = sayStatusLeft(subject, was.state, left.state);
    const reason = sayStatusDropped(unedited);
    return [
      {
        ...{ ...change, statusClaimId: was.statusClaimId, reportId: was.reportId, asOf: was.asOf },
        ...{ reason, unedited, needsReview: true },
      },
    ];
  });
}

/** By day, then by publication, then by key: the order of arrival does not matter. */
export function isNewer(a: StatusClaim, b: StatusClaim): boolean {
  if (a.asOf !== b.asOf) return a.asOf > b.asOf;
  return a.toldAt === b.toldAt ? a.reading > b.reading : a.toldAt > b.toldAt;
}

function statusChanged(claim: StatusClaim, before: StatusClaim | undefined, names: Names): Change {
  const { subject, state, asOf, speakerSide, reportId, statusClaimId, reading } = claim;
  const who = nameOf({ claimant: speakerSide ?? "unattributed" }, names);
  return {
    ...{ key: `status_changed|${subject}|${reading}|${before?.reading ?? ""}`, kind: "status_changed", subject },
    track: `status|${subject}`,
    ...{ metric: null, series: null, line: null, claimant: speakerSide, figureId: null, comparedFigureId: null },
    ...{
      statusClaimId,
      reportId,
      asOf,
      baseline: null,
      previous: before?.state ?? null,
      next: state,
      needsReview: false,
      unedited: null,
    },
    reason: sayStatus(subject, state, before?.state ?? null, who, asOf),
  };
}
