import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { parseFeed } from "../../src/feed/parse.ts";
import { readWellFormedFeed } from "../../src/feed/rss.ts";
import { readXmlFeed } from "../../src/feed/xml-reader.ts";
import { plainText } from "../../src/runtime/markup.ts";

const base = "https://news.example/feed";
const read = (text: string | Buffer, type?: string) => parseFeed(Buffer.from(text), type, base);

const item =
  "<item><title>A &amp; B</title><link>/a</link><guid>g1</guid><pubDate>Thu, 05 Feb 2026 10:00:00 +0200</pubDate><description>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</description></item>";

const itemsOf = async (...given: Parameters<typeof read>) => (await read(...given)).items;
const titleOf = async (bytes: Buffer) => (await parseFeed(bytes, undefined, base)).items[0]?.title;

describe("parseFeed", () => {
  it("reads RSS 2.0", async () => {
    const feed = await read(
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

  it("reads Atom 1.0, with a prefix too, and takes the alternate link", async () => {
    for (const p of ["", "a:"]) {
      const xmlns = p === "" ? "xmlns" : "xmlns:a";
      const feed = await read(
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

  it("reads Atom 0.3 dates", async () => {
    const feed = await read(
      `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title>x</title><link rel="alternate" href="http://e.example/1"/><issued>2026-02-05T10:00:00+02:00</issued></entry></feed>`,
    );
    expect(feed.items[0]?.publishedAt).toEqual(new Date("2026-02-05T08:00:00Z"));
  });

  it("reads RDF with items outside the channel", async () => {
    const feed = await read(
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>T</title><items><rdf:Seq><rdf:li rdf:resource="y"/></rdf:Seq></items></channel><item rdf:about="http://e.example/1"><title>x</title><d:date>2026-02-05</d:date></item></rdf:RDF>`,
    );
    expect(feed.format).toBe("rdf");
    expect(feed.items).toMatchObject([{ url: "http://e.example/1", publishedAt: new Date("2026-02-05T00:00:00Z") }]);
  });

  it("reads JSON Feed", async () => {
    const feed = await read(
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
  ])("reads a feed with %s", async (_what, xml, count) => {
    expect(await itemsOf(xml)).toHaveLength(count);
  });

  it.each([
    ["turbo:content", 'xmlns:turbo="http://turbo.yandex.ru"', "<turbo:content><![CDATA[<p>Full</p>]]></turbo:content>"],
    [
      "media:text",
      'xmlns:media="http://search.yahoo.com/mrss/"',
      "<media:group><media:text>&lt;p&gt;Full&lt;/p&gt;</media:text></media:group>",
    ],
    [
      "content:encoded, behind nobody",
      'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
      "<content:encoded>&lt;p&gt;Full&lt;/p&gt;</content:encoded>",
    ],
  ])("takes the full text of %s", async (_what, xmlns, field) => {
    const entry = `<item><title>x</title><link>/a</link><pubDate>5 Feb 2026</pubDate><description>Short</description>${field}</item>`;
    for (const rest of ["", "<item>"]) {
      const [first] = await itemsOf(`<rss version="2.0" ${xmlns}><channel>${entry}${rest}</channel></rss>`);
      expect(first).toMatchObject({ content: "<p>Full</p>", summary: "Short" });
    }
  });

  it("takes title and summary of a media group where the item has none of its own", async () => {
    const group =
      "<media:group><media:title>Video</media:title><media:content url='v.mp4'><media:description>What it shows</media:description></media:content></media:group>";
    const [first] = await itemsOf(
      `<rss xmlns:media="http://search.yahoo.com/mrss/"><channel><item><link>/a</link>${group}</item></channel></rss>`,
    );
    expect(first).toMatchObject({ title: "Video", summary: "What it shows", url: "https://news.example/a" });
  });

  it("resolves links by xml:base, the innermost first", async () => {
    const entries = `<entry><link href="one"/></entry><entry xml:base="/b/"><link href="two"/></entry><entry><link xml:base="http://c.example/" href="three"/></entry>`;
    const urls = (
      await itemsOf(`<feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://a.example/x/">${entries}</feed>`)
    ).map(({ url }) => url);
    expect(urls).toEqual(["http://a.example/x/one", "http://a.example/b/two", "http://c.example/three"]);
  });

  it("prefers the page to other files under the same relation, and unpacks base64 titles", async () => {
    const links = `<link rel="alternate" type="application/pdf" href="/a.pdf"/><link rel="alternate" type="text/html" href="/a.html"/>`;
    const [first] = await itemsOf(
      `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title mode="base64">${Buffer.from("Обмен").toString("base64")}</title>${links}</entry></feed>`,
    );
    expect(first).toMatchObject({ url: "https://news.example/a.html", title: "Обмен" });
  });

  it("reads a feed that is wrapped into a page", async () => {
    expect(
      await itemsOf(
        `<!DOCTYPE html><html><body><feed xmlns="http://www.w3.org/2005/Atom"><entry><title>x</title></entry></feed></body></html>`,
      ),
    ).toHaveLength(1);
  });

  it("takes the full text where the feed carries it", async () => {
    const feed = await read(
      `<rss xmlns:yandex="http://news.yandex.ru"><channel><item><title>x</title><yandex:full-text>Full.</yandex:full-text><description>Short</description></item></channel></rss>`,
    );
    expect(feed.items[0]).toMatchObject({ content: "Full.", summary: "Short" });
  });

  it.each(["content", "c"])("takes content:encoded, whatever its prefix (%s)", async (prefix) => {
    const xml = `<rss xmlns:${prefix}="http://purl.org/rss/1.0/modules/content/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency><item><title>x</title><${prefix}:encoded><![CDATA[<p>Full</p>]]></${prefix}:encoded></item></channel></rss>`;
    const feed = await read(xml);
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
  ])("refuses %j with %s", async (text, code) => {
    await expect(read(text)).rejects.toMatchObject({ code });
  });

  it("takes no longer for markup that is never closed than for other markup", async () => {
    const open = "<a>".repeat(1_000_000);
    expect(await itemsOf(`<rss><channel>${item}<item><title>x</title><b>${open}</b></item>${item}`)).toHaveLength(3);
    expect(plainText(`Swap ${open}<p>of 157<script>alert(1)</script></p>`)).toBe("Swap of 157");
  });

  it("is not brought down by depth, entities or many items", async () => {
    expect(await itemsOf(`<rss><channel>${item}${"<a>".repeat(100_000)}`)).toHaveLength(1);
    const deep = `${"<a>".repeat(50_000)}${"</a>".repeat(50_000)}`;
    const closed = `<rss version="2.0"><channel>${item}<item><description>${deep}</description></item></channel></rss>`;
    expect(await itemsOf(closed)).toHaveLength(2);
    const bomb = `<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>`;
    expect((await itemsOf(bomb))[0]?.title).not.toContain("aaaa");
    expect(
      await itemsOf(`<rss><channel>${"<item><title>x</title></item>".repeat(5_000)}</channel></rss>`),
    ).toHaveLength(2_000);
    const many = JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      items: Array(5_000).fill({ title: "x" }),
    });
    expect(await itemsOf(many)).toHaveLength(2_000);
  });

  it.each([
    ["windows-1251", "Обмен пленными: 157 человек"],
    ["koi8-r", "Обмен пленными: 157 человек"],
    ["iso-8859-9", "Esir takası: 157 kişi döndü"],
    ["utf-16le", "Обмін полоненими"],
  ])("decodes %s as declared", async (encoding, title) => {
    const xml = `<?xml version="1.0" encoding="${encoding}"?><rss><channel><item><title>${title}</title></item></channel></rss>`;
    const bytes = iconv.encode(xml, encoding);
    expect(await titleOf(bytes)).toBe(title);
  });

  it("believes valid UTF-8 before a wrong declaration, and letters where nothing is declared", async () => {
    const title = "Россия и Украина провели обмен пленными, домой вернулись военнослужащие";
    const xml = (head: string) => `${head}<rss><channel><item><title>${title}</title></item></channel></rss>`;
    expect((await itemsOf(xml('<?xml version="1.0" encoding="windows-1251"?>')))[0]?.title).toBe(title);
    expect(await titleOf(iconv.encode(xml(""), "windows-1251"))).toBe(title);
    expect(await titleOf(iconv.encode(xml('<?xml version="1.0" encoding="utf-8"?>'), "windows-1251"))).toBe(title);
  });
});

describe("rss-parser and the tolerant reader", () => {
  const xmlns = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"';
  const entry =
    '<entry xml:lang="tr"><id>tag:x,2026:1</id><title type="html">A &amp;lt;b&amp;gt;</title><link rel="self" href="/self"/><link href="/real"/><published>2026-02-05T08:00:00Z</published><summary>S</summary></entry>';

  it.each([
    [
      "RSS 2.0",
      `<?xml version="1.0"?><rss version="2.0" ${xmlns}><channel><title>T</title><language>tr</language><ttl>30</ttl>${item}<item><title><![CDATA[Takas & dönüş]]></title><link>https://n.example/?a=1&amp;b=2</link><guid isPermaLink="false">7</guid><dc:date>2026-02-05</dc:date><content:encoded><![CDATA[<p>Full</p>]]></content:encoded></item></channel></rss>`,
    ],
    ["Atom", `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="tr"><title>T</title>${entry}</feed>`],
    [
      "RDF",
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" ${xmlns}><channel rdf:about="x"><title>T</title></channel><item rdf:about="https://n.example/1"><title>x</title><link>https://n.example/1</link><dc:date>5 Şubat 2026</dc:date></item></rdf:RDF>`,
    ],
  ])("read well formed %s alike, keys too, so that a feed may pass from one to the other", async (_format, xml) => {
    const read = await readWellFormedFeed(xml, base);
    expect(read?.items.length).toBeGreaterThan(0);
    expect(read).toEqual(readXmlFeed(xml, base));
  });

  it.each([
    ["an item without a date", "<item><title>x</title><link>/a</link></item>", ""],
    ["an item without a title", `<item><link>/a</link><pubDate>5 Feb 2026</pubDate></item>`, ""],
    ["a title with markup in it", item.replace("A &amp; B", "A <i>very</i> long day"), ""],
    ["a prefix of its own", item, 'xmlns:c="http://purl.org/rss/1.0/modules/content/"'],
    ["an item that is not closed", `${item}<item>`, ""],
  ])("part over %s, which goes to the tolerant one", async (_what, items, head) => {
    const xml = `<rss version="2.0" ${head}><channel><title>T</title>${items}</channel></rss>`;
    expect(await readWellFormedFeed(xml, base)).toBeUndefined();
    expect((await read(xml)).items.length).toBeGreaterThan(0);
  });
});
