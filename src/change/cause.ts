import type { Change } from "./change.ts";
import * as say from "./reason.ts";

/** Why a text was extracted: it was new, the extractor or the story was new, or a person decided about a reading. */
export type Cause =
  | { readonly kind: "text" }
  | { readonly kind: "reread"; readonly extractionId: string }
  | { readonly kind: "review"; readonly extractionId: string; readonly by: string; readonly why: string };

/**
 * Tells changes that no outlet made for what they are: `reread` or `reviewed`, in words that tell of no edit.
 * A fall or a dispute that another reading brings asks for review as any other; what a person decided does not.
 */
export function asCaused(changes: readonly Change[], cause: Cause): Change[] {
  if (cause.kind === "text") return [...changes];
  const kind = cause.kind === "reread" ? "reread" : "reviewed";
  return changes.map((change) => ({
    ...change,
    kind,
    key: `${kind}:${cause.extractionId}|${change.key}`,
    reason: reasonOf(change, cause),
    needsReview: cause.kind === "reread" && (change.kind === "lowered" || change.kind === "disputed"),
  }));
}

function reasonOf({ reason, unedited }: Change, cause: Exclude<Cause, { kind: "text" }>): string {
  const what = unedited ?? reason;
  return cause.kind === "reread" ? say.sayReread(what) : say.sayReviewed(what, cause.by, cause.why);
}
