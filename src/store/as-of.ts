import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { RecountError } from "../runtime/errors.ts";
import { projectRoot } from "../runtime/project.ts";

/** "recount.NAME" however it is written, and "(" where it is a function; else strings, quoted names and comments. */
const pieces =
  /(?:"recount"|\brecount)\s{0,9}\.\s{0,9}"?([a-z_]+)"?(\()?|'(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$)|--[^\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/|$)/gi;

/**
 * The statement with each view that it asks in its state of an instant: a named query goes before it, and the view's name
 * means that. The instant is the setting `recount.as_of`.
 * @throws RecountError SQL_WITHOUT_PAST for a view whose past states are not kept
 */
export function asOfStatement(statement: string): string {
  const views = new Set<string>();
  const text = statement.replace(pieces, (piece: string, name?: string, call?: string) => {
    if (name === undefined || call !== undefined) return piece;
    const view = name.toLowerCase();
    if (!pastViews().includes(view)) throw withoutPast(view);
    views.add(view);
    return view;
  });
  const named = [...views].map((view) => `${view} as (\n${pastOf(view)})`).join(",\n");
  if (named === "") return statement;
  const [head = "", recursive = ""] = /^\s*with\s+(recursive\s+)?/i.exec(text) ?? [];
  return head === "" ? `with ${named}\n${text}` : `with ${recursive}${named},\n${text.slice(head.length)}`;
}

const folder = join(projectRoot, "sql", "as-of");

function pastViews(): string[] {
  return readdirSync(folder).map((file) => file.replace(/\.sql$/, ""));
}

function pastOf(view: string): string {
  return readFileSync(join(folder, `${view}.sql`), "utf8");
}

function withoutPast(view: string): RecountError {
  const remedy = `Leave --as-of out, or ask one of: ${pastViews().sort().join(", ")}.`;
  return new RecountError("SQL_WITHOUT_PAST", "never", `recount.${view} is not known as of an earlier time`, remedy);
}
