import type { Scope } from "../figure.ts";
import type { ActFound } from "./act.ts";
import type { Counted } from "./noun.ts";
import { type Page, segmentAt } from "./page.ts";
import type { Segment } from "./segment.ts";

/** Words between "no exchange" and its number. */
const NEAR = 6;
/** No denial speaks of what stands farther off. */
const FAR = 60;

/** Scopes that words of the sentence rule out, whatever else stands there. */
export interface Barred {
  readonly scopes: readonly Scope[];
  /** Why a number that would be one of them is no figure. */
  readonly reason: string;
}

/** "Kyiv denied it", "No swap is planned": what its sentence tells of a number is untrue, or not to come. */
export function isUntold(page: Page, counted: Counted, act: ActFound | null): boolean {
  const here = segmentAt(page, counted.from);
  return here !== null && (isDenied(page, here, counted) || isUnheld(page, "notPlanned", counted, act));
}

const DONE: Barred["scopes"] = ["event", "cumulative"];

/** What was not done, and what is done so many at a time, may have been planned, but is no event and no total. */
export function barredBy(page: Page, counted: Counted, act: ActFound | null): Barred | null {
  const here = segmentAt(page, counted.from);
  if (!here) return null;
  if (isNegated(page, here, act) || isUnheld(page, "notHeld", counted, act))
    return { scopes: DONE, reason: "what was not done" };
  return page.marks.hasCue("rates", here.from, here.to) ? { scopes: DONE, reason: "so many each time" } : null;
}

/** "Kyiv denied that it had received 1,000 bodies", "Reports that 500 had been freed were false", but not what a new clause adds. */
function isDenied(page: Page, here: Segment, { from, to }: Counted): boolean {
  const { marks, segments, sentences } = page;
  const sentence = sentences[here.sentence];
  if (!sentence) return false;
  const denials = marks.cues("denied", Math.max(sentence.from, from - FAR), Math.min(sentence.to, to + FAR));
  return denials.some((cue) => {
    // "ГУР не заперечує": who does not deny it lets it stand.
    if (marks.cues("negated", cue.from - 2, cue.from).some((not) => not.to === cue.from)) return false;
    const there = segmentAt(page, cue.from)?.index ?? here.index;
    const [first, last] = there < here.index ? [there, here.index] : [here.index, there];
    if (segments.slice(first + 1, last + 1).some((segment) => isContrast(page, segment.from))) return false;
    return cue.from < to || deedsIn(page, to, cue.from) <= 1;
  });
}

/** "…, but it got 500", "…; Kyiv disputes it": a clause that sets itself against the one before. */
function isContrast({ marks, tokens }: Page, at: number): boolean {
  const stop = tokens[at - 1]?.text;
  if (stop === ";" || stop === ":") return true;
  const first = tokens[at]?.kind === "mark" ? at + 1 : at;
  return marks.cueAt("contrast", first)?.from === first;
}

function deedsIn({ marks }: Page, from: number, to: number): number {
  return marks.within("act", from, to).filter(({ tag }) => tag.voice !== "noun").length;
}

/** "did not receive 1,000 bodies", "не забрала", "almadı" */
function isNegated({ marks, tokens, locale }: Page, here: Segment, act: ActFound | null): boolean {
  if (act?.segment !== here.index || act.voice === "noun" || act.does === "hold" || act.does === "lose") return false;
  if (act.time === "not" || marks.cues("negated", act.from - 3, act.from).some(({ to }) => to === act.from))
    return true;
  const word = tokens[act.to - 1]?.word ?? "";
  return locale.scope.negating?.some((inside) => word.includes(inside)) === true;
}

/** "The 157-for-157 swap was called off", "No exchange of 500 is planned": said right before the number, or after it with no other deed in between. */
function isUnheld(page: Page, cue: "notHeld" | "notPlanned", { from, to }: Counted, act: ActFound | null): boolean {
  const sentence = act && page.sentences[act.sentence];
  if (!sentence || act.voice !== "noun" || act.segment !== segmentAt(page, from)?.index) return false;
  const found = page.marks.cues(cue, Math.max(sentence.from, from - FAR), Math.min(sentence.to, to + FAR));
  return found.some((mark) => {
    const [start, end] = mark.from >= to ? [to, mark.from] : [mark.to, from];
    return deedsIn(page, start, end) === 0 && (mark.from >= to || end - start <= NEAR);
  });
}
