import type { IncomingMessage, ServerResponse } from "node:http";
import { expect, it } from "vitest";
import { eachWithPoller } from "../support/each-poller.ts";
import type { Poller } from "../support/poller.ts";

const start = new Date("2026-02-05T10:00:00Z");
const poller = eachWithPoller(start);
const hour = 3_600_000;

/** What a request did wrong by the public rules for feed readers. @see https://rachelbythebay.com/fs/help.html */
interface Fault {
  readonly at: string;
  readonly what: string;
}

/**
 * A feed that keeps the score of who reads it: validators verbatim and in step, no whole feed twice a day, nothing asked
 * for while the last answer is fresh or a 429 has not run out, no cookies, referrers or addresses of the reader's making.
 */
class ScoringFeed {
  readonly faults: Fault[] = [];
  readonly answers: number[] = [];
  private etag: string | undefined;
  private modified: string | undefined;
  private wholeAt: number | undefined;
  private notBefore = 0;
  private agent: string | undefined;
  private readonly poller: Poller;

  constructor(poller: Poller) {
    this.poller = poller;
  }

  answer(request: IncomingMessage, response: ServerResponse): void {
    const now = this.poller.clock.now().getTime();
    this.score(request, now);
    const number = this.answers.length;
    const sent = { etag: request.headers["if-none-match"], modified: request.headers["if-modified-since"] };
    if (number % 11 === 10) {
      this.refuse(response, now);
      return;
    }
    const version = Math.floor((now - start.getTime()) / (31 * hour));
    const hasChanged = sent.etag === undefined || !this.etag?.startsWith(`W/"${String(version)}-`);
    // Each answer has new validators, now one of the two, now both, never of a form that could be guessed.
    this.etag = `W/"${String(version)}-${String(number)}"`;
    this.modified = number % 3 === 0 ? `the ${String(number)}th moon of ${String(version)}` : (this.modified ?? "once");
    this.notBefore = now + 2 * hour;
    const validators = { etag: this.etag, "last-modified": this.modified, "set-cookie": "id=1; Path=/" };
    const headers = { ...validators, "cache-control": "max-age=7200", date: new Date(now).toUTCString() };
    this.answers.push(hasChanged ? 200 : 304);
    if (!hasChanged) response.writeHead(304, headers).end();
    else response.writeHead(200, headers).end(this.body(version, now));
  }

  private score(request: IncomingMessage, now: number): void {
    const fault = (what: string) => this.faults.push({ at: new Date(now).toISOString(), what });
    const { "if-none-match": etag, "if-modified-since": modified, "user-agent": agent } = request.headers;
    if (now < this.notBefore) fault("asked again too soon");
    if (etag === undefined && modified === undefined) {
      if (this.wholeAt !== undefined && now - this.wholeAt < 24 * hour) fault("whole feed asked for twice a day");
      this.wholeAt = now;
    } else {
      if (etag !== this.etag) fault(`If-None-Match ${String(etag)} in place of ${String(this.etag)}`);
      if (modified !== this.modified)
        fault(`If-Modified-Since ${String(modified)} in place of ${String(this.modified)}`);
    }
    for (const name of ["cookie", "referer", "cache-control", "pragma", "range"])
      if (request.headers[name] !== undefined) fault(`sent ${name}`);
    if (request.method !== "GET" || request.url !== "/feed")
      fault(`asked ${String(request.method)} ${String(request.url)}`);
    if (!/gzip/.test(String(request.headers["accept-encoding"]))) fault("does not take gzip");
    if (agent === undefined || !/\+mailto:desk@example\.org/.test(agent) || (this.agent ?? agent) !== agent)
      fault(`called itself ${String(agent)}`);
    this.agent = agent;
  }

  private refuse(response: ServerResponse, now: number): void {
    const hours = this.answers.length % 2 === 0 ? 5 : 30;
    this.answers.push(429);
    this.notBefore = now + Math.min(hours, 24) * hour;
    const wait = hours === 5 ? String(hours * 3_600) : new Date(now + hours * hour).toUTCString();
    response.writeHead(429, { "retry-after": wait }).end();
  }

  /** Something new every 31 hours. */
  private body(version: number, now: number): string {
    const { poller } = this;
    const hoursAgo = (age: number) => (now - start.getTime()) / hour - 31 * (version - age);
    return poller.rss(
      ...Array.from({ length: 10 }, (_, age) => poller.item(`news-${String(version - age)}`, hoursAgo(age))),
    );
  }
}

it("loses no point by the public rules of the Feed Reader Score in two months of polling", async () => {
  const p = poller();
  const feed = new ScoringFeed(p);
  await p.follow(
    p.source(
      "one",
      p.server.on("/feed", (request, response) => feed.answer(request, response)),
    ),
  );
  while (p.clock.now().getTime() < start.getTime() + 60 * 24 * hour) await p.pollFirstDue();
  expect(feed.faults).toEqual([]);
  const counts = [200, 304, 429].map((status) => feed.answers.filter((answer) => answer === status).length);
  expect(Math.min(...counts)).toBeGreaterThan(5);
  // Nothing was missed for all that politeness.
  const versions = await p.query("select count(*)::int as n from recount.report where dossier = $1");
  expect(versions).toEqual([{ n: expect.any(Number) }]);
  expect(Object.values(versions[0] ?? {})[0]).toBeGreaterThanOrEqual(Math.floor((60 * 24) / 31));
});
