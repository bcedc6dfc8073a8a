import type { NumberWords, QualifierWords } from "./locale.ts";

const UNITS = (
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen " +
  "nineteen"
).split(" ");
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ORDINALS = (
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth " +
  "sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth " +
  "ninetieth hundredth thousandth"
).split(" ");

export const numbers: NumberWords = {
  words: Object.fromEntries([
    ...UNITS.map((word, place) => [word, place + 1] as const),
    ...TENS.map((word, place) => [word, (place + 2) * 10] as const),
    ["fourty", 40],
    ["dozen", 12],
  ]),
  hundreds: ["hundred"],
  scales: { thousand: 1e3, million: 1e6, mln: 1e6, billion: 1e9, bn: 1e9 },
  halves: {},
  andHalf: ["and a half"],
  partsBefore: { half: 0.5, quarter: 0.25 },
  partsAfter: { "and a half": 0.5, "and one half": 0.5, "and a quarter": 0.25, "and three quarters": 0.75 },
  groupComma: true,
  and: ["and"],
  one: ["a", "an"],
  suffixes: [],
  eachSuffixes: [],
  eachWords: {},
  ordinals: ORDINALS,
  ordinalSuffixes: ["st", "nd", "rd", "th"],
  vague: ["dozens", "hundreds", "thousands", "tens of thousands", "scores", "several", "many", "a few"],
};

export const qualifiers: QualifierWords = {
  before: {
    about: [
      "about",
      "around",
      "approximately",
      "approx.",
      "roughly",
      "some",
      "circa",
      "an estimated",
      "estimated",
      "perhaps",
      "in the region of",
      "in the order of",
      "on the order of",
      "close on",
      "something like",
      "up or down",
      "~",
      "≈",
      "±",
    ],
    nearly: [
      "nearly",
      "almost",
      "just under",
      "slightly under",
      "slightly less than",
      "a little under",
      "a little less than",
      "close to",
      "just short of",
      "just shy of",
      "not quite",
      "approaching",
    ],
    more_than: [
      "more than",
      "over",
      "above",
      "in excess of",
      "upwards of",
      "upward of",
      "greater than",
      "exceeding",
      "exceeded",
      "exceeds",
      "well over",
      "just over",
      "slightly over",
      "slightly more than",
      "a little over",
      "a little more than",
      "well above",
      "north of",
    ],
    at_least: [
      "at least",
      "no fewer than",
      "no less than",
      "not less than",
      "not fewer than",
      "a minimum of",
      "minimum of",
      "minimum number/quota of",
      "a minimum number/quota of",
    ],
    up_to: [
      "up to",
      "no more than",
      "not more than",
      "fewer than",
      "less than",
      "at most",
      "a maximum of",
      "maximum of",
      "a ceiling of",
      "ceiling of",
      "not exceeding",
    ],
  },
  after: {
    about: ["or so", "odd", "approximately", "or thereabouts", "more or less", "give or take"],
    more_than: ["and more", "and counting"],
    at_least: ["or more", "at least", "at a minimum", "at the least", "at the very least"],
    up_to: ["at most", "at the most", "or fewer", "or less", "at a maximum"],
  },
  inversion: false,
  between: [
    ["between", "and"],
    ["from", "to"],
    ["between", "to"],
  ],
  to: ["to", "or"],
};
