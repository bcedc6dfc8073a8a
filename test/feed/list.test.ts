import { describe, expect, it } from "vitest";
import { feedsOf } from "../../src/feed/discover.ts";
import type { ListSelectors } from "../../src/feed/feed.ts";
import { parseFeed } from "../../src/feed/parse.ts";

const url = "https://ministry.example/news/";
const selectors: ListSelectors = { item: ".news li", link: null, title: null, date: null };
const read = (html: string, list: ListSelectors = selectors) => parseFeed(Buffer.from(html), "text/html", url, list);

describe("a page that lists articles", () => {
  const page = `<html lang="uk"><head><title>Новини</title></head><body><ul class="news">
    <li><time datetime="2026-02-05T10:00:00+02:00">5 лютого</time> <a href="/news/1">Обмін
      полоненими</a></li>
    <li><a href="/news/2#comments">Друга</a> <time>3 лютого 2026, 09:00</time></li>
    <li><a href="/news/1">Обмін полоненими</a></li><li>Без посилання</li><li><a href="javascript:x()">Пастка</a></li>
  </ul></body></html>`;

  it("gives each linked article once, with title and date", async () => {
    const { format, title, language, items } = await read(page);
    expect({ format, title, language }).toEqual({ format: "list", title: "Новини", language: "uk" });
    expect(items.map(({ url: link, title: head, publishedAt }) => [link, head, publishedAt?.toISOString()])).toEqual([
      ["https://ministry.example/news/1", "Обмін полоненими", "2026-02-05T08:00:00.000Z"],
      ["https://ministry.example/news/2", "Друга", "2026-02-03T09:00:00.000Z"],
    ]);
  });

  it("takes link, title and date where it is told, and items that are links themselves", async () => {
    const cards = `<base href="/ru/"><a class="card" href="a1"><h3>Обмен</h3><span class="when">05.02.2026</span><a class="more" href="zz">…</a></a>`;
    const { items } = await read(cards, { item: "a.card", link: "a.card", title: "h3", date: ".when" });
    expect(items).toMatchObject([
      { url: "https://ministry.example/ru/a1", title: "Обмен", publishedAt: new Date("2026-02-05") },
    ]);
  });

  it("says so when the selector finds nothing", async () => {
    await expect(read("<html><body><p>New design</p></body></html>")).rejects.toMatchObject({
      code: "LIST_EMPTY",
      retry: "later",
    });
    await expect(read("  ")).rejects.toMatchObject({ code: "FEED_EMPTY" });
  });

  it("is not brought down by depth", async () => {
    const deep = `${"<div>".repeat(60_000)}<ul class="news"><li><a href="/deep">Deep</a></li></ul>`;
    const { items } = await read(`${page}${deep}`);
    expect(items.length).toBeGreaterThanOrEqual(2);
  });
});

describe("the feeds of a page", () => {
  it("are those it declares, then those it links to, then the usual places, none twice", () => {
    const page = `<head><link rel="alternate" type="application/rss+xml" title="All" href="/all.xml"><link rel="alternate" type="application/atom+xml" href="/comments/feed"><link rel="alternate" hreflang="ru" href="/ru"></head>
      <a href="/section/rss">World</a><a href="/feedback">Write to us</a><a href="/all.xml">RSS</a><a href="mailto:feed@x.example">rss</a>`;
    const found = feedsOf(page, url).map((feed) => feed.url.replace("https://ministry.example", ""));
    expect(found.slice(0, 3)).toEqual(["/all.xml", "/section/rss", "/feed"]);
    expect(found).not.toContain("/feedback");
    expect(new Set(found).size).toBe(found.length);
  });
});
