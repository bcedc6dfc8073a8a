import type { Change, ChangeKind, Claim } from "./change.ts";
import { type Surroundings, toChange } from "./compare.ts";
import { type LedgerView, totalsOf } from "./compare-events.ts";
import { agree, isNarrower, type Value } from "./interval.ts";
import { lineKey } from "./key.ts";
import type { LedgerEvent } from "./ledger.ts";
import { matchEvents } from "./match-events.ts";
import * as say from "./reason.ts";

/**
 * What moves a running total by what is told of others: of 157 people with 7 civilians, 150 are servicemen, and who tells of
 * servicemen and of civilians tells how many people there were.
 * @param claims event figures of the extraction
 * @param gone what its report told before an edit
 */
export function followed(
  metric: string,
  { claims, gone }: { readonly claims: readonly Claim[]; readonly gone: readonly Claim[] },
  view: LedgerView,
  around: Surroundings,
): Change[] {
  const { before, after } = totalsOf(metric, view, around);
  if (view.totalSeries === null || before === null || after === null || before.printed === after.printed) return [];
  const told = claims.filter((claim) => view.after.some((event) => tells(event, claim)));
  const cause = told[0] ?? gone.find((claim) => view.before.some((event) => tells(event, claim)));
  if (cause === undefined) return [];
  const kind = kindOf(before, after, view);
  const title = (name: string) => around.metrics.get(name)?.title ?? name;
  const counts = told.map((claim) => [title(claim.metric), claim.value] as const);
  const reason = say.sayTotal(before, after, title(metric)).trim() + say.sayFollows(cause.asOf, counts);
  const total = { ...cause, metric, series: view.totalSeries, line: lineKey(view.totalSeries, cause.claimant) };
  const change = toChange(kind, total, undefined, reason, around, kind === "lowered");
  return [{ ...change, track: view.totalSeries, previous: before, next: after }];
}

function kindOf(before: Value, after: Value, view: LedgerView): ChangeKind {
  if (after.low < before.low) return "lowered";
  const { before: known, split } = matchEvents(view.before, view.after);
  const isNew = (event: LedgerEvent) => event.day > view.baselineDay && !known.has(event) && !split.has(event);
  if (view.after.some(isNew)) return "added";
  return agree(before, after) && isNarrower(after, before) ? "refined" : "raised";
}

/** Whether it tells of the exchange, itself or by a count that follows from it. */
function tells(event: LedgerEvent, { reading }: Claim): boolean {
  return [...event.readings].some((own) => own === reading || own.startsWith(`${reading}>`));
}
