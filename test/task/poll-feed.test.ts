import { describe, expect, it } from "vitest";
import { pauseHost } from "../../src/store/host.ts";
import { dueReports } from "../../src/store/report.ts";
import { pollDueFeeds } from "../../src/task/poll-due-feeds.ts";
import { eachWithPoller } from "../support/each-poller.ts";
import { FaultServer } from "../support/fault-server.ts";

const start = new Date("2026-02-05T10:00:00Z");
const poller = eachWithPoller(start);
const dayMinutes = 1_440;
const conditional = (headers: Record<string, unknown> | undefined) =>
  [headers?.["if-none-match"], headers?.["if-modified-since"]].map((value) => value ?? null);

describe("conditional requests", () => {
  it("send the newest validators, those of a 304 and of an unchanged body too, whichever of the two changed", async () => {
    const p = poller();
    const { server } = p;
    const body = p.rss(p.item("a", 1));
    await p.follow(p.source("one", server.body("/feed", body, { etag: '"1"', "last-modified": "A" })));
    await p.poll();
    server.on("/feed", (_request, response) => response.writeHead(304, { etag: '"2"' }).end());
    await p.pollNext();
    expect(conditional(server.requests.at(-1)?.headers)).toEqual(['"1"', "A"]);
    server.body("/feed", body, { etag: 'W/"3"', "last-modified": "A" });
    await p.pollNext();
    expect(conditional(server.requests.at(-1)?.headers)).toEqual(['"2"', "A"]);
    server.body("/feed", body, { "last-modified": "not a date at all" });
    await p.pollNext();
    expect(conditional(server.requests.at(-1)?.headers)).toEqual(['W/"3"', "A"]);
    await p.pollNext();
    expect(conditional(server.requests.at(-1)?.headers)).toEqual([null, "not a date at all"]);
    expect(
      await p.query(
        "select outcome from recount.poll join recount.feed using (feed_id) where dossier = $1 order by poll_id",
      ),
    ).toEqual(["new", "unchanged", "unchanged", "unchanged", "unchanged"].map((outcome) => ({ outcome })));
  });

  it("are never made at an address that a redirect or an editor changed", async () => {
    const p = poller();
    const { server } = p;
    const one = server.body("/one", p.rss(p.item("a", 1)), { etag: '"1"' });
    await p.follow(p.source("one", one));
    await p.poll();
    server.body("/two", p.rss(p.item("a", 1)), { etag: '"2"' });
    server.on("/one", (_request, response) => response.writeHead(301, { location: "/two" }).end());
    await p.pollNext();
    expect(server.requests.slice(-2).map(({ path, headers }) => [path, ...conditional(headers)])).toEqual([
      ["/one", '"1"', null],
      ["/two", null, null],
    ]);
    await p.pollNext();
    expect(server.requests.slice(-1).map(({ path, headers }) => [path, ...conditional(headers)])).toEqual([
      ["/two", '"2"', null],
    ]);
    await p.follow(p.source("one", server.body("/three", p.rss())));
    await p.poll();
    expect(server.requests.slice(-1).map(({ path, headers }) => [path, ...conditional(headers)])).toEqual([
      ["/three", null, null],
    ]);
  });

  it("give way to a whole request once a feed has said 'not modified' for three usual gaps, a day at least", async () => {
    const p = poller();
    const { server } = p;
    const items = Array.from({ length: 8 }, (_, index) => p.item(`a${String(index)}`, 12 * index));
    await p.follow(p.source("one", server.body("/feed", p.rss(...items), { etag: '"1"' })));
    await p.poll();
    const wholeHours: number[] = [];
    server.on("/feed", (request, response) => {
      if (request.headers["if-none-match"] !== undefined) return response.writeHead(304).end();
      wholeHours.push((p.clock.now().getTime() - start.getTime()) / 3_600_000);
      return response.writeHead(200, { etag: '"1"' }).end(p.rss(...items));
    });
    for (let hours = 0; hours < 24 * 7; hours += 6) {
      p.later(360);
      await p.poll();
    }
    expect(wholeHours.length).toBeGreaterThanOrEqual(2);
    wholeHours.forEach((hours, index) => {
      expect(hours - (wholeHours[index - 1] ?? 0)).toBeGreaterThan(36);
      expect(hours - (wholeHours[index - 1] ?? 0)).toBeLessThan(72);
    });
  });

  it("are given up for a feed that said 'not modified' while it changed", async () => {
    const p = poller();
    const { server } = p;
    let items = [p.item("a", 1)];
    const feed = server.on("/feed", (request, response) => {
      if (request.headers["if-none-match"] === undefined)
        response.writeHead(200, { etag: '"always"' }).end(p.rss(...items));
      else response.writeHead(304).end();
    });
    await p.follow(p.source("one", feed));
    await p.poll();
    p.later(360);
    items = [p.item("b", 0), ...items];
    for (let round = 0; round < 7; round += 1) {
      p.later(360);
      await p.poll();
    }
    expect(await p.query("select count(*)::int as n from recount.report where dossier = $1")).toEqual([{ n: 2 }]);
    const asked = server.requests.slice(-2).map(({ headers }) => headers["if-none-match"]);
    expect(asked).toEqual([undefined, undefined]);
  });

  it("are not needed to see that a body is the same", async () => {
    const p = poller();
    await p.follow(p.source("one", p.server.body("/feed", p.rss(p.item("a", 1)))));
    await p.poll();
    await p.pollNext();
    expect(conditional(p.server.requests.at(-1)?.headers)).toEqual([null, null]);
    expect(
      await p.query(
        "select outcome, items from recount.poll join recount.feed using (feed_id) where dossier = $1 order by poll_id desc limit 1",
      ),
    ).toEqual([{ outcome: "unchanged", items: 0 }]);
  });

  it("answered 304 without having been made are the server's fault", async () => {
    const p = poller();
    await p.follow(
      p.source(
        "one",
        p.server.on("/feed", (_request, response) => response.writeHead(304).end()),
      ),
    );
    await p.poll();
    expect(await p.state()).toMatchObject({ error_code: "BAD_RESPONSE", failures: 1 });
  });
});

