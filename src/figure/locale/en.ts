import { acts } from "./en-acts.ts";
import { numbers, qualifiers } from "./en-numbers.ts";
import { clauses, scope, speech, time } from "./en-scope.ts";
import { statuses } from "./en-status.ts";
import { deictics, masks, nouns, roles, sharing } from "./en-words.ts";
import type { Locale } from "./locale.ts";

export const en: Locale = {
  tag: "en",
  writing: {
    letters: "latin",
    dottedI: false,
    fold: {},
    apostrophe: "suffix",
    abbreviations: (
      "mr mrs ms dr gen lt col maj capt sgt st no nos approx incl dept gov sen rep prof jr sr vs etc jan feb mar apr jun " +
      "jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun i.e e.g a.m p.m"
    ).split(" "),
    verbLast: false,
  },
  numbers,
  qualifiers,
  nouns,
  masks,
  acts,
  passive: ["was", "were", "be", "been", "being", "is", "are", "to be"],
  captivity: ["captivity", "custody", "imprisonment", "hands of the enemy"],
  roles,
  caseEndings: {},
  deictics,
  sharing,
  scope,
  time,
  speech,
  clauses,
  statuses,
  ignored: [
    "good will",
    "a total of",
    "hours/minutes/days/weeks/months later",
    "goodwill",
    "times as many",
    "give/gives/gave/given themselves/himself up",
    "as part of",
    "hold/holds/held up",
    "hold/holds/holding back",
    "hold/holds/held/holding …5 exchange",
    "hold/holds/held/holding …5 exchanges",
    "hold/holds/held/holding …5 swap",
    "hold/holds/held/holding …5 swop",
    "hold/holds/held/holding …5 talks",
    "hold/holds/held/holding …5 round",
    "hold/holds/held/holding …5 rounds",
    "hold/holds/held/holding …5 meeting",
    "hold/holds/held/holding …5 consultations",
    "was/were/is/be/been held on",
    "exchange/swap/talks/round/meeting was/were held",
    "each of",
    "each of them",
    "each other",
    "each person",
    "each one",
    "each time",
    "for example",
    "for now",
    "for the",
    "lead/leads/led by",
  ],
};
