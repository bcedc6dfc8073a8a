import type { Side } from "../figure.ts";
import type { Draft, Drafted } from "../frame/draft.ts";
import { otherSide } from "../frame/page.ts";
import type { Scoping } from "../frame/scope.ts";
import { type Around, aroundOf } from "./around.ts";
import type { Case } from "./case.ts";
import { chanceOf, chancesOf } from "./chances.ts";
import { commonSigns } from "./circumstances.ts";
import type { Model } from "./model.ts";
import type { Opinion, Receiver } from "./opinion.ts";
import { likeliest, SCOPES, type ScopeName, scopeNameOf, scopingAs, THINGS, type ThingName } from "./questions.ts";

/**
 * Has the last word on what the rules found out about a number.
 * @param draftsBy what the rules make of it with an act and a scope
 * @returns its figures, or why it is none
 */
export type Judge = (one: Case, draftsBy: (scoping: Scoping) => Drafted) => Drafted | string;

/** The rules alone. */
export const ruled: Judge = (one, draftsBy) =>
  one.against[0] ?? barredAs(one, scopeNameOf(one.scoping)) ?? draftsBy(one.scoping);

/** @returns why it is no figure, where it would be what its words rule out; else null */
function barredAs({ barred }: Case, scope: ScopeName): string | null {
  return barred?.scopes.some((one) => one === scope) === true ? barred.reason : null;
}

/** A number that is less likely than this a figure of the story is left out. */
const LEAST = 0.65;
/** What the rules say stands unless another answer is likelier than all others together. */
const SURE = 0.5;
/** What is counted the rules tell from its own noun, and err less often. */
const SURE_OF_THING = 0.6;

/** What an answer that is not the rules' is owed to, in a trace. */
const AROUND = "by the words around";
const BESIDE = "beside the other figures";

/** What is likely of a number by the words around alone, and beside the other figures of its text. */
export interface Opinions {
  readonly alone: Opinion;
  readonly beside: Opinion;
}

/** Weighs what is known of a number, as labelled documents taught, together with what the rules say. */
export function weigh(
  model: Model,
  one: Case,
  draftsBy: (scoping: Scoping) => Drafted,
  opine: (around: Around) => Opinions,
): Drafted | string {
  const around = aroundOf(one);
  if (!around) return ruled(one, draftsBy);
  const { alone, beside: opinion } = opine(around);
  const real = chanceOf(opinion.real);
  if (real < LEAST) return one.against[0] ?? "unlike a figure of the story";
  const open = SCOPES.filter((name) => barredAs(one, name) === null);
  const scope = likeliest(SCOPES, opinion.scopes, open);
  const barred = scope.chance > SURE ? null : barredAs(one, scopeNameOf(one.scoping));
  if (barred !== null) return barred;
  const turned = likeliest(SCOPES, alone.scopes, open).name !== scope.name;
  const why = (instead: ScopeName) =>
    turned ? BESIDE : `${AROUND}: ${model.reasons(commonSigns(one, around), scope.name, instead)}`;
  const drafted = draftsBy(rescoped(one, scope, why));
  const thing = likeliest(THINGS, opinion.things);
  const byWhat = likeliest(THINGS, alone.things).name === thing.name ? AROUND : BESIDE;
  const chances = { real, scope: scope.chance, thing: thing.chance };
  const named = drafted.drafts.map((draft, at) => {
    const last = at === drafted.drafts.length - 1 || draft.shared;
    return { ...(last ? renamed(draft, thing, byWhat) : draft), chances };
  });
  if (opinion.ways.length === 0 || !isOfOneWay(one, named)) return { ...drafted, drafts: named };
  const way = likeliestWay(opinion);
  return { ...drafted, drafts: sent(one, named, way, likeliestWay(alone).to === way.to ? AROUND : BESIDE) };
}

interface Likely<Name> {
  readonly name: Name;
  readonly chance: number;
}

function rescoped(
  { scoping }: Case,
  { name, chance }: Likely<ScopeName>,
  why: (instead: ScopeName) => string,
): Scoping {
  const instead = scopeNameOf(scoping);
  if (chance <= SURE || name === instead) return scoping;
  return { ...scoping, ...scopingAs(name), rule: why(instead) };
}

/** What a dossier names as a thing of its own is left as the rules read it. */
function renamed(draft: Draft, { name, chance }: Likely<ThingName>, byWhat: string): Draft {
  if (chance <= SURE_OF_THING || name === draft.thing || !THINGS.some((known) => known === draft.thing)) return draft;
  return { ...draft, thing: name, trace: [...draft.trace, `${name}, ${byWhat}`] };
}

/** Whether the words around may say which way it goes: one figure, or so many for each side. */
export function isOfOneWay({ sharing }: Case, [draft, ...more]: readonly Draft[]): boolean {
  // The second of "1,000 for 31" goes the other way than the first, whatever stands around it.
  if (!draft || draft.act === "held" || sharing === "second") return false;
  // Where nothing tells the way of the first, the two together do: so many bodies mostly go one way.
  if (sharing === "first" && draft.to === null) return false;
  return more.length === 0 || (more.length === 1 && draft.shared);
}

type Weighed = Draft & Required<Pick<Draft, "chances">>;

interface Way {
  readonly to: Receiver;
  readonly chance: number;
}

function likeliestWay({ ways }: Opinion): Way {
  const chances = chancesOf(ways.map(({ odds }) => odds));
  const chance = Math.max(0, ...chances);
  return { to: ways[chances.indexOf(chance)]?.to ?? null, chance };
}

function sent({ page }: Case, drafts: readonly Weighed[], { to, chance }: Way, byWhat: string): readonly Draft[] {
  const weighed = drafts.map((draft) => ({ ...draft, chances: { ...draft.chances, way: chance } }));
  const [draft, more] = weighed;
  if (!draft || (to === "both" ? more !== undefined : !more && to === draft.to)) return weighed;
  const trace = [...draft.trace, `${wordsOf(to)}, ${byWhat}`];
  if (to === "both")
    return page.story.sides.map(({ code }) =>
      sentTo({ ...draft, trace, shared: true }, otherSide(page.story, code), code),
    );
  return [sentTo({ ...draft, trace, shared: false }, otherSide(page.story, to), to)];
}

function sentTo(draft: Draft, from: Side | null, to: Side | null): Draft {
  return { ...draft, from, to, reach: to === null ? "unstated" : "one_way", vague: to === null };
}

function wordsOf(to: Receiver): string {
  if (to === null) return "no way told";
  return to === "both" ? "so many each way" : `to ${to}`;
}
