import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ManualClock } from "../../src/runtime/clock.ts";
import { packRaw, saveRaw } from "../../src/store/archive.ts";
import { transaction } from "../../src/store/transaction.ts";
import type { TaskContext } from "../../src/task/context.ts";
import { command } from "../support/command.ts";
import { freshDatabase, type TestDatabase } from "../support/postgres.ts";
import { storeArticle } from "../support/stored-article.ts";
import { taskContext } from "../support/task-context.ts";

const url = "https://a.example/swap";
const published = "2026-02-05T10:00:00Z";
const text = (amount: string, last = "Buses brought them.") =>
  `Russia handed over ${amount} Ukrainian servicemen to Ukraine on February 5, Kyiv said.\nDoctors waited.\n${last}`;

let database: TestDatabase;
let context: TaskContext;
let id: string;
const report = (...args: string[]) => command(["report", ...args], { DATABASE_URL: database.url });

beforeAll(async () => {
  database = await freshDatabase();
  const clock = new ManualClock(new Date("2026-02-05T12:00:00Z"));
  context = taskContext(database.pool, clock);
  id = await storeArticle(context, { url, text: text("157"), published });
  clock.set(new Date("2026-02-05T13:00:00Z"));
  await storeArticle(context, { url, text: text("160", "Buses\u202e brought\u0007 all."), published });
});
afterAll(async () => {
  await context.http.close();
  await context.pages.close();
  await database.drop();
});

describe("recount report", () => {
  test("shows a report by number and by address, with its revisions and what an edit made of its figures", async () => {
    const { stdout, code } = await report(id);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Northwire, 2026-02-05 10:00 UTC {2}https:\/\/a\.example\/swap$/m);
    expect(stdout).toContain("voice: Northwire");
    expect(stdout).toMatch(/^ 1 {2}2026-02-05 12:00 {2}feed/m);
    expect(stdout).toMatch(/^ 2 {2}2026-02-05 13:00 {2}feed/m);
    expect(stdout).toMatch(/^ +\d+ {3}1 {2}157 .*corrected/m);
    expect(stdout).toMatch(/^ +\d+ {3}2 {2}160 .*stands/m);
    expect((await report(url)).stdout).toBe(stdout);
  });

  test("shows the states that were read in it, by the number that review takes, and what became of each", async () => {
    const talks = (state: string) =>
      `Peace talks between Russia and Ukraine ${state} in Istanbul on Thursday, the Turkish foreign ministry said.`;
    const told = { url: "https://a.example/talks", published };
    const report = await storeArticle(context, { ...told, text: talks("resumed") });
    const { stdout } = await command(["report", report], { DATABASE_URL: database.url });
    expect(stdout).toMatch(/^States\nnumber +no +state +until +as of +by +stands +words$/m);
    expect(stdout).toMatch(/^ +s\d+ +1 +talks resumed +2026-02-05 .* stands +\S/m);
  });

  test("shows what was edited by words, numbers first, without marks that spoof a terminal", async () => {
    const { stdout } = await report(id, "--diff");
    expect(stdout).toBe(
      [
        "Revision 1 → 2, 2026-02-05 13:00 UTC",
        "numbers: 157 → 160",
        "Russia handed over [-157-]{+160+} Ukrainian servicemen to Ukraine on February 5, Kyiv said.",
        "…",
        "Buses brought [-them-]{+all+}.",
        "",
      ].join("\n"),
    );
  });

  test("prints a revision's text, and everything as JSON", async () => {
    expect((await report(id, "--text", "--revision", "1")).stdout).toBe(`${text("157")}\n`);
    expect(JSON.parse((await report(id, "--json")).stdout)).toMatchObject({
      report: { canonical_url: url, voice: "Northwire" },
      revisions: [{ number: 1 }, { number: 2 }],
    });
  });

  test("prints the bytes that were read as the server sent them, and says when there are none", async () => {
    expect(await report(id, "--raw")).toMatchObject({ code: 1, stderr: expect.stringContaining("ARCHIVE_MISSING") });
    const bytes = Buffer.from("<html>157 \u0442\u0435\u043b\u0430</html>");
    const config = { ...context.config, archive: { keep: "database" as const } };
    const packed = await packRaw(config, { bytes, contentType: "text/html", url });
    if (packed === undefined) throw new Error("nothing was packed");
    await transaction(database.pool, (client) => saveRaw(client, config, packed, context.clock.now()));
    await database.pool.query("update recount.revision set raw_hash = $1 where number = 2", [packed.hash]);
    expect((await report(id, "--raw")).stdout).toBe(bytes.toString());
  });

  test("says what is unknown: a report, a revision", async () => {
    expect(await report("999999")).toMatchObject({ code: 1, stderr: expect.stringContaining("REPORT_UNKNOWN") });
    expect(await report(id, "--text", "--revision", "9")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("REPORT_UNKNOWN"),
    });
    expect((await report(id, "--revision", "first")).code).toBe(2);
  });

  test("takes one form of answer, not two", async () => {
    const { code, stderr } = await report(id, "--text", "--raw");
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining("cannot be used with option '--raw'"),
    });
  });
});
