import type { Side } from "../figure.ts";
import type { ActFound } from "./act.ts";
import type { Counted } from "./noun.ts";
import type { Page } from "./page.ts";
import type { Party } from "./party.ts";
import type { Speech } from "./speech.ts";

/** One reason to read a figure as going to a side. */
export interface Vote {
  readonly to: Side;
  readonly weight: number;
  readonly rule: string;
  /** Tokens of the words that say so. */
  readonly from: number;
  readonly until: number;
}

export interface Direction {
  /** Null: nothing tells. */
  readonly to: Side | null;
  /** How far the winner leads, 0 to 1. */
  readonly margin: number;
  readonly weight: number;
  readonly votes: readonly Vote[];
  /** Those that it outvoted as well. */
  readonly all: readonly Vote[];
}

export interface Clue {
  readonly page: Page;
  readonly speech: Speech;
  readonly parties: readonly Party[];
  readonly counted: Counted;
  readonly act: ActFound | null;
  /** All acts of the text. */
  readonly acts: readonly ActFound[];
  /** The direction of the figure before in the text, for "in return". */
  readonly before: Side | null;
  /** The direction of the figure before where it is of the same thing and near: a weak sign. */
  readonly carried: Side | null;
  /** Whether that figure stands in another paragraph. */
  readonly distant?: boolean;
  /** Whether that figure is of people as well, but of another kind. */
  readonly kin?: boolean;
  /** Whether both are items of one list. */
  readonly joint?: boolean;
  /** The verb of that figure. */
  readonly last?: ActFound | null;
  /** Who keeps those of whom it is a part: "among them 1,953 were freed". */
  readonly keeper?: Side | null;
  /** Whether it is the first of "A for B". */
  readonly first?: boolean;
  /** The readiness or proposal that the figure is part of: whoever makes it gives. */
  readonly offering: Side | null;
}

export function vote(
  { counted }: Clue,
  to: Side,
  weight: number,
  rule: string,
  span?: { from: number; to: number },
): Vote {
  return { to, weight, rule, from: span?.from ?? counted.from, until: span?.to ?? counted.from };
}
