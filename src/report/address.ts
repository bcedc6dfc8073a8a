const tracking =
  /^(utm_.*|fbclid|gclid|dclid|yclid|ysclid|msclkid|igshid|mc_cid|mc_eid|_openstat|at_(medium|campaign|.*)|ocid|cmpid|cmp|ito|ref|ref_src|rss|from|src|smid|xtor|wt\.mc.*|traffic_source|CMP)$/i;

/** Values of `ref`, `from`, `src` and the like that say where a reader came from; others may name the article. */
const trackingValue =
  /^(rss|feed|atom|twitter|x|facebook|fb|telegram|tg|newsletter|email|social|share|homepage|main)?$/i;
const ambiguous = /^(ref|from|src|rss|cmp)$/i;

/**
 * The one address under which an article is kept.
 * Tracking parameters, fragments, AMP and mobile variants go; the port stays unless it is the scheme's own.
 */
export function canonicalAddress(address: string): string {
  const url = new URL(address);
  url.hash = "";
  url.username = "";
  url.password = "";
  for (const [name, value] of [...url.searchParams]) {
    if (tracking.test(name) && (!ambiguous.test(name) || trackingValue.test(value))) url.searchParams.delete(name);
  }
  for (const name of ["amp", "outputType", "output"]) {
    if (/^(1|true|amp)?$/.test(url.searchParams.get(name) ?? "-")) url.searchParams.delete(name);
  }
  url.hostname = url.hostname.replace(/^(amp|m|mobile)\.(?=[^.]+\.[^.]+)/, "").replace(/\.$/, "");
  url.pathname = url.pathname.replace(/\/amp(\.html)?\/?$/, "").replace(/^\/amp\//, "/") || "/";
  return url.href;
}

/** What a page itself calls its address, if it stays with the outlet; a home page as canonical address is a mistake. */
export function declaredAddress(fetched: string, declared: string | null): string {
  if (declared === null || !URL.canParse(declared, fetched)) return canonicalAddress(fetched);
  const [from, to] = [new URL(fetched), new URL(declared, fetched)];
  const isPage = to.pathname !== "/" || from.pathname === "/";
  const isWeb = to.protocol === "http:" || to.protocol === "https:";
  return canonicalAddress(isPage && isWeb && site(from) === site(to) ? to.href : fetched);
}

function site(url: URL): string {
  return url.hostname.split(".").slice(-2).join(".");
}
