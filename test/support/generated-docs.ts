import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Pool } from "pg";
import { projectRoot } from "../../src/runtime/project.ts";
import { type Answer, answerTable, type Example } from "./examples.ts";

/** What stands between "<!-- begin NAME -->" and "<!-- end NAME -->" of a document. */
export function documentPart(file: string, name: string): string {
  const [, part] = split(read(file), name);
  return part;
}

export function writeDocumentPart(file: string, name: string, part: string): void {
  const [head, , tail] = split(read(file), name);
  writeFileSync(join(projectRoot, "docs", file), head + part + tail);
}

function read(file: string): string {
  return readFileSync(join(projectRoot, "docs", file), "utf8");
}

function split(text: string, name: string): [string, string, string] {
  const [begin, end] = [`<!-- begin ${name} -->\n`, `<!-- end ${name} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`no part "${name}"`);
  return [text.slice(0, from + begin.length), text.slice(from + begin.length, to), text.slice(to)];
}

/** Each example with its statement and its answer. */
export function exampleChapter(answers: readonly { example: Example; answer: Answer }[]): string {
  return answers
    .map(({ example, answer }) =>
      ["", `### ${example.question}`, "", "```sql", example.statement, "```", "", answerTable(answer), ""].join("\n"),
    )
    .join("");
}

/** The tables and what refers to what, as a Mermaid diagram. */
export async function tableDiagram(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ one: string; many: string; key: string }>(
    `select one.relname as one, many.relname as many, a.attname as key
     from pg_constraint c
     join pg_class one on one.oid = c.confrelid
     join pg_class many on many.oid = c.conrelid
     join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     where c.contype = 'f' and c.connamespace = 'recount'::regnamespace
     order by one.relname, many.relname, a.attname`,
  );
  const lines = rows.map(({ one, many, key }) => `  ${one} ||--o{ ${many} : ${key}`);
  return ["```mermaid", "erDiagram", ...lines, "```", ""].join("\n");
}

/** Each view and each function with its meaning and its columns. */
export async function viewChapter(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ view: string; about: string; column: string; type: string; meaning: string }>(
    `select c.relname as view, obj_description(c.oid, 'pg_class') as about, a.attname as column,
       format_type(a.atttypid, a.atttypmod) as type, col_description(c.oid, a.attnum) as meaning
     from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
     where c.relnamespace = 'recount'::regnamespace and c.relkind = 'v'
     order by c.relname, a.attnum`,
  );
  const views = [...new Set(rows.map((row) => row.view))].map((view) => {
    const own = rows.filter((row) => row.view === view);
    const columns = own.map((row) => [row.column, row.type, row.meaning]);
    const table = answerTable({ columns: ["column", "type", "meaning"], rows: columns }, columns.length);
    return ["", `### ${view}`, "", own[0]?.about ?? "", "", table, ""].join("\n");
  });
  return views.join("");
}

interface ToldChange {
  readonly noticed_at: Date;
  readonly kind: string;
  readonly title: string;
  readonly reason: string;
  readonly quote: string | null;
  readonly outlet: string | null;
  readonly needs_review: boolean;
}

/** One month of the change log as a story: day by day, each change with its reason and its sentence. */
export async function changeStory(pool: Pool, month: string): Promise<string> {
  const { rows } = await pool.query<ToldChange>(
    `select noticed_at, kind, coalesce(metric, subject) as title, reason, quote, outlet, needs_review
     from recount.change_log where to_char(noticed_at at time zone 'UTC', 'YYYY-MM') = $1
     order by noticed_at, kind, metric, subject, reason, outlet`,
    [month],
  );
  let day = "";
  const lines = rows.flatMap((change) => {
    const [date, time] = change.noticed_at.toISOString().slice(0, 16).split("T");
    const head = date === day ? [] : ["", `## ${date ?? ""}`, ""];
    day = date ?? "";
    const review = change.needs_review ? " It asks for review." : "";
    const source =
      change.outlet === null ? "" : `\n  > ${(change.quote ?? "").replaceAll("\n", " ")} (${change.outlet})`;
    return [
      ...head,
      `- ${time ?? ""} **${change.kind.replace("_", " ")}**, \`${change.title}\`: ${change.reason}${review}${source}`,
    ];
  });
  return `${lines.join("\n")}\n\n`;
}