describe("the time of the next poll", () => {
  it("is now, and that of a reading too, where the clock was a year ahead at the last one", async () => {
    const p = poller();
    await p.follow(p.source("one", p.server.body("/feed", p.rss(p.item("a", 1)))));
    p.later(365 * dayMinutes);
    await p.poll();
    await p.query("update recount.report set next_read_at = now() + interval '1 year' where dossier = $1 returning 1");
    p.later(-365 * dayMinutes);
    expect(await dueReports(p.context.pool, p.dossier.name, p.clock.now(), 10)).toHaveLength(1);
    expect(await p.poll()).toBe(1);
    expect(await p.poll()).toBe(0);
    expect(await p.waitMinutes()).toBeLessThan(120);
  });

  it("is as late as Cache-Control, Expires, ttl or sy:updatePeriod ask, also while nothing changes", async () => {
    const p = poller();
    const { server } = p;
    const plain = p.rss(p.item("a", 1));
    const ttl = plain.replace("<title>News", "<ttl>120</ttl><title>News");
    const sy = plain
      .replace("<rss", '<rss xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"')
      .replace(
        "<title>News",
        "<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>8</sy:updateFrequency><title>News",
      );
    const inAnHour = { date: start.toUTCString(), expires: new Date(start.getTime() + 3_600_000).toUTCString() };
    await p.follow(
      p.source("age", server.body("/1", plain, { "cache-control": "max-age=5400" })),
      p.source("expires", server.body("/2", plain, inAnHour)),
      p.source("ttl", server.body("/3", ttl)),
      p.source("sy", server.body("/4", sy)),
      p.source("none", server.body("/5", plain)),
    );
    await p.poll();
    for (const [name, least] of [
      ["age", 90],
      ["expires", 60],
      ["ttl", 120],
      ["sy", 180],
    ] as const) {
      expect(await p.waitMinutes(name), name).toBeGreaterThanOrEqual(least);
      expect(await p.waitMinutes(name), name).toBeLessThanOrEqual(least * 1.1);
    }
    expect(await p.waitMinutes("none")).toBeLessThan(15);
    await p.pollNext("ttl");
    expect(await p.waitMinutes("ttl")).toBeGreaterThanOrEqual(120);
  });

  it("is soon while the story is hot: a figure changed in the last day, and not by what we found at first", async () => {
    const p = poller();
    await p.follow(
      p.source("one", p.server.body("/feed", p.rss(p.item("a", 1)), { "cache-control": "max-age=36000" })),
    );
    await p.poll();
    expect(await p.waitMinutes()).toBeGreaterThanOrEqual(600);
    const change = (key: string, backfilled: boolean) =>
      p.query(
        `insert into recount.change (key, dossier, kind, reason, needs_review, backfilled, noticed_at) values ('${p.dossier.name} ${key}', $1, 'raised', 'x', false, ${String(backfilled)}, '${p.clock.now().toISOString()}')`,
      );
    await change("old", true);
    await p.pollNext();
    expect(await p.waitMinutes()).toBeGreaterThanOrEqual(600);
    await change("new", false);
    await p.pollNext();
    expect(await p.waitMinutes()).toBeLessThanOrEqual(16.5);
    p.later(3 * dayMinutes);
    await p.poll();
    expect(await p.waitMinutes()).toBeGreaterThanOrEqual(600);
  });

  it("comes nearer when the story turns hot, but for a feed that fails and a host that asked for a pause", async () => {
    const p = poller();
    const slow = { "cache-control": "max-age=36000" };
    await p.follow(p.source("one", p.server.body("/feed", p.rss(p.item("a", 1)), slow)));
    await p.poll();
    await p.query(
      `insert into recount.change (key, dossier, kind, reason, needs_review, backfilled, noticed_at) values ('${p.dossier.name} hot', $1, 'raised', 'x', false, false, '${p.clock.now().toISOString()}')`,
    );
    const wait = async () => {
      await pollDueFeeds(p.context, {});
      return p.waitMinutes();
    };
    const { host } = new URL(p.server.url("/"));
    await pauseHost(p.context.pool, host, new Date(p.clock.now().getTime() + 5 * 60_000));
    expect(await wait()).toBeGreaterThanOrEqual(600);
    p.later(6);
    const soon = await wait();
    expect(soon).toBeGreaterThanOrEqual(9);
    expect(soon).toBeLessThanOrEqual(10.5);
    expect(await wait()).toBe(soon);
    p.server.body("/feed", "", {}, 404);
    await p.pollNext();
    expect(await wait()).toBeGreaterThanOrEqual(60);
  });

  it("lies within the minute at its own second, not at the schedule's", async () => {
    const p = poller();
    const names = Array.from({ length: 12 }, (_, index) => `feed-${String(index)}`);
    await p.follow(...names.map((name) => p.source(name, p.server.body(`/${name}`, p.rss(p.item(name, 1))))));
    await p.poll();
    p.later(7);
    const before = Date.now();
    await pollDueFeeds(p.context, {});
    const rows = await p.query(
      "select run_at from graphile_worker.jobs j join recount.feed f on j.key = 'poll:' || f.feed_id where f.dossier = $1",
    );
    const waits = rows.map((row) =>
      row && typeof row === "object" && "run_at" in row && row.run_at instanceof Date
        ? row.run_at.getTime() - before
        : 0,
    );
    expect(waits.length).toBeGreaterThan(2);
    expect(Math.max(...waits)).toBeLessThan(62_000);
    expect(new Set(waits).size).toBe(waits.length);
  });

  it("backs off by the kind of failure, counted anew when the kind changes, and for ever", async () => {
    const p = poller();
    const { server } = p;
    await p.follow(p.source("one", server.body("/feed", "", {}, 500)));
    const fail = async (...expected: readonly number[]) => {
      for (const minutes of expected) {
        await p.pollNext();
        expect(await p.waitMinutes()).toBeGreaterThanOrEqual(minutes);
        expect(await p.waitMinutes()).toBeLessThanOrEqual(1.1 * minutes);
      }
    };
    await fail(5, 10, 20);
    server.body("/feed", "", {}, 404);
    await fail(60, 180);
    for (let time = 0; time < 12; time += 1) await p.pollNext();
    expect(await p.waitMinutes()).toBeGreaterThanOrEqual(30 * dayMinutes);
    expect(await p.waitMinutes()).toBeLessThanOrEqual(33 * dayMinutes);
    expect(await p.state()).toMatchObject({ failures: 17, failure_kind: "hard", failing_since: start });
    server.body("/feed", p.rss(p.item("a", 1)));
    await p.pollNext();
    expect(await p.state()).toMatchObject({ failures: 0, failure_kind: null, error_code: null });
  });
});

