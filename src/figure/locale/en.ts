import { acts } from "./en/acts.ts";
import { clauses } from "./en/clauses.ts";
import { deictics } from "./en/deictics.ts";
import { masks } from "./en/masks.ts";
import { nouns } from "./en/nouns.ts";
import { numbers } from "./en/numbers.ts";
import { qualifiers } from "./en/qualifiers.ts";
import { roles } from "./en/roles.ts";
import { scope } from "./en/scope.ts";
import { sharing } from "./en/sharing.ts";
import { speech } from "./en/speech.ts";
import { statuses } from "./en/statuses.ts";
import { talkWords } from "./en/talks.ts";
import { time } from "./en/time.ts";
import { weights } from "./en/weights.ts";
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
    progressive: ["ing"],
    participle: ["ed"],
  },
  numbers,
  qualifiers,
  nouns,
  masks,
  acts,
  passive: ["was", "were", "be", "been", "being", "is", "are", "to be"],
  mediation: ["mediat*", "brokered", "facilitated by"],
  captivity: [
    "captivity",
    "custody",
    "detention",
    "imprisonment",
    "prisons/jails/jail",
    "prison/prisoner camp/camps",
    "hands of the enemy",
  ],
  captives: [
    "captiv*",
    "captur*",
    "prisoner*",
    "pow/pows",
    "hostage*",
    "detain*",
    "swap*",
    "swop*",
    "exchang*",
    "repatriat*",
  ],
  roles,
  caseEndings: {},
  deictics,
  sharing,
  scope,
  time,
  speech,
  clauses,
  statuses,
  talkWords,
  weights,
  ignored: [
    "good will",
    "headquarters for prisoners of war",
    "war in ukraine",
    "receive/receives/received/receiving …3 medical/psychological",
    "bring/brings/bringing/brought/take/takes/taking/took the …4 number",
    "bring/brings/bringing/brought/take/takes/taking/took the …4 total",
    "bring/brings/bringing/brought/take/takes/taking/took the …4 tally",
    "as many as",
    "outside/outside of/beyond the/these/such exchanges/swaps",
    "outside/beyond exchanges/swaps",
    "as agreed/planned/promised/scheduled",
    "a total of",
    "in each",
    "outside of them",
    "earlier/later this week/month/year",
    "give/gives/gave/given/giving …4 figure",
    "give/gives/gave/given/giving …4 figures",
    "give/gives/gave/given/giving …1 number/numbers",
    "give/gives/gave/given/giving …3 exact/precise/total number/numbers",
    "give/gives/gave/given/giving …4 breakdown",
    "give/gives/gave/given/giving …4 estimate",
    "give/gives/gave/given/giving …4 details",
    "give/gives/gave/given/giving their lives/life",
    "hours/minutes/days/weeks/months later",
    "so far , with more/others/another",
    "so far , and more/others",
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
