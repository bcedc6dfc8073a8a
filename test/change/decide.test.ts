import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyDecisions, type Decision, type Verdict } from "../../src/change/decide.ts";
import { figureKind } from "../../src/change/decide-figures.ts";
import { statusKind } from "../../src/change/decide-statuses.ts";
import { type FigureMeaning, meaningOf, type StatusMeaning } from "../../src/change/meaning.ts";
import type { Figure, Status } from "../../src/figure/figure.ts";
import { aStatus } from "../support/story-figures.ts";

const text = "Russia handed 1,000 bodies to Ukraine and Ukraine gave back 38 bodies. Each side freed 390 prisoners.";

function figure(quote: string, given: Partial<Figure> = {}): Figure {
  const start = text.indexOf(quote);
  const min = Number(quote.replaceAll(/\D/g, ""));
  return {
    ...{ thing: "bodies", group: null, act: "returned", from: "RU", to: "UA", reach: "one_way", min, max: min },
    ...{ qualifier: "exact", scope: "event", period: null, basis: null, asOf: "2026-01-29", speaker: null },
    ...{ speakerSide: null, trace: ["test"], confidence: 0.9 },
    evidence: { quote, start, end: start + quote.length, cues: [] },
    ...given,
  };
}

const thousand = figure("1,000 bodies");
const thirtyEight = figure("38 bodies", { from: "UA", to: "RU" });
const each = [
  figure("390 prisoners", { thing: "persons" }),
  figure("390 prisoners", { thing: "persons", from: "UA", to: "RU" }),
];

let number = 0;
function decision(seen: Figure, verdict: Verdict, correction: Partial<FigureMeaning> = {}): Decision<FigureMeaning> {
  number += 1;
  const readAs = meaningOf(seen);
  const { quote, start, end } = seen.evidence;
  return {
    ...{ decisionId: String(number), textHash: "hash", quote, start, end, verdict, readAs, why: "checked", by: "Ann" },
    decidedAs: verdict === "reject" ? null : { ...readAs, ...correction },
  };
}

const here = { hash: "hash", text };
const amounts = (figures: readonly Figure[], decisions: readonly Decision<FigureMeaning>[], at = here) =>
  applyDecisions(figureKind, figures, decisions, at).map(
    ({ reading: { from, min, thing }, decision: by }) =>
      `${from ?? ""} ${String(min)} ${thing} ${by?.verdict ?? "as read"}`,
  );

describe("what a person decided about a reading", () => {
  it("holds for that reading alone, where two were read from the same words", () => {
    const [toUkraine] = each;
    if (toUkraine === undefined) throw new Error("no figure");
    expect(amounts(each, [decision(toUkraine, "reject")])).toEqual(["UA 390 persons as read", "RU 390 persons reject"]);
  });

  it("puts back what a newer extractor no longer reads, in the place of what it reads for the same number", () => {
    const newer = figure("1,000 bodies", { from: "UA", to: "RU" });
    expect(amounts([newer, thirtyEight], [decision(thousand, "accept")])).toEqual([
      "RU 1000 bodies accept",
      "UA 38 bodies as read",
    ]);
    expect(amounts([], [decision(thousand, "correct", { min: 1003, max: 1003 })])).toEqual(["RU 1003 bodies correct"]);
  });

  it("leaves a reading alone that is not the rejected one", () => {
    const newer = figure("1,000 bodies", { from: "UA", to: "RU" });
    expect(amounts([newer], [decision(thousand, "reject")])).toEqual(["UA 1000 bodies as read"]);
  });

  it("holds in an edited text where words and reading are the same, and nowhere else", () => {
    const decided = [decision(thousand, "correct", { min: 1003, max: 1003 })];
    const edited = { hash: "other", text: `Update: ${text}` };
    const moved = figure("1,000 bodies", {
      evidence: { quote: "1,000 bodies", start: 22, end: 34, cues: [] },
    });
    expect(amounts([moved], decided, edited)).toEqual(["RU 1003 bodies correct"]);
    expect(amounts([{ ...moved, from: "UA", to: "RU" }], decided, edited)).toEqual(["UA 1000 bodies as read"]);
    expect(amounts([], decided, { hash: "other", text: "Nothing was handed over." })).toEqual([]);
  });

  it("holds for a text that was forgotten, by its hash", () => {
    expect(amounts([thousand], [decision(thousand, "reject")], { hash: "hash", text: "" })).toEqual([
      "RU 1000 bodies reject",
    ]);
  });

  it("gives way to what is decided about a later text of the report", () => {
    const edited = { hash: "other", text: `${text} It rained in Kyiv.` };
    const first = decision(thousand, "correct", { min: 1003, max: 1003 });
    const corrected = figure("1,000 bodies", { min: 1003, max: 1003 });
    const again = { ...decision(corrected, "correct", { min: 1005, max: 1005 }), textHash: "other" };
    expect(amounts([corrected], [first, again], edited)).toEqual(["RU 1005 bodies correct"]);
    const rejected = { ...decision(thousand, "reject"), textHash: "other" };
    expect(amounts([thousand], [decision(thousand, "accept"), rejected], edited)).toEqual(["RU 1000 bodies reject"]);
  });

  it("gives way to what is decided later, step by step", () => {
    const corrected = figure("1,000 bodies", { min: 1003, max: 1003 });
    const steps = [decision(thousand, "correct", { min: 1003, max: 1003 }), decision(corrected, "reject")];
    expect(amounts([thousand], steps)).toEqual(["RU 1003 bodies reject"]);
    expect(amounts([thousand], [...steps, decision(corrected, "accept")])).toEqual(["RU 1003 bodies accept"]);
    expect(amounts([thousand], [...steps, decision(thousand, "accept")])).toEqual(["RU 1000 bodies accept"]);
  });
});

