import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { recountProgram } from "../../src/cli/program.ts";
import { ManualClock } from "../../src/runtime/clock.ts";
import { syncBaseline } from "../../src/store/baseline.ts";
import { transaction } from "../../src/store/transaction.ts";
import type { TaskContext } from "../../src/task/context.ts";
import { dataFolder } from "../store/embedded/holder.ts";
import { command, start } from "../support/command.ts";
import { freshDatabase, type TestDatabase } from "../support/postgres.ts";
import { storeArticle } from "../support/stored-article.ts";
import { aFigure, tellReport } from "../support/story-figures.ts";
import { istanbul, taskContext } from "../support/task-context.ts";

const everyCommand = (await recountProgram()).commands;

describe("help", () => {
  test("lists every command", async () => {
    const { stdout, code } = await command(["--help"]);
    expect(code).toBe(0);
    const names = [...stdout.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name ?? "");
    expect(names).toEqual([...everyCommand.map((each) => each.name()), "help"]);
    expect(names).toEqual(expect.arrayContaining(["run", "sql", "db", "check"]));
  });

  test.each(everyCommand.filter((each) => each.name() !== "db").map((each) => [each.name(), each] as const))(
    "of %s has an example",
    (_name, shown) => {
      let help = "";
      const writeOut = (text: string) => {
        help += text;
      };
      shown.configureOutput({ writeOut }).outputHelp();
      expect(help).toMatch(/Examples?:\n {2}/);
    },
  );

  test("of a command ends with exit code 0", async () => {
    expect(await command(["compare", "--help"])).toMatchObject({ code: 0, stdout: expect.stringContaining("Example") });
  });

  test("a command that does not exist, and an option that does not, are wrong use: exit code 2", async () => {
    expect((await command(["forecast"])).code).toBe(2);
    expect((await command(["sql", "select 1", "--xml"])).code).toBe(2);
    expect((await command(["sql"])).code).toBe(2);
  });
});

test("recount --version tells the package's version", async () => {
  const { stdout, code } = await command(["--version"]);
  expect(code).toBe(0);
  expect(readFileSync("package.json", "utf8")).toContain(`"version": "${stdout.trim()}"`);
});

describe("recount sql", () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await freshDatabase();
  });

  afterAll(async () => {
    await database.drop();
  });

  function sql(...args: string[]) {
    return command(["sql", ...args], { DATABASE_URL: database.url });
  }

  const question = `select 12 as amount, 'a "quoted", word' as quote, null as gone`;

  test("prints a table", async () => {
    expect((await sql(question)).stdout).toBe(
      ["amount  quote             gone", '12      a "quoted", word', "(1 row)", ""].join("\n"),
    );
  });

  test("prints CSV and JSON", async () => {
    expect((await sql(question, "--csv")).stdout).toBe('amount,quote,gone\n12,"a ""quoted"", word",\n');
    expect((await sql(question, "--json")).stdout).toBe('{"amount":12,"quote":"a \\"quoted\\", word","gone":null}\n');
  });

  test.each([
    ["a write", "insert into recount.tick (job, at) values ('x', now())"],
    ["a table below the views", "select * from recount.figure"],
    ["a second statement", "select 1; drop schema recount cascade"],
    ["a smuggled commit", "commit; delete from recount.tick"],
    [
      "a block of code that changes its role",
      "do $$ begin reset role; insert into recount.tick (job, at) values ('x', now()); end $$",
    ],
    ["nonsense", "selekt 1"],
  ])("refuses %s with exit code 1 and a remedy", async (_name, statement) => {
    const { code, stderr, stdout } = await sql(statement);
    expect(code).toBe(1);
    expect(stderr).toContain("SQL_FAILED");
    expect(stdout).toBe("");
    expect((await database.pool.query("select from recount.tick")).rowCount).toBe(0);
  });
});

