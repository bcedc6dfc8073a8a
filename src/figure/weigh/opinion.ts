import type { Side } from "../figure.ts";
import type { Draft } from "../frame/draft.ts";
import type { Around } from "./around.ts";
import { belongingSigns } from "./belonging.ts";
import type { Case } from "./case.ts";
import { commonSigns } from "./circumstances.ts";
import type { Model } from "./model.ts";
import { SCOPES, THINGS } from "./questions.ts";
import { noWaySigns, waySigns } from "./ways.ts";

/** Which way a number may go: to a side, so many to each, or no way that is told. */
export type Receiver = Side | "both" | null;

/** Log-odds of each answer to each question about a number. */
export interface Opinion {
  readonly real: number;
  /** In the order of `SCOPES`. */
  readonly scopes: readonly number[];
  /** In the order of `THINGS`. */
  readonly things: readonly number[];
  /** None where it is hardly a figure at all. */
  readonly ways: readonly { readonly to: Receiver; readonly odds: number }[];
}

/** Log-odds of being a figure below which nobody asks which way it goes. */
const HARDLY = -3;

/**
 * What the words around say, together with what the rules found.
 * @param drafts what the rules make of the number
 */
export function opinionOf(model: Model, one: Case, around: Around, drafts: readonly Draft[]): Opinion {
  const common = model.sums(commonSigns(one, around));
  model.add(common, belongingSigns(one, around));
  const draft = drafts.length === 1 ? (drafts[0] ?? null) : null;
  model.add(common, noWaySigns(one, around, draft));
  const real = common.of("real");
  const scopes = SCOPES.map((name) => common.of(name));
  const things = THINGS.map((name) => common.of(name));
  if (real < HARDLY) return { real, scopes, things, ways: [] };
  const ways: { to: Receiver; odds: number }[] = one.page.story.sides.map(({ code }) => ({
    to: code,
    odds: model.sums(waySigns(one, around, code, draft)).of("way"),
  }));
  ways.push({ to: null, odds: common.of("open") });
  // Of "390 for 390" each number has its own way.
  if (one.sharing !== "first") ways.push({ to: "both", odds: common.of("both") });
  return { real, scopes, things, ways };
}
