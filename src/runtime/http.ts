import { lookup as systemLookup } from "node:dns/promises";
import type { LookupFunction } from "node:net";
import { Agent, buildConnector, type Dispatcher } from "undici";
import { type AddressPolicy, bareHost, publicOnly, refusalOf, requestable } from "./address.ts";
import { acceptedEncodings, readBody } from "./body.ts";
import type { Config } from "./config.ts";
import { Deadline } from "./deadline.ts";
import { RecountError } from "./errors.ts";
import { codedFailure, HttpError } from "./http-error.ts";
import { projectVersion } from "./project.ts";

export interface HttpLimits {
  readonly bytes: number;
  readonly firstByteMs: number;
  readonly totalMs: number;
  readonly redirects: number;
}

export interface HttpPolicy {
  readonly addresses: AddressPolicy;
  /** Names the program and how to reach who runs it. */
  readonly userAgent: string;
  /** The system's resolver; tests bring one that lies. */
  readonly resolve: (host: string) => Promise<readonly ResolvedAddress[]>;
  readonly limits: HttpLimits;
  /** Host name → "ADDRESS:PORT" to connect to in its stead, unguarded: the demo's hosts, which no resolver knows. */
  readonly connectTo?: Readonly<Record<string, string>>;
}

export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

/** What made an earlier answer conditional, exactly as sent; only good for the address that sent it. */
export interface Validators {
  readonly url: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** Whose turn it is at a host: one request at a time, over all processes. */
export interface Turns {
  /**
   * Waits for the host.
   * @param host name and port
   * @returns gives the host back
   * @throws HostPaused while the host wants to be left alone
   */
  take(host: string): Promise<() => Promise<void>>;
}

export interface FetchOptions {
  /** Asked before each request, those after a redirect too. */
  readonly turns?: Turns;
  /** Asked before each request too; throws where the address is not to be asked for. */
  readonly permit?: (address: string) => Promise<void>;
  readonly accept?: string;
  readonly validators?: Validators;
  readonly limits?: Partial<HttpLimits>;
}

export interface Fetched {
  /** 2xx with a body, or 304 without one. */
  readonly status: number;
  /** Where the answer came from, after redirects. */
  readonly url: string;
  /** Where permanent redirects alone lead; null when the address has not moved for good. */
  readonly movedTo: string | null;
  /** Lower-case names; repeated headers joined by ", ". */
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
  readonly durationMs: number;
}

export interface Http {
  /** @throws RecountError with a code, when to try again, and a remedy */
  fetchBytes(address: string, options?: FetchOptions): Promise<Fetched>;
  close(): Promise<void>;
}

export const defaultPolicy: HttpPolicy = {
  addresses: publicOnly,
  userAgent: userAgent(null),
  resolve: (host) => systemLookup(host, { all: true, verbatim: true }),
  limits: { bytes: 10 * 2 ** 20, firstByteMs: 20_000, totalMs: 60_000, redirects: 5 },
};

/** The policy of a service: who runs it, and which private hosts it may ask. */
export function policyOf({ contact, allowPrivate }: Config["http"]): HttpPolicy {
  return { ...defaultPolicy, userAgent: userAgent(contact), addresses: { ...publicOnly, allowPrivate } };
}

/** @param contact an address or mailbox of whoever runs this service, so that publishers can ask */
export function userAgent(contact: string | null): string {
  const about = contact === null ? "news figure monitor" : `news figure monitor; +${contact}`;
  return `Recount/${projectVersion()} (${about})`;
}

const permanent = new Set([301, 308]);
const redirecting = new Set([301, 302, 303, 307, 308]);

export function openHttp(policy: HttpPolicy): Http {
  const agent = new Agent({
    connect: guardedConnector(policy),
    connections: 4,
    maxHeaderSize: 32 * 2 ** 10,
    headersTimeout: 0,
    bodyTimeout: 0,
    // Requests at a host are seconds apart: a connection kept that long may be closed just as it is used again.
    keepAliveTimeout: 500,
    keepAliveMaxTimeout: 500,
  });
  return {
    fetchBytes: (address, options = {}) => follow(agent, policy, address, options),
    close: () => agent.destroy(),
  };
}

async function follow(agent: Agent, policy: HttpPolicy, start: string, options: FetchOptions): Promise<Fetched> {
  const startedMs = performance.now();
  const limits = { ...policy.limits, ...options.limits };
  const deadline = new Deadline(start, limits);
  let address = start;
  let movedTo: string | null = null;
  let onlyPermanent = true;
  for (let hop = 0; hop <= limits.redirects; hop += 1) {
    const url = requestable(address, policy.addresses);
    url.hash = "";
    await options.permit?.(url.href);
    const answer = await inTurn(url, options, deadline, () =>
      send(agent, policy, url, options, deadline, limits.bytes),
    );
    if ("location" in answer) {
      address = answer.location;
      onlyPermanent &&= permanent.has(answer.status);
      if (onlyPermanent) movedTo = address;
    } else return { ...answer, url: url.href, movedTo, durationMs: Math.round(performance.now() - startedMs) };
  }
  throw redirectFailure(start, `more than ${limits.redirects} redirects`);
}

/** Waits until the host is free, and gives it back whatever came of the request. */
async function inTurn<Result>(
  url: URL,
  { turns }: FetchOptions,
  deadline: Deadline,
  request: () => Promise<Result>,
): Promise<Result> {
  const giveBack = await turns?.take(url.host);
  deadline.begin();
  try {
    return await request();
  } catch (cause) {
    throw deadline.failure ?? codedFailure(url.href, cause);
  } finally {
    deadline.end();
    await giveBack?.();
  }
}

type Answer = { status: number; location: string } | Pick<Fetched, "status" | "headers" | "bytes">;

async function send(
  agent: Agent,
  policy: HttpPolicy,
  url: URL,
  options: FetchOptions,
  deadline: Deadline,
  maxBytes: number,
): Promise<Answer> {
  const answer = await agent.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method: "GET",
    signal: deadline.signal,
    headers: {
      "user-agent": policy.userAgent,
      accept: options.accept ?? "*/*",
      "accept-encoding": acceptedEncodings,
      ...conditionalHeaders(url.href, options.validators),
    },
  });
  deadline.firstByteSeen();
  const status = answer.statusCode;
  const headers = flatHeaders(answer.headers);
  const isAnswer = status === 304 || (status >= 200 && status <= 299);
  if (isAnswer) return { status, headers, bytes: await readBody(url.href, answer.body, headers, maxBytes) };
  answer.body.on("error", () => undefined).destroy();
  if (redirecting.has(status)) return { status, location: redirectTarget(url, answer) };
  throw new HttpError(url.href, status, headers["retry-after"] ?? null);
}

