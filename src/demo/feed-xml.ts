import { type Item, type Outlet, textAt, type World } from "./world.ts";

/** An outlet's feed in its own format, newest first, as XML text with its encoding declared. */
export function feedXml(world: World, outlet: Outlet, items: readonly Item[]): string {
  const entries = items.map((item) => ({ ...item, summary: textAt(world, item, item.at)[0] ?? "" }));
  const body = { rss2, atom, rdf }[outlet.feed](outlet, entries);
  return `<?xml version="1.0" encoding="${outlet.encoding}"?>\n${body}\n`;
}

type Entry = Item & { readonly summary: string };

export function pageAddress(outlet: Outlet, item: Item): string {
  return `http://${outlet.host}/${item.slug}`;
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[mark] ?? "&quot;");
}

function rss2(outlet: Outlet, items: readonly Entry[]): string {
  const entries = items.map(
    (item) => `<item><title>${escapeXml(item.title)}</title><link>${pageAddress(outlet, item)}</link>
<description>${escapeXml(item.summary)}</description><guid isPermaLink="true">${pageAddress(outlet, item)}</guid><pubDate>${item.at.toUTCString()}</pubDate></item>`,
  );
  return `<rss version="2.0"><channel><title>${escapeXml(outlet.title)}</title><link>http://${outlet.host}/</link>
<description>${escapeXml(outlet.title)}</description><language>${outlet.language}</language>
${entries.join("\n")}
</channel></rss>`;
}

function atom(outlet: Outlet, items: readonly Entry[]): string {
  const entries = items.map(
    (item) => `<entry><title>${escapeXml(item.title)}</title><link href="${pageAddress(outlet, item)}"/>
<id>tag:${outlet.host},2026:${item.slug}</id><published>${item.at.toISOString()}</published>
<updated>${item.at.toISOString()}</updated><summary>${escapeXml(item.summary)}</summary></entry>`,
  );
  return `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${outlet.language}"><title>${escapeXml(outlet.title)}</title>
<id>http://${outlet.host}/</id><updated>${(items[0]?.at ?? new Date(0)).toISOString()}</updated>
${entries.join("\n")}
</feed>`;
}

function rdf(outlet: Outlet, items: readonly Entry[]): string {
  const address = (item: Item) => pageAddress(outlet, item);
  const entries = items.map(
    (item) => `<item rdf:about="${address(item)}"><title>${escapeXml(item.title)}</title><link>${address(item)}</link>
<description>${escapeXml(item.summary)}</description><dc:date>${item.at.toISOString()}</dc:date></item>`,
  );
  return `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="http://${outlet.host}/"><title>${escapeXml(outlet.title)}</title><link>http://${outlet.host}/</link>
<description>${escapeXml(outlet.title)}</description>
<items><rdf:Seq>${items.map((item) => `<rdf:li rdf:resource="${address(item)}"/>`).join("")}</rdf:Seq></items></channel>
${entries.join("\n")}
</rdf:RDF>`;
}
