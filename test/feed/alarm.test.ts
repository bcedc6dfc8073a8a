import { describe, expect, it } from "vitest";
import { alarmsOf, type FeedSigns, type Yield } from "../../src/feed/alarm.ts";

const hour = 3_600_000;
const now = new Date("2026-02-05T10:00:00Z");
const ago = (hours: number) => new Date(now.getTime() - hours * hour);
const limits = { brokenAfter: 5, silentAfter: 5, drainedAfter: 10 };
const fruitful: Yield = { all: 200, hits: 40, lastHitAt: ago(5), allSince: 3, othersGoOn: true };
const well: FeedSigns = {
  ...{ url: "https://feeds.news.example/a", currentUrl: "https://feeds.news.example/a", movedAt: null, failures: 0 },
  ...{ failingSince: null, errorCode: null, errorMessage: null, errorRemedy: null, lastItemAt: ago(2) },
  ...{ gapMs: hour, longestGapMs: 10 * hour, topical: fruitful, telling: fruitful },
};
const kinds = (signs: Partial<FeedSigns>) => alarmsOf({ ...well, ...signs }, now, limits).map(({ kind }) => kind);
const failing = {
  failingSince: ago(9),
  errorCode: "HTTP_404",
  errorMessage: "answered 404",
  errorRemedy: "Look it up.",
};

describe("a feed", () => {
  it("that is well has no alarm", () => expect(kinds({})).toEqual([]));

  it("is broken after so many failures in a row, since the first of them, with the failure's own remedy", () => {
    expect(kinds({ ...failing, failures: 4 })).toEqual([]);
    expect(alarmsOf({ ...well, ...failing, failures: 5 }, now, limits)).toEqual([
      { kind: "broken", since: ago(9), message: "failed 5 times in a row: answered 404", remedy: "Look it up." },
    ]);
  });

  it("has turned into HTML when it is a page twice", () => {
    expect(kinds({ ...failing, errorCode: "FEED_IS_HTML", failures: 1 })).toEqual([]);
    expect(kinds({ ...failing, errorCode: "FEED_IS_HTML", failures: 2 })).toEqual(["html"]);
  });

  it.each([
    ["https://news.example/b", false],
    ["https://news.example.org/b", true],
    ["https://parking.example/b", true],
  ])("that moved to %s says so, and whether that is another site: %s", (currentUrl, elsewhere) => {
    const [alarm] = alarmsOf({ ...well, currentUrl, movedAt: ago(1) }, now, limits);
    expect(alarm).toMatchObject({ kind: "moved", since: ago(1), remedy: expect.stringContaining("feeds.yaml") });
    expect(alarm?.message.includes("another site")).toBe(elsewhere);
  });

  it("tells sites below a shared suffix apart", () => {
    const moved = (url: string, currentUrl: string) =>
      alarmsOf({ ...well, url, currentUrl, movedAt: ago(1) }, now, limits)[0]?.message.includes("another site");
    expect(moved("https://feeds.bbc.co.uk/a", "https://www.bbc.co.uk/b")).toBe(false);
    expect(moved("https://feeds.bbc.co.uk/a", "https://thief.co.uk/b")).toBe(true);
  });

  it("is silent after several usual gaps, but not for a night or weekend as long as those before", () => {
    expect(kinds({ lastItemAt: ago(23) })).toEqual([]);
    expect(kinds({ lastItemAt: ago(25) })).toEqual(["silent"]);
    expect(kinds({ lastItemAt: ago(80), longestGapMs: 60 * hour })).toEqual([]);
    expect(kinds({ lastItemAt: ago(91), longestGapMs: 60 * hour })).toEqual(["silent"]);
    expect(kinds({ lastItemAt: ago(24 * 30), gapMs: 7 * 24 * hour, longestGapMs: 7 * 24 * hour })).toEqual([]);
    expect(kinds({ lastItemAt: ago(24 * 36), gapMs: 7 * 24 * hour, longestGapMs: 7 * 24 * hour })).toEqual(["silent"]);
  });

  it("is not silent while it fails, or while its rhythm is unknown", () => {
    expect(kinds({ ...failing, failures: 1, lastItemAt: ago(500) })).toEqual([]);
    expect(kinds({ gapMs: null, lastItemAt: ago(500) })).toEqual([]);
  });

  it.each(["topical", "telling"] as const)("is drained when what is %s stopped, by its own past", (which) => {
    const dry = { ...fruitful, all: 260, allSince: 60, hits: 40, lastHitAt: ago(24 * 8) };
    expect(kinds({ [which]: dry })).toEqual(["drained"]);
    expect(alarmsOf({ ...well, [which]: dry }, now, limits)[0]).toMatchObject({
      since: ago(24 * 8),
      message: expect.stringMatching(/among 60; by its past 12 were/),
    });
    expect(kinds({ [which]: { ...dry, allSince: 40, all: 240 } })).toEqual([]);
    expect(kinds({ [which]: { ...dry, lastHitAt: ago(24 * 6) } })).toEqual([]);
    expect(kinds({ [which]: { ...dry, hits: 4, allSince: 2_000, all: 2_010 } })).toEqual([]);
  });

  it("is not drained by a lull of the story itself", () => {
    const lull = { ...fruitful, all: 500, allSince: 300, lastHitAt: ago(24 * 20), othersGoOn: false };
    expect(kinds({ topical: lull, telling: lull })).toEqual([]);
  });
});
