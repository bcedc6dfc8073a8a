/** Hosts that lead on to another address, and the parameters that hold it. */
const redirectors: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(www\.)?google\.[a-z.]+\/url$/, ["url", "q"]],
  [/^news\.google\.com\/.*$/, ["url"]],
  [/^(www\.)?bing\.com\/news\/apiclick\.aspx$/, ["url"]],
  [/^lm?\.facebook\.com\/l\.php$/, ["u"]],
  [/^(www\.)?vk\.com\/away\.php$/, ["to"]],
  [/^(out|away)\.reddit\.com\/.*$/, ["url"]],
  [/^slack-redir\.net\/link$/, ["url"]],
];

/** Copies that caches keep of AMP pages; the last part is the address without its scheme. */
const caches: readonly RegExp[] = [
  /^[^/]+\.cdn\.ampproject\.org\/[civ]\/(s\/)?(.+)$/,
  /^(?:www\.)?google\.[a-z.]+\/amp\/(s\/)?(.+)$/,
  /^(?:www\.)?bing-amp\.com\/c\/(s\/)?(.+)$/,
];

/** Wrappers within wrappers end somewhere. */
const maxWrappers = 4;

/**
 * The publisher's address within that of a search engine, a cache or a network that leads to it; no request is made.
 * @returns the address itself where it is no wrapper, or one whose target only its own server knows
 */
export function unwrapped(address: URL): URL {
  let found = address;
  for (let wrapper = 0; wrapper < maxWrappers; wrapper += 1) {
    const inner = innerAddress(found);
    if (inner === undefined || !/^https?:\/\//.test(inner) || !URL.canParse(inner)) return found;
    found = new URL(inner);
  }
  return found;
}

function innerAddress(url: URL): string | undefined {
  const place = `${url.hostname}${url.pathname}`;
  for (const [where, names] of redirectors) {
    if (!where.test(place)) continue;
    const inner = names.map((name) => url.searchParams.get(name)).find(Boolean);
    if (inner !== undefined && inner !== null) return inner;
  }
  for (const cache of caches) {
    const [, secure, rest] = cache.exec(place) ?? [];
    if (rest !== undefined) return `${secure === undefined ? "http" : "https"}://${rest}${url.search}`;
  }
  return url.hostname === "news.google.com" ? ofGoogleNews(url.pathname) : undefined;
}

/** Google News packs the publisher's address into its own; since 2024 often a key instead, which only its server knows. */
function ofGoogleNews(path: string): string | undefined {
  const packed = /\/(?:articles|read)\/([\w-]{20,})/.exec(path)?.[1];
  return /https?:\/\/[\u0021-\u007e]+/.exec(Buffer.from(packed ?? "", "base64url").toString("latin1"))?.[0];
}
