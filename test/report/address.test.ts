import { expect, it } from "vitest";
import { canonicalAddress, declaredAddress } from "../../src/report/address.ts";

it.each([
  ["https://e.example/a?utm_source=x&id=5#top", "https://e.example/a?id=5"],
  ["https://e.example/a?from=rss", "https://e.example/a"],
  ["https://e.example/a?from=2026-01-01", "https://e.example/a?from=2026-01-01"],
  ["https://amp.e.example/a", "https://e.example/a"],
  ["https://m.e.example/a/amp/", "https://e.example/a"],
  ["https://e.example/a?outputType=amp", "https://e.example/a"],
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
