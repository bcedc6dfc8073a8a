import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Claim } from "../../src/change/change.ts";
import { compareLines } from "../../src/change/compare.ts";
import { addDays } from "../../src/change/day.ts";
import { editsOf } from "../../src/change/edit.ts";
import {
  addIntervals,
  agree,
  difference,
  type Interval,
  interval,
  isNarrower,
  toValue,
  type Value,
  width,
} from "../../src/change/interval.ts";
import { familyLedger, type LedgerEvent } from "../../src/change/ledger.ts";
import type { Amount, Metric } from "../../src/change/metric.ts";
import { completePeople } from "../../src/change/people.ts";
import { runningTotal } from "../../src/change/running-total.ts";
import { standing } from "../../src/change/standing.ts";
import type { EventClaim } from "../../src/change/telling.ts";

const metric = (thing: string): Metric => ({
  ...{ name: thing, title: thing, thing, group: null, act: "returned", from: "RU", to: "UA", reach: "one_way" },
});
const people = ["persons", "servicemen", "civilians"].map(metric);

/** The exchanges of bodies that the claims tell of. */
function ledger(claims: readonly EventClaim[]): readonly LedgerEvent[] {
  return familyLedger(new Map([["bodies", claims]]), [metric("bodies")]).get("bodies") ?? [];
}

const count = fc.nat({ max: 20_000 });
const amounts: fc.Arbitrary<Amount> = fc.oneof(
  fc
    .tuple(count, fc.constantFrom("exact", "about", "nearly"))
    .map(([min, qualifier]) => ({ min, max: min, qualifier })),
  fc.tuple(count, fc.constantFrom("more_than", "at_least")).map(([min, qualifier]) => ({ min, max: null, qualifier })),
  count.map((max) => ({ min: 0, max, qualifier: "up_to" as const })),
  fc.tuple(count, count).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b), qualifier: "range" as const })),
);
const intervals: fc.Arbitrary<Interval> = amounts.map(interval);
/** Amounts so close that many of them agree. */
const nearAmounts: fc.Arbitrary<Amount> = fc
  .tuple(fc.integer({ min: 2200, max: 2400 }), fc.boolean(), fc.constantFrom("exact", "about", "nearly"))
  .map(([amount, round, qualifier]) => {
    const min = round ? Math.round(amount / 100) * 100 : amount;
    return { min, max: min, qualifier };
  });
const days = fc.constantFrom("2026-02-04", "2026-02-05", "2026-02-06", "2026-02-09");
const claims: fc.Arbitrary<EventClaim[]> = fc.uniqueArray(
  fc
    .record({
      figureIds: fc.constant([]),
      reportId: fc.constantFrom("1", "2", "3", "4"),
      reading: fc.uuid(),
      claimant: fc.constantFrom("RU", "UA", "unattributed"),
      day: days,
      spanDays: fc.constantFrom(0, 0, 0, 3),
      dayStated: fc.boolean(),
      part: fc.boolean(),
      value: fc.constantFrom(150, 157, 160, 300).map((min) => toValue({ min, max: min, qualifier: "exact" })),
      voice: fc.constantFrom("a", "b", "c"),
      reportedAt: fc.constantFrom("2026-02-05T10:00:00Z", "2026-02-06T10:00:00Z"),
    })
    .map(({ spanDays, ...claim }) => ({ ...claim, slot: claim.reading, firstDay: addDays(claim.day, -spanDays) })),
  { selector: (claim) => claim.reading, maxLength: 12 },
);

describe("an amount as printed", () => {
  it.each([
    [
      { min: 2300, max: 2300, qualifier: "about" },
      { low: 2250, high: 2350 },
    ],
    [
      { min: 12_000, max: 12_000, qualifier: "about" },
      { low: 11_500, high: 12_500 },
    ],
    [
      { min: 200, max: 200, qualifier: "about" },
      { low: 180, high: 220 },
    ],
    [
      { min: 2000, max: 2000, qualifier: "nearly" },
      { low: 1800, high: 2000 },
    ],
    [
      { min: 7000, max: null, qualifier: "more_than" },
      { low: 7000, high: null },
    ],
    [
      { min: 0, max: 40, qualifier: "up_to" },
      { low: 0, high: 40 },
    ],
  ] as const)("%o allows %o", (amount, allowed) => {
    expect(interval(amount)).toEqual(allowed);
  });

  it("is never empty", () => {
    fc.assert(fc.property(intervals, ({ low, high }) => high === null || low <= high));
  });
});

