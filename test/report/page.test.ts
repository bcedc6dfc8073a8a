import iconv from "iconv-lite";
import { afterAll, describe, expect, it } from "vitest";
import { readPage } from "../../src/report/page.ts";
import { PageReader } from "../../src/report/page-reader.ts";
import { nextReadAt, textHash } from "../../src/report/revision.ts";

const reader = new PageReader(60_000);
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
const html = (body: string) => ({ bytes: page(body), contentType: "text/html", url });

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

describe("an article's text", () => {
  const text = async (body: string, head = "") => (await readPage(page(body, head), "text/html", url)).text;
  const paragraphs = `<p>${sentences}</p><p>Second ${sentences}</p>`;

  it.each([
    ["the headline and what stands above it", "<p>Sign in</p><h2>Exchange held on Thursday</h2>"],
    ["lines of author and day", "<p>By A. Writer</p><p>Updated 5:27 am CST, Wednesday, November 20, 2019</p>"],
    ["a photograph's caption by its class", '<div class="photo-caption">Buses wait at the border. Photo: Agency</div>'],
    [
      "a paragraph that only leads elsewhere",
      '<p><a href="/b">More: how the earlier exchange of the year went</a></p>',
    ],
    [
      "the outlet's own advertising",
      '<div class="newsletter-signup"><p>Receive the updates in your inbox.</p><p>No spam, ever.</p></div>',
    ],
  ])("leaves out %s", async (_what, furniture) => {
    const head = '<meta property="og:title" content="Exchange held on Thursday">';
    const found = await text(`<article>${furniture}${paragraphs}</article>`, head);
    expect(found.split("\n")).toEqual([sentences.trim(), `Second ${sentences.trim()}`]);
  });

  it("keeps a short line with a number at either end, since it may be a figure", async () => {
    const found = await text(
      `<article><p>205 for 205</p>${paragraphs}<ul><li>Russia: 205</li><li>Ukraine: 205</li></ul></article>`,
    );
    expect(found).toMatch(/^205 for 205\n/);
    expect(found).toMatch(/\nRussia: 205\nUkraine: 205$/);
  });

  it("keeps a first sentence in the words of the headline, and a table in a figure", async () => {
    const head = '<meta property="og:title" content="Two sides exchange 157 each">';
    const table =
      '<figure class="wp-block-table"><table><tr><td>Ukraine</td><td>157 servicemen</td></tr></table></figure>';
    const found = await text(`<article><p>Two sides exchange 157 each.</p>${paragraphs}${table}</article>`, head);
    expect(found).toMatch(/^Two sides exchange 157 each\.\n/);
    expect(found).toContain("157 servicemen");
  });

  it("keeps a large part of the page that bears a piece of furniture's name", async () => {
    expect(await text(`<article><div class="hide related">${paragraphs}</div></article>`)).toContain("Second");
  });

  it("keeps blanks between words and joins none across elements", async () => {
    const found = await text(
      `<article><p>In <b>all</b> <i>157</i>\n<span>people</span>. ${sentences}</p>${paragraphs}</article>`,
    );
    expect(found).toMatch(/^In all 157 people\. The/);
  });

  it("is read where the outlet's selectors say, and by the readers where these find nothing", async () => {
    const body = `<article>${paragraphs}</article><div class="story"><p>Told here: ${sentences}</p><aside>Aside.</aside></div>`;
    const by = (selector: string) => readPage(page(body), "text/html", url, { text: selector, drop: "aside" });
    expect(await by("div.story")).toMatchObject({ readBy: "selector", text: `Told here: ${sentences.trim()}` });
    expect(await by("div.gone")).toMatchObject({ readBy: "readability" });
    const marked = `<article>${paragraphs}</article><div data-part="story"><p>Told here: ${sentences}</p></div>`;
    const selectors = { text: "[data-part=story]", drop: null };
    expect(await readPage(page(marked), "text/html", url, selectors)).toMatchObject({ readBy: "selector" });
  });

  it("is without marks that turn its direction or control a terminal, title and authors too", async () => {
    const head =
      '<meta property="og:title" content="Ex&#x202e;change\u0007"><meta name="author" content="A.\u001b[31m Wri&#x2066;ter">';
    const article = await readPage(
      page(`<article><p>\u202e${sentences}\u0007</p>${paragraphs}</article>`, head),
      "text/html",
      url,
    );
    const shown = [...article.text.split("\n"), article.title, ...article.authors].join("");
    expect(shown).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(article.title).toBe("Exchange");
  });
});

describe("what a page says of itself", () => {
  const read = (head: string) => readPage(page(`<article><p>${sentences}</p></article>`, head), "text/html", url);

  it("takes times from JSON-LD before meta tags, and the next where one cannot be read", async () => {
    const data = JSON.stringify({
      "@type": "NewsArticle",
      datePublished: "soon",
      dateModified: "2026-02-05T12:00:00Z",
    });
    const meta = '<meta property="article:published_time" content="2026-02-05T10:00:00Z">';
    expect(await read(`<script type="application/ld+json">${data}</script>${meta}`)).toMatchObject({
      publishedAt: new Date("2026-02-05T10:00:00Z"),
      modifiedAt: new Date("2026-02-05T12:00:00Z"),
    });
  });

  it("names section and the agency that it credits as author", async () => {
    const data = JSON.stringify({
      "@type": "NewsArticle",
      articleSection: "World",
      author: { name: "Anadolu Agency" },
    });
    expect(await read(`<script type="application/ld+json">${data}</script>`)).toMatchObject({
      section: "World",
      agency: "AA",
    });
  });

  it("is told as a login where a password is asked for and no article is given", async () => {
    const form = '<form><p>Sign in to read on.</p><input type="password" name="p"></form>';
    expect((await readPage(page(form), "text/html", url)).isLogin).toBe(true);
    const both = await readPage(page(`<article><p>${sentences}</p></article>${form}`), "text/html", url);
    expect(both.isLogin).toBe(false);
    const dated = '<meta property="article:published_time" content="2026-02-05T10:00:00Z">';
    const short = await readPage(page(`<article><p>157 came home.</p></article>${form}`, dated), "text/html", url);
    expect(short.isLogin).toBe(false);
  });
});

describe("PageReader", () => {
  it("reads pages in its thread, one after another", async () => {
    const articles = await Promise.all(
      ["One", "Two"].map((word) => reader.read(html(`<article><p>${word} ${sentences}</p></article>`))),
    );
    expect(articles.map((article) => article.text.slice(0, 3))).toEqual(["One", "Two"]);
  });

  it.each([
    ["nested a hundred thousand deep", `<html><body>${"<div>".repeat(100_000)}${sentences}`],
    ["of a million empty elements", `<html><body>${"<b><i></i></b>".repeat(500_000)}<p>${sentences}</p>`],
    ["of one word of five million letters", `<html><body><p>${"a".repeat(5_000_000)}</p>`],
    ["of an attribute of five million letters", `<html><body><p class="${"a ".repeat(2_500_000)}">${sentences}</p>`],
  ])("reads a page %s in its time", async (_what, bomb) => {
    const article = await reader.read({ ...html(""), bytes: Buffer.from(bomb) });
    expect(article.text.length).toBeLessThanOrEqual(5_000_000);
  });

  it("gives up on a page that takes too long, and reads the next", async () => {
    const hasty = new PageReader(1);
    await expect(hasty.read(html(`<p>${sentences.repeat(2_000)}</p>`))).rejects.toMatchObject({
      code: "PAGE_UNREADABLE",
    });
    await hasty.close();
    const article = await reader.read(html(`<article><p>After ${sentences}</p></article>`));
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
