import type { Status } from "../figure.ts";
import { STATES } from "../weigh/questions.ts";

/** The code of the labelled documents where they have one, else SUBJECT_STATE. */
export function statusCode({ subject, state }: Pick<Status, "subject" | "state">): string {
  const code = `${subject}_${state}`;
  return STATES.some((name) => name === code) ? code : code.toUpperCase();
}
