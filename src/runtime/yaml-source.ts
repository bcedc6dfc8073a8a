import { readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";

/** One thing wrong with a configuration file, with what a person needs to put it right. */
export interface Problem {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** "speakers.3.side"; empty for the file as a whole. */
  readonly path: string;
  readonly found: string;
  readonly allowed: string;
}

export type Path = readonly PropertyKey[];

/** A YAML file that still knows on which line each value stands. */
export interface Source {
  readonly file: string;
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** The line of the deepest part of the path that exists. */
  lineOf(path: Path): number;
}

export function readSource(folder: string, name: string): Source {
  const path = join(folder, name);
  const file = join(basename(folder), name);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) return missing(file, found === undefined ? "no such file" : "something else of that name");
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, "utf8"), { lineCounter: lines });
  const problems = [...document.errors, ...document.warnings].map((error) => ({
    file,
    line: lines.linePos(error.pos[0]).line,
    path: "",
    found: error.message.split("\n")[0] ?? error.code,
    allowed: "valid YAML",
  }));
  const lineOf = (at: Path) => lines.linePos(offsetOf(document.contents, at)).line;
  if (document.errors.length > 0) return { file, value: undefined, problems, lineOf };
  try {
    const value: unknown = document.toJS();
    return { file, value, problems, lineOf };
  } catch (cause) {
    // So many aliases of aliases that their values would fill the memory.
    const found = cause instanceof Error ? cause.message : "what cannot be read";
    return {
      file,
      value: undefined,
      problems: [...problems, { ...whole, file, found, allowed: "fewer aliases" }],
      lineOf,
    };
  }
}

/** The value at a path of plain data, undefined where it leads nowhere. */
export function valueAt(value: unknown, path: Path): unknown {
  let here = value;
  for (const key of path) {
    if (typeof here !== "object" || here === null) return undefined;
    here = new Map<PropertyKey, unknown>(Object.entries(here)).get(String(key));
  }
  return here;
}

export function problemAt(source: Source, path: Path, allowed: string): Problem {
  const found = shown(valueAt(source.value, path));
  return { file: source.file, line: source.lineOf(path), path: path.map(String).join("."), found, allowed };
}

function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

const whole = { line: 1, path: "" };

function missing(file: string, found: string): Source {
  const problem = { ...whole, file, found, allowed: "a YAML file" };
  return { file, value: undefined, problems: [problem], lineOf: () => 1 };
}

function offsetOf(root: Node | null, path: Path): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      if (pair === undefined) return offset;
      offset = isScalar(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      if (!isMap(node) && !isSeq(node) && !isScalar(node)) return offset;
      offset = node.range?.[0] ?? offset;
    } else return offset;
  }
  return offset;
}
