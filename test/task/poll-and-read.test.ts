import iconv from "iconv-lite";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Dossier, FeedSource } from "../../src/dossier/dossier.ts";
import { PageReader } from "../../src/report/page-reader.ts";
import { ManualClock } from "../../src/runtime/clock.ts";
import { readConfig } from "../../src/runtime/config.ts";
import { defaultPolicy, type Http, openHttp } from "../../src/runtime/http.ts";
import { openLog, silentLog } from "../../src/runtime/log.ts";
import { feedStates } from "../../src/store/dashboard.ts";
import { dueFeeds, syncFeeds } from "../../src/store/feed.ts";
import { transaction } from "../../src/store/transaction.ts";
import type { TaskContext } from "../../src/task/context.ts";
import { pollDueFeeds } from "../../src/task/poll-due-feeds.ts";
import { pollFeed } from "../../src/task/poll-feed.ts";
import { readReport } from "../../src/task/read-report.ts";
import { rereadDueReports } from "../../src/task/reread-due-reports.ts";
import { FaultServer } from "../support/fault-server.ts";
import { freshDatabase, type TestDatabase } from "../support/postgres.ts";
import { istanbul } from "../support/task-context.ts";

const start = new Date("2026-02-05T10:00:00Z");
const sentence = "Russia and Ukraine exchanged prisoners of war on Thursday and 157 people returned home. ";
const given = readConfig({});
const config = { ...given, archive: { keep: "none" as const }, http: { ...given.http, gapSeconds: 0 } };
const page = (text: string) =>
  `<html lang="en"><body><article><h1>Swap</h1><p>${text.repeat(8)}</p></article></body></html>`;

const pages = new PageReader(60_000);
let database: TestDatabase;
let server: FaultServer;
let context: TaskContext;
let clock: ManualClock;
let dossier: Dossier;
// A port may come back in a later test, so it cannot name a story of one test's own.
let stories = 0;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  await pages.close();
  await database.drop();
});

function openWith(waits: { readonly firstByteMs: number; readonly totalMs: number }): Http {
  const addresses = { ports: [80, 443], allowPrivate: ["127.0.0.1"] };
  return openHttp({ ...defaultPolicy, addresses, limits: { bytes: 2_000_000, redirects: 5, ...waits } });
}

beforeEach(async () => {
  server = await new FaultServer().start();
  stories += 1;
  clock = new ManualClock(start);
  dossier = { ...istanbul, name: `story-${String(stories)}`, feeds: [] };
  context = {
    pool: database.pool,
    clock,
    log: silentLog,
    config,
    http: openWith({ firstByteMs: 30_000, totalMs: 60_000 }),
    pages,
    get dossiers() {
      return [dossier];
    },
  };
});
afterEach(async () => {
  await context.http.close();
  await server.stop();
});

const source = (name: string, url: string, kind: FeedSource["kind"] = "articles"): FeedSource => ({
  ...{ name, url, kind, outlet: name, language: "en", country: "GB", side: null, seen: "2026-01-01" },
});

const rss = (...slugs: readonly string[]) =>
  `<rss><channel>${slugs.map((slug) => `<item><title>${slug}: Ukraine prisoners swap</title><link>${server.url(`/${slug}`)}</link><pubDate>Thu, 05 Feb 2026 09:00:00 GMT</pubDate></item>`).join("")}<item><title>Weather</title><link>${server.url("/weather")}</link></item></channel></rss>`;

async function follow(...feeds: readonly FeedSource[]): Promise<void> {
  dossier = { ...dossier, feeds };
  await transaction(database.pool, (client) => syncFeeds(client, dossier, clock.now()));
}

async function pollAll(): Promise<void> {
  for (const feed of await dueFeeds(database.pool, dossier.name, clock.now(), null))
    await pollFeed(context, { feedId: feed.feed_id });
}

const query = async (sql: string): Promise<unknown[]> =>
  (await database.pool.query<Record<string, unknown>>(sql, [dossier.name])).rows;
const reports = () =>
  query(
    "select canonical_url, state, backfilled, error_code from recount.report where dossier = $1 order by canonical_url",
  );
const revisions = () =>
  query(
    "select v.number, v.read_by, v.retired_at is null as standing from recount.revision v join recount.report using (report_id) where dossier = $1 order by report_id, number",
  );
