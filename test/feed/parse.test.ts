import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { parseFeed } from "../../src/feed/parse.ts";

const base = "https://news.example/feed";
const read = (text: string | Buffer, type?: string) => parseFeed(Buffer.from(text), type, base);

const item =
  "<item><title>A &amp; B</title><link>/a</link><guid>g1</guid><pubDate>Thu, 05 Feb 2026 10:00:00 +0200</pubDate><description>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</description></item>";

describe("parseFeed", () => {
  it("reads RSS 2.0", () => {
    const feed = read(
      `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><ttl>30</ttl>${item}</channel></rss>`,
    );
    expect(feed).toMatchObject({ format: "rss", title: "T", ttlMinutes: 30 });
    expect(feed.items).toEqual([
      {
        key: "g1",
        url: "https://news.example/a",
        title: "A & B",
        summary: "One.\nTwo.",
        content: null,
        publishedAt: new Date("2026-02-05T08:00:00Z"),
        modifiedAt: null,
      },
    ]);
  });

  it("reads Atom 1.0, with a prefix too, and takes the alternate link", () => {
    for (const p of ["", "a:"]) {
      const xmlns = p === "" ? "xmlns" : "xmlns:a";
      const feed = read(
        `<${p}feed ${xmlns}="http://www.w3.org/2005/Atom"><${p}title>T</${p}title><${p}entry><${p}id>tag:x,2026:1</${p}id><${p}title type="html">Head</${p}title><${p}link rel="self" href="/self"/><${p}link href="/real"/><${p}published>2026-02-05T08:00:00Z</${p}published><${p}updated>2026-02-06T08:00:00Z</${p}updated><${p}content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Body <b>bold</b></p></div></${p}content></${p}entry></${p}feed>`,
      );
      expect(feed.format).toBe("atom");
      expect(feed.items[0]).toMatchObject({
        key: "tag:x,2026:1",
        title: "Head",
        url: "https://news.example/real",
        publishedAt: new Date("2026-02-05T08:00:00Z"),
        modifiedAt: new Date("2026-02-06T08:00:00Z"),
      });
      expect(feed.items[0]?.content).toContain("<b>bold</b>");
    }
  });

  it("reads Atom 0.3 dates", () => {
    const feed = read(
      `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title>x</title><link rel="alternate" href="http://e.example/1"/><issued>2026-02-05T10:00:00+02:00</issued></entry></feed>`,
    );
    expect(feed.items[0]?.publishedAt).toEqual(new Date("2026-02-05T08:00:00Z"));
  });

  it("reads RDF with items outside the channel", () => {
    const feed = read(
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>T</title><items><rdf:Seq><rdf:li rdf:resource="y"/></rdf:Seq></items></channel><item rdf:about="http://e.example/1"><title>x</title><d:date>2026-02-05</d:date></item></rdf:RDF>`,
    );
    expect(feed.format).toBe("rdf");
    expect(feed.items).toMatchObject([{ url: "http://e.example/1", publishedAt: new Date("2026-02-05T00:00:00Z") }]);
  });

  it("reads JSON Feed", () => {
    const feed = read(
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "T",
        items: [
          { id: 7, url: "/j", title: "J", content_html: "<p>x</p>", date_published: "2026-02-05T10:00:00+02:00" },
        ],
      }),
    );
    expect(feed.items).toMatchObject([
      { key: "7", url: "https://news.example/j", publishedAt: new Date("2026-02-05T08:00:00Z") },
    ]);
  });

  it.each([
    ["cut off in an item", `<rss><channel>${item}<item><title>Half`, 2],
    [
      "a bare ampersand in an address",
      `<rss><channel><item><title>x</title><link>http://e.example/?a=1&b=2</link></item></channel></rss>`,
      1,
    ],
    [
      "upper-case tags",
      `<RSS><CHANNEL><ITEM><TITLE>x</TITLE><LINK>http://e.example/1</LINK></ITEM></CHANNEL></RSS>`,
      1,
    ],
    ["items never closed", `<rss><channel><item><title>x</title><item><title>y</title></channel></rss>`, 2],
    ["text before the declaration", `\n junk <?xml version="1.0"?><rss><channel>${item}</channel></rss>`, 1],
    ["no items", `<rss><channel><title>x</title></channel></rss>`, 0],
  ])("reads a feed with %s", (_what, xml, count) => {
    expect(read(xml).items).toHaveLength(count);
  });

  it("takes the full text where the feed carries it", () => {
    const feed = read(
      `<rss xmlns:yandex="http://news.yandex.ru"><channel><item><title>x</title><yandex:full-text>Full.</yandex:full-text><description>Short</description></item></channel></rss>`,
    );
    expect(feed.items[0]).toMatchObject({ content: "Full.", summary: "Short" });
  });

  it.each(["content", "c"])("takes content:encoded, whatever its prefix (%s)", (prefix) => {
    const xml = `<rss xmlns:${prefix}="http://purl.org/rss/1.0/modules/content/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency><item><title>x</title><${prefix}:encoded><![CDATA[<p>Full</p>]]></${prefix}:encoded></item></channel></rss>`;
    const feed = read(xml);
    expect(feed.items[0]?.content).toBe("<p>Full</p>");
    expect(feed.ttlMinutes).toBe(30);
  });

  it.each([
    ["", "FEED_EMPTY"],
    ["  \n", "FEED_EMPTY"],
    ["<!doctype html><html><body><p>Log in</p></body></html>", "FEED_IS_HTML"],
    ["<!-- x --><html><head></head></html>", "FEED_IS_HTML"],
    ["not a feed", "FEED_UNREADABLE"],
    ['{"error": "no"}', "FEED_UNREADABLE"],
  ])("refuses %j with %s", (text, code) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code }));
  });

  it("is not brought down by depth, entities or many items", () => {
    expect(read(`<rss><channel>${item}${"<a>".repeat(100_000)}`).items).toHaveLength(1);
    const bomb = `<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>`;
    expect(read(bomb).items[0]?.title).not.toContain("aaaa");
    expect(read(`<rss><channel>${"<item><title>x</title></item>".repeat(5_000)}</channel></rss>`).items).toHaveLength(
      2_000,
    );
  });

  it.each([
    ["windows-1251", "Обмен пленными: 157 человек"],
    ["koi8-r", "Обмен пленными: 157 человек"],
    ["iso-8859-9", "Esir takası: 157 kişi döndü"],
    ["utf-16le", "Обмін полоненими"],
  ])("decodes %s as declared", (encoding, title) => {
    const xml = `<?xml version="1.0" encoding="${encoding}"?><rss><channel><item><title>${title}</title></item></channel></rss>`;
    const bytes = iconv.encode(xml, encoding);
    expect(parseFeed(bytes, undefined, base).items[0]?.title).toBe(title);
  });

  it("believes valid UTF-8 before a wrong declaration, and letters where nothing is declared", () => {
    const title = "Россия и Украина провели обмен пленными, домой вернулись военнослужащие";
    const xml = (head: string) => `${head}<rss><channel><item><title>${title}</title></item></channel></rss>`;
    expect(read(xml('<?xml version="1.0" encoding="windows-1251"?>')).items[0]?.title).toBe(title);
    expect(parseFeed(iconv.encode(xml(""), "windows-1251"), undefined, base).items[0]?.title).toBe(title);
    expect(
      parseFeed(iconv.encode(xml('<?xml version="1.0" encoding="utf-8"?>'), "windows-1251"), undefined, base).items[0]
        ?.title,
    ).toBe(title);
  });
});
