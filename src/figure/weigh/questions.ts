import type { Act, Scope } from "../figure.ts";
import type { Scoping } from "../frame/scope.ts";
import { chancesOf } from "./chances.ts";

/** What an amount is of: one event, a total, a plan; an offer; a stock that is kept. */
export const SCOPES = ["event", "cumulative", "planned", "offered", "held"] as const;
export type ScopeName = (typeof SCOPES)[number];

/** The things whose words the weights tell apart; those of a dossier's own are left as the rules read them. */
export const THINGS = ["servicemen", "civilians", "persons", "bodies", "children"] as const;
export type ThingName = (typeof THINGS)[number];

/** The states that the weights tell apart; those of a dossier's other subjects are left as the rules read them. */
export const STATES = [
  "talks_held",
  "talks_planned",
  "talks_suspended",
  "talks_resumed",
  "proposal_unanswered",
  "exchange_suspended",
] as const;
export type StateName = (typeof STATES)[number];

/**
 * What a sign may weigh for: each answer, "real" for being a figure at all, "way" for a side, "both" for so many each way, "open" for no way,
 * a state for being told.
 */
export const ANSWERS = [...SCOPES, ...THINGS, "real", "way", "both", "open", ...STATES] as const;
export type Answer = (typeof ANSWERS)[number];

export function scopeNameOf({ act, scope }: Pick<Scoping, "act" | "scope">): ScopeName {
  if (act === "returned") return scope;
  return act;
}

export function scopingAs(name: ScopeName): { readonly act: Act; readonly scope: Scope } {
  if (name === "held") return { act: "held", scope: "cumulative" };
  if (name === "offered") return { act: "offered", scope: "planned" };
  return { act: "returned", scope: name };
}

/**
 * The likeliest answer, and its chance among all.
 * @param odds log-odds in the order of the names
 * @param open those that may be it; one that may not takes its chance with it
 */
export function likeliest<Name extends Answer>(
  names: readonly Name[],
  odds: readonly number[],
  open: readonly Name[] = names,
): { name: Name; chance: number } {
  const chances = chancesOf(odds);
  const chance = (name: Name) => chances[names.indexOf(name)] ?? 0;
  const [first, ...rest] = open;
  if (first === undefined) throw new RangeError("no answers to choose from");
  const name = rest.reduce((best, one) => (chance(one) > chance(best) ? one : best), first);
  return { name, chance: chance(name) };
}
