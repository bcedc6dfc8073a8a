import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { amountText, parseAmount } from "../../src/change/amount.ts";
import { meaningOf } from "../../src/change/meaning.ts";
import { corrected } from "../../src/cli/review-correct.ts";
import { readingText } from "../../src/cli/review-show.ts";
import { reviewInTurn } from "../../src/cli/review-turn.ts";
import { ManualClock } from "../../src/runtime/clock.ts";
import { reviewLog, reviewQueue } from "../../src/store/review-queue.ts";
import { decide, findReading } from "../../src/task/decide.ts";
import { dataFolder } from "../store/embedded/holder.ts";
import { command } from "../support/command.ts";
import { freshDatabase, type TestDatabase } from "../support/postgres.ts";
import { storeArticle } from "../support/stored-article.ts";
import { aFigure, aStatus } from "../support/story-figures.ts";
import { istanbul, taskContext } from "../support/task-context.ts";

const careful = { ...istanbul, thresholds: { ...istanbul.thresholds, confidence: 1 } };
const folder = dataFolder();
let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
  const clock = new ManualClock(new Date("2026-02-01T12:00:00Z"));
  const context = { ...taskContext(database.pool, clock), dossiers: [careful] };
  for (const [index, count] of ["1,000", "1,100", "1,200"].entries()) {
    await storeArticle(context, {
      url: `https://a.example/${String(index)}`,
      text: `Russia handed over ${count} bodies of fallen soldiers to Ukraine on January ${String(10 + index)}, Vladimir Medinsky said.`,
      published: `2026-01-1${String(index)}T12:00:00Z`,
    });
  }
});

afterAll(async () => {
  await database.drop();
  folder.remove();
});

const review = (...args: string[]) => command(["review", ...args], { DATABASE_URL: database.url });
const waiting = () => reviewQueue(database.pool, "istanbul", null, 10);
const labelled = z.object({
  gold: z.array(z.object({ min: z.number() })),
  status: z.array(z.object({ status: z.string() })).nullable(),
});

