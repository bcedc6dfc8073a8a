import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stopsOf } from "../../src/demo/play.ts";
import { serveWorld, type WorldServer } from "../../src/demo/server.ts";
import { loadWorld, moments } from "../../src/demo/world.ts";
import { ManualClock } from "../../src/runtime/clock.ts";
import { defaultPolicy, type Http, openHttp } from "../../src/runtime/http.ts";

const world = loadWorld();
const clock = new ManualClock(new Date("2026-03-12T07:00:00Z"));
let server: WorldServer;
let http: Http;

beforeAll(async () => {
  server = await serveWorld(world, clock);
  const connectTo = Object.fromEntries(world.outlets.map((outlet) => [outlet.host, server.address]));
  http = openHttp({ ...defaultPolicy, connectTo });
});

afterAll(async () => {
  await http.close();
  await server.close();
});

const textOf = async (address: string) => new TextDecoder().decode((await http.fetchBytes(address)).bytes);

describe("the demo's news world", () => {
  it("has six outlets or more, two agencies or more, and four languages in three feed formats", () => {
    expect(world.outlets.length).toBeGreaterThanOrEqual(6);
    expect(world.outlets.filter((outlet) => outlet.agency).length).toBeGreaterThanOrEqual(2);
    expect(new Set(world.outlets.map((outlet) => outlet.language))).toEqual(new Set(["en", "ru", "uk", "tr"]));
    expect(new Set(world.outlets.map((outlet) => outlet.feed))).toEqual(new Set(["rss2", "atom", "rdf"]));
  });

  it("runs from January to May 2026", () => {
    const days = moments(world).map((moment) => moment.toISOString().slice(0, 10));
    expect(days[0]?.slice(0, 7)).toBe("2026-01");
    expect(days.at(-1)?.slice(0, 7)).toBe("2026-05");
  });

  it("shows one thing more at each poll, so that chance does not decide which report is first", () => {
    const all = world.outlets.flatMap(({ items }) =>
      items.flatMap(({ at, edits }) => [at, ...edits.map((edit) => edit.at)]),
    );
    const times = all.map((at) => at.getTime()).sort((a, b) => a - b);
    const stops = stopsOf(moments(world)).map((stop) => stop.getTime());
    const shown = stops.map((stop) => times.filter((time) => time <= stop).length);
    const steps = shown.map((count, index) => count - (shown[index - 1] ?? 0));
    expect(Math.max(...steps)).toBe(1);
    expect(shown.at(-1)).toBe(times.length);
  });

  it("shows only what is published by its clock", async () => {
    expect(await textOf("http://northwire.example/feed.xml")).not.toContain("2026/03/18");
    clock.set(new Date("2026-03-18T10:00:00Z"));
    expect(await textOf("http://northwire.example/feed.xml")).toContain("2026/03/18");
  });

  it("changes an article when its newsroom edits it, and answers an unchanged one with 304", async () => {
    const address = "http://continental-post.example/world/bodies-since-2025";
    clock.set(new Date("2026-03-12T07:00:00Z"));
    expect(await textOf(address)).toContain("about 500 bodies");
    clock.set(new Date("2026-03-12T10:00:00Z"));
    const edited = await http.fetchBytes(address);
    expect(new TextDecoder().decode(edited.bytes)).toContain("about 300 bodies");
    const validators = { url: address, etag: edited.headers["etag"] ?? "", lastModified: null };
    expect((await http.fetchBytes(address, { validators })).status).toBe(304);
  });

  it("refuses during an outage and says when to come back", async () => {
    clock.set(new Date("2026-03-15T12:00:00Z"));
    await expect(http.fetchBytes("http://bogaz-gundemi.example/feed.xml")).rejects.toMatchObject({ code: "HTTP_503" });
  });

  it("serves windows-1251 where an outlet still does", async () => {
    clock.set(new Date("2026-03-12T07:00:00Z"));
    const { bytes, headers } = await http.fetchBytes("http://vestovoe.example/feed.xml");
    expect(headers["content-type"]).toContain("windows-1251");
    expect(new TextDecoder("windows-1251").decode(bytes)).toContain("Россия передала Украине тела");
  });
});
