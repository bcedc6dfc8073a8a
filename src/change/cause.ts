import type { Change } from "./change.ts";
import type { Surroundings } from "./compare.ts";
import * as say from "./reason.ts";

/** Why a text was extracted: it was new, the extractor or the story was new, or a person decided about a reading. */
export type Cause =
  | { readonly kind: "text" }
  | { readonly kind: "reread"; readonly extractionId: string }
  | { readonly kind: "review"; readonly extractionId: string; readonly by: string; readonly why: string };

/**
 * Tells changes that no outlet made for what they are: `reread` or `reviewed`, with what follows from it as the reason.
 * A fall or a dispute that another reading brings asks for review as any other; what a person decided does not.
 */
export function asCaused(changes: readonly Change[], cause: Cause, around: Surroundings): Change[] {
  if (cause.kind === "text") return [...changes];
  const kind = cause.kind === "reread" ? "reread" : "reviewed";
  return changes.map((change) => ({
    ...change,
    kind,
    key: `${kind}:${cause.extractionId}|${change.key}`,
    reason: reasonOf(change, cause, around),
    needsReview: cause.kind === "reread" && (change.kind === "lowered" || change.kind === "disputed"),
  }));
}

function reasonOf(change: Change, cause: Exclude<Cause, { kind: "text" }>, around: Surroundings): string {
  const title = around.metrics.get(change.metric ?? "")?.title ?? change.metric ?? change.subject ?? "";
  const what = whatOf(change, title);
  return cause.kind === "reread" ? say.sayReread(what) : say.sayReviewed(what, cause.by, cause.why);
}

/** What came of it, without the words that tell of an edit: nobody edited anything. */
function whatOf({ kind, previous, next, reason, follows }: Change, title: string): string {
  if (kind === "corrected" || kind === "withdrawn") return say.sayReadOtherwise(title, previous, next) + follows;
  return kind === "status_changed" && follows !== "" ? follows : reason;
}
