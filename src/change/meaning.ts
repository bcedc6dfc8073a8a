import type { Figure, Status } from "../figure/figure.ts";

/** What a figure says, without the words it was read from and how sure the reading is. */
export type FigureMeaning = Omit<Figure, "evidence" | "trace" | "confidence" | "part">;

/** What is said of a subject's state, likewise. */
export type StatusMeaning = Omit<Status, "evidence" | "trace" | "confidence">;

export type Meaning = FigureMeaning | StatusMeaning;

export function isOfState(meaning: Meaning): meaning is StatusMeaning {
  return "state" in meaning;
}

/** The meaning of a figure or a state, or of a row that holds more. */
export function meaningOf(reading: FigureMeaning): FigureMeaning;
export function meaningOf(reading: StatusMeaning): StatusMeaning;
export function meaningOf(reading: Meaning): Meaning;
export function meaningOf(reading: Meaning): Meaning {
  if (isOfState(reading)) {
    const { subject, state, until, asOf, speaker, speakerSide } = reading;
    return { subject, state, until, asOf, speaker, speakerSide };
  }
  const { thing, group, act, from, to, reach, min, max, qualifier, scope, period, basis, asOf } = reading;
  const { speaker, speakerSide } = reading;
  return { thing, group, act, from, to, reach, min, max, qualifier, scope, period, basis, asOf, speaker, speakerSide };
}
