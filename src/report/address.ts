import { unwrapped } from "./wrapper.ts";

const tracking =
  /^(utm_.*|fbclid|gclid|dclid|yclid|ysclid|msclkid|igshid|mc_cid|mc_eid|_openstat|at_(medium|campaign|.*)|ocid|cmpid|cmp|ito|ref|ref_src|rss|from|src|smid|xtor|wt\.mc.*|traffic_source|CMP)$/i;

/** Values of `ref`, `from`, `src` and the like that say where a reader came from; others may name the article. */
const trackingValue =
  /^(rss|feed|atom|twitter|x|facebook|fb|telegram|tg|newsletter|email|social|share|homepage|main)?$/i;
const ambiguous = /^(ref|from|src|rss|cmp)$/i;

/**
 * The one address under which an article is kept.
 * Wrappers of search engines and caches, tracking parameters, fragments, AMP and mobile variants go; the port stays unless it is the scheme's own.
 */
export function canonicalAddress(address: string): string {
  const url = unwrapped(new URL(address));
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

/** Whether a report may be kept under an address: one of more than 2,000 characters names no article, and no index holds it. */
export function isKeepable(address: string): boolean {
  return address.length <= 2_000;
}

/**
 * The address that a page declares for its article, if it stays with the outlet and names an article.
 * @param known the canonical address that the article is kept under
 * @returns `known` where the page declares nothing, or a mistake: its home page, the section that it stands in
 */
export function declaredAddress(known: string, declared: string | null): string {
  if (declared === null || !URL.canParse(declared, known) || !/^https?:/.test(new URL(declared, known).protocol))
    return known;
  const [from, to] = [new URL(known), new URL(canonicalAddress(new URL(declared, known).href))];
  return site(from) === site(to) && !isAbove(to, from) && isKeepable(to.href) ? to.href : known;
}

/** Whether a page that was an article's now answers with what it stood in: the outlet's home page, or a section. */
export function leadsAway(known: string, answered: string): boolean {
  const [from, to] = [new URL(known), new URL(canonicalAddress(answered))];
  return site(from) === site(to) && isAbove(to, from) && !isAbove(from, to);
}

function withoutSlashes(path: string): string {
  let end = path.length;
  while (path.charAt(end - 1) === "/") end--;
  return path.slice(0, end);
}

/** Whether an address names what the other stands in: the start of its path, or the path without its query. */
function isAbove(to: URL, from: URL): boolean {
  const [upper, lower] = [to, from].map((url) => withoutSlashes(url.pathname));
  if (upper === undefined || upper === "") return true;
  const shorter =
    upper === lower ? /=\d{3,}(&|$)/.test(from.search) && to.search === "" : lower?.startsWith(`${upper}/`) === true;
  // A number or several words at the end name an article, whatever a longer address adds.
  const namesArticle = /\d{5}|[^-]-[^-]+-[^-]/.test(upper.slice(upper.lastIndexOf("/") + 1));
  return shorter && !namesArticle;
}

/** The part of a host that one owner holds: `aa.com.tr` of `www.aa.com.tr`, `tass.ru` of `m.tass.ru`. */
function site(url: URL): string {
  const isAddress = /^[\d.]+$|^\[/.test(url.hostname);
  const underCountry = /\.(com|co|gov|gob|org|net|edu|ac|mil|in|kiev|kyiv)\.[a-z]{2}$/.test(url.hostname);
  return isAddress
    ? url.host
    : url.hostname
        .split(".")
        .slice(underCountry ? -3 : -2)
        .join(".");
}
