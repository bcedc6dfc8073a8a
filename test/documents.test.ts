import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { projectRoot } from "../src/runtime/project.ts";

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

/** A small project that is in order, but for the files given. */
function project(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), "documents-"));
  made.push(root);
  const all = {
    "package.json": '{ "scripts": { "demo": "" } }',
    "package-lock.json": "{}",
    "src/cli/check.ts": 'program.command("check");',
    "src/fail.ts": 'throw new RecountError("LOST", "never", "", "");',
    "docs/errors.md": "| code | what |\n| --- | --- |\n| `LOST` | it is gone |\n",
    "README.md": "See [errors](docs/errors.md#lost), `npm run demo` and `recount check`.",
    ...files,
  };
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(join(root, dirname(file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  execFileSync("git", ["init", "--quiet"], { cwd: root });
  return root;
}

function problemsOf(root: string): string[] {
  const module = pathToFileURL(join(projectRoot, "scripts", "documents.mjs")).href;
  const program = `const { documentProblems } = await import(process.argv[1]); console.log(documentProblems(process.argv[2]).join("\\n"))`;
  return execFileSync(process.execPath, ["--input-type=module", "--eval", program, module, root], { encoding: "utf8" })
    .split("\n")
    .filter((line) => line !== "");
}

describe("the check of documents", () => {
  test("is silent on a project that is in order", () => {
    expect(problemsOf(project({}))).toEqual([]);
  });

  test.each([
    [
      "a link that leads nowhere",
      { "README.md": "[map](docs/map.md)" },
      "README.md: the link to docs/map.md leads nowhere",
    ],
    ["a script that is not there", { "README.md": "`npm run fly`" }, 'README.md: there is no npm script "fly"'],
    [
      "a command that is not there",
      { "README.md": "```sh\nrecount fly\n```" },
      'README.md: there is no command "recount fly"',
    ],
    [
      "a code that no document lists",
      { "src/more.ts": 'new FetchError("TORN", "soon")' },
      "docs/errors.md: lacks TORN, which src/more.ts raises",
    ],
    ["a code that nothing raises", { "src/fail.ts": "" }, "docs/errors.md: lists LOST, which nothing raises"],
    [
      "a path of one machine",
      { "src/more.ts": ['const a = "', "home", 'ann"'].join("/") },
      "src/more.ts: holds a path of one machine",
    ],
    [
      "a registry's host",
      { "package-lock.json": '{ "resolved": "https://registry.example/a.tgz" }' },
      "package-lock.json: names a registry's host",
    ],
  ])("tells %s", (_what, files, problem) => {
    expect(problemsOf(project(files))).toEqual([problem]);
  });
});
