import type { Document, Figure, Reading } from "./figure.ts";
import type { LeftOut } from "./frame/no-figure.ts";
import { openPage } from "./frame/page.ts";
import { sceneOf } from "./frame/scene.ts";
import { byWeights, type Judges } from "./judges.ts";
import { localeOf } from "./locale/locales.ts";
import { agreed, outvoted } from "./refine/agree.ts";
import { asSumsOfBoth } from "./refine/both-ways.ts";
import { withDaysOfSentence } from "./refine/days.ts";
import { heard } from "./refine/doubt.ts";
import { dated, figureOf } from "./refine/figures.ts";
import { opposed } from "./refine/opposed.ts";
import { repeated, withoutRepeats } from "./refine/repeat.ts";
import { statusesOf } from "./status/status.ts";
import type { Story } from "./story.ts";
import { languageOf } from "./text/language.ts";

/** A number that was not read as a figure, and why. */
export interface Refusal {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly reason: string;
}

export interface ExplainedReading extends Reading {
  readonly refusals: readonly Refusal[];
}

/**
 * Reads a text: which figures of the story it states, and which states of its subjects.
 *
 * plain text → tokens → sentences → words of the lexicon → numbers and qualifiers → what they count → acts and parties →
 * direction, act and scope → time and speaker → each figure once.
 */
export function readDocument(document: Document, story: Story): Reading {
  const { language, figures, statuses } = explainDocument(document, story);
  return { language, figures, statuses };
}

/** The same, with the numbers that were left out and why. */
export function explainDocument(document: Document, story: Story, judges: Judges = byWeights): ExplainedReading {
  const language = document.language ?? languageOf(document.text) ?? "en";
  const locale = localeOf(language);
  if (!locale) return { language, figures: [], statuses: [], refusals: [] };
  const page = openPage(document, story, locale);
  const scene = sceneOf(page);
  const { drafts: read, leftOut } = judges.figures(scene);
  const { drafts, doubted } = heard(read);
  const told = opposed(
    page,
    withDaysOfSentence(
      page,
      drafts.map((draft) => dated(page, draft)),
    ),
  );
  const meant = asSumsOfBoth(agreed(page, told));
  const once = withoutRepeats(meant);
  const figures = once.map((one) => figureOf(page, scene.speech, one));
  return {
    language,
    figures: figures.toSorted(byPlace),
    statuses: statusesOf(page, scene.speech, judges.states),
    refusals: [...leftOut, ...doubted, ...outvoted(told, meant), ...repeated(page, meant, once)].map((one) =>
      refusal(document.text, page.tokens, one),
    ),
  };
}

function byPlace(a: Figure, b: Figure): number {
  return a.evidence.start - b.evidence.start || a.evidence.end - b.evidence.end;
}

function refusal(
  text: string,
  tokens: readonly { readonly start: number; readonly end: number }[],
  { quantity, reason }: LeftOut,
): Refusal {
  const start = tokens[quantity.from]?.start ?? 0;
  const end = tokens[quantity.to - 1]?.end ?? start;
  return { start, end, quote: text.slice(start, end), reason };
}
