import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { specialRange } from "../../src/runtime/address.ts";
import { defaultPolicy, openHttp } from "../../src/runtime/http.ts";
import { FaultServer } from "../support/fault-server.ts";

const target = new FaultServer();
const redirector = new FaultServer();
const sixth: Server = createServer((_request, response) => {
  reached += 1;
  response.end("reached");
});
let reached = 0;
let lookups = 0;

const ports = () => [80, 443, target.port, redirector.port];

/** Names under evil.test resolve to what a hostile zone would say. */
const zone: Record<string, readonly string[]> = {
  "loop.evil.test": ["127.0.0.1"],
  "mixed.evil.test": ["93.184.216.34", "127.0.0.1"],
  "mixed6.evil.test": ["2606:2800:220:1::1", "::1"],
  "mapped.evil.test": ["::ffff:127.0.0.1"],
  "zone.evil.test": ["fe80::1%lo"],
  "metadata.evil.test": ["169.254.169.254"],
  "shared.evil.test": ["100.64.0.1"],
  "any.evil.test": ["0.0.0.0"],
  "any6.evil.test": ["::"],
  "six-to-four.evil.test": ["2002:7f00:1::"],
  "teredo.evil.test": ["2001:0:4136:e378:8000:63bf:3fff:fdd2"],
  "nat64.evil.test": ["64:ff9b::7f00:1"],
  "nat64-local.evil.test": ["64:ff9b:1::7f00:1"],
  "translated.evil.test": ["::ffff:0:7f00:1"],
  "octal.evil.test": ["0177.0.0.1"],
  "empty.evil.test": [],
  "nonsense.evil.test": ["localhost"],
  localhost: ["127.0.0.1"],
};

const http = () =>
  openHttp({
    ...defaultPolicy,
    addresses: { ports: ports(), allowPrivate: [] },
    limits: { ...defaultPolicy.limits, totalMs: 3_000, firstByteMs: 2_000 },
    resolve: async (host) => {
      lookups += 1;
      if (host.startsWith("rebind.")) {
        const address = lookups % 2 === 1 ? "93.184.216.34" : "127.0.0.1";
        return [address, "127.0.0.1"].map((answer) => ({ address: answer, family: 4 }));
      }
      const answers = zone[host.replace(/\.$/, "")] ?? ["127.0.0.1"];
      return answers.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    },
  });

beforeAll(async () => {
  await target.start();
  await redirector.start();
  await new Promise<void>((resolve) => sixth.once("error", () => resolve()).listen(target.port, "::1", resolve));
  target.body("/", "reached");
});
afterAll(async () => {
  await target.stop();
  await redirector.stop();
  await new Promise((resolve) => sixth.close(resolve));
});
beforeEach(() => {
  target.requests.length = 0;
  reached = 0;
});

