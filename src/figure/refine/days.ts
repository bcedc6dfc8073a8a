import type { Page } from "../frame/page.ts";
import { type Dated, sentenceOf } from "./figures.ts";

/**
 * "They last swapped on 28 March: 43 bodies went to Russia, 909 to Ukraine": the day of an event holds for what its sentence tells under
 * the same verb, or as given in return.
 */
export function withDaysOfSentence(page: Page, all: readonly Dated[]): readonly Dated[] {
  const told: Dated[] = [];
  for (const one of all) {
    const before = told.at(-1);
    if (!before || one.period.explicit || !isOfDay(before) || !goesOnFrom(page, before, one)) told.push(one);
    else {
      const { asOf, basis } = before.period;
      told.push({ ...one, period: { ...one.period, asOf, basis, carried: true } });
    }
  }
  return told;
}

function isOfDay({ period }: Dated): boolean {
  return period.explicit || period.carried === true;
}

function goesOnFrom(page: Page, before: Dated, one: Dated): boolean {
  if (!isEvent(before) || !isEvent(one) || sentenceOf(page, before) !== sentenceOf(page, one)) return false;
  const { verb } = one.draft;
  const from = before.draft.counted.to;
  return verb === null || verb.from < from || page.marks.hasCue("inReturn", from, one.draft.counted.from);
}

function isEvent({ draft }: Dated): boolean {
  return draft.act === "returned" && draft.scope === "event";
}
