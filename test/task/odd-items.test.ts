import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readReport } from "../../src/task/read-report.ts";
import { eachWithPoller } from "../support/each-poller.ts";

const poller = eachWithPoller(new Date("2026-02-05T10:00:00Z"));
/** So many letters that no index takes them, packed or not. */
const noise = () => randomBytes(6_000).toString("hex");
const text = "Russia and Ukraine exchanged prisoners of war on Thursday and 157 people returned home. ".repeat(8);

async function addresses(p: ReturnType<typeof poller>): Promise<unknown[]> {
  return p.query("select canonical_url from recount.report where dossier = $1 order by report_id");
}

async function readAll(p: ReturnType<typeof poller>): Promise<void> {
  const ids = await p.context.pool.query<{ report_id: string }>(
    "select report_id from recount.report where dossier = $1",
    [p.dossier.name],
  );
  for (const { report_id: reportId } of ids.rows) await readReport(p.context, { reportId });
}

describe("an item that the database could not hold as it is", () => {
  it.each([
    ["an id of 12,000 letters", true, (item: string) => item.replace("<pubDate>", `<guid>${noise()}</guid><pubDate>`)],
    ["an address of 12,000 letters", false, (item: string) => item.replace("</link>", `?${noise()}</link>`)],
    [
      "a host of 150 letters",
      true,
      (item: string) => item.replace(/<link>[^<]*/, `<link>http://${"h".repeat(150)}.example/odd`),
    ],
    ["a NUL in its id", true, (item: string) => item.replace("<pubDate>", "<guid>a\u0000b</guid><pubDate>")],
    [
      "a NUL in its text",
      true,
      (item: string) => item.replace("<pubDate>", "<content:encoded>a\u0000b&#0;</content:encoded><pubDate>"),
    ],
  ])("with %s stops neither its feed nor the other items, and is seen once", async (_what, isReport, odd) => {
    const p = poller();
    const feed = p.rss(odd(p.item("odd", 1)), p.item("plain", 2));
    await p.follow(p.source("one", p.server.body("/feed", feed)));
    await p.poll();
    expect(await p.state()).toMatchObject({ failures: 0, error_code: null, items: 2 });
    expect(await addresses(p)).toHaveLength(isReport ? 2 : 1);
    expect(await addresses(p)).toContainEqual({ canonical_url: p.server.url("/plain") });
    p.server.body("/feed", `${feed} `);
    await p.pollNext();
    expect(await p.state()).toMatchObject({ failures: 0, items: 2 });
  });

  it("of a JSON feed, with NULs, half characters and a script for an address, stops nothing either", async () => {
    const p = poller();
    const title = "Ukraine prisoners swap";
    const items = [
      {
        id: "a\u0000",
        url: p.server.url("/a"),
        title: `${title} \ud800`,
        content_html: `<p>\u0000${text.repeat(4)}\ud83d`,
      },
      { id: "b", url: "javascript:alert(1)", title, content_html: text.repeat(4) },
    ];
    const feed = JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "News", items });
    await p.follow(p.source("one", p.server.body("/feed", feed)));
    await p.poll();
    await readAll(p);
    expect(await p.query("select canonical_url, state from recount.report where dossier = $1")).toEqual([
      { canonical_url: p.server.url("/a"), state: "read" },
    ]);
  });
});

describe("a page that the database could not hold as it is", () => {
  it("with NULs everywhere and an address of its own without end is read, under the address that it has", async () => {
    const p = poller();
    await p.follow(p.source("one", p.server.body("/feed", p.rss(p.item("a", 1)))));
    const head = `<html lang="e\u0000n"><head><title>S\u0000wap</title><meta name="author" content="A\u0000nn">
      <meta name="source" content="Reu\u0000ters"><link rel="canonical" href="/a?\u0000${noise()}"></head>`;
    p.server.body("/a", `${head}<body><article><h1>Sw\u0000ap</h1><p>${text}\u0000</p></article></body></html>`);
    await p.poll();
    await readAll(p);
    expect(await p.query("select canonical_url, state from recount.report where dossier = $1")).toEqual([
      { canonical_url: p.server.url("/a"), state: "read" },
    ]);
  });

  it.each([
    ["a host name", () => `http://${"h".repeat(300)}.example/`],
    ["an address", () => `/${noise()}`],
  ])("at the end of a redirect to %s without end fails with its code, the feed too", async (_what, target) => {
    const p = poller();
    await p.follow(p.source("one", p.server.url("/feed")));
    const away = target();
    p.server.on("/feed", (_request, response) => response.writeHead(302, { location: away }).end());
    await p.poll();
    expect(await p.state()).toMatchObject({ failures: 1, error_code: "ADDRESS_REFUSED" });
  });
});