const jobs = (task: string) =>
  query(`select key from graphile_worker.jobs where task_identifier = '${task}' and $1::text is not null`);

async function readAll(): Promise<void> {
  for (const row of await query("select report_id from recount.report where dossier = $1 order by report_id")) {
    if (typeof row === "object" && row !== null && "report_id" in row)
      await readReport(context, { reportId: row.report_id });
  }
}

const later = (minutes: number) => clock.set(new Date(clock.now().getTime() + minutes * 60_000));

describe("polling and reading", () => {
  it("makes reports of what is on topic, once, and remembers why the rest is not", async () => {
    await follow(source("one", server.body("/feed", rss("a"))));
    await pollAll();
    later(10_000);
    server.body("/feed", rss("a", "b"));
    await pollAll();
    expect(await reports()).toEqual([
      { canonical_url: server.url("/a"), state: "unread", backfilled: true, error_code: null },
      { canonical_url: server.url("/b"), state: "unread", backfilled: false, error_code: null },
    ]);
    expect(
      await query(
        "select decision, reason from recount.sighting join recount.feed using (feed_id) where dossier = $1 and decision <> 'report'",
      ),
    ).toEqual([{ decision: "off_topic", reason: expect.stringContaining("none of") }]);
    expect(
      await query(
        "select outcome, items, new_items from recount.poll join recount.feed using (feed_id) where dossier = $1 order by poll_id",
      ),
    ).toEqual([
      { outcome: "new", items: 2, new_items: 2 },
      { outcome: "new", items: 3, new_items: 1 },
    ]);
    expect((await jobs("read_report")).length).toBeGreaterThanOrEqual(2);
  });

  it("asks conditionally with validators verbatim, and keeps them over a 304", async () => {
    await follow(source("one", server.body("/feed", rss("a"), { etag: 'W/"1', "last-modified": "then" })));
    await pollAll();
    server.on("/feed", (_request, response) => response.writeHead(304).end());
    for (let round = 0; round < 2; round += 1) {
      later(300);
      await pollAll();
      expect(server.requests.at(-1)?.headers).toMatchObject({ "if-none-match": 'W/"1', "if-modified-since": "then" });
    }
  });

  it("counts the same article of two feeds as one report with two sightings", async () => {
    await follow(
      source("one", server.body("/1", rss("a"))),
      source("two", server.body("/2", rss("a").replaceAll("/a<", "/a?utm_source=rss<"))),
    );
    await pollAll();
    expect(await reports()).toHaveLength(1);
    expect(
      await query(
        "select count(*)::int as n from recount.sighting join recount.report using (report_id) where dossier = $1",
      ),
    ).toEqual([{ n: 2 }]);
  });

  it("writes a revision only when the article's text changed", async () => {
    await follow(source("one", server.body("/feed", rss("a"))));
    server.body("/a", page(sentence));
    await pollAll();
    await readAll();
    await readAll();
    server.body("/a", page(sentence).replace("<body>", "<body><nav>New furniture</nav>"));
    await readAll();
    expect(await revisions()).toEqual([{ number: 1, read_by: "readability", standing: true }]);
    server.body("/a", page(sentence.replace("157", "160")));
    await readAll();
    expect(await revisions()).toEqual([
      { number: 1, read_by: "readability", standing: false },
      { number: 2, read_by: "readability", standing: true },
    ]);
  });

  it("keeps what was read of a page that is gone, and says so", async () => {
    await follow(source("one", server.body("/feed", rss("a"))));
    server.body("/a", page(sentence));
    await pollAll();
    await readAll();
    server.body("/a", "", {}, 410);
    await readAll();
    expect(await reports()).toMatchObject([{ state: "gone", error_code: "HTTP_410" }]);
    expect(await revisions()).toHaveLength(1);
  });

  it("fetches no page whose text the feed gives in full, and none for headlines", async () => {
    const full = `<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item><title>Ukraine prisoners</title><link>${server.url("/a")}</link><content:encoded><![CDATA[<p>${sentence.repeat(20)}</p>]]></content:encoded></item></channel></rss>`;
    await follow(source("one", server.body("/1", full)), source("two", server.body("/2", rss("b")), "headlines"));
    await pollAll();
    await readAll();
    expect(
      await query(
        "select read_by from recount.revision join recount.report using (report_id) where dossier = $1 order by read_by",
      ),
    ).toEqual([{ read_by: "feed" }, { read_by: "headline" }]);
    expect(server.requests.map((request) => request.path).sort()).toEqual(["/1", "/2"]);
  });

  it("notices an edit of a text that the feed gives in full, and takes no excerpt for one", async () => {
    const full = (text: string) =>
      `<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item><title>Ukraine prisoners</title><link>${server.url("/a")}</link><content:encoded><![CDATA[<p>${text}</p>]]></content:encoded></item></channel></rss>`;
    const long = sentence.repeat(20);
    await follow(source("one", server.body("/1", full(long))));
    const texts = async () => {
      later(60);
      await pollAll();
      await readAll();
      return query(
        "select substring(v.text from '\\d+') as figure, v.retired_at is null as standing from recount.revision v join recount.report using (report_id) where dossier = $1 order by number",
      );
    };
    expect(await texts()).toEqual([{ figure: "157", standing: true }]);
    server.body("/1", full(long.replaceAll("157", "160")));
    const edited = [
      { figure: "157", standing: false },
      { figure: "160", standing: true },
    ];
    expect(await texts()).toEqual(edited);
    server.body("/1", full(sentence));
    expect(await texts()).toEqual(edited);
  });

  it("queues due feeds and due reports once, however often asked", async () => {
    await follow(source("one", server.body("/feed", rss("a"))));
    server.body("/a", page(sentence));
    const before = (await jobs("poll_feed")).length;
    await pollDueFeeds(context, {});
    await pollDueFeeds(context, {});
    expect(await jobs("poll_feed")).toHaveLength(before + 1);
    await pollAll();
    await readAll();
    later(60);
    const reads = (await jobs("read_report")).length;
    await rereadDueReports(context, {});
    await rereadDueReports(context, {});
    expect(await jobs("read_report")).toHaveLength(reads);
  });

  it("lets a report take the address that its page declares, and join the report that has it", async () => {
    await follow(
      source("one", server.body("/1", rss("print-of-a"))),
      source("two", server.body("/2", rss("the-article-a"))),
      source("three", server.body("/3", rss("mobile-of-a"))),
    );
    const declared = page(sentence).replace(
      "<body>",
      `<head><link rel="canonical" href="/the-article-a"></head><body>`,
    );
    for (const path of ["/print-of-a", "/the-article-a", "/mobile-of-a"]) server.body(path, declared);
    await pollAll();
    for (let round = 1; round <= 2; round += 1) {
      await readAll();
      expect(await reports()).toMatchObject([
        { canonical_url: server.url("/mobile-of-a"), state: "joined" },
        { canonical_url: server.url("/print-of-a"), state: "joined" },
        { canonical_url: server.url("/the-article-a"), state: "read" },
      ]);
      expect(await revisions()).toEqual([{ number: 1, read_by: "readability", standing: true }]);
    }
    // A feed that names an alias later means the report itself.
    await follow(source("four", server.body("/4", rss("print-of-a"))));
    await pollAll();
    expect(
      await query(
        "select distinct canonical_url, count(*)::int as sightings from recount.sighting join recount.report using (report_id) where dossier = $1 group by 1",
      ),
    ).toEqual([{ canonical_url: server.url("/the-article-a"), sightings: 4 }]);
  });

  it("moves a report to the address that its page declares, once, and keeps it from section pages", async () => {
    await follow(source("one", server.body("/feed", rss("first-address", "section/b"))));
    const declaring = (href: string, text: string) =>
      page(text).replace("<body>", `<head><link rel="canonical" href="${href}"></head><body>`);
    server.body("/first-address", declaring("/better-address", sentence));
    server.body("/section/b", declaring("/section", sentence.replace("157", "160")));
    await pollAll();
    for (let round = 1; round <= 2; round += 1) {
      await readAll();
      expect(await reports()).toMatchObject([
        { canonical_url: server.url("/better-address"), state: "read" },
        { canonical_url: server.url("/section/b"), state: "read" },
      ]);
    }
    expect(await revisions()).toHaveLength(2);
  });

  it("decides an unchanged feed again when the topic's words change, without taking back reports", async () => {
    await follow(source("one", server.body("/feed", rss("a"), { etag: '"1"' })));
    await pollAll();
    const { topic } = dossier;
    dossier = { ...dossier, topic: { ...topic, words: { en: [["weather"]] } } };
    later(10_000);
    await pollAll();
    expect(server.requests.at(-1)?.headers["if-none-match"]).toBeUndefined();
    expect(await reports()).toMatchObject([
      { canonical_url: server.url("/a"), backfilled: true },
      { canonical_url: server.url("/weather"), backfilled: true },
    ]);
    later(10_000);
    await pollAll();
    expect(server.requests.at(-1)?.headers["if-none-match"]).toBe('"1"');
    expect(await reports()).toHaveLength(2);
  });

  it("says in one line what a feed held at its first poll", async () => {
    const lines: string[] = [];
    const destination = { write: (line: string) => void lines.push(line) };
    const log = openLog({ level: "info", terminal: false, clock, destination });
    context = { ...context, log };
    await follow(source("one", server.body("/feed", rss("a", "b"))));
    await pollAll();
    later(10_000);
    server.body("/feed", rss("a", "b", "c"));
    await pollAll();
    expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
      { msg: "feed backfilled", feed: "one", items: 3, newItems: 3, reports: 2 },
      { msg: "feed polled", feed: "one", items: 4, newItems: 1, reports: 1 },
    ]);
  });

  it("retires feeds that the dossier drops, and takes them back", async () => {
    const one = source("one", server.body("/1", rss("a")));
    await follow(one, source("two", server.body("/2", rss("b"))));
    await follow(one);
    expect((await feedStates(database.pool, dossier.name)).map((feed) => feed.name)).toEqual(["one"]);
    await follow(one, source("two", server.url("/2")));
    expect((await feedStates(database.pool, dossier.name)).map((feed) => feed.name)).toEqual(["one", "two"]);
  });
});