describe("what a person decided about a state", () => {
  const words = "The talks were suspended until March, but a delegation is expected in Istanbul.";
  const quote = "talks were suspended";
  const suspended = aStatus({
    ...{ subject: "talks", state: "suspended", confidence: 0.5 },
    evidence: { quote, start: 4, end: 4 + quote.length, cues: [] },
  });
  const planned = { ...suspended, state: "planned" };
  const about = (verdict: Verdict, correction: Partial<StatusMeaning> = {}): Decision<StatusMeaning> => {
    const readAs = meaningOf(suspended);
    const decidedAs = verdict === "reject" ? null : { ...readAs, ...correction };
    const seen = { decisionId: "1", textHash: "hash", quote, start: 4, end: 4 + quote.length };
    return { ...seen, verdict, readAs, decidedAs, why: "checked", by: "Ann" };
  };
  const states = (read: readonly Status[], decided: Decision<StatusMeaning>, at = { hash: "hash", text: words }) =>
    applyDecisions(statusKind, read, [decided], at).map(
      ({ reading: { state, until, confidence }, decision: by }) =>
        `${state} ${until ?? "-"} ${String(confidence)} ${by?.verdict ?? "as read"}`,
    );

  it("makes it sure, or another one, or none that counts", () => {
    expect(states([suspended], about("accept"))).toEqual(["suspended - 1 accept"]);
    expect(states([suspended], about("correct", { until: "2026-03-01" }))).toEqual(["suspended 2026-03-01 1 correct"]);
    expect(states([suspended], about("reject"))).toEqual(["suspended - 0.5 reject"]);
  });

  it("leaves another state of the same words alone", () => {
    expect(states([suspended, planned], about("reject"))).toEqual(["planned - 0.5 as read", "suspended - 0.5 reject"]);
    expect(states([planned], about("accept"))).toEqual(["planned - 0.5 as read", "suspended - 1 accept"]);
  });

  it("takes the place of what a newer extractor reads otherwise", () => {
    const dated = { ...suspended, until: "2026-03-31" };
    expect(states([dated], about("accept"))).toEqual(["suspended - 1 accept"]);
    expect(states([dated], about("reject"))).toEqual(["suspended 2026-03-31 0.5 as read"]);
  });

  it("holds in an edited text where the words are the same, and is forgotten with them", () => {
    const moved = { ...suspended, evidence: { ...suspended.evidence, start: 12, end: 12 + quote.length } };
    expect(states([moved], about("accept"), { hash: "other", text: `Update: ${words}` })).toEqual([
      "suspended - 1 accept",
    ]);
    expect(states([], about("accept"), { hash: "other", text: "Nothing was said." })).toEqual([]);
  });
});

describe("laws", () => {
  const all = [thousand, thirtyEight, ...each];
  const anyFigures = fc.subarray(all);
  const decisionsAbout = (figures: readonly Figure[]) => {
    const one = fc
      .tuple(
        fc.constantFrom(...figures),
        fc.constantFrom("accept", "reject", "correct"),
        fc.constantFrom({}, { min: 7, max: 7 }, { from: "UA", to: "RU" }),
      )
      .map(([seen, verdict, correction]) => decision(seen, verdict, verdict === "correct" ? correction : {}));
    return fc.array(one, { maxLength: 5 });
  };
  const anyDecisions = decisionsAbout(all);
  const meanings = (figures: readonly Figure[], decisions: readonly Decision<FigureMeaning>[]) =>
    applyDecisions(figureKind, figures, decisions, here)
      // Whether a rejected reading is still kept beside what counts is no matter.
      .filter(({ decision: by }) => by?.verdict !== "reject")
      .map(({ reading: found, decision: by }) => JSON.stringify([meaningOf(found), by?.decisionId ?? null]));
  const figuresAfter = (figures: readonly Figure[], decisions: readonly Decision<FigureMeaning>[]) =>
    applyDecisions(figureKind, figures, decisions, here).map((one) => one.reading);

  it("decisions in force change nothing when they are put in force again", () => {
    fc.assert(
      fc.property(anyFigures, anyDecisions, (figures, decisions) => {
        expect(meanings(figuresAfter(figures, decisions), decisions).toSorted()).toEqual(
          meanings(figures, decisions).toSorted(),
        );
      }),
    );
  });

  // Decisions are made about what was read: what nobody read takes no figure's place and gives none back.
  const decided = fc
    .subarray(all, { minLength: 1 })
    .chain((figures) => fc.tuple(fc.constant(figures), decisionsAbout(figures)));

  it("deciding one after another ends where all at once does", () => {
    fc.assert(
      fc.property(decided, ([figures, decisions]) => {
        const stepwise = decisions.reduce<readonly Figure[]>(
          (found, _, index) => figuresAfter(found, decisions.slice(0, index + 1)),
          figures,
        );
        expect(meanings(stepwise, decisions).toSorted()).toEqual(meanings(figures, decisions).toSorted());
      }),
    );
  });
});
