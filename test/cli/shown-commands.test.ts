import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectRoot } from "../../src/runtime/project.ts";
import { dataFolder } from "../store/embedded/holder.ts";
import { command } from "../support/command.ts";
import { freshDatabase, type TestDatabase } from "../support/postgres.ts";

/** Documents whose commands a reader will type as they stand. */
const documents = ["README.md", join("docs", "extraction.md")];
const shown = documents.flatMap((file) =>
  readFileSync(join(projectRoot, file), "utf8")
    .split("\n")
    .map((line) => /npm run --silent (?:recount -- (.+)|(eval) -- (.+))/.exec(line.trim()))
    .filter((found) => found !== null)
    .map(([, recount, evaluate, rest]) => [file, recount ?? `${evaluate ?? ""} ${rest ?? ""}`] as const),
);

const folder = dataFolder();
let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});

afterAll(async () => {
  await database.drop();
  folder.remove();
});

describe("a command that a document shows", () => {
  it("is there to be run", () => {
    expect(shown.length).toBeGreaterThanOrEqual(8);
  });

  it.each(shown)("in %s, recount %s, ends well for a new user", async (_, line) => {
    const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
    const { code, stderr } = await command(words, { DATABASE_URL: database.url, RECOUNT_DATA: folder.path });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });
});
