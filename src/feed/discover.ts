import { loadShallowHtml, tidy } from "../runtime/markup.ts";

/** A feed that a page may have. */
export interface FoundFeed {
  readonly url: string;
  readonly title: string | null;
}

const feedTypes = new Set([
  "application/rss+xml",
  "application/atom+xml",
  "application/feed+json",
  "application/rdf+xml",
]);
/** Where feeds usually are when a page names none. */
const usualPlaces = ["/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json"];

/**
 * Where to look for the feed of a page: what it declares, then what it links to by that name, then the usual places.
 * @returns absolute addresses, best first, none twice
 */
export function feedsOf(html: string, url: string): FoundFeed[] {
  const page = loadShallowHtml(html);
  const found = new Map<string, FoundFeed>();
  const add = (address: string | undefined, title: string | null) => {
    if (address === undefined || !URL.canParse(address, url)) return;
    const { href, protocol } = new URL(address, url);
    if (/^https?:$/.test(protocol) && !found.has(href)) found.set(href, { url: href, title });
  };
  for (const element of page("link[rel~=alternate][href]")) {
    const link = page(element);
    // A feed of comments is nobody's news.
    if (feedTypes.has((link.attr("type") ?? "").toLowerCase().trim()) && !/comment/i.test(link.attr("href") ?? ""))
      add(link.attr("href"), tidy(link.attr("title") ?? "") || null);
  }
  for (const element of page("a[href]")) {
    const link = page(element);
    const address = link.attr("href") ?? "";
    if (/(?:^|[\W_])(?:rss|atom|feeds?)(?:$|[\W_])/i.test(`${address} `) || /^\s*(?:rss|atom)\b/i.test(link.text()))
      add(address, tidy(link.text()) || null);
  }
  for (const place of usualPlaces) add(place, null);
  return [...found.values()];
}
