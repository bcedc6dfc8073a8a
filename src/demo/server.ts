import { createHash } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import iconv from "iconv-lite";
import type { Clock } from "../runtime/clock.ts";
import { feedXml } from "./feed-xml.ts";
import { pageHtml } from "./page-html.ts";
import type { Item, Outlet, World } from "./world.ts";

export interface WorldServer {
  /** "127.0.0.1:PORT", to which every host of the world must be connected. */
  readonly address: string;
  readonly requests: () => number;
  close(): Promise<void>;
}

const feedLength = 12;

/** Serves the world over HTTP on loopback, each outlet under its own host name, as it stands by the clock. */
export async function serveWorld(world: World, clock: Clock): Promise<WorldServer> {
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    const { status, headers, body } = reply(world, clock.now(), request);
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Error("demo world: no port");
  return {
    address: `127.0.0.1:${bound.port}`,
    requests: () => requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
}

function reply(world: World, now: Date, request: IncomingMessage): Reply {
  const host = request.headers.host?.split(":")[0];
  const outlet = world.outlets.find((candidate) => candidate.host === host);
  if (!outlet) return refusal(404);
  if (outlet.outage && outlet.outage.from <= now && now < outlet.outage.to) {
    return refusal(503, { "retry-after": "3600" });
  }
  const path = (request.url ?? "/").slice(1);
  if (path === "feed.xml")
    return content(request, outlet, "application/xml", feedXml(world, outlet, visible(outlet, now)));
  const item = outlet.items.find((candidate) => candidate.slug === path && candidate.at <= now);
  if (!item || outlet.template === "none") return refusal(404);
  if (item.gone && item.gone <= now) return refusal(410);
  return content(request, outlet, "text/html", pageHtml(world, outlet, item, now));
}

function visible(outlet: Outlet, now: Date): readonly Item[] {
  return outlet.items
    .filter((item) => item.at <= now)
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, feedLength);
}

function content(request: IncomingMessage, outlet: Outlet, type: string, text: string): Reply {
  const body = iconv.encode(text, outlet.encoding);
  const etag = `"${createHash("sha256").update(body).digest("hex").slice(0, 16)}"`;
  const headers = { etag, "content-type": `${type}; charset=${outlet.encoding}` };
  return request.headers["if-none-match"] === etag
    ? { status: 304, headers, body: "" }
    : { status: 200, headers, body };
}

function refusal(status: number, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers: { "content-type": "text/plain", ...headers }, body: `${status}\n` };
}
