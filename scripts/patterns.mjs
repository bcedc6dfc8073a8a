// Whether any regular expression of the source can be made to backtrack: recheck looks for a text on which it takes more
// than linear time, and every pattern must be proved safe. Patterns that are put together at run time are not seen here;
// test/figure/floods.test.ts covers what reads foreign text.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";

const TIMEOUT_MS = 30_000;
const AT_ONCE = 2;

/** @returns one line a pattern that is not proved safe: file, line, pattern, and the text that makes it slow */
export async function patternProblems(root) {
  const { check } = await import("recheck");
  const patterns = [...new Map(sourceFiles(root).flatMap((file) => patternsOf(root, file)))];
  if (patterns.length < 50) return [`only ${patterns.length} patterns were found`];
  const problems = [];
  const next = patterns.values();
  const work = async () => {
    for (const [, { place, source, flags }] of next) {
      const { status, complexity, attack, error } = await check(source, flags, { timeout: TIMEOUT_MS });
      if (status === "safe") continue;
      const why = complexity?.summary ?? error?.kind ?? "unknown";
      problems.push(`${place}  /${source}/${flags}: ${why}${attack ? `, for example on ${attack.pattern}` : ""}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return problems;
}

function sourceFiles(root) {
  return readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(root, "src", name));
}

/** Each literal once, by its text. */
function patternsOf(root, file) {
  const kind = file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true, kind);
  const found = [];
  const walk = (node) => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      const place = `${relative(root, file)}:${line + 1}`;
      found.push([node.text, { place, source: node.text.slice(1, end), flags: node.text.slice(end + 1) }]);
    }
    ts.forEachChild(node, walk);
  };
  walk(source);
  return found;
}
