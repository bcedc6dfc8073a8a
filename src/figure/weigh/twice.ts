import { type Reckoning, reckon } from "../frame/assemble.ts";
import type { Page } from "../frame/page.ts";
import type { Around } from "./around.ts";
import type { Case } from "./case.ts";
import { tellFacts, tellSided } from "./facts.ts";
import type { Forest } from "./forest.ts";
import { type Heard, Hearing, heardAs } from "./hearing.ts";
import { type Reconsider, weigh } from "./judge.ts";
import type { Model } from "./model.ts";
import type { Opinion } from "./opinion.ts";
import { THINGS } from "./questions.ts";

/** No report tells so many figures: a flood of them is read once. */
const MOST_HELD = 500;

/** Reads the numbers of a page twice: each for itself, by the words around, and then beside the others, by trees. */
export function weighedTwice(page: Page, model: Model, forest: Forest): Reckoning {
  const once = hear(page, model);
  const { length } = once.hearing.all;
  // Without one likely figure the text is not heard, whatever else is known of its numbers.
  if (length === 0 || length > MOST_HELD) return once.reckoning;
  return reckon(page, (one, draftsBy) => weigh(model, one, draftsBy, besideOthers(once.hearing, forest)));
}

/** The first of the two readings, and what was heard in it. */
export function hear(page: Page, model: Model): { readonly reckoning: Reckoning; readonly hearing: Hearing } {
  const all: Heard[] = [];
  const listen: Reconsider = (one, around, opinion) => {
    all.push(heardAs(one, around, opinion));
    return opinion;
  };
  const reckoning = reckon(page, (one, draftsBy) => weigh(model, one, draftsBy, listen));
  return { reckoning, hearing: new Hearing(all) };
}

function besideOthers(hearing: Hearing, forest: Forest): Reconsider {
  return (one: Case, around: Around, opinion: Opinion) => {
    const own = heardAs(one, around, opinion);
    const facts = forest.facts((tell) => {
      tellFacts(one, around, own, hearing, tell);
    });
    const ways = opinion.ways.map(({ to, odds }) => {
      if (to === null) return { to, odds: odds + forest.of("open", facts) };
      if (to === "both") return { to, odds: odds + forest.of("both", facts) };
      return {
        to,
        odds:
          odds +
          forest.of(
            "way",
            facts.beside((tell) => tellSided(one, own, hearing, to, tell)),
          ),
      };
    });
    return {
      real: opinion.real + forest.of("real", facts),
      scopes: opinion.scopes,
      things: THINGS.map((name, at) => (opinion.things[at] ?? 0) + forest.of(name, facts)),
      ways,
    };
  };
}
