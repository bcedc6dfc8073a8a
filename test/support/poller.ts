import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Pool } from "pg";
import { z } from "zod";
import type { Dossier, FeedSource } from "../../src/dossier/dossier.ts";
import type { PageReader } from "../../src/report/page-reader.ts";
import { ManualClock } from "../../src/runtime/clock.ts";
import { readConfig } from "../../src/runtime/config.ts";
import { defaultPolicy, openHttp, userAgent } from "../../src/runtime/http.ts";
import { openLog } from "../../src/runtime/log.ts";
import { type FeedRow, feedStates } from "../../src/store/dashboard.ts";
import { dueFeeds, syncFeeds } from "../../src/store/feed.ts";
import { rows } from "../../src/store/query.ts";
import { transaction } from "../../src/store/transaction.ts";
import type { TaskContext } from "../../src/task/context.ts";
import { pollFeed } from "../../src/task/poll-feed.ts";
import { watchFeeds } from "../../src/task/watch-feeds.ts";
import type { FaultServer } from "./fault-server.ts";
import { istanbul } from "./task-context.ts";

/** A story of one test's own, polled by hand on a clock that stands still, before a server whose answers the test sets. */
export class Poller {
  dossier: Dossier;
  readonly lines: Record<string, unknown>[] = [];
  readonly context: TaskContext;
  readonly clock: ManualClock;
  readonly server: FaultServer;
  private readonly data = mkdtempSync(join(tmpdir(), "recount-poller-"));

  /** @param lent what outlasts a test */
  constructor(
    lent: { readonly pool: Pool; readonly pages: PageReader },
    server: FaultServer,
    name: string,
    start: Date,
    limits: { firstByteMs?: number; totalMs?: number } = {},
  ) {
    this.server = server;
    this.clock = new ManualClock(start);
    this.dossier = { ...istanbul, name, feeds: [] };
    const given = readConfig({});
    const waits = { firstByteMs: 30_000, totalMs: 60_000, ...limits };
    const dossiers = () => [this.dossier];
    this.context = {
      ...lent,
      clock: this.clock,
      log: openLog({
        ...{ level: "info", terminal: false, clock: this.clock },
        destination: {
          write: (line: string) => void this.lines.push(z.record(z.string(), z.unknown()).parse(JSON.parse(line))),
        },
      }),
      config: { ...given, data: this.data, http: { ...given.http, gapSeconds: 0 } },
      http: openHttp({
        ...defaultPolicy,
        addresses: { ports: [80, 443], allowPrivate: ["127.0.0.1"] },
        limits: { bytes: 2_000_000, redirects: 5, ...waits },
        userAgent: userAgent("mailto:desk@example.org"),
      }),
      get dossiers() {
        return dossiers();
      },
    };
  }

  source(name: string, url: string, more: Partial<FeedSource> = {}): FeedSource {
    const about = { outlet: name, language: "en", country: "GB", side: null, seen: "2026-01-01" };
    return { name, url, kind: "articles", ...about, ...more };
  }

  /** Makes these the dossier's feeds. */
  async follow(...feeds: readonly FeedSource[]): Promise<void> {
    this.dossier = { ...this.dossier, feeds };
    await transaction(this.context.pool, (client) => syncFeeds(client, this.dossier, this.clock.now()));
  }

  /** Polls what is due. @returns how many feeds were */
  async poll(): Promise<number> {
    const due = await dueFeeds(this.context.pool, this.dossier.name, this.clock.now(), null);
    for (const feed of due) await pollFeed(this.context, { feedId: feed.feed_id });
    return due.length;
  }

  /** Moves the clock to when the first feed is due and polls that one. */
  async pollFirstDue(): Promise<void> {
    const [next] = await rows(
      this.context.pool,
      "feed/due-feeds",
      [this.dossier.name, new Date("9999-01-01"), null],
      z.object({ feed_id: z.string(), next_poll_at: z.date() }),
    );
    if (next === undefined) throw new Error("the dossier has no feeds");
    this.clock.set(new Date(Math.max(next.next_poll_at.getTime(), this.clock.now().getTime())));
    await pollFeed(this.context, { feedId: next.feed_id });
  }

  async close(): Promise<void> {
    await this.context.http.close();
    await this.server.stop();
    rmSync(this.data, { recursive: true, force: true });
  }

  async watch(): Promise<void> {
    await watchFeeds(this.context, {});
  }

  later(minutes: number): void {
    this.clock.set(new Date(this.clock.now().getTime() + minutes * 60_000));
  }

  /** Moves the clock to when the feed is due next and polls. */
  async pollNext(name = "one"): Promise<void> {
    const { next_poll_at: next } = await this.state(name);
    this.clock.set(new Date(Math.max(next?.getTime() ?? 0, this.clock.now().getTime())));
    await this.poll();
  }

  async state(name = "one"): Promise<FeedRow> {
    const found = (await feedStates(this.context.pool, this.dossier.name)).find((feed) => feed.name === name);
    if (found === undefined) throw new Error(`no feed ${name}`);
    return found;
  }

  /** Minutes until the feed is due. */
  async waitMinutes(name = "one"): Promise<number> {
    return (((await this.state(name)).next_poll_at?.getTime() ?? 0) - this.clock.now().getTime()) / 60_000;
  }

  /** @param sql whose $1 is the dossier */
  async query(sql: string): Promise<unknown[]> {
    return (await this.context.pool.query<Record<string, unknown>>(sql, [this.dossier.name])).rows;
  }

  /** An item on topic of that age. */
  item(slug: string, hoursAgo: number): string {
    const date = new Date(this.clock.now().getTime() - hoursAgo * 3_600_000).toUTCString();
    return `<item><title>${slug}: Ukraine prisoners swap</title><link>${this.server.url(`/${slug}`)}</link><pubDate>${date}</pubDate></item>`;
  }

  rss(...items: readonly string[]): string {
    return `<rss version="2.0"><channel><title>News</title>${items.join("")}</channel></rss>`;
  }
}
