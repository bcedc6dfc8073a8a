import type { Document, Side } from "../figure/figure.ts";
import { reckon } from "../figure/frame/assemble.ts";
import type { Draft } from "../figure/frame/draft.ts";
import { otherSide, type Page } from "../figure/frame/page.ts";
import { explainDocument } from "../figure/read.ts";
import type { StateJudge } from "../figure/status/judge.ts";
import type { Told } from "../figure/status/rules.ts";
import { stateSigns } from "../figure/status/signs.ts";
import type { Story } from "../figure/story.ts";
import type { Sentence } from "../figure/text/sentence.ts";
import { aroundOf } from "../figure/weigh/around.ts";
import { belongingSigns } from "../figure/weigh/belonging.ts";
import type { Case } from "../figure/weigh/case.ts";
import { commonSigns } from "../figure/weigh/circumstances.ts";
import { isOfOneWay, type Judge, ruled } from "../figure/weigh/judge.ts";
import { type Answer, SCOPES, type ScopeName, STATES, THINGS } from "../figure/weigh/questions.ts";
import { written, writtenOnce } from "../figure/weigh/sign.ts";
import { noWaySigns, waySigns } from "../figure/weigh/ways.ts";
import type { Labelled } from "./score.ts";

/** One question with the answers that it may have, the signs that speak for each, and the place of the right one. */
export interface Lesson {
  readonly question: "real" | "scope" | "thing" | "way" | "state";
  readonly answers: readonly { readonly answer: Answer | null; readonly signs: readonly string[] }[];
  readonly right: number;
  readonly weight: number;
}

/** A label with its place in the text; both -1 where it stands wherever its amount does. */
export interface Placed extends Labelled {
  readonly start: number;
  readonly end: number;
}

/** A state of the talks with the place of the words that tell it. */
export interface PlacedState {
  readonly status: string;
  readonly start: number;
  readonly end: number;
}

export interface Taught {
  readonly document: Document;
  readonly story: Story;
  readonly gold: readonly Placed[];
  readonly optional: readonly Placed[];
  /** Null where states were not labelled. */
  readonly status: readonly PlacedState[] | null;
  /** How much it counts beside others. */
  readonly weight: number;
}

/**
 * What is said outweighs what is usual: each way is taught again with the sides' habits exchanged, at this weight. Without it "Ukraine
 * handed Russia 1,000 bodies" was read the other way round, since so many bodies always went to Ukraine.
 */
const UNUSUAL = 0.3;

/**
 * What a labelled document teaches: each number that the rules considered, with the labels that stand at its place, and each sentence that may tell
 * a state.
 */
export function lessonsOf(taught: Taught): readonly Lesson[] {
  const lessons: Lesson[] = [];
  const figures: Judge = (one, draftsBy) => {
    lessons.push(...lessonsAt(taught, one, draftsBy(one.scoping).drafts));
    return ruled(one, draftsBy);
  };
  const states: StateJudge = (page, sentence, found) => {
    lessons.push(...stateLessons(taught, page, sentence, found));
    return [];
  };
  explainDocument(taught.document, taught.story, { figures: (scene) => reckon(scene, figures), states });
  return lessons;
}

/** Whether a sentence tells each of the states; a state that is told elsewhere in the text may be told here too. */
function stateLessons(
  { status, weight }: Taught,
  page: Page,
  sentence: Sentence,
  found: readonly Told[],
): readonly Lesson[] {
  if (status === null) return [];
  const [start, end] = [page.tokens[sentence.from]?.start ?? 0, page.tokens[sentence.to - 1]?.end ?? 0];
  const signs = writtenOnce(stateSigns(page, sentence, found));
  return STATES.flatMap((name) => {
    const labels = status.filter((label) => label.status === name);
    const here = labels.some((label) => label.start < end && label.end > start);
    if (!here && labels.length > 0) return [];
    const answers = [
      { answer: null, signs: [] },
      { answer: name, signs },
    ];
    return [{ question: "state" as const, answers, right: here ? 1 : 0, weight }];
  });
}

/** A question about a number, its answers, and the place of the right one. */
export interface Asked {
  readonly question: "real" | "scope" | "thing" | "way";
  /** With the side that a way leads to. */
  readonly answers: readonly { readonly answer: Answer | null; readonly to?: Side }[];
  readonly right: number;
}

