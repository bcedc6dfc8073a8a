import type { NumberWords } from "../locale.ts";

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
  scales: { thousand: 1e3, k: 1e3, million: 1e6, mln: 1e6, billion: 1e9, bn: 1e9 },
  halves: {},
  andHalf: ["and a half"],
  partsBefore: { half: 0.5, quarter: 0.25 },
  partsAfter: { "and a half": 0.5, "and one half": 0.5, "and a quarter": 0.25, "and three quarters": 0.75 },
  groupComma: true,
  and: ["and"],
  one: ["a", "an"],
  lookalikes: ["k"],
  suffixes: [],
  eachSuffixes: [],
  eachWords: {},
  ordinals: ORDINALS,
  ordinalSuffixes: ["st", "nd", "rd", "th"],
  vague: ["dozens", "hundreds", "thousands", "tens of thousands", "scores", "several", "many", "a few"],
};
