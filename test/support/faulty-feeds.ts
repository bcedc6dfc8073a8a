import type { ServerResponse } from "node:http";
import * as zlib from "node:zlib";
import type { Answer } from "./fault-server.ts";
import type { Poller } from "./poller.ts";

/** How a feed must stand after many polls of what its server does. */
export interface Fate {
  readonly code: string | null;
  readonly kind: "passing" | "soft" | "hard" | null;
  /** Of the worst alarm; null for none. */
  readonly alarm: string | null;
  /** The feed is not asked again for so long, in days, at most. */
  readonly longestDays: number;
}

const bytes = 5_000_000;
const healthy: Fate = { code: null, kind: null, alarm: null, longestDays: 0.55 };
const passing = (code: string): Fate => ({ code, kind: "passing", alarm: "broken", longestDays: 1.1 });
const soft = (code: string, alarm = "broken"): Fate => ({ code, kind: "soft", alarm, longestDays: 7.7 });
const hard = (code: string): Fate => ({ code, kind: "hard", alarm: "broken", longestDays: 33 });

/** Makes one feed of each fault at the poller's server. @returns name → how it must end */
export async function followFaultyFeeds(poller: Poller): Promise<ReadonlyMap<string, Fate>> {
  const { server } = poller;
  const fates = new Map<string, Fate>();
  const sources = faults(poller).map(([name, answer, fate]) => {
    fates.set(name, fate);
    return poller.source(name, server.on(`/${name}`, answer));
  });
  await poller.follow(...sources);
  return fates;
}

function faults(poller: Poller): readonly (readonly [string, Answer, Fate])[] {
  return [
    [
      "fresh",
      (_request, response) => response.writeHead(200, { etag: `"${day(poller)}"` }).end(newsOf(poller)),
      healthy,
    ],
    ["conditional", conditional(poller), healthy],
    ["plain", (_request, response) => response.end(newsOf(poller)), healthy],
    ["half-broken", (_request, response) => response.end(newsOf(poller).slice(0, -30)), healthy],
    ["slow-bytes", (_request, response) => dribble(response), passing("TIMEOUT")],
    ["silent", () => undefined, passing("TIMEOUT")],
    ["reset", (request) => request.socket.destroy(), passing("CONNECTION")],
    ["reset-midway", (_request, response) => cut(response), passing("CONNECTION")],
    ["too-short", (_request, response) => wrongLength(response), passing("CONNECTION")],
    ["no-http", (request) => request.socket.end("SSH-2.0-OpenSSH\r\n"), passing("BAD_RESPONSE")],
    ["broken-gzip", packed("gzip", Buffer.from("no gzip")), passing("BAD_RESPONSE")],
    ["error-500", status(500), passing("HTTP_500")],
    ["busy-503", status(503), passing("HTTP_503")],
    ["loop", (_request, response) => response.writeHead(302, { location: "/loop" }).end(), soft("REDIRECTS")],
    ["ring", (_request, response) => response.writeHead(301, { location: "/ring?again" }).end(), soft("REDIRECTS")],
    ["bomb-gzip", packed("gzip", zlib.gzipSync(Buffer.alloc(bytes))), soft("TOO_LARGE")],
    ["bomb-brotli", packed("br", brotli), soft("TOO_LARGE")],
    ["bomb-twice", packed("gzip, gzip", zlib.gzipSync(zlib.gzipSync(Buffer.alloc(bytes)))), soft("TOO_LARGE")],
    ["flood", (_request, response) => flood(response), soft("TOO_LARGE")],
    [
      "html",
      (_request, response) => response.end("<!doctype html><html><body>Hello</body></html>"),
      soft("FEED_IS_HTML"),
    ],
    ["empty", (_request, response) => response.end(), soft("FEED_EMPTY")],
    ["noise", (_request, response) => response.end(Buffer.alloc(5_000, 0x8f)), soft("FEED_UNREADABLE")],
    ["gone", status(410), hard("HTTP_410")],
    [
      "inward",
      (_request, response) => response.writeHead(302, { location: "http://10.0.0.1/" }).end(),
      hard("ADDRESS_REFUSED"),
    ],
    ...zstdBomb(),
  ];
}

/** zstd came to Node with 22.15; before, it is not among what we accept, and an answer in it cannot be read. */
function zstdBomb(): readonly (readonly [string, Answer, Fate])[] {
  const compress: unknown = Reflect.get(zlib, "zstdCompressSync");
  if (typeof compress !== "function")
    return [["bomb-zstd", packed("zstd", Buffer.from("28b52ffd", "hex")), soft("BAD_RESPONSE")]];
  const bomb: unknown = Reflect.apply(compress, zlib, [Buffer.alloc(bytes)]);
  return Buffer.isBuffer(bomb) ? [["bomb-zstd", packed("zstd", bomb), soft("TOO_LARGE")]] : [];
}

const brotli = zlib.brotliCompressSync(Buffer.alloc(bytes), { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 3 } });

function day(poller: Poller): number {
  return Math.floor(poller.clock.now().getTime() / 43_200_000);
}

/** Something new twice a day, and the last twenty. */
function newsOf(poller: Poller): string {
  const newest = day(poller);
  const items = Array.from({ length: 20 }, (_, age) => newest - age).map((number) => {
    const date = new Date(number * 43_200_000).toUTCString();
    return `<item><title>Item ${String(number)}</title><link>https://news.example/${String(number)}</link><pubDate>${date}</pubDate></item>`;
  });
  return `<rss version="2.0"><channel><title>News</title>${items.join("")}</channel></rss>`;
}

function conditional(poller: Poller): Answer {
  return (request, response) => {
    const etag = `W/"${String(day(poller))}"`;
    if (request.headers["if-none-match"] === etag) response.writeHead(304, { etag }).end();
    else response.writeHead(200, { etag }).end(newsOf(poller));
  };
}

function status(code: number): Answer {
  return (_request, response) => response.writeHead(code).end("no");
}

function packed(encoding: string, body: Buffer): Answer {
  return (_request, response) => response.writeHead(200, { "content-encoding": encoding }).end(body);
}

function dribble(response: ServerResponse): void {
  response.write("<rss>");
  const timer = setInterval(() => response.write(" "), 10);
  response.on("close", () => clearInterval(timer));
}

function cut(response: ServerResponse): void {
  response.write("<rss><channel><item>");
  setTimeout(() => response.destroy(), 5);
}

function wrongLength(response: ServerResponse): void {
  response.writeHead(200, { "content-length": "5000" });
  response.write("<rss/>");
  setTimeout(() => response.destroy(), 5);
}

function flood(response: ServerResponse): void {
  const piece = Buffer.alloc(64 * 1_024, "<p>x</p>");
  const pour = () => {
    while (!response.destroyed && response.write(piece));
    if (!response.destroyed) response.once("drain", pour);
  };
  pour();
}
