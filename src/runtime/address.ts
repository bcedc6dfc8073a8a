import ipaddr from "ipaddr.js";
import { RecountError } from "./errors.ts";

/** Which addresses a request may go to. */
export interface AddressPolicy {
  /** Ports of public hosts. */
  readonly ports: readonly number[];
  /** Exceptions for tests, the demo and intranets: "HOST", "HOST:PORT", "ADDRESS", "ADDRESS:PORT" or "ADDRESS/BITS". */
  readonly allowPrivate: readonly string[];
}

export const publicOnly: AddressPolicy = { ports: [80, 443, 8080, 8443], allowPrivate: [] };

/** Of a host name. @see RFC 1035 */
const longestHost = 253;
/** Of a whole address; servers take little more, and rules of a robots.txt take their time for each letter. */
const longestAddress = 4_000;

/** Special blocks that ipaddr.js calls unicast. @see IANA IPv4 and IPv6 Special-Purpose Address Registries */
const specialBlocks = [
  "0.0.0.0/8",
  "192.0.0.0/24",
  "192.31.196.0/24",
  "192.52.193.0/24",
  "192.88.99.0/24",
  "192.175.48.0/24",
  "198.18.0.0/15",
  "240.0.0.0/4",
  "2001::/23",
  "2620:4f:8000::/48",
  "3fff::/20",
].map((block) => ipaddr.parseCIDR(block));
const globalUnicast = ipaddr.parseCIDR("2000::/3");

/**
 * Says why a resolved address is no public one.
 * @param address IPv4 or IPv6 as the resolver gives it, a zone id included
 * @returns the name of its range; undefined for a public address
 */
export function specialRange(address: string): string | undefined {
  if (!ipaddr.isValid(address)) return "unreadable";
  const parsed = ipaddr.parse(address);
  const range = parsed.range();
  if (range !== "unicast") return range;
  if (parsed.kind() === "ipv6" && !inBlock(parsed, globalUnicast)) return "reserved";
  return specialBlocks.some((block) => inBlock(parsed, block)) ? "reserved" : undefined;
}

/**
 * Decodes an address that is about to be requested.
 * @throws RecountError ADDRESS_REFUSED for anything but http(s) to an allowed port, without credentials
 */
export function requestable(address: string, policy: AddressPolicy): URL {
  if (address.length > longestAddress) throw refused(`${address.slice(0, 80)}…`, "it is too long");
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined) throw refused(address, "not an absolute address");
  if (url.protocol !== "http:" && url.protocol !== "https:") throw refused(address, `scheme ${url.protocol}`);
  if (url.username !== "" || url.password !== "")
    throw refused(`${url.host}${url.pathname}`, "a user name in the address");
  const port = portOf(url);
  const host = bareHost(url.hostname);
  if (host.length > longestHost) throw refused(`${host.slice(0, 40)}…`, "the host name is too long");
  const special = ipaddr.isValid(host) ? refusalOf(host, port, [host], policy) : undefined;
  if (special !== undefined) throw special;
  if (!policy.ports.includes(port) && !isListed(host, port, host, policy)) throw refused(address, `port ${port}`);
  return url;
}

/**
 * Checks every answer of the resolver: one bad answer refuses the host, or a second try could reach it.
 * @returns RecountError ADDRESS_REFUSED, or undefined when all are allowed
 */
export function refusalOf(
  host: string,
  port: number,
  answers: readonly string[],
  policy: AddressPolicy,
): RecountError | undefined {
  for (const answer of answers) {
    const range = specialRange(answer);
    if (range !== undefined && !isListed(host, port, answer, policy)) return refused(host, `${answer} is ${range}`);
  }
  return undefined;
}

export function bareHost(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, "");
}

function portOf(url: URL): number {
  if (url.port !== "") return Number(url.port);
  return url.protocol === "https:" ? 443 : 80;
}

function isListed(host: string, port: number, answer: string, policy: AddressPolicy): boolean {
  return policy.allowPrivate.some((entry) => {
    if (entry === host || entry === answer || entry === `${host}:${port}` || entry === `${answer}:${port}`) return true;
    if (!entry.includes("/") || !ipaddr.isValid(answer)) return false;
    return inBlock(ipaddr.parse(answer), ipaddr.parseCIDR(entry));
  });
}

type Parsed = ipaddr.IPv4 | ipaddr.IPv6;

function inBlock(address: Parsed, [start, bits]: [Parsed, number]): boolean {
  return address.kind() === start.kind() && address.match(start, bits);
}

function refused(what: string, why: string): RecountError {
  return new RecountError(
    "ADDRESS_REFUSED",
    "never",
    `${what} is not requested: ${why}`,
    "Use a public http or https address; for an intranet host add it to http.allowPrivate in config/service.yaml.",
  );
}
