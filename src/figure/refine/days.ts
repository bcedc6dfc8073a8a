import { type Page, segmentAt } from "../frame/page.ts";
import type { Dated } from "./figures.ts";

/** "They last swapped on 28 March: 43 bodies went to Russia, 909 to Ukraine": the day of an event holds to the end of its sentence. */
export function withDaysOfSentence(page: Page, all: readonly Dated[]): readonly Dated[] {
  const told: Dated[] = [];
  for (const one of all) {
    const before = told.at(-1);
    const follows = before && isEvent(before) && isEvent(one) && sentenceOf(page, before) === sentenceOf(page, one);
    const { explicit, carried } = before?.period ?? {};
    const goesOn = follows && !one.period.explicit && (explicit === true || carried === true);
    const { asOf, basis } = before?.period ?? one.period;
    told.push(goesOn ? { ...one, period: { ...one.period, asOf, basis, carried: true } } : one);
  }
  return told;
}

function isEvent({ draft }: Dated): boolean {
  return draft.act === "returned" && draft.scope === "event";
}

function sentenceOf(page: Page, { draft }: Dated): number | undefined {
  return segmentAt(page, draft.counted.quantity.from)?.sentence;
}
