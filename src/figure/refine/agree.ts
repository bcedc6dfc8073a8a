import type { LeftOut } from "../frame/no-figure.ts";
import type { Page } from "../frame/page.ts";
import { scopeNameOf } from "../weigh/questions.ts";
import { confidenceOf } from "./confidence.ts";
import { type Dated, sentenceOf } from "./figures.ts";
import { amountOf, areApart, sameThing } from "./repeat.ts";

/** "One came home", "two", "up to 50": so few are told of many things. */
const FEW = 3;
/** A heading is told before its text and knows less: what comes later stands unless it is so much less sure. */
const MARGIN = 0.1;

/** Figures of one amount that say the same, with the surest of them. */
interface Voice {
  readonly all: Dated[];
  surest: Dated;
}

/**
 * A text means one figure by an amount that one of its sentences tells as an event and another as a plan or a total, or of people here and of
 * civilians there: the surer reading stands. Not so where "another 500" or two days say that there are two.
 */
export function agreed(page: Page, all: readonly Dated[]): readonly Dated[] {
  const amounts = new Map<string, Map<string, Voice>>();
  for (const one of all) {
    const amount = amountOf(one);
    const voices = amounts.get(amount) ?? new Map<string, Voice>();
    amounts.set(amount, voices);
    const rivals = [...voices].filter(([, { surest }]) => isAtOdds(page, one, surest));
    if (rivals.some(([, { surest }]) => sure(surest) > sure(one) + MARGIN)) continue;
    for (const [told] of rivals) voices.delete(told);
    join(voices, one);
  }
  const standing = new Set(
    [...amounts.values()].flatMap((voices) => [...voices.values()].flatMap((voice) => voice.all)),
  );
  return all.filter((one) => standing.has(one));
}

/** The numbers whose readings gave way, with the reason. */
export function outvoted(all: readonly Dated[], standing: readonly Dated[]): readonly LeftOut[] {
  const kept = new Set(standing.map(({ draft }) => draft.counted));
  const lost = new Set(all.map(({ draft }) => draft.counted).filter((counted) => !kept.has(counted)));
  return [...lost].map(({ quantity }) => ({
    quantity,
    reason: "told in another way elsewhere in the text, and that reading stands",
  }));
}

function join(voices: Map<string, Voice>, one: Dated): void {
  const { thing, act, scope, from, to } = one.draft;
  const told = [thing, act, scope, from, to].join(" ");
  const voice = voices.get(told);
  if (!voice) voices.set(told, { all: [one], surest: one });
  else {
    voice.all.push(one);
    if (sure(one) > sure(voice.surest)) voice.surest = one;
  }
}

function isAtOdds(page: Page, one: Dated, other: Dated): boolean {
  const [a, b] = [one.draft, other.draft];
  if (a.counted.quantity.min < FEW || a.act === "held" || b.act === "held") return false;
  if (sentenceOf(page, one) === sentenceOf(page, other) || areApart(one.period, other.period)) return false;
  if (isAdded(page, one) || isAdded(page, other)) return false;
  const alike = scopeNameOf(a) === scopeNameOf(b);
  if (!sameThing(a.thing, b.thing))
    return (
      alike &&
      a.from === b.from &&
      a.to === b.to &&
      [a.thing, b.thing].includes("persons") &&
      ![a.thing, b.thing].includes("bodies")
    );
  const open = (a.to === null) !== (b.to === null);
  return alike ? open : open || a.to === b.to;
}

/** "Another 500", "ещё 500" */
function isAdded({ marks }: Page, { draft }: Dated): boolean {
  const { from, qualifierFrom } = draft.counted.quantity;
  const first = Math.min(from, qualifierFrom);
  return [from - 1, first - 1].some((at) => marks.cueAt("added", at) !== null);
}

function sure({ draft }: Dated): number {
  return confidenceOf(draft.chances);
}
