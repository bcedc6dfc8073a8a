import type { TimeWords } from "../locale.ts";

const MONTHS = "january february march april may june july august september october november december".split(" ");

const SHORT_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

const DAYS = "monday tuesday wednesday thursday friday saturday sunday".split(" ");

const SHORT_DAYS = "mon tue wed thu fri sat sun".split(" ");

export const time: TimeWords = {
  months: Object.fromEntries([
    ...MONTHS.map((word, place) => [word, place + 1] as const),
    ...SHORT_MONTHS.map((word, place) => [word, place + 1] as const),
    ["sept", 9],
  ]),
  weekdays: Object.fromEntries([
    ...DAYS.map((word, place) => [word, place + 1] as const),
    ...SHORT_DAYS.map((word, place) => [word, place + 1] as const),
    ["tues", 2],
    ["thurs", 4],
  ]),
  days: {
    today: 0,
    tonight: 0,
    "this morning": 0,
    "earlier in the day": 0,
    yesterday: -1,
    "a day earlier": -1,
    "the day before": -1,
    "the previous day": -1,
    tomorrow: 1,
  },
  spans: {
    "last week": "last_week",
    "the previous week": "last_week",
    "earlier this week": "this_week",
    "last month": "last_month",
    "the spring": "spring",
    "a week ago": "last_week",
    "a month ago": "last_month",
    "the summer": "summer",
    "the autumn": "autumn",
    "the winter": "winter",
  },
  overDays: {
    "over two days": 2,
    "in two days": 2,
    "within two days": 2,
    "over the two days": 2,
    "over three days": 3,
    "in three days": 3,
    "within three days": 3,
    "over the three days": 3,
  },
  monthFirst: true,
  thisYear: ["this year", "this calendar year", "year to date", "of this year"],
  lastYear: ["last year", "the previous year"],
  year: ["year"],
  wholeYear: ["in", "during", "throughout", "over", "for", "all of"],
  since: ["since", "from the start of", "from the beginning of", "from the first", "as of", "starting from"],
  yearBeginning: [
    "since the beginning of the year",
    "since the start of the year",
    "since the beginning of this year",
    "since the start of this year",
    "from the beginning of the year",
    "since january",
  ],
  untilYearEnd: ["until/till/to the end of the year", "until/till the end of this year", "until/till year's end"],
  until: ["until", "till"],
  stretches: [
    "this month",
    "in/over the same period",
    "over that/the period",
    "this summer",
    "this autumn",
    "this spring",
    "this winter",
    "in that week/month/time",
    "in/over the same time/weeks/days/months",
    "over the past",
    "over the last",
    "in recent weeks/months",
    "in the past week/month/year",
    "the past year",
    "during the year",
    "over the year",
    "since the summer",
    "in the whole of june/july/august",
    "through the summer",
    "by the middle of the month",
    "in … repatriations",
    "january/february/march/april/may/june/july/august/september/october/november/december alone",
    "january/february/march/april/may/june/july/august/september/october/november/december …1 alone",
  ],
};
