import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { freshMs, retryAfterMs } from "../../src/feed/asked.ts";
import { backoffMs, type FailureKind, failureKind } from "../../src/feed/failure.ts";
import { intervalAfter, spread } from "../../src/feed/interval.ts";
import { learnRhythm } from "../../src/feed/rhythm.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const now = new Date("2026-02-05T10:00:00Z");
const limits = { floorMs: 5 * minute, ceilingMs: 12 * hour };
const good = {
  ...{ previousIntervalMs: 40 * minute, items: 20, newItems: 0, unchanged: false, askedMs: null, rhythm: null },
  hot: false,
};

describe("the interval", () => {
  it("halves while most is new, grows by a quarter while nothing is, and keeps the pace between", () => {
    const paced = (newItems: number) => intervalAfter({ ...good, newItems }, limits) / minute;
    expect([paced(15), paced(3), paced(0)]).toEqual([20, 40, 50]);
  });

  it("never outgrows the usual gap between two items, nor shrinks to a sliver of it", () => {
    const paced = (gapMs: number, newItems = 0) =>
      intervalAfter({ ...good, newItems, rhythm: { gapMs, longestMs: gapMs } }, limits) / minute;
    expect(paced(30 * minute)).toBe(30);
    expect(paced(7 * day, 20)).toBe(7 * 60);
    expect(paced(2 * minute)).toBe(5);
  });

  it("waits as the feed asks up to the ceiling, but not while the story is hot", () => {
    const asked = { ...good, newItems: 15, askedMs: hour };
    expect(intervalAfter(asked, limits)).toBe(hour);
    expect(intervalAfter({ ...asked, askedMs: 7 * day }, limits)).toBe(12 * hour);
    expect(intervalAfter({ ...asked, hot: true }, limits)).toBe(15 * minute);
    expect(intervalAfter({ ...good, previousIntervalMs: 6 * hour, hot: true }, limits)).toBe(15 * minute);
  });

  it("stays between floor and ceiling whatever comes", () => {
    const any = fc.record({
      previousIntervalMs: fc.option(fc.nat(1e9)),
      items: fc.nat(50),
      newItems: fc.nat(50),
      unchanged: fc.boolean(),
      askedMs: fc.option(fc.nat(1e9)),
      rhythm: fc.option(fc.record({ gapMs: fc.nat(1e9), longestMs: fc.nat(1e9) })),
      hot: fc.boolean(),
    });
    fc.assert(
      fc.property(any, (poll) => {
        const interval = intervalAfter(poll, limits);
        return interval >= limits.floorMs && interval <= limits.ceilingMs;
      }),
    );
  });

  it("is spread evenly over a tenth, so that a hundred feeds met at one instant part for good", () => {
    const dues = Array.from({ length: 100 }, (_, index) => spread(now, hour, () => index / 100).getTime());
    expect(new Set(dues).size).toBe(100);
    const minutes = dues.map((due) => Math.floor(due / minute));
    const most = Math.max(...minutes.map((each) => minutes.filter((other) => other === each).length));
    expect(most).toBeLessThanOrEqual(17);
  });
});

describe("the rhythm", () => {
  const at = (...hours: number[]) => hours.map((ago) => new Date(now.getTime() - ago * hour));

  it("is the median gap, and the longest, of the dates that a feed holds", () => {
    expect(learnRhythm(at(0, 1, 2, 3, 13, 14, 15), null, null)).toEqual({ gapMs: hour, longestMs: 10 * hour });
  });

  it("takes a batch of one instant for one item", () => {
    expect(learnRhythm(at(0, 0, 0, 0, 2, 2, 4, 6, 8, 10), null, null)?.gapMs).toBe(2 * hour);
  });

  it("is learned from what was seen when there are no dates, and is unknown at first", () => {
    expect(learnRhythm([], null, null)).toBeNull();
    const first = learnRhythm([], 10 * hour, null);
    expect(first).toEqual({ gapMs: 10 * hour, longestMs: 10 * hour });
    expect(learnRhythm([], 5 * hour, first)?.gapMs).toBe(9 * hour);
  });

  it("remembers a weekend for weeks, and not for ever", () => {
    const weekend = { gapMs: hour, longestMs: 60 * hour };
    const paced = (days: number) => learnRhythm(at(0, 1, 2, 3, 4, 5), days * day, { ...weekend, longestMs: 1e12 });
    expect(learnRhythm(at(0, 1, 2, 3, 4, 5), day, weekend)?.longestMs).toBeGreaterThan(58 * hour);
    expect(paced(30)?.longestMs).toBeCloseTo(5e11);
  });
});