describe("a host that says when to come back", () => {
  it.each([
    ["429 in seconds", 429, "7200", 120],
    ["503 as a date", 503, "Thu, 05 Feb 2026 12:00:00 GMT", 120],
    ["429 for a year", 429, "31536000", dayMinutes],
    ["429 without saying when", 429, null, 15],
  ])("is left alone (%s), all of it, and no other", async (_what, status, header, minutes) => {
    const p = poller();
    const { server } = p;
    const elsewhere = await new FaultServer().start();
    const other = elsewhere.body("/other", p.rss(p.item("b", 1)));
    const headers = header === null ? {} : { "retry-after": header };
    await p.follow(p.source("one", server.body("/feed", "", headers, status)));
    await p.poll();
    expect(await p.waitMinutes()).toBeGreaterThanOrEqual(minutes);
    expect(await p.waitMinutes()).toBeLessThanOrEqual(1.1 * minutes);
    await p.follow(
      p.source("one", server.url("/feed")),
      p.source("two", server.body("/two", p.rss())),
      p.source("three", other),
    );
    await p.poll();
    expect(server.requests.map(({ path }) => path)).toEqual(["/feed"]);
    expect(elsewhere.requests.map(({ path }) => path)).toEqual(["/other"]);
    await elsewhere.stop();
    expect(await p.state("two")).toMatchObject({ failures: 0, error_code: null, last_polled_at: null });
    expect(await p.waitMinutes("two")).toBeGreaterThanOrEqual(minutes);
    expect(await p.waitMinutes("two")).toBeLessThanOrEqual(1.1 * minutes + 1.1 * (minutes + 10));
    server.body("/feed", p.rss());
    await p.pollNext("two");
    expect((await p.state("two")).last_good_at).not.toBeNull();
  });
});

describe("an address that moved", () => {
  it("for good is polled from then on, and given up for the dossier's own when it leads to nothing", async () => {
    const p = poller();
    const { server } = p;
    const old = server.on("/old", (_request, response) => response.writeHead(308, { location: "/new" }).end());
    server.body("/new", p.rss(p.item("a", 1)));
    await p.follow(p.source("one", old));
    await p.poll();
    await p.watch();
    expect(await p.state()).toMatchObject({
      current_url: server.url("/new"),
      alarms: [{ kind: "moved", since: start, remedy: expect.stringContaining("feeds.yaml") }],
    });
    server.body("/new", "", {}, 404);
    server.body("/old", p.rss(p.item("a", 1)));
    await p.pollNext();
    expect(await p.state()).toMatchObject({ current_url: old, failures: 1 });
    await p.pollNext();
    await p.watch();
    expect(await p.state()).toMatchObject({ current_url: old, failures: 0, alarms: [] });
  });
});
