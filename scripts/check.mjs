// npm run check: types, lint, format, import rules, unused code, documents, patterns. Every step runs, every problem is shown.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { documentProblems } from "./documents.mjs";
import { patternProblems } from "./patterns.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const steps = [
  ["types", () => tool("typescript/bin/tsc", "-p", "tsconfig.json")],
  ["lint", () => tool("eslint/bin/eslint.js", ".")],
  ["format", () => tool("@biomejs/biome/bin/biome", "check", ".")],
  ["imports", importRules],
  ["unused", () => tool("knip/bin/knip.js", "--no-progress")],
  ["documents", () => documentProblems(root)],
  ["patterns", () => patternProblems(root)],
];

const wanted = process.argv.slice(2);
let failed = 0;
for (const [name, run] of steps.filter(([step]) => wanted.length === 0 || wanted.includes(step))) {
  const start = performance.now();
  const problems = await run();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  for (const problem of problems) console.log(problem);
  console.log(`${problems.length === 0 ? "passed" : "FAILED"}  ${name.padEnd(10)} ${seconds.padStart(6)} s`);
  if (problems.length > 0) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;

/** Runs a tool of node_modules; its output is the problem when it fails. */
function tool(path, ...args) {
  const { status, stdout, stderr } = spawn(path, args);
  return status === 0 ? [] : [`${stdout}${stderr}`.trim() || `${path} ended with ${status}`];
}

function spawn(path, args) {
  const options = { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 };
  return spawnSync(process.execPath, [join(root, "node_modules", path), ...args], options);
}

/** A cruise over no modules would be a false green. */
function importRules() {
  const { status, stdout, stderr } = spawn("dependency-cruiser/bin/dependency-cruise.mjs", [
    "--config",
    ".dependency-cruiser.cjs",
    "--output-type",
    "json",
    ...["src", "jobs"].filter((folder) => existsSync(join(root, folder))),
  ]);
  if (!stdout.startsWith("{")) return [`${stdout}${stderr}`.trim() || `dependency-cruiser ended with ${status}`];
  const { summary } = JSON.parse(stdout);
  if (summary.totalCruised < 10) return [`dependency-cruiser saw ${summary.totalCruised} modules`];
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}
