import { describe, expect, it } from "vitest";
import { loadDossier } from "../../../src/dossier/load.ts";
import { reckon } from "../../../src/figure/frame/assemble.ts";
import { explainDocument } from "../../../src/figure/read.ts";
import { tellFacts, tellSided } from "../../../src/figure/weigh/facts/facts.ts";
import { heardAs } from "../../../src/figure/weigh/hearing.ts";
import { weigh } from "../../../src/figure/weigh/judge.ts";
import { Model } from "../../../src/figure/weigh/model.ts";
import { opinionOf } from "../../../src/figure/weigh/opinion.ts";
import { hear } from "../../../src/figure/weigh/twice.ts";

const { story } = loadDossier("istanbul");
/** Whatever the rules have nothing against is likely a figure. */
const model = new Model(["language en\treal -200 event 900 servicemen 900", "against 0\treal 400", "open\topen 900"]);

/** For each number of an English text the facts that are told of it and of its going to Ukraine, in the order in which they are told. */
function factsOf(text: string): ReadonlyMap<number, readonly (readonly [string, number])[]> {
  const found = new Map<number, [string, number][]>();
  explainDocument(
    { text, title: null, language: "en", published: "2026-02-05", outlet: null, outletSide: null },
    story,
    {
      figures: (scene) => {
        const { hearing } = hear(scene, model);
        return reckon(scene, (one, draftsBy) =>
          weigh(model, one, draftsBy, (around) => {
            const alone = opinionOf(model, one, around, draftsBy(one.scoping).drafts);
            const own = heardAs(one, around, alone);
            const told: [string, number][] = [];
            const tell = (name: string, value: number) => told.push([name, value]);
            tellFacts(one, around, own, hearing, tell);
            tellSided(one, around, own, hearing, "UA", tell);
            found.set(one.counted.quantity.min, told);
            return { alone, beside: alone };
          }),
        );
      },
      states: () => [],
    },
  );
  return found;
}

const TEXT =
  "On Tuesday Russia returned 150 soldiers to Ukraine after talks, and 20 civilians came home. Ukraine gave back 31 bodies in return.";

describe("the facts of a number", () => {
  const facts = factsOf(TEXT);
  const of = (amount: number) => new Map(facts.get(amount));

  it("are the same kinds for each number, in the same order, each told once", () => {
    const [first, ...others] = [...facts.values()].map((told) => told.map(([name]) => name));
    expect(first?.length).toBeGreaterThan(300);
    expect(new Set(first).size).toBe(first?.length);
    expect(others).toEqual([first, first]);
  });

  it.each([
    [150, "cue inReturn", 0],
    [31, "cue inReturn", -2],
    [150, "act return", 2],
    [20, "act return", 1],
    [20, "act come", -2],
    [150, "days", 1],
    [150, "first day", -2],
    [31, "days", 0],
    [31, "bodies after", 0],
    [31, "civilians before", -1],
    [31, "servicemen share", 1 / 3],
    [150, "children before", 99],
    [20, "number before least", 150],
    [31, "number after tokens", 99],
    [150, "to, this after role", 8],
    [150, "to, this goal", 1],
    [150, "to, other subject", 1],
    [31, "to, first", 1],
    [31, "times before", 31 / 20],
    [150, "greater kin", 0],
    [20, "greater kin", 2],
  ])("%i: %s is %d", (amount, name, value) => {
    expect(of(amount).get(name)).toBeCloseTo(value);
  });

  it("are what they were when a paragraph follows that tells no figure", () => {
    const more = factsOf(
      `${TEXT}\n\nOn Friday 7 civilians were wounded near the front, the ministry in Kyiv said, and soldiers died.`,
    );
    for (const [amount, told] of facts) expect(more.get(amount)).toEqual(told);
  });
});
