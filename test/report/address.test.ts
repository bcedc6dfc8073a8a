import { expect, it } from "vitest";
import { canonicalAddress, declaredAddress } from "../../src/report/address.ts";

it.each([
  ["https://e.example/a?utm_source=x&id=5#top", "https://e.example/a?id=5"],
  ["https://e.example/a?from=rss", "https://e.example/a"],
  ["https://e.example/a?from=2026-01-01", "https://e.example/a?from=2026-01-01"],
  ["https://amp.e.example/a", "https://e.example/a"],
  ["https://m.e.example/a/amp/", "https://e.example/a"],
  ["https://e.example/a?outputType=amp", "https://e.example/a"],
  ["https://www.google.com/url?sa=t&url=https%3A%2F%2Fe.example%2Fa%3Futm_source%3Dx", "https://e.example/a"],
  ["https://www.google.com/amp/s/m.e.example/a/amp/", "https://e.example/a"],
  ["https://e-example.cdn.ampproject.org/c/s/e.example/amp/a?id=5", "https://e.example/a?id=5"],
  ["https://e-example.cdn.ampproject.org/v/e.example/a", "http://e.example/a"],
  ["https://www.bing.com/news/apiclick.aspx?ref=FexRss&url=https%3a%2f%2fe.example%2fa&c=1", "https://e.example/a"],
  ["https://l.facebook.com/l.php?u=https%3A%2F%2Fe.example%2Fa%3Ffbclid%3D1&h=AT0", "https://e.example/a"],
  [
    "https://news.google.com/rss/articles/CBMiIGh0dHBzOi8vZS5leGFtcGxlL3dvcmxkL3N3YXAtMTU30gEkaHR0cHM6Ly9lLmV4YW1wbGUvYW1wL3dvcmxkL3N3YXAtMTU3?oc=5",
    "https://e.example/world/swap-157",
  ],
  [
    "https://news.google.com/rss/articles/CBMiQEFVX3lxTE54eXphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ejAxMjM0NTY3ODlBVV95cUxOeHl6?oc=5",
    "https://news.google.com/rss/articles/CBMiQEFVX3lxTE54eXphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ejAxMjM0NTY3ODlBVV95cUxOeHl6?oc=5",
  ],
  ["https://www.google.com/url?q=javascript:alert(1)", "https://www.google.com/url?q=javascript:alert(1)"],
  [
    "https://e.example/url?url=https%3A%2F%2Fother.example%2F",
    "https://e.example/url?url=https%3A%2F%2Fother.example%2F",
  ],
  ["http://e.example:80/a", "http://e.example/a"],
  ["http://127.0.0.1:4321/a", "http://127.0.0.1:4321/a"],
  ["http://e.example:8080/a", "http://e.example:8080/a"],
])("keeps %s as %s", (address, canonical) => {
  expect(canonicalAddress(address)).toBe(canonical);
  expect(canonicalAddress(canonical)).toBe(canonical);
});

it.each([
  ["https://www.e.example/a?x=1", "https://e.example/a", "https://e.example/a"],
  ["https://e.example/a", "/b", "https://e.example/b"],
  ["https://e.example/a", "https://e.example/", "https://e.example/a"],
  ["https://e.example/a", "https://other.example/a", "https://e.example/a"],
  ["https://e.example/a", "javascript:x", "https://e.example/a"],
  ["https://e.example/a", null, "https://e.example/a"],
  ["https://e.example/news/2026/swap", "https://e.example/news", "https://e.example/news/2026/swap"],
  ["https://e.example/news?id=12345", "https://e.example/news", "https://e.example/news?id=12345"],
  ["https://e.example/a-long-title-12?x=1234", "/a-long-title-12", "https://e.example/a-long-title-12"],
  ["https://e.example/1234567/a-title", "https://e.example/1234567", "https://e.example/1234567"],
  ["https://one.com.tr/a", "https://two.com.tr/b", "https://one.com.tr/a"],
  ["https://www.aa.com.tr/a", "https://aa.com.tr/b", "https://aa.com.tr/b"],
  ["https://e.example/amp-1", "https://m.e.example/b/amp/?utm_source=x", "https://e.example/b"],
])("takes for %s that declares %s: %s", (fetched, declared, expected) => {
  expect(declaredAddress(fetched, declared)).toBe(expected);
});
