import iconv from "iconv-lite";
import { afterAll, describe, expect, it } from "vitest";
import { readPage } from "../../src/report/page.ts";
import { PageReader } from "../../src/report/page-reader.ts";
import { nextReadAt, textHash } from "../../src/report/revision.ts";

const reader = new PageReader(5_000);
afterAll(() => reader.close());

const sentences =
  "The two sides carried out an exchange on Thursday and 157 people came home. Officials thanked the mediator. ".repeat(
    6,
  );
const page = (body: string, head = "") =>
  Buffer.from(
    `<!doctype html><html lang="en"><head><title>T | Outlet</title>${head}</head><body><nav><a href="/">Home</a></nav>${body}<footer>© Outlet</footer></body></html>`,
  );
const url = "https://e.example/a";

describe("readPage", () => {
  it("gives the article's paragraphs without furniture, and what the page says of itself", async () => {
    const head = `<link rel="canonical" href="https://e.example/b"><meta property="article:published_time" content="2026-02-05T10:00:00+02:00"><meta name="author" content="A. Writer">`;
    const article = await readPage(
      page(
        `<article><h1>Exchange held</h1><p>KYIV (Reuters) ${sentences}</p><p>Second ${sentences}</p><figure><figcaption>A bus, 12 January</figcaption></figure></article>`,
        head,
      ),
      "text/html",
      url,
    );
    expect(article.text).toMatch(/^KYIV \(Reuters\) The two sides[^\n]*\nSecond/);
    expect(article.text).not.toMatch(/Home|©|A bus/);
    expect(article).toMatchObject({
      title: "Exchange held",
      authors: ["A. Writer"],
      canonical: "https://e.example/b",
      publishedAt: new Date("2026-02-05T08:00:00Z"),
      language: "en",
      agency: "Reuters",
      readBy: "readability",
    });
  });

  it("takes JSON-LD's text where the markup gives less", async () => {
    const data = JSON.stringify({
      "@graph": [
        { "@type": "NewsArticle", headline: "H", datePublished: "2026-02-05", articleBody: sentences.repeat(2) },
      ],
    });
    const article = await readPage(
      page("<p>Loading</p>", `<script type="application/ld+json">${data}</script>`),
      undefined,
      url,
    );
    expect(article).toMatchObject({ readBy: "json-ld", title: "H" });
    expect(article.text.length).toBeGreaterThan(1_000);
  });

  it("reads a page in windows-1251 by its meta tag", async () => {
    const text = "Стороны провели обмен пленными, домой вернулись 157 военнослужащих. ".repeat(10);
    const html = `<html><head><meta charset="windows-1251"><title>О</title></head><body><article><p>${text}</p></article></body></html>`;
    const article = await readPage(iconv.encode(html, "windows-1251"), "text/html", url);
    expect(article.text).toContain("157 военнослужащих");
    expect(article.language).toBe("ru");
  });

  it("gives no text for a page without any, templates and broken JSON-LD aside", async () => {
    const article = await readPage(
      page("<template><p>x</p></template>", '<script type="application/ld+json">{"a":</script>'),
      undefined,
      url,
    );
    expect(article.text.length).toBeLessThan(40);
  });
});

describe("PageReader", () => {
  it("reads pages in its thread, one after another", async () => {
    const articles = await Promise.all(
      ["One", "Two"].map((word) =>
        reader.read(page(`<article><p>${word} ${sentences}</p></article>`), "text/html", url),
      ),
    );
    expect(articles.map((article) => article.text.slice(0, 3))).toEqual(["One", "Two"]);
  });

  it("gives up on a page that takes too long, and reads the next", async () => {
    const bomb = Buffer.from(`<html><body>${"<div>".repeat(60_000)}x`);
    await expect(reader.read(bomb, "text/html", url)).rejects.toMatchObject({ code: "PAGE_UNREADABLE" });
    const article = await reader.read(page(`<article><p>After ${sentences}</p></article>`), "text/html", url);
    expect(article.text).toMatch(/^After/);
  });
});

describe("a revision", () => {
  it("is the same for blanks and quotation marks, and another for a number", () => {
    expect(textHash("«Обмен»\n157 человек")).toBe(textHash('"Обмен"  157\u00a0человек\u200b'));
    expect(textHash("157 came")).not.toBe(textHash("158 came"));
  });

  it("is looked for often while young, and no more after thirty days", () => {
    const published = new Date("2026-02-05T00:00:00Z");
    const hours = (age: number) => {
      const now = new Date(published.getTime() + age * 3_600_000);
      const next = nextReadAt(published, now);
      return next === null ? null : (next.getTime() - now.getTime()) / 60_000;
    };
    expect([1, 10, 100, 500, 800].map(hours)).toEqual([15, 30, 180, 720, null]);
  });
});