describe("a command that asks", () => {
  let database: TestDatabase;
  const ask = (...args: string[]) => command(args, { DATABASE_URL: database.url, TZ: "America/New_York" });

  beforeAll(async () => {
    database = await freshDatabase();
    const context = taskContext(database.pool, new ManualClock(new Date("2026-02-05T12:30:00Z")));
    const text = "Russia handed over 1,000 bodies of fallen soldiers to Ukraine on February 5, Kyiv said.";
    await storeArticle(context, { url: "https://a.example/1", text, published: "2026-02-05T10:00:00Z" });
    await context.http.close();
    await context.pages.close();
  });

  afterAll(async () => {
    await database.drop();
  });

  test("finds a change by the time that the log prints, wherever the machine stands", async () => {
    const log = (await ask("changes")).stdout;
    expect(log).toMatch(/^Noticed \(UTC\) +Kind +Of what +Reason\n2026-02-05 12:30 {2}/);
    expect((await ask("changes", "--since", "2026-02-05 12:30")).stdout).toBe(log);
    expect((await ask("changes", "--since", "2026-02-05T12:31")).stdout).toBe("No changes.\n");
  });

  test.each([
    ["changes", ["changes", "--metric", "nope"]],
    ["history", ["history", "nope"]],
  ])("%s knows the names of the metrics", async (_name, args) => {
    const { code, stderr } = await ask(...args);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/^METRIC_UNKNOWN {2}no metric is called "nope"\nThe metrics: .*bodies_to_ukraine/),
    });
  });

  test.each(["compare", "changes", "export", "review"])("%s says when a story was never followed", async (name) => {
    const { code, stdout, stderr } = await ask(name, "--dossier", "gaza");
    expect({ code, stdout, stderr }).toEqual({
      code: 1,
      stdout: "",
      stderr: expect.stringMatching(/^DOSSIER_NOT_FOLLOWED .* "gaza"\n.*RECOUNT_DOSSIERS/),
    });
  });

  test.each([
    ["a day that is not there", ["changes", "--since", "2026-02-30"], "such as 2026-03-01"],
    ["a day in another order", ["read", "demo/example.txt", "--published", "05.02.2026"], "Give a day such as"],
    ["the same", ["baseline", "demo/example.txt", "--published", "2026-13-01"], "Give a day such as"],
    ["a language that nobody reads", ["read", "demo/example.txt", "--lang", "de"], "Give one of en, ru, uk, tr."],
    ["the same", ["topic", "test", "grain*", "--language", "xx"], "Give one of en, ru, uk, tr."],
    ["two forms", ["history", "bodies_to_ukraine", "--json", "--csv"], "cannot be used with option '--csv'"],
    ["the same", ["sql", "select 1", "--json", "--csv"], "cannot be used with option '--json'"],
    ["half a name", ["mute", "metric"], "say which metric: recount mute metric NAME"],
  ])("takes %s for wrong use: recount %j", async (_what, args, allowed) => {
    const { code, stdout, stderr } = await ask(...args);
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: "", stderr: expect.stringContaining(allowed) });
  });

  test("asks about the first story that the service follows, unless another is named", async () => {
    const data = dataFolder();
    const follows = { RECOUNT_DOSSIERS: "gaza,istanbul", RECOUNT_DATA: join(data.path, "none") };
    expect((await command(["history", "hostages_held"], follows)).stderr).toContain("HISTORY_MISSING");
    expect((await command(["history", "bodies_to_ukraine"], follows)).stderr).toContain("METRIC_UNKNOWN");
    const named = await command(["history", "bodies_to_ukraine", "--dossier", "istanbul"], follows);
    expect(named.stderr).toContain("HISTORY_MISSING");
    expect((await command(["check"], follows)).stdout).toMatch(/^gaza: .*\nistanbul: /);
    data.remove();
  });

  test("makes no database where there is none, and says so", async () => {
    const data = dataFolder();
    const { code, stdout, stderr } = await command(["compare"], { RECOUNT_DATA: join(data.path, "mistyped") });
    expect({ code, stdout, stderr }).toEqual({
      code: 1,
      stdout: "",
      stderr: expect.stringMatching(
        /^HISTORY_MISSING {2}there is no history at .*mistyped\nBegin one with `recount run`/,
      ),
    });
    expect(readdirSync(data.path)).toEqual([]);
    data.remove();
  });
});

