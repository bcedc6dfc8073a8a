import type { ActFound } from "../frame/act.ts";
import type { Barred } from "../frame/barred.ts";
import type { Draft } from "../frame/draft.ts";
import type { Counted } from "../frame/noun.ts";
import type { Page } from "../frame/page.ts";
import type { Party } from "../frame/party.ts";
import type { Scoping } from "../frame/scope.ts";
import type { Sharing } from "../frame/sharing.ts";
import type { Speech } from "../frame/speech.ts";
import type { Direction } from "../frame/vote.ts";

/** A number with all that the rules found out about it. */
export interface Case {
  readonly page: Page;
  readonly speech: Speech;
  readonly parties: readonly Party[];
  /** All acts of the text, in order of place. */
  readonly acts: readonly ActFound[];
  /** Every number of the text, in order of place. */
  readonly numbers: readonly Counted[];
  /** The figures before it. */
  readonly drafts: readonly Draft[];
  readonly previous: Draft | null;
  readonly counted: Counted;
  readonly act: ActFound | null;
  readonly sharing: Sharing | null;
  readonly part: boolean;
  /** The figure that it is a part or a continuation of. */
  readonly inherits: Draft | null;
  readonly scoping: Scoping;
  readonly direction: Direction;
  /** What it cannot be. */
  readonly barred: Barred | null;
  /** Why the rules would leave it out. */
  readonly against: readonly string[];
}
