import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { projectRoot } from "../../src/runtime/project.ts";
import { command } from "../support/command.ts";
import { FaultServer } from "../support/fault-server.ts";
import { freshDatabase, type TestDatabase } from "../support/postgres.ts";

const rss = (...titles: readonly string[]) =>
  `<rss version="2.0"><channel><title>World News</title>${titles.map((title, index) => `<item><title>${title}</title><link>/item-${String(index)}</link><pubDate>Thu, 05 Feb 2026 0${String(index)}:00:00 GMT</pubDate></item>`).join("")}</channel></rss>`;

let database: TestDatabase;
let server: FaultServer;
let folder: string;
const file = () => join(folder, "feeds.yaml");
const comment = "# Kept as it is: a word about the outlets.\nfeeds:\n  # The first one\n  - name: first-en # by hand\n";

beforeAll(async () => {
  database = await freshDatabase();
  server = await new FaultServer().start();
  folder = mkdtempSync(join(tmpdir(), "recount-dossier-"));
  cpSync(join(projectRoot, "config", "istanbul"), folder, { recursive: true });
});
afterAll(async () => {
  await server.stop();
  await database.drop();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  const first = `    url: "${server.url("/first")}"\n    outlet: First\n    language: en\n    country: GB\n    seen: 2026-01-01\n`;
  writeFileSync(file(), comment + first);
});

const recount = (...args: string[]) =>
  command(args, { DATABASE_URL: database.url, RECOUNT_DOSSIERS: folder, RECOUNT_ALLOW_PRIVATE: "127.0.0.1" });

describe("recount feeds add", () => {
  it("finds the feed of a page, shows its items and which are on topic, and writes it keeping comments", async () => {
    server.body(
      "/world",
      `<html><head><link rel="alternate" type="application/rss+xml" href="/dead.xml"><link rel="alternate" type="application/rss+xml" href="/world.xml"></head></html>`,
    );
    server.body("/world.xml", rss("Ukraine and Russia swap prisoners of war", "Weather in London"));
    const tried = await recount("feeds", "add", server.url("/world"), "--country", "GB", "--dry-run");
    expect(tried.stdout).toMatch(/yes +2026-02-05 00:00 +Ukraine and Russia swap/);
    expect(tried.stdout).toMatch(/no +2026-02-05 01:00 +Weather in London/);
    expect(tried.stdout).toContain("1 of its 2 items would be on topic.");
    expect(readFileSync(file(), "utf8")).not.toContain("world.xml");
    const added = await recount(
      "feeds",
      "add",
      server.url("/world"),
      "--country",
      "GB",
      "--name",
      "world-en",
      "--side",
      "UA",
    );
    expect({ code: added.code, stderr: added.stderr }).toEqual({ code: 0, stderr: "" });
    const written = readFileSync(file(), "utf8");
    expect(written.startsWith(comment)).toBe(true);
    expect(written).toMatch(
      / {2}- name: world-en\n {4}url: http:\S+\/world\.xml\n {4}outlet: World News\n {4}language: en\n {4}country: GB\n {4}side: UA\n {4}seen: \d{4}-\d\d-\d\d\n$/,
    );
    const again = await recount("feeds", "add", server.url("/world.xml"));
    expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining("FEED_KNOWN") });
  });

  it.each([
    ["leads to no feed", "/bare", [], "FEED_NOT_FOUND"],
    ["does not tell its country", "/world.xml", [], "FEED_INCOMPLETE"],
    ["gets a side that the dossier lacks", "/world.xml", ["--country", "GB", "--side", "XX"], "DOSSIER_INVALID"],
  ])("writes nothing when an address %s", async (_what, path, options, code) => {
    server.body("/bare", "<html><body>Nothing here</body></html>");
    server.body("/world.xml", rss("Ukraine and Russia swap prisoners of war, the ministry says"));
    const before = readFileSync(file(), "utf8");
    const { code: exit, stderr } = await recount("feeds", "add", server.url(path), ...options);
    expect({ exit, stderr }).toEqual({ exit: 1, stderr: expect.stringContaining(code) });
    expect(readFileSync(file(), "utf8")).toBe(before);
  });
});

describe("recount feeds export and import", () => {
  it("go round: what was exported is taken back with side and kind, and once", async () => {
    writeFileSync(
      file(),
      `${readFileSync(file(), "utf8")}  - {name: two-uk, url: "https://two.example/rss?a=1&b=2", outlet: "Друге & \\"Б\\"", language: uk, country: UA, side: UA, kind: headlines, seen: 2026-01-01}\n`,
    );
    const opml = join(folder, "feeds.opml");
    writeFileSync(opml, (await recount("feeds", "export")).stdout);
    writeFileSync(file(), readFileSync(file(), "utf8").replace(/ {2}- \{.*\n/, ""));
    const taken = await recount("feeds", "import", opml);
    expect(taken.stdout).toMatch(/^1 feeds added, 1 left out\n .*\/first: is followed already/);
    expect(readFileSync(file(), "utf8")).toMatch(
      /name: two-uk\n.*\n {4}outlet: Друге & "Б"\n {4}language: uk\n {4}country: UA\n {4}side: UA\n {4}kind: headlines\n/,
    );
    expect((await recount("feeds", "import", opml)).stdout).toMatch(/^0 feeds added, 2 left out/);
  });

  it("say what an outline lacks, and refuse a file without any", async () => {
    const opml = join(folder, "bare.opml");
    writeFileSync(opml, `<opml><body><outline text="Three" xmlUrl="https://three.example/rss"/></body></opml>`);
    expect((await recount("feeds", "import", opml)).stdout).toMatch(/0 feeds added, 1 left out\n .*say its --language/);
    expect((await recount("feeds", "import", opml, "--language", "en", "--country", "US")).stdout).toMatch(
      /^1 feeds added/,
    );
    expect(readFileSync(file(), "utf8")).toContain("name: three-en");
    writeFileSync(opml, "<html></html>");
    expect(await recount("feeds", "import", opml)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("OPML_EMPTY"),
    });
  });
});

describe("recount topic test", () => {
  it("tells which items seen so far would come in or go out, and writes nothing", async () => {
    server.body(
      "/first",
      rss("Ukraine and Russia swap prisoners of war", "Ukraine prisoners football match", "Grain deal in Odesa"),
    );
    expect((await recount("poll", "--feed", "first-en")).code).toBe(0);
    const tried = await recount("topic", "test", "grain*, prisoner* + odesa, swap*", "--language", "en");
    expect(tried.stdout).toMatch(
      /1 would come in\nseen +feed +title +why\n\S+ +first-en +Grain deal in Odesa +en: grain\*, odesa/,
    );
    expect(tried.stdout).toMatch(/3 items seen, (\d) on topic; with this filter 2: 1 would come in, \d go out\./);
    expect((await recount("topic", "test")).stdout).toMatch(/: 0 would come in, 0 go out\./);
    expect(await recount("topic", "test", "a*b")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("FILTER_INVALID"),
    });
  });
});

describe("recount feeds", () => {
  it("shows each alarm with since when, the last good poll and the remedy", async () => {
    await recount("poll");
    await database.pool.query(
      "insert into recount.feed_alarm (feed_id, kind, since, raised_at, message, remedy) select feed_id, 'silent', '2026-01-02T03:04Z', '2026-01-02T03:04Z', 'x', 'Look for another one.' from recount.feed where name = 'first-en' and retired_at is null",
    );
    expect((await recount("feeds")).stdout).toMatch(
      /^first-en +silent +\d+ +2026-01-02 03:04 .*Look for another one\.$/m,
    );
  });
});