describe("intervals", () => {
  it("agree both ways or not at all, and each with itself", () => {
    fc.assert(fc.property(intervals, intervals, (a, b) => agree(a, b) === agree(b, a) && agree(a, a)));
  });

  it("add in any grouping and order", () => {
    fc.assert(
      fc.property(intervals, intervals, intervals, (a, b, c) => {
        expect(addIntervals(addIntervals(a, b), c)).toEqual(addIntervals(a, addIntervals(b, c)));
        expect(addIntervals(a, b)).toEqual(addIntervals(b, a));
      }),
    );
  });

  it("that are open above disagree when their floors differ", () => {
    expect(agree({ low: 6000, high: null }, { low: 7000, high: null })).toBe(false);
  });

  it("have no difference where one is open", () => {
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        const open = [a, b].some(({ max, qualifier }) => max === null || qualifier === "up_to");
        expect(difference(toValue(a), toValue(b)).absolute === null).toBe(open);
      }),
    );
  });

  it("of a refined figure agree with what they refine", () => {
    const line = "bodies_to_ukraine|cumulative|any|RU";
    const told = (value: Value, reading: string): Claim => ({
      ...{ figureId: reading, reportId: reading, slot: reading, reading, metric: "bodies_to_ukraine" },
      ...{ series: "bodies_to_ukraine|cumulative|any", line, claimant: "RU", scope: "cumulative" },
      ...{
        asOf: "2026-02-20",
        rankDay: "2026-02-20",
        firstDay: "2026-02-20",
        dayStated: true,
        value,
        part: false,
        voice: reading,
      },
      reportedAt: "2026-02-20T10:00:00Z",
    });
    const none = new Map();
    const around = { metrics: none, names: {}, baselines: none, comparable: none, bases: none, checks: none };
    let refined = 0;
    fc.assert(
      fc.property(nearAmounts, nearAmounts, (older, newer) => {
        const lines = new Map([[line, { stands: told(toValue(older), "a"), voices: ["a"] }]]);
        const claim = told(toValue(newer), "b");
        for (const change of compareLines([claim], editsOf([claim], []), { before: lines, rest: lines }, around)) {
          if (change.kind !== "refined") continue;
          refined += 1;
          expect(agree(interval(newer), interval(older))).toBe(true);
          expect(width(interval(newer))).toBeLessThan(width(interval(older)));
        }
      }),
      { numRuns: 500 },
    );
    expect(refined).toBeGreaterThan(20);
  });

  it("that are narrower are not the wider ones", () => {
    fc.assert(fc.property(intervals, intervals, (a, b) => !(isNarrower(a, b) && isNarrower(b, a))));
  });
});

describe("the order of arrival", () => {
  it("never changes what stands", () => {
    const told = fc.record({
      ...{ rankDay: days, reading: fc.uuid(), value: intervals },
      reportedAt: fc.constantFrom("2026-02-09T10:00:00Z", "2026-02-09T11:00:00Z"),
    });
    const shuffled = fc
      .uniqueArray(told, { selector: (claim) => claim.reading, minLength: 1 })
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(fc.property(shuffled, ([list, other]) => standing(list) === standing(other)));
  });

  it("never changes the running total", () => {
    const total = (list: readonly EventClaim[]) =>
      runningTotal(toValue({ min: 2300, max: 2300, qualifier: "about" }), "2025-12-30", ledger(list)).value;
    const shuffled = claims.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(total(other)).toEqual(total(list));
      }),
    );
  });

  it("never changes which kinds of people an exchange counts", () => {
    const kinds = fc.constantFrom("persons", "servicemen", "civilians");
    const telling = claims.chain((list) => fc.tuple(...list.map((claim) => fc.tuple(kinds, fc.constant(claim)))));
    const shuffled = telling.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    const totals = (list: readonly (readonly [string, EventClaim])[]) => {
      const byKind = new Map<string, EventClaim[]>();
      for (const [kind, claim] of list) byKind.set(kind, [...(byKind.get(kind) ?? []), claim]);
      return [...familyLedger(byKind, people)].map(
        ([kind, events]) => [kind, events.map(({ day, value, voices }) => [day, value, voices])] as const,
      );
    };
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(totals(other)).toEqual(totals(list));
      }),
    );
  });

  it("never changes the ledger", () => {
    const shuffled = claims.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    const shape = (list: EventClaim[]) =>
      ledger(list).map(({ slots, readings, claims: held, ...event }) => ({
        ...{
          ...event,
          held: held.map((claim) => claim.reading).sort(),
          slots: [...slots].sort(),
          readings: [...readings].sort(),
        },
      }));
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(shape(other)).toEqual(shape(list));
      }),
    );
  });
});

