import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultPollLimits, nextPollAfterFailure, nextPollAfterGood } from "../../src/feed/next-poll.ts";
import { decideTopic } from "../../src/feed/topic.ts";

const topic = {
  words: {
    en: [
      ["ukrain*", "US"],
      ["prisoner*", "peace talks"],
    ],
    ru: [["украин*"], ["обмен*"]],
  },
  except: { en: ["football"] },
};

describe("decideTopic", () => {
  it.each([
    ["Ukrainian prisoners are home", "en", true],
    ["The US hosts peace  talks", "en", true],
    ["Join us for peace talks", "en", false],
    ["Ukraine wins at football, prisoner of its luck", "en", false],
    ["Обмен между Россией и Украиной", "ru", true],
    ["Обмен между Россией и Украиной", null, true],
    ["Weather in Kyiv", "en", false],
  ])("%s (%s): %s", (text, language, expected) => {
    const decision = decideTopic(text, language, topic);
    expect(decision.onTopic).toBe(expected);
    expect(decision.reason).not.toBe("");
  });
});

const now = new Date("2026-02-05T10:00:00Z");
const minutes = (at: Date) => (at.getTime() - now.getTime()) / 60_000;
const still = () => 0;
const good = {
  now,
  previousIntervalMs: 40 * 60_000,
  items: 20,
  newItems: 0,
  unchanged: false,
  askedMs: null,
  hot: false,
};

describe("the next poll", () => {
  it("comes sooner when most is new, later when all is known, and keeps the pace between", () => {
    const due = (newItems: number) => minutes(nextPollAfterGood({ ...good, newItems }, defaultPollLimits, still));
    expect([due(15), due(3), due(0)]).toEqual([20, 40, 50]);
  });

  it("waits as the feed asks, but not while the story is hot", () => {
    const asked = { ...good, newItems: 15, askedMs: 3_600_000 };
    expect(minutes(nextPollAfterGood(asked, defaultPollLimits, still))).toBe(60);
    expect(minutes(nextPollAfterGood({ ...asked, hot: true }, defaultPollLimits, still))).toBe(15);
  });

  it("stays between floor and ceiling, a tenth for spreading aside", () => {
    fc.assert(
      fc.property(
        fc.nat(1e9),
        fc.nat(50),
        fc.nat(1e9),
        fc.boolean(),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        (previousIntervalMs, newItems, askedMs, hot, chance) => {
          const at = minutes(
            nextPollAfterGood({ ...good, previousIntervalMs, newItems, askedMs, hot }, defaultPollLimits, () => chance),
          );
          return at >= 5 && at <= 360 * 1.1;
        },
      ),
    );
  });

  it("backs off from failures, for ever, by their kind", () => {
    const due = (retry: "soon" | "later", failures: number) =>
      minutes(nextPollAfterFailure({ now, failures, retry, retryAfter: null }, still));
    expect([1, 2, 3].map((n) => due("soon", n))).toEqual([5, 10, 20]);
    expect([1, 2, 3].map((n) => due("later", n))).toEqual([60, 180, 540]);
    expect(due("soon", 500)).toBe(24 * 60);
    expect(due("later", 500)).toBe(30 * 24 * 60);
  });

  it("honours Retry-After in seconds and as a date, up to a day", () => {
    const due = (retryAfter: string) =>
      minutes(nextPollAfterFailure({ now, failures: 9, retry: "soon", retryAfter }, still));
    expect(due("600")).toBe(10);
    expect(due("Thu, 05 Feb 2026 10:30:00 GMT")).toBe(30);
    expect(due("99999999")).toBe(24 * 60);
    expect(due("0")).toBe(1);
  });
});