describe("what a feed asks for", () => {
  const expiring = (expires: string, date = now.toUTCString()) => freshMs({ expires, date }, now);

  it.each([
    ["max-age=600", 600],
    ["public, MAX-AGE=60, must-revalidate", 60],
    ['max-age="30"', 30],
    ["s-maxage=600", null],
    ["no-cache, max-age=600", 0],
    ["no-store", 0],
    ["private", null],
  ])("Cache-Control: %s → %s s", (control, seconds) => {
    expect(freshMs({ "cache-control": control }, now)).toBe(seconds === null ? null : seconds * 1_000);
  });

  it("takes off the answer's age", () => {
    expect(freshMs({ "cache-control": "max-age=600", age: "540" }, now)).toBe(minute);
    expect(freshMs({ "cache-control": "max-age=600", age: "9999" }, now)).toBe(0);
  });

  it("reads Expires by the server's own clock, behind max-age", () => {
    expect(expiring("Thu, 05 Feb 2026 11:00:00 GMT")).toBe(hour);
    expect(expiring("Thu, 05 Feb 2026 11:00:00 GMT", "Thu, 05 Feb 2026 10:30:00 GMT")).toBe(30 * minute);
    for (const past of ["0", "-1", "soon", "Thu, 01 Jan 1970 00:00:00 GMT"]) expect(expiring(past)).toBe(0);
    expect(freshMs({ expires: "Thu, 05 Feb 2026 11:00:00 GMT", "cache-control": "max-age=5" }, now)).toBe(5_000);
  });

  it("reads Retry-After in seconds and as a date", () => {
    expect(retryAfterMs("600", now)).toBe(600_000);
    expect(retryAfterMs("Thu, 05 Feb 2026 10:30:00 GMT", now)).toBe(30 * minute);
    expect(retryAfterMs("Thu, 05 Feb 2026 09:30:00 GMT", now)).toBe(0);
    expect([retryAfterMs("in a while", now), retryAfterMs(null, now)]).toEqual([null, null]);
  });
});

describe("failures", () => {
  it.each<[string, "never" | "soon" | "later", FailureKind]>([
    ["TIMEOUT", "soon", "passing"],
    ["DNS", "soon", "passing"],
    ["HTTP_500", "soon", "passing"],
    ["HTTP_503", "later", "passing"],
    ["HTTP_429", "later", "passing"],
    ["FEED_IS_HTML", "later", "soft"],
    ["TLS", "later", "soft"],
    ["HTTP_418", "later", "soft"],
    ["HTTP_404", "later", "hard"],
    ["HTTP_403", "later", "hard"],
    ["ADDRESS_REFUSED", "never", "hard"],
  ])("%s (%s) is %s", (code, retry, kind) => expect(failureKind({ code, retry })).toBe(kind));

  it("are tried again ever more rarely by their kind, for ever, at most thirty days apart", () => {
    const first = (kind: FailureKind) => [1, 2, 3].map((times) => backoffMs(kind, times) / minute);
    expect(first("passing")).toEqual([5, 10, 20]);
    expect(first("soft")).toEqual([30, 60, 120]);
    expect(first("hard")).toEqual([60, 180, 540]);
    const last = (kind: FailureKind) => backoffMs(kind, 100_000) / day;
    expect([last("passing"), last("soft"), last("hard")]).toEqual([1, 7, 30]);
  });
});
