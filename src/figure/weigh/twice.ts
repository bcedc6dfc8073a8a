import type { Side } from "../figure.ts";
import { type Reckoning, reckon } from "../frame/assemble.ts";
import type { Draft, Drafted } from "../frame/draft.ts";
import type { Scene } from "../frame/scene.ts";
import type { Around } from "./around.ts";
import type { Case } from "./case.ts";
import { tellFacts, tellSided } from "./facts/facts.ts";
import type { Forest } from "./forest.ts";
import { type Heard, Hearing, heardAs } from "./hearing.ts";
import { weigh } from "./judge.ts";
import type { Model } from "./model.ts";
import { type Opinion, opinionOf, type Receiver } from "./opinion.ts";
import { SCOPES, THINGS } from "./questions.ts";

/** No report tells so many figures: a flood of them is read once. */
const MOST_HELD = 200;

/** Reads the numbers of a page twice: each for itself, by the words around, and then beside the others, by trees. */
export function weighedTwice(scene: Scene, model: Model, forest: Forest): Reckoning {
  const once = hear(scene, model);
  const { length } = once.hearing.all;
  // Without one likely figure the text is not heard, whatever else is known of its numbers.
  if (length === 0 || length > MOST_HELD) return once.reckoning;
  // As long as all is read as before, the words around say what they said.
  let asBefore = true;
  return reckon(scene, (one, draftsBy) => {
    const before = asBefore ? once.judged.get(placeOf(one)) : undefined;
    const judged = weigh(model, one, draftsBy, (around) => {
      const alone = before?.alone ?? opinionOf(model, one, around, draftsBy(one.scoping).drafts);
      return { alone, beside: besideOthers(one, around, alone, once.hearing, forest) };
    });
    asBefore = before !== undefined && isReadAlike(before.judged, judged);
    return judged;
  });
}

interface Judged {
  /** Null for a number outside of all sentences. */
  readonly alone: Opinion | null;
  readonly judged: Drafted | string;
}

/** The first of the two readings, and what was heard in it. */
export function hear(
  scene: Scene,
  model: Model,
): { readonly reckoning: Reckoning; readonly hearing: Hearing; readonly judged: ReadonlyMap<number, Judged> } {
  const all: Heard[] = [];
  const judged = new Map<number, Judged>();
  const reckoning = reckon(scene, (one, draftsBy) => {
    let alone: Opinion | null = null;
    const found = weigh(model, one, draftsBy, (around) => {
      alone = opinionOf(model, one, around, draftsBy(one.scoping).drafts);
      all.push(heardAs(one, around, alone));
      return { alone, beside: alone };
    });
    judged.set(placeOf(one), { alone, judged: found });
    return found;
  });
  return { reckoning, hearing: new Hearing(all), judged };
}

function besideOthers(one: Case, around: Around, opinion: Opinion, hearing: Hearing, forest: Forest): Opinion {
  const own = heardAs(one, around, opinion);
  const facts = forest.facts((tell) => {
    tellFacts(one, around, own, hearing, tell);
  });
  const ofWay = (to: Side) =>
    forest.of(
      "way",
      facts.beside((tell) => tellSided(one, around, own, hearing, to, tell)),
    );
  const ofReceiver = (to: Receiver) =>
    to === null ? forest.of("open", facts) : to === "both" ? forest.of("both", facts) : ofWay(to);
  return {
    real: opinion.real + forest.of("real", facts),
    scopes: SCOPES.map((name, at) => (opinion.scopes[at] ?? 0) + forest.of(name, facts)),
    things: THINGS.map((name, at) => (opinion.things[at] ?? 0) + forest.of(name, facts)),
    ways: opinion.ways.map(({ to, odds }) => ({ to, odds: odds + ofReceiver(to) })),
  };
}

function placeOf({ counted }: Case): number {
  return counted.quantity.from;
}

/** Whether two readings of one number leave the same to the numbers after it. */
function isReadAlike(one: Drafted | string, other: Drafted | string): boolean {
  if (typeof one === "string" || typeof other === "string") return one === other;
  return (
    one.drafts.length === other.drafts.length && one.drafts.every((draft, at) => isDraftAlike(draft, other.drafts[at]))
  );
}

function isDraftAlike(one: Draft, other: Draft | undefined): boolean {
  return (
    one.thing === other?.thing &&
    one.act === other.act &&
    one.scope === other.scope &&
    one.from === other.from &&
    one.to === other.to &&
    one.shared === other.shared
  );
}
