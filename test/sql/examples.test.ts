import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { playWorld } from "../../src/demo/play.ts";
import { projectRoot } from "../../src/runtime/project.ts";
import { feedStates } from "../../src/store/dashboard.ts";
import { readOnly } from "../../src/store/read-only.ts";
import { shownReport } from "../../src/store/shown-report.ts";
import { type DemoService, startDemoService } from "../support/demo-service.ts";
import { ask, type Example, readExamples } from "../support/examples.ts";
import {
  changeStory,
  documentPart,
  exampleChapter,
  tableDiagram,
  viewChapter,
  writeDocumentPart,
} from "../support/generated-docs.ts";
import { freshDatabase, type TestDatabase } from "../support/postgres.ts";

/** `WRITE_EXAMPLES=1` writes the answers and the documents instead of holding them against what is there. */
const writes = process.env["WRITE_EXAMPLES"] === "1";
const month = "2026-03";
const examples = readExamples();
let database: TestDatabase;
let demo: DemoService;

beforeAll(async () => {
  database = await freshDatabase();
  // Polls drift apart by chance; answers that hold the minute need the same chance each time.
  vi.spyOn(Math, "random").mockReturnValue(0.5);
  demo = await startDemoService(database.url, 1);
  await playWorld(demo.service, demo.world, demo.clock);
}, 300_000);

afterAll(async () => {
  vi.restoreAllMocks();
  await demo.close();
  await database.drop();
});

const answerFile = (name: string) => join(projectRoot, "test", "sql", "examples", `${name}.json`);

async function answerOf(example: Example) {
  return { question: example.question, ...(await ask(database.pool, example.statement)) };
}

describe("an example answers its question on the demo's months", () => {
  it.each(examples)("$question", async (example) => {
    const answer = await answerOf(example);
    if (writes) writeFileSync(answerFile(example.name), `${JSON.stringify(answer, null, 2)}\n`);
    expect(answer).toEqual(JSON.parse(readFileSync(answerFile(example.name), "utf8")));
  });

  it("and no answer is left of an example that is gone", () => {
    const answers = readdirSync(join(projectRoot, "test", "sql", "examples"));
    expect(answers.sort()).toEqual(examples.map(({ name }) => `${name}.json`));
  });
});

describe("recount sql as of an earlier time", () => {
  const then = new Date("2026-03-01T00:00:00Z");
  const askThen = async (statement: string) => (await readOnly(database.pool, statement, then)).rows;

  it("answers a statement on the views as it would have been then", async () => {
    const total = "select low::int, high::int from recount.running_total where metric = 'bodies_to_russia'";
    expect(await askThen(total)).toEqual([[253, 293]]);
    expect(await askThen("select max(figure_history.as_of)::text from recount.figure_history")).toEqual([
      ["2026-02-26"],
    ]);
    const told = `with late as (select * from recount.change_log where noticed_at > '2026-02-20')
      select count(*) > 0, count(*) filter (where noticed_at > '2026-03-01'), 'recount.figure_history' from late`;
    expect(await askThen(told)).toEqual([[true, "0", "recount.figure_history"]]);
    const functions =
      "select count(*) = (select count(*) from recount.event_ledger) from recount.event_ledger_as_of('2026-03-01')";
    expect(await askThen(functions)).toEqual([[true]]);
  });

  it.each(readdirSync(join(projectRoot, "sql", "as-of")).map((file) => file.replace(".sql", "")))(
    "knows the past of %s, with the same columns",
    async (view) => {
      const statement = `select * from recount.${view} limit 1`;
      const [now, past] = [await readOnly(database.pool, statement), await readOnly(database.pool, statement, then)];
      expect(past.columns).toEqual(now.columns);
    },
  );

  it("refuses a view whose past is not kept", async () => {
    await expect(askThen("select * from recount.coverage")).rejects.toMatchObject({ code: "SQL_WITHOUT_PAST" });
  });

  it("shows the feeds and a report as they were then", async () => {
    const feeds = await feedStates(database.pool, "istanbul", then);
    expect(feeds.length).toBeGreaterThan(0);
    expect(feeds.every((feed) => feed.last_polled_at !== null && feed.last_polled_at <= then)).toBe(true);
    const edited = "http://continental-post.example/world/bodies-since-2025";
    const report = await shownReport(database.pool, edited);
    const first = await shownReport(database.pool, edited, new Date("2026-03-12T08:00:00Z"));
    expect(report?.revisions).toHaveLength(2);
    expect(first?.revisions).toHaveLength(1);
    expect(first?.figures.map(({ min, retired_at: gone }) => [min, gone])).toContainEqual([500, null]);
    expect(await shownReport(database.pool, edited, then)).toBeUndefined();
  });
});

describe("the documents say what the database says", () => {
  const holds = async (file: string, name: string, part: string) => {
    if (writes) writeDocumentPart(file, name, part);
    expect(documentPart(file, name)).toBe(part);
  };

  it("docs/sql.md draws the tables", async () => {
    await holds("sql.md", "tables", await tableDiagram(database.pool));
  });

  it("docs/sql.md lists every view with the meaning of its columns", async () => {
    await holds("sql.md", "views", await viewChapter(database.pool));
  });

  it("docs/sql.md shows every example with its answer", async () => {
    const answers = await Promise.all(
      examples.map(async (example) => ({ example, answer: await ask(database.pool, example.statement) })),
    );
    await holds("sql.md", "examples", exampleChapter(answers));
  });

  it("docs/changes.md tells a month, change by change", async () => {
    await holds("changes.md", "changes", await changeStory(database.pool, month));
  });
});
