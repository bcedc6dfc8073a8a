import type { Status } from "../figure/figure.ts";
import type { Kind } from "./decide.ts";
import type { StatusMeaning } from "./meaning.ts";

/** States of subjects, as people decide about them. */
export const statusKind: Kind<StatusMeaning, Status> = {
  isSame: (one, other) => meaningKeys.every((key) => one[key] === other[key]),
  // A sentence may tell several states: one takes another's place only where they differ in their days or in who says so.
  nearest: (here, { subject, state }) => here.find((one) => one.subject === subject && one.state === state),
  made: (meaning, told) => ({ ...meaning, ...told }),
};

/** The speaker's name may be cut otherwise by another version. */
const meaningKeys = ["subject", "state", "until", "asOf", "speakerSide"] as const;