function conditionalHeaders(href: string, validators: Validators | undefined): Record<string, string> {
  if (validators === undefined || validators.url !== href) return {};
  return {
    ...(validators.etag === null ? {} : { "if-none-match": validators.etag }),
    ...(validators.lastModified === null ? {} : { "if-modified-since": validators.lastModified }),
  };
}

/** Connects only where every answer of the resolver is allowed; the address connected to is one of those checked. */
function guardedConnector(policy: HttpPolicy): buildConnector.connector {
  const connectors = new Map<number, buildConnector.connector>();
  const connectInstead = buildConnector({ timeout: 10_000 });
  return (options, callback) => {
    const host = bareHost(options.hostname);
    const instead = policy.connectTo?.[host];
    if (instead !== undefined) {
      const { hostname, port } = new URL(`http://${instead}`);
      connectInstead({ ...options, hostname, port }, callback);
      return;
    }
    const port = Number(options.port) || (options.protocol === "https:" ? 443 : 80);
    const connect = connectors.get(port) ?? buildConnector({ timeout: 10_000, lookup: guardedLookup(policy, port) });
    connectors.set(port, connect);
    connect(options, (...[error, socket]) => {
      if (error !== null) return callback(error, null);
      const refusal = refusalOf(host, port, [socket.remoteAddress ?? ""], policy.addresses);
      if (refusal === undefined) return callback(null, socket);
      socket.destroy();
      return callback(refusal, null);
    });
  };
}

function guardedLookup(policy: HttpPolicy, port: number): LookupFunction {
  return (host, options, callback) => {
    policy.resolve(host).then(
      (answers) => {
        const [first] = answers;
        if (first === undefined) return callback(notFound(host), "");
        const addresses = answers.map((answer) => answer.address);
        const refusal = refusalOf(host, port, addresses, policy.addresses);
        if (refusal !== undefined) return callback(refusal, "");
        return options.all === true ? callback(null, [...answers]) : callback(null, first.address, first.family);
      },
      (error: unknown) => callback(error instanceof Error ? error : notFound(host), ""),
    );
  };
}

function notFound(host: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`no address for ${host}`), { code: "ENOTFOUND" });
}

function redirectTarget(from: URL, answer: Dispatcher.ResponseData): string {
  const location = [answer.headers["location"]].flat()[0];
  if (location === undefined || !URL.canParse(location, from.href))
    throw redirectFailure(from.href, "redirects nowhere");
  return new URL(location, from).href;
}

function redirectFailure(address: string, what: string): RecountError {
  const remedy = "Open the address in a browser and use the one it ends at.";
  return new RecountError("REDIRECTS", "later", `${address}: ${what}`, remedy);
}

function flatHeaders(headers: Dispatcher.ResponseData["headers"]): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name.toLowerCase()] = [value].flat().join(", ");
  }
  return flat;
}