const hosts = [
  "127.0.0.1",
  "127.1",
  "127.0.1",
  "127.255.255.254",
  "2130706433",
  "0x7f000001",
  "0x7f.1",
  "0X7F.0.0.1",
  "017700000001",
  "0177.0.0.1",
  "0177.1",
  "127.0.0.1.",
  "0",
  "0.0.0.0",
  "00",
  "0x0",
  "127.0.0.0x1",
  "①②⑦.⓪.⓪.①",
  "１２７.０.０.１",
  "127。0。0。1",
  "127．0．0．1",
  "%31%32%37.0.0.1",
  "localhost",
  "LOCALHOST",
  "localhost.",
  "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ",
  "loc\u00adalhost",
  "10.0.0.1",
  "10.1",
  "172.16.0.1",
  "172.31.255.255",
  "192.168.0.1",
  "192.168.257",
  "169.254.169.254",
  "0xa9fea9fe",
  "2852039166",
  "100.64.0.1",
  "100.127.255.255",
  "192.0.0.1",
  "192.0.0.8",
  "192.0.2.1",
  "198.18.0.1",
  "198.51.100.1",
  "203.0.113.1",
  "192.88.99.1",
  "224.0.0.1",
  "239.255.255.255",
  "240.0.0.1",
  "255.255.255.255",
  "[::1]",
  "[::]",
  "[0:0:0:0:0:0:0:1]",
  "[::ffff:127.0.0.1]",
  "[::ffff:7f00:1]",
  "[::127.0.0.1]",
  "[::7f00:1]",
  "[2002:7f00:1::]",
  "[2001:0:4136:e378:8000:63bf:3fff:fdd2]",
  "[64:ff9b::7f00:1]",
  "[64:ff9b:1::1]",
  "[fe80::1]",
  "[fec0::1]",
  "[fc00::1]",
  "[fd12::1]",
  "[ff02::1]",
  "[2001:db8::1]",
  "[100::1]",
  "[5f00::1]",
  "[::ffff:0:127.0.0.1]",
  "[64:ff9b::10.0.0.1]",
  "[64:ff9b:1::127.0.0.1]",
  "[2001:db8::5efe:127.0.0.1]",
  "[2620:4f:8000::1]",
  "[0:0:0:0:0:ffff:169.254.169.254]",
  "[::ffff:0x7f.1]",
  "[3fff::1]",
  "[2001:2::1]",
  "[2001:10::1]",
  ...Object.keys(zone).filter((name) => name !== "localhost"),
  "rebind.evil.test",
  "loop.evil.test.",
  "LOOP.EVIL.TEST",
  "user@127.0.0.1",
  "user:secret@loop.evil.test",
  "93.184.216.34@127.0.0.1",
  "93.184.216.34%40127.0.0.1",
  "evil.test\\@127.0.0.1",
];

it("has at least sixty ways round", () => {
  expect(new Set(hosts).size).toBeGreaterThan(60);
});

it.each(hosts)("reaches no listener by http://%s", async (host) => {
  const client = http();
  const outcome = await client.fetchBytes(`http://${host}:${target.port}/`).then(
    () => "answered",
    (error: unknown) => (error instanceof Error && "code" in error ? error.code : "uncoded"),
  );
  await client.close();
  expect(outcome).toMatch(/^(ADDRESS_REFUSED|DNS)$/);
  expect(target.requests.length + reached).toBe(0);
});

it.each([
  "http://127.0.0.1:PORT/",
  "//127.0.0.1:PORT/",
  "http://loop.evil.test:PORT/",
  "http://[::1]:PORT/",
  "http://0x7f000001:PORT/",
  "http://a@127.0.0.1:PORT/",
  "file:///etc/passwd",
  "ftp://127.0.0.1:PORT/",
  "gopher://127.0.0.1:PORT/",
  "data:text/plain,x",
])("follows no redirect to %s", async (location) => {
  const start = redirector.on("/go", (_request, response) =>
    response.writeHead(301, { location: location.replace("PORT", String(target.port)) }).end(),
  );
  const client = openHttp({
    ...defaultPolicy,
    addresses: { ports: ports(), allowPrivate: [`127.0.0.1:${redirector.port}`] },
    resolve: async () => [{ address: "127.0.0.1", family: 4 }],
  });
  await expect(client.fetchBytes(start)).rejects.toMatchObject({ code: "ADDRESS_REFUSED" });
  await client.close();
  expect(target.requests.length + reached).toBe(0);
});

it.each([
  "ftp://example.org/",
  "file:///etc/passwd",
  "example.org/feed",
  "",
  "http://example.org:22/",
  "https://example.org:6379/",
])("does not request %s", async (address) => {
  const client = openHttp(defaultPolicy);
  await expect(client.fetchBytes(address)).rejects.toMatchObject({ code: "ADDRESS_REFUSED", retry: "never" });
  await client.close();
});

it.each(["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946", "2a00:1450:4001::1"])(
  "calls %s public",
  (address) => expect(specialRange(address)).toBeUndefined(),
);

it("reaches a private address that is listed, by host, by host and port, and by block", async () => {
  const { port } = target;
  for (const entry of ["127.0.0.1", `127.0.0.1:${port}`, "127.0.0.0/8"]) {
    const client = openHttp({ ...defaultPolicy, addresses: { ports: [80], allowPrivate: [entry] } });
    expect((await client.fetchBytes(target.url("/"))).bytes.toString()).toBe("reached");
    await client.close();
  }
});
