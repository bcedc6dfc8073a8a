import { addIntervals, type Interval } from "./interval.ts";

/** One movement of people: persons = servicemen + civilians. Children are part of the civilians. */
export interface People {
  readonly persons: Interval;
  readonly servicemen: Interval;
  readonly civilians: Interval;
}

export type PeopleTold = Partial<People>;

const none: Interval = { low: 0, high: 0 };

/**
 * Fills in what was not told. A count of people without a split leaves servicemen and civilians at 0 to n; where only
 * servicemen, or only civilians, are told, the others are taken as none.
 */
export function completePeople(told: PeopleTold): People {
  const { persons, servicemen, civilians } = told;
  if (persons === undefined) {
    const parts = { servicemen: servicemen ?? none, civilians: civilians ?? none };
    return { persons: addIntervals(parts.servicemen, parts.civilians), ...parts };
  }
  if (servicemen === undefined && civilians === undefined) {
    const part = { low: 0, high: persons.high };
    return { persons, servicemen: part, civilians: part };
  }
  if (servicemen === undefined)
    return { persons, servicemen: rest(persons, civilians ?? none), civilians: civilians ?? none };
  return { persons, servicemen, civilians: civilians ?? rest(persons, servicemen) };
}

/** What is left of the whole when one part is taken away; never below nothing. */
function rest(whole: Interval, part: Interval): Interval {
  return {
    low: part.high === null ? 0 : Math.max(0, whole.low - part.high),
    high: whole.high === null ? null : Math.max(0, whole.high - part.low),
  };
}