describe("bad input", () => {
  it.each([
    ["HTML", "FEED_IS_HTML", () => server.body("/feed", "<!doctype html><html></html>")],
    ["empty", "FEED_EMPTY", () => server.body("/feed", "")],
    ["endless", "TIMEOUT", () => server.on("/feed", (_request, response) => void response.write("<rss>"))],
    ["silent", "TIMEOUT", () => server.on("/feed", () => undefined)],
    ["too long", "TOO_LARGE", () => server.body("/feed", "x".repeat(3_000_000))],
    ["reset", "CONNECTION", () => server.on("/feed", (request) => request.socket.destroy())],
    ["of 50 MB", "TOO_LARGE", () => server.flood("/feed", 50_000_000)],
    ["404", "HTTP_404", () => server.body("/feed", "", {}, 404)],
    ["410", "HTTP_410", () => server.body("/feed", "", {}, 410)],
    ["429", "HTTP_429", () => server.body("/feed", "", { "retry-after": "7200" }, 429)],
    ["503", "HTTP_503", () => server.body("/feed", "", {}, 503)],
  ])("a feed that is %s gets %s with a remedy, is tried again, and stops no other", async (_what, code, broken) => {
    await follow(source("bad", broken()), source("good", server.body("/good", rss("a"))));
    const patient = context.http;
    if (code === "TIMEOUT") context = { ...context, http: openWith({ firstByteMs: 2_000, totalMs: 3_000 }) };
    await pollAll();
    if (context.http !== patient) await context.http.close();
    context = { ...context, http: patient };
    const [bad, good] = await feedStates(database.pool, dossier.name);
    expect(bad).toMatchObject({ failures: 1, error_code: code, failing_since: start, last_good_at: null });
    expect(bad?.error_remedy).toMatch(/\.$/);
    const waitMinutes = ((bad?.next_poll_at?.getTime() ?? 0) - start.getTime()) / 60_000;
    expect(waitMinutes).toBeGreaterThanOrEqual(code === "HTTP_429" ? 120 : 5);
    expect(good).toMatchObject({ failures: 0, error_code: null });
    server.body("/feed", rss("b"));
    later(10_000);
    await pollAll();
    expect((await feedStates(database.pool, dossier.name))[0]).toMatchObject({
      failures: 0,
      error_code: null,
      failing_since: null,
    });
    expect(await reports()).toHaveLength(2);
  });

  it.each([
    ["without text", "PAGE_WITHOUT_TEXT", () => server.body("/a", "<html><body></body></html>")],
    ["behind a login", "HTTP_401", () => server.body("/a", "", {}, 401)],
    ["too long", "TOO_LARGE", () => server.body("/a", "x".repeat(3_000_000))],
    ["of 50 MB", "TOO_LARGE", () => server.flood("/a", 50_000_000)],
  ])("a page %s gets %s and is tried again", async (_what, code, broken) => {
    await follow(source("one", server.body("/feed", rss("a"))));
    broken();
    await pollAll();
    await readAll();
    expect(await reports()).toMatchObject([{ state: "failed", error_code: code }]);
    server.body("/a", page(sentence));
    await readAll();
    expect(await reports()).toMatchObject([{ state: "read", error_code: null }]);
    expect(await revisions()).toHaveLength(1);
  });

  it("reads no further than the limit of an answer of 50 MB", async () => {
    await follow(source("one", server.flood("/feed", 50_000_000)));
    await pollAll();
    // The server learns of it a moment later.
    await vi.waitFor(() => expect(server.floodedBytes).toBeGreaterThan(0));
    expect(server.floodedBytes).toBeLessThan(20_000_000);
  });

  it("takes the items of a truncated feed, the last one's too as far as it goes, and loses none when it is whole again", async () => {
    const whole = rss("a", "b");
    const cut = whole.indexOf("<pubDate>", whole.indexOf("/b<"));
    await follow(source("one", server.body("/feed", whole.slice(0, cut))));
    await pollAll();
    expect(await reports()).toHaveLength(2);
    server.body("/feed", whole);
    later(10_000);
    await pollAll();
    expect(await reports()).toMatchObject([
      { canonical_url: server.url("/a"), error_code: null },
      { canonical_url: server.url("/b"), error_code: null },
    ]);
    expect((await feedStates(database.pool, dossier.name))[0]).toMatchObject({ failures: 0, error_code: null });
  });

  it.each([
    ["declares UTF-8 and is windows-1251", "utf-8", "windows-1251"],
    ["declares windows-1251 and is UTF-8", "windows-1251", "utf-8"],
    ["declares nothing and is windows-1251", "", "windows-1251"],
  ])("reads a feed that %s", async (_what, declared, encoding) => {
    const title = "Россия и Украина провели обмен пленными, домой вернулись военнослужащие";
    const head = declared === "" ? "" : `<?xml version="1.0" encoding="${declared}"?>`;
    const xml = `${head}<rss version="2.0"><channel><title>Новости</title><item><title>${title}</title><link>${server.url("/a")}</link><pubDate>Thu, 05 Feb 2026 09:00:00 GMT</pubDate></item></channel></rss>`;
    await follow({ ...source("one", server.body("/feed", iconv.encode(xml, encoding))), language: "ru" });
    await pollAll();
    expect(
      await query("select title, decision from recount.sighting join recount.feed using (feed_id) where dossier = $1"),
    ).toEqual([{ title, decision: "report" }]);
  });

  it.each([
    ["the feed's date", "Thu, 05 Feb 2026 09:00:00 GMT", new Date("2026-02-05T09:00:00Z")],
    ["the moment it was seen", "Thu, 01 Jan 1970 00:00:00 GMT", null],
  ])("keeps %s for a page of 1970, says so, and reads it again as news", async (_what, pubDate, publishedAt) => {
    const lines: string[] = [];
    const destination = { write: (line: string) => void lines.push(line) };
    context = { ...context, log: openLog({ level: "warn", terminal: false, clock, destination }) };
    await follow(source("one", server.body("/feed", rss("a").replace("Thu, 05 Feb 2026 09:00:00 GMT", pubDate))));
    const head = '<head><meta property="article:published_time" content="1970-01-01T00:00:00Z"></head>';
    server.body("/a", page(sentence).replace("<body>", `${head}<body>`));
    await pollAll();
    await readAll();
    expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
      { msg: "report date ignored", code: "DATE_UNBELIEVABLE", remedy: expect.stringMatching(/\.$/) },
    ]);
    expect(await query("select published_at, next_read_at, state from recount.report where dossier = $1")).toEqual([
      { published_at: publishedAt, next_read_at: new Date(start.getTime() + 15 * 60_000), state: "read" },
    ]);
  });
});