describe("recount review", () => {
  it("lists in a pipe what waits, each with its sentence", async () => {
    const { stdout, code } = await review();
    expect({ code, lines: stdout.trim().split("\n").length }).toEqual({ code: 0, lines: 4 });
    expect(stdout).toContain("bodies_to_ukraine");
    const [first] = await waiting();
    const shown = readingText(await findReading(database.pool, careful, first?.number ?? ""), first);
    expect(shown).toContain("Russia handed over [1,000 bodies] of fallen soldiers");
    expect(shown).toContain("read with little confidence");
  });

  it("decides, and what was decided takes effect before the command ends, without a service", async () => {
    const [first, second, third] = (await waiting()).map((row) => row.number);
    const accepted = await review("accept", first ?? "", "--by", "Ann");
    expect(accepted.stdout).toBe(`Figure ${first ?? ""} accepted by Ann.\n`);
    const { rows } = await database.pool.query("select printed from recount.event_ledger");
    expect(rows).toEqual([{ printed: "1,000" }]);
    const now = new Date("2026-02-02T12:00:00Z");
    const said = { why: "another war", by: "Ann" };
    await decide(database.pool, careful, { number: second ?? "", verdict: "reject", ...said }, now);
    const { reading } = await findReading(database.pool, careful, third ?? "");
    const decidedAs = corrected(meaningOf(reading), { amount: "about 1,300" }, careful);
    await decide(database.pool, careful, { number: third ?? "", verdict: "correct", decidedAs, ...said }, now);
    expect(await waiting()).toEqual([]);
  });

  it("is told of in the history: what was rejected stands there with who said so, and why", async () => {
    const { stdout } = await command(["history", "bodies_to_ukraine"], { DATABASE_URL: database.url });
    expect(stdout).toMatch(/^number .* not counted +words$/m);
    expect(stdout).toMatch(/^ +\d+ +2026-01-11 +1,100 .* rejected by Ann: another war +1,100 bodies/m);
    expect(stdout).not.toMatch(/ 1,000 .*(?:rejected|confidence)/);
  });

  it("exports what was decided as labelled documents that recount eval reads", async () => {
    const out = join(folder.path, "labelled.jsonl");
    expect((await review("export", "--out", out)).stderr).toContain("3 labelled documents");
    const lines = readFileSync(out, "utf8").trim().split("\n");
    const cases = lines.map((line) => labelled.parse(JSON.parse(line)));
    expect(cases.map(({ gold }) => gold.map((label) => label.min))).toEqual([[1000], [], [1300]]);
    const scored = await command(["eval", out]);
    expect(scored.code).toBe(0);
    // The extractor reads one as it was decided, one that was rejected, and one that was corrected.
    expect(scored.stdout).toMatch(/all +core .*\(1\/2\/1\)/);
  });

  it("refuses what the other kind of reading has, and states that no subject has", () => {
    const read = meaningOf(aStatus({ subject: "talks", state: "planned" }));
    const wrong = () => corrected(read, { amount: "5", state: "frozen", until: "soon", saidBy: "FR" }, careful);
    for (const option of ["--amount", "--state", "--until", "--said-by"]) expect(wrong).toThrow(`${option}: found`);
    expect(wrong).toThrow('--state: found "frozen"; allowed: held, planned, resumed, suspended');
    expect(() => corrected(meaningOf(aFigure({ min: 5 })), { state: "held" }, careful)).toThrow(
      "since it is of a state",
    );
    expect(corrected(read, { state: "suspended", until: "2026-03-31", saidBy: "other" }, careful)).toEqual({
      ...read,
      ...{ state: "suspended", until: "2026-03-31", speakerSide: "other" },
    });
    expect(corrected({ ...read, until: "2026-03-31" }, { until: "none" }, careful)).toEqual(read);
  });

  it("refuses a correction that cannot be, with every problem at once", () => {
    const read = { ...meaningOf(aFigure({ min: 1000 })) };
    const wrong = () => corrected(read, { amount: "many", scope: "weekly", from: "FR", basis: "2025" }, careful);
    for (const option of ["--amount", "--scope", "--from", "--basis"]) expect(wrong).toThrow(`${option}: found`);
    expect(() => corrected(read, { from: "UA" }, careful)).toThrow("two different sides");
    const basis = "2025-01-01..2025-12-31/istanbul";
    expect(corrected(read, { from: "UA", to: "RU", basis, saidBy: "nobody" }, careful)).toEqual({
      ...read,
      ...{ from: "UA", to: "RU", speakerSide: null },
      basis: { start: "2025-01-01", end: "2025-12-31", frame: "istanbul" },
    });
  });

  it("takes states by their number, and shows them with their sentence", async () => {
    await database.pool.query("truncate recount.report cascade");
    const clock = new ManualClock(new Date("2026-02-01T12:00:00Z"));
    const context = { ...taskContext(database.pool, clock), dossiers: [careful] };
    const text = "Peace talks between Russia and Ukraine resumed in Istanbul on Thursday, the ministry said.";
    await storeArticle(context, { url: "https://a.example/talks", text, published: "2026-01-29T12:00:00Z" });
    const [{ number } = { number: "" }] = await waiting();
    expect(number).toMatch(/^s\d+$/);
    expect((await review("list")).stdout).toMatch(/s\d+ +\S+ +doubt +talks +resumed/);
    const shown = (await review("show", number)).stdout;
    expect(shown).toContain(`State ${number}  asks: doubt`);
    expect(shown).toContain("Read as   talks resumed (as of 2026-01-29");
    const wrong = await review("correct", number, "--amount", "5", "--why", "x");
    expect({ code: wrong.code, told: wrong.stderr.includes("--amount") }).toEqual({ code: 1, told: true });
    const done = await review("correct", number, "--state", "planned", "--why", "they will", "--by", "Ann");
    expect(done.stdout).toBe(`State ${number} corrected by Ann.\n`);
    expect((await review("log")).stdout).toMatch(/Ann +correct +s\d+ +talks resumed .* talks planned .* they will/);
    const exported = (await review("export")).stdout.trim();
    expect(labelled.parse(JSON.parse(exported)).status).toEqual([{ status: "talks_planned" }]);
    expect((await review()).stdout).toBe("Nothing waits for review.\n");
  });

  it("asks in turn on a terminal, and keeps what was decided when the input ends", async () => {
    await database.pool.query("truncate recount.report cascade");
    const clock = new ManualClock(new Date("2026-02-01T12:00:00Z"));
    const context = { ...taskContext(database.pool, clock), dossiers: [careful] };
    for (const count of ["1,000", "1,200"]) {
      const text = `Russia handed over ${count} bodies of fallen soldiers to Ukraine, Vladimir Medinsky said.`;
      await storeArticle(context, { url: `https://a.example/${count}`, text, published: "2026-01-10T12:00:00Z" });
    }
    const input = new PassThrough();
    const output = new PassThrough();
    let said = "";
    output.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      if (said.includes("2 of 2")) input.end();
      else if (said.endsWith("[q]uit: ")) input.write("c\n");
      else if (said.endsWith('"about 2,300" (empty: as read): ')) input.write("1003\n");
      else if (said.endsWith("(empty: as read): ")) input.write("\n");
      else if (said.endsWith("Why: ")) input.write("the list says so\n");
    });
    await reviewInTurn(database.pool, careful, input, output, "Ann");
    expect(await reviewLog(database.pool, "istanbul", null)).toMatchObject([
      { verdict: "correct", decided_by: "Ann", why: "the list says so", decided_as: { min: 1003 } },
    ]);
  });
});

describe("an amount as it is typed", () => {
  it.each(["1,000", "about 2,300", "nearly 500", "more than 7,000", "at least 200", "up to 5", "200 to 250"])(
    "%s is read as it is printed",
    (text) => {
      const amount = parseAmount(text);
      expect(amount && amountText(amount)).toBe(text);
    },
  );

  it.each(["many", "", "-5", "5 to 3", "about 5 to 7", "around 5"])("%j is none", (text) => {
    expect(parseAmount(text)).toBeUndefined();
  });
});