describe("what a command prints", () => {
  let database: TestDatabase;

  let context: TaskContext;

  beforeAll(async () => {
    database = await freshDatabase();
    context = taskContext(database.pool, new ManualClock(new Date("2026-02-05T12:00:00Z")));
    await transaction(database.pool, (client) => syncBaseline(client, istanbul, context.clock.now()));
  });

  afterAll(async () => {
    await context.http.close();
    await context.pages.close();
    await database.drop();
  });

  test.each([
    ["sql", ["sql", "select repeat('x', 99) from generate_series(1, 9999)"]],
    ["export", ["export", "--what", "history"]],
    ["compare", ["compare"]],
  ])("may be left unread, as by `recount %s | true`", async (_name, args) => {
    const running = start(args, { DATABASE_URL: database.url });
    running.child.stdout.destroy();
    expect(await running.ended).toMatchObject({ code: 0, stderr: "" });
  });

  test("may be left unread while it follows the change log", async () => {
    const running = start(["changes", "--follow"], { DATABASE_URL: database.url });
    running.child.stdout.destroy();
    const text = "Russia handed over 1,000 bodies of fallen soldiers to Ukraine on February 5, Kyiv said.";
    await storeArticle(context, { url: "https://a.example/1", text, published: "2026-02-05T10:00:00Z" });
    expect(await running.ended).toMatchObject({ code: 0, stderr: "" });
  });

  test.each([
    ["a file in a folder that is not there", ["export"], "none/x.csv", "there is no such folder"],
    ["a folder in place of a file", ["export", "--what", "events"], "", "it is a folder"],
    ["a package below a file", ["export", "--format", "datapackage"], "file/x", "there is something else of that name"],
    ["labelled documents", ["review", "export"], "none/x.jsonl", "there is no such folder"],
    ["a baseline", ["baseline", "test/dossier/article.txt"], "none/x.yaml", "there is no such folder"],
  ])("that cannot be written is told with its name: %s", async (_what, args, out, why) => {
    const data = dataFolder();
    writeFileSync(join(data.path, "file"), "");
    const to = join(data.path, out);
    const { code, stderr } = await command([...args, "--out", to], { DATABASE_URL: database.url });
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(`${to} cannot be written: ${why}`) });
    expect(stderr).toMatch(/^FILE_UNWRITABLE/);
    expect(readdirSync(data.path)).toEqual(["file"]);
    data.remove();
  });
});

test.each(["/proc/none/data", "/dev/null", "/dev/null/data"])(
  "a data directory that cannot be, such as %s, is a coded failure",
  async (path) => {
    const { code, stderr } = await command(["poll"], { RECOUNT_DATA: path });
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/^DATABASE_DATA_UNWRITABLE .*\nSet RECOUNT_DATA/),
    });
  },
);

describe("recount compare", () => {
  test("says of each claim which period it counts, and of a plan whether its day is past", async () => {
    const database = await freshDatabase();
    const year = { start: "2025-01-01", end: "2025-12-31", frame: null };
    const soldiers = { thing: "servicemen", scope: "cumulative", asOf: "2026-02-08" } as const;
    const figures = [
      aFigure({ ...soldiers, min: 2080, speakerSide: "UA", period: "in 2025", basis: year }),
      aFigure({ ...soldiers, min: 2400 }),
      aFigure({ min: 500, scope: "planned", period: "on 5\nMarch", asOf: "2026-03-05" }),
      aFigure({ min: 900, scope: "planned", speakerSide: "UA", asOf: "2026-03-05" }),
    ];
    const url = "https://outlet.example/1";
    await tellReport(database.pool, istanbul, { url, figures }, new Date("2026-03-05T12:00:00Z"));
    const { stdout, stderr } = await command(["compare"], { DATABASE_URL: database.url });
    expect(stderr).toBe("");
    expect(stdout).toContain("UA: 2,080 (cumulative, in 2025, 2026-02-08)");
    expect(stdout).toContain("RU: 2,400 (cumulative, no period named, 2026-02-08)");
    expect(stdout).toContain("RU: 500 (planned, on 5 March, 2026-03-05, expired)");
    expect(stdout).toContain("UA: 900 (planned, no day named, as of 2026-03-05)");
    await database.drop();
  });
});

describe("recount db url", () => {
  test("starts and stops the embedded server, and says that it runs with the service alone", async () => {
    const data = dataFolder();
    const ask = (...more: string[]) => command(["db", "url", ...more], { RECOUNT_DATA: join(data.path, "data") });
    const { stdout, stderr, code } = await ask();
    expect(stdout).toMatch(/^postgresql:\/\/recount_reader@\/recount\?host=/);
    expect(stderr).toContain("recount run");
    expect(code).toBe(0);
    expect((await ask("--owner")).stdout).toMatch(/^postgresql:\/\/recount@\/recount\?host=/);
    data.remove();
  });

  test("names the reading role for a server of one's own, and gives nobody its owner's password unless asked", async () => {
    const database = await freshDatabase();
    const environment = { DATABASE_URL: database.url };
    const { stdout, stderr } = await command(["db", "url"], environment);
    expect(stdout).toMatch(/^postgres(ql)?:\/\/recount_reader@/);
    expect(stderr).toContain("alter role recount_reader login password");
    expect((await command(["db", "url", "--owner"], environment)).stdout).toBe(`${database.url}\n`);
    expect((await command(["db", "url", "--help"])).stdout).toMatch(/--owner .*altering the history/s);
    await database.drop();
  });
});

test("a database that cannot be reached is a coded failure with its remedy", async () => {
  const { code, stderr } = await command(["sql", "select 1"], { DATABASE_URL: "postgresql://x@127.0.0.1:1/x" });
  expect(code).toBe(1);
  expect(stderr).toContain("DATABASE_UNREACHABLE");
  expect(stderr).toContain("DATABASE_URL");
});