function lessonsAt(taught: Taught, one: Case, drafts: readonly Draft[]): Lesson[] {
  const around = aroundOf(one);
  if (!around) return [];
  const { weight } = taught;
  const common = written(commonSigns(one, around));
  const belongs = [...common, ...written(belongingSigns(one, around))];
  const draft = drafts.length === 1 ? (drafts[0] ?? null) : null;
  const none = [...common, ...written(noWaySigns(one, around, draft))];
  const signsOf = ({ answer, to }: Asked["answers"][number], unusual: boolean): readonly string[] => {
    if (answer === null) return [];
    if (answer === "real") return belongs;
    if (answer === "open" || answer === "both") return none;
    if (to === undefined) return common;
    const named = unusual ? (otherSide(one.page.story, to) ?? to) : to;
    return written(waySigns(one, around, to, draft, named));
  };
  return askedAt(taught, one, drafts).flatMap(({ question, answers, right }) =>
    (question === "way" ? [false, true] : [false]).map((unusual) => ({
      question,
      answers: answers.map((answer) => ({ answer: answer.answer, signs: signsOf(answer, unusual) })),
      right,
      weight: unusual ? weight * UNUSUAL : weight,
    })),
  );
}

/**
 * What the labels of a document answer about a number.
 * @param drafts what the rules make of it
 */
export function askedAt(taught: Taught, one: Case, drafts: readonly Draft[]): readonly Asked[] {
  const { gold, here, open } = labelsAt(taught, one);
  const asked: Asked[] = [];
  if (!open) asked.push({ question: "real", answers: [{ answer: null }, { answer: "real" }], right: here ? 1 : 0 });
  const scope = only(gold.map(scopeOf));
  if (scope !== null)
    asked.push({ question: "scope", answers: SCOPES.map((answer) => ({ answer })), right: SCOPES.indexOf(scope) });
  const thing = THINGS.find((name) => name === only(gold.map((label) => label.thing)));
  if (thing !== undefined)
    asked.push({ question: "thing", answers: THINGS.map((answer) => ({ answer })), right: THINGS.indexOf(thing) });
  const way = wayAsked(one, drafts, gold);
  if (way !== null) asked.push(way);
  return asked;
}

/** Which way it goes, of one figure or of so many for each side. */
function wayAsked(one: Case, drafts: readonly Draft[], gold: readonly Placed[]): Asked | null {
  const [label, second, ...more] = gold;
  if (!label || more.length > 0 || label.act === "held" || !isOfOneWay(one, drafts)) return null;
  const { sides } = one.page.story;
  const both = second !== undefined;
  if (both && (one.sharing === "first" || second.to === label.to || second.min !== label.min)) return null;
  const answers: Asked["answers"] = [
    ...sides.map(({ code }) => ({ answer: "way" as const, to: code })),
    { answer: "open" },
    ...(one.sharing === "first" ? [] : [{ answer: "both" as const }]),
  ];
  const right = label.to === null ? sides.length : sides.findIndex(({ code }) => code === label.to);
  return right < 0 ? null : { question: "way", answers, right: both ? sides.length + 1 : right };
}

interface Labels {
  /** Those of the number, or of the same amount elsewhere in the text, if there is but one. */
  readonly gold: readonly Placed[];
  /** Whether they stand at its place. */
  readonly here: boolean;
  /** Whether it may be told or not: a repeat, or a figure that may be left out. */
  readonly open: boolean;
}

function labelsAt({ gold, optional }: Taught, { page, counted: { quantity } }: Case): Labels {
  const start = page.tokens[quantity.from]?.start ?? 0;
  const end = page.tokens[quantity.to - 1]?.end ?? start;
  const isSame = (label: Labelled) => label.min === quantity.min && label.max === quantity.max;
  const isHere = (label: Placed) => (label.start < 0 ? isSame(label) : label.start < end && label.end > start);
  const found = gold.filter(isHere);
  const exact = found.filter(isSame);
  if (found.length > 0) return { gold: exact.length > 0 ? exact : found, here: true, open: false };
  const again = gold.filter(isSame);
  const open = again.length > 0 || optional.some((label) => isHere(label) || isSame(label));
  return { gold: again.length === 1 ? again : [], here: false, open };
}

function only<Value>(values: readonly Value[]): Value | null {
  const [first, ...rest] = new Set(values);
  return first !== undefined && rest.length === 0 ? first : null;
}

/** @returns null where a label leaves its scope open */
function scopeOf({ act, scope }: Labelled): ScopeName | null {
  const name = act === "returned" ? scope : act;
  return SCOPES.find((known) => known === name) ?? null;
}