describe("the ledger", () => {
  const claim = (given: Partial<EventClaim> & { reading: string }, min = 1200): EventClaim => ({
    ...{ figureIds: [], reportId: given.reading, claimant: "RU", day: "2025-06-13", voice: given.reading },
    ...{
      slot: given.reading,
      firstDay: given.day ?? "2025-06-13",
      dayStated: false,
      part: false,
      reportedAt: "2025-06-13T10:00:00Z",
    },
    value: toValue({ min, max: min, qualifier: "exact" }),
    ...given,
  });

  it("holds each claim once, but for spans of days that hold other exchanges", () => {
    fc.assert(
      fc.property(claims, (list) => {
        const events = ledger(list);
        const held = events.flatMap((event) => event.claims.map((told) => told.reading));
        expect(new Set(held).size).toBe(held.length);
        for (const claim of list.filter(({ reading }) => !held.includes(reading))) {
          expect(claim.firstDay < claim.day).toBe(true);
          // Some report tells of the other exchange as on those days, though more may tell it of a later one.
          const told = events.flatMap((event) => event.claims);
          expect(told.some(({ firstDay, day }) => day >= claim.firstDay && firstDay <= claim.day)).toBe(true);
        }
      }),
    );
  });

  it("takes a report that is a day late for the same exchange", () => {
    expect(ledger([claim({ reading: "a" }), claim({ reading: "b", day: "2025-06-14" })])).toMatchObject([
      { voices: 2 },
    ]);
  });

  it("keeps two exchanges of two days apart when one report tells both", () => {
    const both = { reportId: "1", voice: "1" };
    const events = ledger([claim({ reading: "a", ...both }), claim({ reading: "b", ...both, day: "2025-06-14" })]);
    expect(events.map((event) => event.day)).toEqual(["2025-06-13", "2025-06-14"]);
  });

  it("spans both counts where the sides differ on one day", () => {
    const events = ledger([claim({ reading: "a" }, 1245), claim({ reading: "b", claimant: "UA" }, 1248)]);
    expect(events).toMatchObject([{ disputed: true, value: { low: 1245, high: 1248 } }]);
  });
});

describe("people", () => {
  const told = (reading: string, claimant: string, min: number): EventClaim => ({
    ...{
      figureIds: [reading],
      reportId: "1",
      slot: reading,
      reading,
      claimant,
      voice: "a",
      dayStated: false,
      part: false,
    },
    ...{ day: "2026-02-05", firstDay: "2026-02-05", reportedAt: "2026-02-05T10:00:00Z" },
    value: toValue({ min, max: min, qualifier: "exact" }),
  });

  it("are not made of one side's civilians where another side of the report counts all", () => {
    const byKind = new Map([
      ["persons", [told("a", "unattributed", 157)]],
      ["civilians", [told("b", "UA", 7)]],
    ]);
    const full = familyLedger(byKind, people);
    expect(full.get("persons")).toMatchObject([{ value: { low: 157, high: 157 } }]);
    expect(full.get("servicemen")).toMatchObject([{ value: { low: 150, high: 150 }, voices: 1 }]);
  });

  it("rest on the figures that they are put together of", () => {
    const restsOn = (kind: string, byKind: ReadonlyMap<string, readonly EventClaim[]>) => {
      const events = familyLedger(byKind, people).get(kind) ?? [];
      return events.map(({ value, claims: held }) => [value.low, held.flatMap(({ figureIds }) => figureIds).sort()]);
    };
    const parts = [
      ["servicemen", [told("a", "RU", 157)]],
      ["civilians", [told("b", "RU", 3)]],
    ] as const;
    expect(restsOn("persons", new Map(parts))).toEqual([[160, ["a", "b"]]]);
    expect(restsOn("servicemen", new Map(parts))).toEqual([[157, ["a"]]]);
    const whole = ["persons", [told("c", "RU", 160)]] as const;
    expect(restsOn("civilians", new Map([whole, parts[0]]))).toEqual([[3, ["a", "c"]]]);
    // Nobody says how many of them were servicemen.
    expect(restsOn("servicemen", new Map([whole]))).toEqual([[0, ["c"]]]);
  });

  const exactly = (n: number) => ({ low: n, high: n });

  it("add up from any two of the three", () => {
    fc.assert(
      fc.property(count, count, (soldiers, civilians) => {
        const all = {
          persons: exactly(soldiers + civilians),
          servicemen: exactly(soldiers),
          civilians: exactly(civilians),
        };
        const { persons, servicemen, civilians: others } = all;
        expect(completePeople({ persons, civilians: others })).toEqual(all);
        expect(completePeople({ persons, servicemen })).toEqual(all);
        expect(completePeople({ servicemen, civilians: others })).toEqual(all);
      }),
    );
  });

  it("without a split may all be servicemen, or none", () => {
    expect(completePeople({ persons: exactly(157) }).servicemen).toEqual({ low: 0, high: 157 });
  });
});
