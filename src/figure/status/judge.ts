import { type Page, segmentAt } from "../frame/page.ts";
import type { Sentence } from "../text/sentence.ts";
import { type Model, modelOf } from "../weigh/model.ts";
import { STATES, type StateName } from "../weigh/questions.ts";
import type { Told } from "./rules.ts";
import { stateSigns } from "./signs.ts";
import { talkKindsOf } from "./talk-words.ts";

/** A state with how likely it is told, 0 to 1. */
export interface Weighed extends Told {
  readonly confidence: number;
  readonly trace: readonly string[];
}

/** Has the last word on what the rules find in a sentence. */
export type StateJudge = (page: Page, sentence: Sentence, found: readonly Told[]) => readonly Weighed[];

/** Of what the rules alone find. */
const UNWEIGHED = 0.8;
/** What is less likely is not told; what a list finds stands longer, unless a "not" stands among its words. */
const LEAST = 0.5;
const LEAST_FOUND = 0.35;
/** The weights were learned from few documents and are surer than they are right: so much of their odds was borne out by others. */
const BORNE_OUT = 0.6;
/** Nothing that was read is certain. */
const SUREST = 0.99;

/** The rules alone. */
export const ruledStates: StateJudge = (_page, _sentence, found) => found.map(ruled);

/** Weighs the words of a sentence, as labelled documents taught, together with what the rules find. */
export const weighedStates: StateJudge = (page, sentence, found) =>
  weighStates(modelOf(page.locale), page, sentence, found);

export function weighStates(model: Model, page: Page, sentence: Sentence, found: readonly Told[]): readonly Weighed[] {
  const chancesIn = (part: Sentence) => {
    const sums = model.sumsOnce(stateSigns(page, part, found));
    return (name: StateName) => 1 / (1 + Math.exp(-BORNE_OUT * sums.of(name)));
  };
  const chanceOf = chancesIn(sentence);
  const others = found.filter((told) => !STATES.some((name) => name === nameOf(told)));
  return [
    ...others.map(ruled),
    ...STATES.flatMap((name) => {
      const known = found.find((told) => nameOf(told) === name);
      // What a list finds is as sure as in its own clause: what else the sentence tells takes nothing from it.
      const chance = Math.max(chanceOf(name), known ? chancesIn(clauseOf(page, sentence, known))(name) : 0);
      if (chance <= (known && !isDenied(page, known) ? LEAST_FOUND : LEAST)) return [];
      const confidence = Math.min(SUREST, Math.round(100 * chance) / 100);
      return [{ ...(known ?? toldBy(name, sentence)), confidence, trace: traceOf(name, known !== undefined, chance) }];
    }),
  ];
}

/** The clauses that the words of a state stand in. */
function clauseOf(page: Page, sentence: Sentence, { from, to }: Told): Sentence {
  const [first, last] = [segmentAt(page, from), segmentAt(page, to - 1)];
  return { ...sentence, from: first?.from ?? sentence.from, to: last?.to ?? sentence.to };
}

function isDenied({ tokens, locale }: Page, { from, to }: Told): boolean {
  return tokens.slice(from, to).some(({ known }) => talkKindsOf(locale, known).includes("not"));
}

function ruled(told: Told): Weighed {
  return { ...told, confidence: UNWEIGHED, trace: [`status: ${told.subject} ${told.state}`] };
}

function nameOf({ subject, state }: Told): string {
  return `${subject}_${state}`;
}

/** What no rule finds is told by its whole sentence. */
function toldBy(name: StateName, { from, to }: Sentence): Told {
  const [subject = "", state = ""] = name.split("_");
  return { subject, state, from, to };
}

function traceOf(name: StateName, isRule: boolean, chance: number): readonly string[] {
  return [
    `status: ${name.replace("_", " ")}`,
    `${isRule ? "by its words" : "by the words around"}: ${chance.toFixed(2)}`,
  ];
}
