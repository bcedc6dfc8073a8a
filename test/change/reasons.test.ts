import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { totalValue, toValue } from "../../src/change/interval.ts";
import * as say from "../../src/change/reason.ts";
import { nothingSince } from "../../src/change/running-total.ts";
import { projectRoot } from "../../src/runtime/project.ts";

const corpus = z
  .record(z.string(), z.string())
  .parse(parse(readFileSync(join(projectRoot, "test", "change", "corpus", "reasons.yaml"), "utf8")));

const exactly = (min: number) => toValue({ min, max: min, qualifier: "exact" });
const about = (min: number) => toValue({ min, max: min, qualifier: "about" });
const title = "bodies handed to Ukraine";
const stood = { value: about(12_000), asOf: "2025-12-30" };
const exchange = {
  value: exactly(1000),
  day: "2026-01-29",
  lastDay: "2026-01-29",
  vague: false,
  voices: 1,
  reports: 1,
};
const span = { ...exchange, day: "2026-01-19", lastDay: "2026-01-25", vague: true };
const total = totalValue({ low: 12_500, high: 13_500 }, 13_000);
const check = { total, gap: 1000, event: null };
const edited = { value: exactly(1000), when: "on 2026-01-29", claimant: "RU", within: "" };

/** One sentence of each kind, in the order of the corpus. */
const sentences: Readonly<Record<string, string>> = {
  first: say.sayFirst("Ukraine", title, about(500), { value: about(200), basis: "2025, Istanbul" }),
  "another plan": say.sayOtherPlan("Russia", `${title} (planned)`, exactly(500), stood, true),
  "another plan beside": say.sayOtherPlan("Russia", `${title} (planned)`, exactly(500), stood, false),
  "first without a baseline": say.sayFirst("Northwire (no side named)", title, about(500), null),
  confirmed: say.sayConfirmed("Russia", title, exactly(12_000), stood, true),
  "confirmed anew": say.sayConfirmed("Russia", title, exactly(12_000), stood, false),
  refined: say.sayRefined("Russia", title, exactly(12_003), stood),
  raised: say.sayMoved("Russia", title, exactly(14_000), stood),
  lowered: say.sayMoved("Russia", title, exactly(11_000), stood),
  "raised to an open amount": say.sayMoved(
    "Russia",
    title,
    toValue({ min: 14_000, max: null, qualifier: "more_than" }),
    stood,
  ),
  recalled: say.sayRecalled("Ukraine", title, exactly(9744), "2025-05-30", stood),
  contradicted: say.sayContradicted("Russia", title, exactly(13_000), stood, about(12_000), false),
  "contradicted by one report": say.sayContradicted(null, title, exactly(13_000), stood, about(12_000), true),
  "added first": say.sayAdded(title, exchange, "Russia", {
    ...{ value: total, baseline: about(12_000), others: nothingSince },
  }),
  "added by an outlet": say.sayAdded(title, exchange, "Northwire (no side named)", null),
  "added later": say.sayAdded(title, { ...exchange, voices: 3, reports: 27 }, "Russia", {
    ...{ value: total, baseline: about(12_000), others: { events: 3, value: exactly(3000) } },
  }),
  "added of a span": say.sayAdded(title, span, "Ukraine", null),
  "earlier exchange": say.sayEarlierEvent(title, exchange, "Russia", "2026-02-01"),
  sum: say.saySum(title, { ...span, value: exactly(2000) }, "Russia"),
  "exchange confirmed": say.sayEventConfirmed(title, { ...exchange, voices: 2, reports: 2 }, "Ukraine", exactly(1000)),
  "exchange confirmed in part": say.sayEventConfirmed(
    title,
    { ...exchange, voices: 2, reports: 2 },
    "Ukraine",
    exactly(997),
  ),
  "exchange refined": say.sayEventRefined(title, { ...exchange, value: exactly(1003) }, "Ukraine", about(1000), false),
  "exchange told apart": say.sayEventRefined(
    title,
    exchange,
    "Ukraine",
    totalValue({ low: 0, high: 1000 }, null),
    true,
  ),
  disputed: say.sayDisputed(title, " on 2026-01-29", [
    ["Russia", exactly(1248)],
    ["Ukraine", exactly(1245)],
  ]),
  "disputed within a side": say.sayDisputed(title, " on 2026-01-29", [
    ["Russia", exactly(1245)],
    ["Russia", exactly(1248)],
    ["Ukraine", exactly(1245)],
  ]),
  settled: say.saySettled(title, " on 2026-01-29", exactly(1245)),
  "settled by a withdrawal": say.sayDropped(title, "", "Ukraine", about(12_000)),
  "settled by one that left": say.sayDropped(title, " on 2026-01-29", "Russia and Ukraine", exactly(1245)),
  merged: say.sayMerged(title, exchange, { ...exchange, day: "2026-01-30" }),
  split: say.saySplit(title, exchange, { ...exchange, value: exactly(300) }),
  corrected: say.sayCorrected(title, edited, { ...edited, value: exactly(1003) }, {}),
  "corrected day": say.sayCorrected(title, edited, { ...edited, when: "on 2026-01-30" }, {}),
  "corrected period": say.sayCorrected(
    title,
    { ...edited, within: "since 2025-05-16, Istanbul" },
    { ...edited, within: "" },
    {},
  ),
  "corrected speaker": say.sayCorrected(title, edited, { ...edited, claimant: "UA" }, { RU: "Russia", UA: "Ukraine" }),
  "corrected to what stands": say.sayStandsNow({ value: exactly(14_000), asOf: "2026-02-20" }).trim(),
  restored: say.sayRestored(title, exactly(1000)),
  "contradicted without a side": say.sayContradicted(null, title, exactly(13_000), stood, about(12_000), false),
  "follows from others":
    say.sayTotal(total, totalValue({ low: 12_503, high: 13_503 }, 13_003), "servicemen returned to Ukraine").trim() +
    say.sayFollows("2026-02-05", [
      ["people returned to Ukraine", exactly(157)],
      ["civilians returned to Ukraine", exactly(7)],
    ]),
  "follows from an edit":
    say.sayTotal(totalValue({ low: 12_503, high: 13_503 }, 13_003), total, "servicemen returned to Ukraine").trim() +
    say.sayFollows("2026-02-05", []),
  "total follows": say.sayTotal(total, totalValue({ low: 12_503, high: 13_503 }, 13_003)).trim(),
  "read with doubt": say.sayDoubted(title, exactly(1000)),
  "read otherwise": say.sayReread(say.sayReadOtherwise(title, edited, { ...edited, value: exactly(1003) }, {})),
  "no longer counts": say.sayReread(say.sayNoLongerCounts(title, exactly(1000))),
  "counts again": say.sayReviewed(say.sayCountsAgain(title, exactly(1000)), "Ann", "the ministry's page"),
  withdrawn: say.sayWithdrawn(title, exactly(1000)) + say.sayLeft("Russia", stood),
  "withdrawn, nothing left": say.sayWithdrawn(title, exactly(1000)) + say.sayLeft("Ukraine", undefined),
  "exchange withdrawn": say.sayWithdrawn(title, exactly(1000)) + say.sayEventLeft(undefined),
  "exchange still told":
    say.sayWithdrawn(title, exactly(1000)) + say.sayEventLeft({ ...exchange, voices: 2, reports: 5 }),
  "gap agrees": say.sayGap({ ...check, gap: 0, explanation: "agrees" }).trim(),
  "gap of rounding": say.sayGap({ ...check, gap: 200, explanation: "rounding" }).trim(),
  "gap of a double count": say
    .sayGap({ ...check, explanation: "double_count", event: { day: "2026-01-29", printed: "1,000" } })
    .trim(),
  "gap of an exchange not counted": say
    .sayGap({ ...check, gap: -1000, explanation: "not_counted", event: { day: "2026-01-29", printed: "1,000" } })
    .trim(),
  "gap unreported": say.sayGap({ ...check, gap: 2500, explanation: "unreported" }).trim(),
  "gap unexplained": say.sayGap({ ...check, gap: -3000, explanation: "unexplained" }).trim(),
  status: say.sayStatus("body_exchange", "suspended", "expected", "Ukraine", "2026-02-01"),
  "status dropped": say.sayStatusDropped(say.sayStatusLeft("talks", "resumed", "suspended")),
};

describe("what a total counts within", () => {
  it.each([
    ["m|cumulative|2025-01-01..2025-12-31/istanbul", "2025, Istanbul"],
    ["m|cumulative|2025-05-16../istanbul", "since 2025-05-16, Istanbul"],
    ["m|cumulative|2025-06-01..2025-06-30/", "since 2025-06-01 until 2025-06-30"],
    ["m|cumulative|../mediator:uae", "mediated by UAE"],
    ["m|cumulative|any", ""],
    ["m|standing", ""],
  ])("%s is %j", (series, words) => {
    expect(say.basisText(series)).toBe(words);
  });
});

describe("a reason is a sentence that an editor can print", () => {
  it.each(Object.keys(corpus))("%s", (name) => {
    expect(sentences[name]).toBe(corpus[name]);
  });

  it("and the corpus has each of them", () => {
    expect(Object.keys(corpus)).toEqual(Object.keys(sentences));
  });

  it.each(Object.entries(sentences))(
    "%s is whole: a capital first, a full stop last, nothing unsaid",
    (_name, text) => {
      expect(text).toMatch(/^[A-Z0-9].*\.$/);
      expect(text).not.toMatch(/undefined|null|NaN| {2}|\.\.|_/);
    },
  );
});
