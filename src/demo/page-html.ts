import { escapeXml, pageAddress } from "./feed-xml.ts";
import { type Item, modifiedAt, type Outlet, textAt, type World } from "./world.ts";

/** An article's page in its outlet's template, as it stands at an instant. */
export function pageHtml(world: World, outlet: Outlet, item: Item, now: Date): string {
  const paragraphs = textAt(world, item, now);
  const address = pageAddress(outlet, item);
  const article = `<article><h1>${escapeXml(item.title)}</h1>
<time datetime="${item.at.toISOString()}">${item.at.toISOString().slice(0, 10)}</time>
${paragraphs.map((paragraph) => `<p>${escapeXml(paragraph)}</p>`).join("\n")}
</article>`;
  const modified = modifiedAt(item, now);
  const meta =
    outlet.template === "jsonld"
      ? jsonLd(outlet, item, address, modified)
      : `<meta property="article:published_time" content="${item.at.toISOString()}">
<meta property="article:modified_time" content="${modified.toISOString()}">`;
  return `<!doctype html>
<html lang="${outlet.language}"><head><meta charset="${outlet.encoding}">
<title>${escapeXml(item.title)} | ${escapeXml(outlet.title)}</title>
<meta property="og:site_name" content="${escapeXml(outlet.title)}"><meta property="og:title" content="${escapeXml(item.title)}">
<link rel="canonical" href="${address}">
${meta}
</head><body>
<header><nav><a href="/">${escapeXml(outlet.title)}</a></nav></header>
<main>${article}${outlet.template === "furniture" ? furniture(outlet, item) : ""}</main>
<footer><p>© 2026 ${escapeXml(outlet.title)}</p></footer>
</body></html>
`;
}

function jsonLd(outlet: Outlet, item: Item, address: string, modified: Date): string {
  const data = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: item.title,
    url: address,
    datePublished: item.at.toISOString(),
    dateModified: modified.toISOString(),
    publisher: { "@type": "Organization", name: outlet.title },
  };
  return `<script type="application/ld+json">${JSON.stringify(data).replaceAll("<", "\\u003c")}</script>`;
}

/** What real pages carry around an article: other headlines with their own numbers, and requests to subscribe. */
function furniture(outlet: Outlet, item: Item): string {
  const others = outlet.items.filter((other) => other !== item && other.at < item.at).slice(-4);
  return `<aside class="related"><ul>${others
    .map((other) => `<li><a href="/${other.slug}">${escapeXml(other.title)}</a></li>`)
    .join("")}</ul></aside>
<div class="share"><button>Telegram</button><button>X</button><span>1 248</span></div>`;
}
