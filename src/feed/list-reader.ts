import { loadShallowHtml, tidy } from "../runtime/markup.ts";
import { parseFeedDate } from "./date.ts";
import type { FeedDocument, FeedItem, ListSelectors } from "./feed.ts";
import { maxItems } from "./item.ts";

/**
 * Reads a page that lists articles. An item without a link or a title is left out, and one that was linked above too.
 * @param url of the page, for relative links
 */
export function readList(html: string, url: string, selectors: ListSelectors): FeedDocument {
  const page = loadShallowHtml(html);
  const base = page("base[href]").attr("href");
  const from = base !== undefined && URL.canParse(base, url) ? new URL(base, url).href : url;
  const items = new Map<string, FeedItem>();
  for (const element of page(selectors.item).slice(0, maxItems)) {
    const item = page(element);
    const part = (selector: string) => (item.is(selector) ? item : item.find(selector).first());
    const link = part(selectors.link ?? "a[href]");
    const address = link.attr("href") ?? link.find("a[href]").first().attr("href");
    const title = tidy((selectors.title === null ? link : part(selectors.title)).text()).replaceAll("\n", " ");
    if (address === undefined || !URL.canParse(address, from) || title === "") continue;
    const target = new URL(address, from);
    target.hash = "";
    if (!/^https?:$/.test(target.protocol) || items.has(target.href)) continue;
    const date = part(selectors.date ?? "time");
    const publishedAt = parseFeedDate(date.attr("datetime") ?? date.text()) ?? null;
    items.set(target.href, {
      ...{ key: target.href, url: target.href, title, summary: null, content: null, publishedAt, modifiedAt: null },
    });
  }
  const title = tidy(page("title").first().text()) || null;
  return {
    format: "list",
    title,
    language: page("html").attr("lang") ?? null,
    ttlMinutes: null,
    items: [...items.values()],
  };
}
