import { describe, expect, it } from "vitest";
import { defaultPolicy, openHttp } from "../../src/runtime/http.ts";
import { freeHosts, hostTurns } from "../../src/store/host.ts";
import { fetchPage } from "../../src/task/fetch-page.ts";
import { readReport } from "../../src/task/read-report.ts";
import { eachWithPoller } from "../support/each-poller.ts";
import type { Poller } from "../support/poller.ts";

const poller = eachWithPoller(new Date("2026-02-05T10:00:00Z"));
const page = (text: string) =>
  `<html lang="en"><body><article><h1>Swap</h1><p>${text.repeat(8)}</p></article></body></html>`;
const sentence = "Russia and Ukraine exchanged prisoners of war on Thursday and 157 people returned home. ";

describe("turns at a host", () => {
  it("come one after another with the gap between, over several processes", async () => {
    const { context, server } = poller();
    const runs: { from: number; to: number }[] = [];
    server.on("/slow", (_request, response) => {
      const from = performance.now();
      setTimeout(() => {
        runs.push({ from, to: performance.now() });
        response.end("done");
      }, 60);
    });
    const addresses = { ports: [80], allowPrivate: ["127.0.0.1"] };
    // Two processes have two clients and nothing in common but the database.
    const clients = [openHttp({ ...defaultPolicy, addresses }), openHttp({ ...defaultPolicy, addresses })];
    const turns = () => hostTurns(context.pool, context.clock, 100);
    const fetches = clients.flatMap((client) =>
      [1, 2].map(() => client.fetchBytes(server.url("/slow"), { turns: turns() })),
    );
    await Promise.all(fetches);
    for (const client of clients) await client.close();
    expect(runs).toHaveLength(4);
    const gaps = runs.slice(1).map((run, index) => run.from - (runs[index]?.to ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(95);
  });

  it("keep nobody waiting at another host", async () => {
    const { context } = poller();
    const turns = hostTurns(context.pool, context.clock, 600_000);
    for (const host of ["one.example", "two.example", "three.example"]) await (await turns.take(host))();
  });

  it("are given back by a request that fails, and pass from a holder that died", async () => {
    const { context, server } = poller();
    const turns = hostTurns(context.pool, context.clock, 0);
    server.on("/reset", (request) => request.socket.destroy());
    for (let round = 0; round < 3; round += 1)
      await expect(context.http.fetchBytes(server.url("/reset"), { turns })).rejects.toMatchObject({
        code: "CONNECTION",
      });
    await turns.take("dead.example");
    await context.pool.query(
      "update recount.host set held_until = clock_timestamp() + interval '200 ms' where host = 'dead.example'",
    );
    await (await turns.take("dead.example"))();
  });

  it("are free at once where a service that has the database alone starts after a kill", async () => {
    const { context } = poller();
    const turns = hostTurns(context.pool, context.clock, 0);
    await turns.take("killed.example");
    await freeHosts(context.pool);
    const startedMs = performance.now();
    await (await turns.take("killed.example"))();
    expect(performance.now() - startedMs).toBeLessThan(30_000);
  });

  it.each(["free_at", "held_until"])(
    "do not wait for a clock that was ahead when it wrote %s",
    async (field) => {
      const { context } = poller();
      const turns = hostTurns(context.pool, context.clock, 0);
      const giveBack = await turns.take("ahead.example");
      if (field === "free_at") await giveBack();
      await context.pool.query(
        `update recount.host set ${field} = clock_timestamp() + interval '1 year' where host = 'ahead.example'`,
      );
      await (await turns.take("ahead.example"))();
    },
    30_000,
  );

  it("do not count as time that a request takes", async () => {
    const { context, server } = poller();
    const { host } = new URL(server.body("/quick", "quick"));
    const turns = hostTurns(context.pool, context.clock, 0);
    const giveBack = await turns.take(host);
    const waiting = context.http.fetchBytes(server.url("/quick"), {
      turns,
      limits: { firstByteMs: 3_000, totalMs: 3_000 },
    });
    setTimeout(() => void giveBack(), 3_500);
    expect((await waiting).bytes.toString()).toBe("quick");
  });
});

describe("robots.txt", () => {
  const asked = ({ server }: Poller) => server.requests.map(({ path }) => path);

  it("keeps us from pages as it says to us by name, is asked for once a day, and its delay is the host's gap", async () => {
    const p = poller();
    const { context, server } = p;
    server.body(
      "/robots.txt",
      "User-agent: *\nDisallow: /\n\nUser-agent: recount\nDisallow: /private\nCrawl-delay: 0.3\n",
    );
    server.body("/private/a", page(sentence));
    server.body("/open", page(sentence));
    const refused = { code: "ROBOTS_REFUSED", retry: "later", remedy: expect.stringMatching(/recount read/) };
    await expect(fetchPage(context, server.url("/private/a"))).rejects.toMatchObject(refused);
    expect((await fetchPage(context, server.url("/open"))).status).toBe(200);
    expect(asked(p)).toEqual(["/robots.txt", "/open"]);
    const { rows } = await context.pool.query<{ gap: number }>(
      "select crawl_delay_ms as gap from recount.host where host = $1",
      [new URL(server.url("/")).host],
    );
    expect(rows.map(({ gap }) => gap)).toEqual([300]);
    p.later(25 * 60);
    await fetchPage(context, server.url("/open")).catch(() => undefined);
    expect(asked(p).filter((path) => path === "/robots.txt")).toHaveLength(2);
  });

  it("is obeyed as far as its first 500 KiB when it has no end", async () => {
    const { context, server } = poller();
    const rest = `Disallow: /${"x".repeat(90)}\n`.repeat(10_000);
    server.body("/robots.txt", `User-agent: *\nDisallow: /private\n${rest}Disallow: /open\n`);
    server.body("/open", page(sentence));
    await expect(fetchPage(context, server.url("/private/a"))).rejects.toMatchObject({ code: "ROBOTS_REFUSED" });
    expect((await fetchPage(context, server.url("/open"))).status).toBe(200);
  });

  it("keeps us from a page that another one redirects to", async () => {
    const p = poller();
    const { context, server } = p;
    server.body("/robots.txt", "User-agent: *\nDisallow: /private\n");
    server.body("/private/a", page(sentence));
    server.body("/open", "", { location: server.url("/private/a") }, 302);
    await expect(fetchPage(context, server.url("/open"))).rejects.toMatchObject({ code: "ROBOTS_REFUSED" });
    expect(asked(p)).toEqual(["/robots.txt", "/open"]);
  });

  it.each([
    ["is missing", 404, true],
    ["is forbidden", 403, true],
    ["cannot be had", 500, false],
  ])("that %s (%i) lets us in: %s", async (_what, status, allowed) => {
    const { context, server } = poller();
    server.body("/robots.txt", "", {}, status);
    server.body("/open", page(sentence));
    const answer = fetchPage(context, server.url("/open"));
    if (allowed) expect((await answer).status).toBe(200);
    else await expect(answer).rejects.toMatchObject({ code: `HTTP_${String(status)}`, retry: "soon" });
  });

  it("that is old stands in for thirty days while the host does not answer", async () => {
    const p = poller();
    const { context, server } = p;
    server.body("/robots.txt", "User-agent: *\nDisallow: /private\n");
    server.body("/open", page(sentence));
    await fetchPage(context, server.url("/open"));
    server.body("/robots.txt", "", {}, 503);
    p.later(29 * 1_440);
    expect((await fetchPage(context, server.url("/open"))).status).toBe(200);
    await expect(fetchPage(context, server.url("/private/a"))).rejects.toMatchObject({ code: "ROBOTS_REFUSED" });
    p.later(2 * 1_440);
    await expect(fetchPage(context, server.url("/open"))).rejects.toMatchObject({ code: "HTTP_503" });
  });

  it("leaves a report with what its feed says, and takes nothing from one that was read before", async () => {
    const p = poller();
    const { context, server } = p;
    server.body("/robots.txt", "User-agent: *\nDisallow: /\n");
    server.body("/a", page(sentence));
    await p.follow(p.source("one", server.body("/feed", p.rss(p.item("a", 1)))));
    await p.poll();
    const reports = await p.query("select report_id from recount.report where dossier = $1");
    const read = async () => {
      for (const report of reports) await readReport(context, { reportId: String(Object.values(report ?? {})[0]) });
    };
    await read();
    const texts = () =>
      p.query(
        "select v.text, v.read_by, v.retired_at from recount.revision v join recount.report using (report_id) where dossier = $1",
      );
    expect(await texts()).toEqual([{ text: "a: Ukraine prisoners swap", read_by: "headline", retired_at: null }]);
    await read();
    expect(await texts()).toHaveLength(1);
    expect(await p.query("select state, error_code from recount.report where dossier = $1")).toEqual([
      { state: "read", error_code: "ROBOTS_REFUSED" },
    ]);
    expect(server.requests.map(({ path }) => path)).toEqual(["/feed", "/robots.txt"]);
  });

  it("is not asked for a feed, which is made for robots", async () => {
    const p = poller();
    await p.follow(p.source("one", p.server.body("/feed", p.rss(p.item("a", 1)))));
    await p.poll();
    expect(asked(p)).toEqual(["/feed"]);
  });
});

describe("a page whose host asks for a pause", () => {
  it("is read later, which is no failure", async () => {
    const p = poller();
    const { context, server } = p;
    server.body("/a", "", { "retry-after": "3600" }, 429);
    await p.follow(p.source("one", server.body("/feed", p.rss(p.item("a", 1), p.item("b", 1)))));
    await p.poll();
    for (const report of await p.query(
      "select report_id from recount.report where dossier = $1 order by canonical_url",
    ))
      await readReport(context, { reportId: String(Object.values(report ?? {})[0]) });
    expect(
      await p.query(
        "select state, failures, next_read_at > '2026-02-05T11:00Z' as later from recount.report where dossier = $1 order by canonical_url",
      ),
    ).toEqual([
      { state: "failed", failures: 1, later: false },
      { state: "unread", failures: 0, later: true },
    ]);
    expect(server.requests.map(({ path }) => path)).toEqual(["/feed", "/robots.txt", "/a"]);
  });
});
