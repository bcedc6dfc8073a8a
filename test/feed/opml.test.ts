import { expect, it } from "vitest";
import { readOpml, writeOpml } from "../../src/feed/opml.ts";

it("reads the lists of other readers, groups flattened, none twice, of any quality", () => {
  const xml = `junk <?xml version="1.0"?><opml version="1.1"><body><outline text="News"><outline type="rss" text="A &amp; B" xmlUrl="https://a.example/rss"/>
    <OUTLINE title="Ц" XMLURL=" https://b.example/rss?x=1&amp;y=2 " language="ru-RU"/><outline text="again" xmlUrl="https://a.example/rss"></outline>
    <outline text="page" htmlUrl="https://c.example/"/><outline xmlUrl="javascript:x()"/><outline xmlUrl="https://d.example/feed">`;
  expect(readOpml(xml)).toEqual([
    { url: "https://a.example/rss", title: "again", language: null, notes: {} },
    { url: "https://b.example/rss?x=1&y=2", title: "Ц", language: "ru", notes: {} },
    { url: "https://d.example/feed", title: null, language: null, notes: {} },
  ]);
  expect(readOpml("<html></html>")).toEqual([]);
});

it("writes what it reads, hostile titles and our own notes included", () => {
  const outlines = [
    {
      url: "https://a.example/rss?a=1&b=2",
      title: `"><outline xmlUrl="https://evil.example/"/>`,
      language: "uk",
      notes: { name: "a", side: "UA" },
    },
    { url: "https://b.example/", title: "B", language: null, notes: {} },
  ];
  expect(readOpml(writeOpml('Пленные & "обмен"', outlines))).toEqual(outlines);
});
