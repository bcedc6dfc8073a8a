import type { Draft } from "../frame/draft.ts";
import { otherSide, type Page, segmentAt } from "../frame/page.ts";
import { type Dated, sentenceOf } from "./figures.ts";
import { amountOf, areApart, sameThing } from "./repeat.ts";

/** So few are told of many things. */
const FEW = 3;
/** A way that is surer than this stands. */
const SURE = 0.97;

/**
 * "Moscow got back 185 soldiers, 185 others were handed to Kyiv": nobody tells one number twice in a sentence. Of two that
 * seem to go one way, the less sure goes the other.
 */
export function opposed(page: Page, all: readonly Dated[]): readonly Dated[] {
  const turned = new Map<Dated, Dated>();
  for (const [at, one] of all.entries()) {
    const other = all[at + 1];
    if (!other || turned.has(one) || !areOpposed(page, one, other)) continue;
    const weaker = wayOf(one.draft) < wayOf(other.draft) ? one : other;
    if (wayOf(weaker.draft) <= SURE) turned.set(weaker, { ...weaker, draft: turn(page, weaker.draft) });
  }
  return turned.size === 0 ? all : all.map((one) => turned.get(one) ?? one);
}

function areOpposed(page: Page, one: Dated, other: Dated): boolean {
  const [a, b] = [one.draft, other.draft];
  if (![a, b].every(isPlain) || a.to !== b.to || a.scope !== b.scope || !sameThing(a.thing, b.thing)) return false;
  if (amountOf(one) !== amountOf(other) || sentenceOf(page, one) !== sentenceOf(page, other)) return false;
  if (areApart(one.period, other.period) || areListed(page, a, b)) return false;
  return segmentAt(page, a.counted.quantity.from)?.index !== segmentAt(page, b.counted.quantity.from)?.index;
}

/** "On three days 1,212, 1,200 and 1,200 came": nothing but what joins a list stands between. */
function areListed({ marks, tokens }: Page, a: Draft, b: Draft): boolean {
  const [from, to] = [a.counted.to, b.counted.from].toSorted((one, other) => one - other);
  return tokens.slice(from, to).every(({ kind, index }) => kind === "mark" || marks.cueAt("clauseAnd", index) !== null);
}

function isPlain({ act, to, shared, paired, part, same, counted }: Draft): boolean {
  return act === "returned" && to !== null && !shared && !paired && !part && !same && counted.quantity.min >= FEW;
}

function wayOf({ chances, vague }: Draft): number {
  return chances?.way ?? (vague ? 0 : 1);
}

function turn({ story }: Page, draft: Draft): Draft {
  const to = otherSide(story, draft.to);
  return { ...draft, from: draft.to, to, trace: [...draft.trace, "told twice in its sentence: the other way"] };
}
