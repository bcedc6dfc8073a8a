import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { playWorld } from "../../src/demo/play.ts";
import { projectRoot } from "../../src/runtime/project.ts";
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
