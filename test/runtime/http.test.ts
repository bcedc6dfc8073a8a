import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { defaultPolicy, type Fetched, type FetchOptions, openHttp, userAgent } from "../../src/runtime/http.ts";
import { HttpError } from "../../src/runtime/http-error.ts";
import { FaultServer } from "../support/fault-server.ts";

const server = new FaultServer();
const http = openHttp({
  ...defaultPolicy,
  userAgent: userAgent("mailto:desk@example.org"),
  addresses: { ports: [80, 443], allowPrivate: ["127.0.0.1"] },
});

beforeAll(() => server.start());
afterAll(async () => {
  await http.close();
  await server.stop();
});

const failing = (address: string, options?: FetchOptions): Promise<unknown> =>
  http.fetchBytes(address, options).then(
    (fetched: Fetched) => `answered ${fetched.status}`,
    (error: unknown) => error,
  );

describe("fetchBytes", () => {
  it("says who it is and gives the body with its headers", async () => {
    const address = server.body("/plain", "text", { "content-type": "text/plain", etag: 'W/"a b"' });
    const fetched = await http.fetchBytes(address);
    expect(fetched.bytes.toString()).toBe("text");
    expect(fetched.headers["etag"]).toBe('W/"a b"');
    expect(server.requests.at(-1)?.headers["user-agent"]).toMatch(
      /^Recount\/\S+ \(news figure monitor; \+mailto:desk@example\.org\)$/,
    );
  });

  it.each([
    ["gzip", gzipSync("packed")],
    ["x-gzip", gzipSync("packed")],
    ["deflate", deflateSync("packed")],
    ["deflate", deflateRawSync("packed")],
    ["br", brotliCompressSync("packed")],
    ["deflate, gzip", gzipSync(deflateSync("packed"))],
  ])("unpacks %s", async (encoding, bytes) => {
    const address = server.body("/packed", bytes, { "content-encoding": encoding });
    expect((await http.fetchBytes(address)).bytes.toString()).toBe("packed");
  });

  it("gives what a stream cut short still holds", async () => {
    const packed = gzipSync("a".repeat(10_000) + Math.PI.toString().repeat(50));
    const address = server.body("/cut", packed.subarray(0, packed.length - 12), { "content-encoding": "gzip" });
    expect((await http.fetchBytes(address)).bytes.toString()).toMatch(/^a{1000}/);
  });

  it("sends validators verbatim, and only to the address that gave them", async () => {
    const address = server.on("/same", (_request, response) => response.writeHead(304).end());
    const moved = server.on("/other", (_request, response) => response.writeHead(302, { location: "/same" }).end());
    const validators = { url: address, etag: 'W/"x', lastModified: "yesterday, about noon" };
    expect((await http.fetchBytes(moved, { validators })).status).toBe(304);
    const [first, second] = server.requests.slice(-2);
    expect(first?.headers["if-none-match"]).toBeUndefined();
    expect(second?.headers["if-none-match"]).toBe('W/"x');
    expect(second?.headers["if-modified-since"]).toBe("yesterday, about noon");
  });

  it("reports where permanent redirects lead, up to the first that is not permanent", async () => {
    server.body("/end", "here");
    server.on("/temporary", (_request, response) => response.writeHead(302, { location: "/end" }).end());
    const start = server.on("/start", (_request, response) =>
      response.writeHead(301, { location: "/temporary" }).end(),
    );
    const fetched = await http.fetchBytes(start);
    expect(fetched.url).toBe(server.url("/end"));
    expect(fetched.movedTo).toBe(server.url("/temporary"));
  });

  it.each([404, 410, 429, 500, 503])("answers %i with its code, a remedy and Retry-After", async (status) => {
    const address = server.body("/bad", "no", { "retry-after": "120" }, status);
    const error = await failing(address);
    expect(error).toBeInstanceOf(HttpError);
    expect(error).toMatchObject({ code: `HTTP_${status}`, retryAfter: "120" });
  });

  it("stops after five redirects", async () => {
    const address = server.on("/loop", (_request, response) => response.writeHead(302, { location: "/loop" }).end());
    expect(await failing(address)).toMatchObject({ code: "REDIRECTS" });
  });

  it("stops at the size cap, whether announced, sent or unpacked", async () => {
    const limits = { bytes: 1_000 };
    const zeros = Buffer.alloc(5_000_000);
    expect(await failing(server.body("/long", zeros), { limits })).toMatchObject({ code: "TOO_LARGE" });
    const chunked = server.on("/chunked", (_request, response) => {
      response.write(zeros.subarray(0, 900));
      response.end(zeros.subarray(0, 900));
    });
    expect(await failing(chunked, { limits })).toMatchObject({ code: "TOO_LARGE" });
    for (const [encoding, pack] of [
      ["gzip", gzipSync],
      ["br", brotliCompressSync],
      ["deflate", deflateSync],
    ] as const) {
      const bomb = server.body("/bomb", pack(zeros), { "content-encoding": encoding });
      expect(await failing(bomb, { limits: { bytes: 100_000 } })).toMatchObject({ code: "TOO_LARGE" });
    }
  });

  it("stops when nothing comes, and when it never ends", async () => {
    const silent = server.on("/silent", () => undefined);
    expect(await failing(silent, { limits: { firstByteMs: 100 } })).toMatchObject({ code: "TIMEOUT", retry: "soon" });
    const endless = server.on("/endless", (_request, response) => {
      const timer = setInterval(() => response.write("x"), 10);
      response.on("close", () => clearInterval(timer));
    });
    expect(await failing(endless, { limits: { totalMs: 200 } })).toMatchObject({ code: "TIMEOUT" });
  });

  it("tells a reset, a wrong length, broken compression and too long headers apart", async () => {
    const reset = server.on("/reset", (request) => request.socket.destroy());
    expect(await failing(reset)).toMatchObject({ code: "CONNECTION" });
    const short = server.on("/short", (_request, response) => {
      response.writeHead(200, { "content-length": "50" });
      response.write("few");
      setTimeout(() => response.destroy(), 20);
    });
    expect(await failing(short)).toMatchObject({ code: "CONNECTION" });
    const broken = server.body("/broken", "not gzip at all", { "content-encoding": "gzip" });
    expect(await failing(broken)).toMatchObject({ code: "BAD_RESPONSE" });
    const otherProtocol = server.on("/ssh", (request) => request.socket.end("SSH-2.0-OpenSSH\r\n"));
    expect(await failing(otherProtocol)).toMatchObject({ code: "BAD_RESPONSE" });
    const headers = server.body("/headers", "", { "x-long": "y".repeat(60_000) });
    expect(await failing(headers)).toMatchObject({ code: "TOO_LARGE" });
  });

  it("tells an unknown host and a closed port apart", async () => {
    expect(await failing("http://nothing.invalid/")).toMatchObject({ code: "DNS" });
    expect(await failing("http://127.0.0.1:1/")).toMatchObject({ code: "CONNECTION" });
  });
});
