import { reckon } from "../figure/frame/assemble.ts";
import type { Draft } from "../figure/frame/draft.ts";
import type { Scene } from "../figure/frame/scene.ts";
import { explainDocument } from "../figure/read.ts";
import type { Around } from "../figure/weigh/around.ts";
import type { Case } from "../figure/weigh/case.ts";
import { tellFacts, tellSided } from "../figure/weigh/facts/facts.ts";
import { type Hearing, heardAs } from "../figure/weigh/hearing.ts";
import { type Judge, weigh } from "../figure/weigh/judge.ts";
import type { Model } from "../figure/weigh/model.ts";
import { type Opinion, opinionOf } from "../figure/weigh/opinion.ts";
import { type Answer, SCOPES, THINGS } from "../figure/weigh/questions.ts";
import { hear } from "../figure/weigh/twice.ts";
import { type Asked, askedAt, type Taught } from "./lessons.ts";

/** One question about a number with what the words around say, and the facts of the number beside the others. */
export interface FactLesson {
  readonly answers: readonly FactAnswer[];
  readonly right: number;
  readonly weight: number;
}

export interface FactAnswer {
  /** Null: none of the answers that trees speak for. */
  readonly answer: Answer | null;
  /** Log-odds by the words around. */
  readonly odds: number;
  readonly facts: Float32Array;
}

/** Facts by name, in the order of a lesson's columns: those of a number, then those of a way. */
export type FactNames = string[];

/**
 * What a labelled document teaches about numbers beside each other.
 * @param model has learned from other documents, so that it is as sure of this one as of any
 * @param names grows by the facts that are told
 */
export function factLessonsOf(taught: Taught, model: Model, names: FactNames): readonly FactLesson[] {
  const lessons: FactLesson[] = [];
  const figures = (scene: Scene) => {
    const { hearing } = hear(scene, model);
    const judge: Judge = (one, draftsBy) =>
      weigh(model, one, draftsBy, (around) => {
        const { drafts } = draftsBy(one.scoping);
        const alone = opinionOf(model, one, around, drafts);
        lessons.push(...lessonsAt(taught, { one, around, opinion: alone, hearing }, drafts, names));
        return { alone, beside: alone };
      });
    return reckon(scene, judge);
  };
  explainDocument(taught.document, taught.story, { figures, states: () => [] });
  return lessons;
}

interface Place {
  readonly one: Case;
  readonly around: Around;
  readonly opinion: Opinion;
  readonly hearing: Hearing;
}

function lessonsAt(taught: Taught, place: Place, drafts: readonly Draft[], names: FactNames): FactLesson[] {
  const { one, opinion } = place;
  const asked = askedAt(taught, one, drafts).filter(({ question }) => question !== "way" || opinion.ways.length > 0);
  if (asked.length === 0) return [];
  const facts = factsOf(place, names);
  return asked.map(({ answers, right }) => ({
    answers: answers.map((answer) => ({
      answer: answer.answer,
      odds: oddsOf(opinion, answer),
      facts: answer.to === undefined ? facts(null) : facts(answer.to),
    })),
    right,
    weight: taught.weight,
  }));
}

function factsOf({ one, around, opinion, hearing }: Place, names: FactNames): (to: string | null) => Float32Array {
  const own = heardAs(one, around, opinion);
  const known = new Map<string | null, Float32Array>();
  return (to) => {
    const values: number[] = [];
    const tell = (name: string, value: number) => {
      names[values.length] = name;
      values.push(value);
    };
    const found = known.get(to);
    if (found) return found;
    tellFacts(one, around, own, hearing, tell);
    if (to !== null) tellSided(one, around, own, hearing, to, tell);
    const facts = Float32Array.from(values);
    known.set(to, facts);
    return facts;
  };
}

function oddsOf(opinion: Opinion, { answer, to }: Asked["answers"][number]): number {
  if (answer === null) return 0;
  if (answer === "real") return opinion.real;
  const things: readonly Answer[] = THINGS;
  if (things.includes(answer)) return opinion.things[things.indexOf(answer)] ?? 0;
  const scopes: readonly Answer[] = SCOPES;
  if (scopes.includes(answer)) return opinion.scopes[scopes.indexOf(answer)] ?? 0;
  const receiver = answer === "both" ? "both" : answer === "open" ? null : to;
  return opinion.ways.find((way) => way.to === receiver)?.odds ?? 0;
}
