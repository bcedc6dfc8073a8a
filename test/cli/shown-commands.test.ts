import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectRoot } from "../../src/runtime/project.ts";
import { syncBaseline } from "../../src/store/baseline.ts";
import { transaction } from "../../src/store/transaction.ts";
import { dataFolder } from "../store/embedded/holder.ts";
import { command } from "../support/command.ts";
import { freshDatabase, type TestDatabase } from "../support/postgres.ts";
import { istanbul } from "../support/task-context.ts";

/** Documents whose commands a reader will type as they stand. */
const documents = ["README.md", join("docs", "extraction.md"), join("docs", "language.md")];
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
  // As `npm start` leaves it before the first report is there.
  await transaction(database.pool, (client) => syncBaseline(client, istanbul, new Date("2026-01-01T00:00:00Z")));
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

  it("prints every step of the report that docs/language.md follows", async () => {
    const { stdout } = await command(["read", "demo/followed.txt", "--published", "2026-03-03"], {});
    const text = readFileSync(join(projectRoot, "docs", "language.md"), "utf8");
    const followed = text.slice(text.indexOf("## One report"), text.indexOf("## The vote"));
    const steps = [...followed.matchAll(/`((?:noun|act|to|scope)[ :][^`]+)`/g)].map(([, step]) => step ?? "");
    expect(steps.filter((step) => !stdout.includes(step))).toEqual([]);
  });

  it("names the rules of the vote that the engine has, and no other", () => {
    const text = readFileSync(join(projectRoot, "docs", "language.md"), "utf8");
    const vote = text.slice(text.indexOf("| weight"), text.indexOf("A verb of returning"));
    const engine = ["direction", "by-roles", "teller", "told-before", "verb-last"]
      .map((name) => readFileSync(join(projectRoot, "src/figure/frame", `${name}.ts`), "utf8"))
      .join("");
    const rules = [...vote.matchAll(/`([^`]+)`/g)].map(([, rule]) => rule ?? "");
    const cast = [...engine.matchAll(/\b(?:vote|towards)\([^;]*;/g)].flatMap(([call]) =>
      [...call.matchAll(/"([^"]+)"/g)]
        .map(([, rule]) => rule ?? "")
        .filter((rule) => rule.includes(" ") || rule === "home"),
    );
    expect([...new Set(rules)].sort()).toEqual([...new Set(cast)].sort());
  });
});
