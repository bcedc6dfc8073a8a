import { type Cell, cellJson, cellText } from "./cell.ts";
import type { ExportTable } from "./table.ts";

export type RowFormat = "csv" | "json" | "hxl";
export type Row = readonly Cell[];

/** A table as text, piece by piece: as many rows as come, in the memory of one page. */
export async function* writeTable(
  table: ExportTable,
  format: RowFormat,
  pages: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string> {
  if (format === "json") yield* writeJson(table, pages);
  else yield* writeCsv(table, format === "hxl", pages);
}

/** Head line, below it the hashtags where they are wanted, then the rows. @see RFC 4180, HXL 1.1 */
async function* writeCsv({ columns }: ExportTable, hashtags: boolean, pages: AsyncIterable<readonly Row[]>) {
  yield line(columns.map(({ name }) => name));
  if (hashtags) yield line(columns.map(({ hashtag }) => hashtag));
  for await (const rows of pages) {
    yield rows.map((row) => line(columns.map((column, index) => cellText(row[index] ?? null, column)))).join("");
  }
}

/** An array of objects. */
async function* writeJson({ columns }: ExportTable, pages: AsyncIterable<readonly Row[]>) {
  let before = "[\n";
  for await (const rows of pages) {
    for (const row of rows) {
      const cells = columns.map((column, index) => [column.name, cellJson(row[index] ?? null, column)] as const);
      yield before + JSON.stringify(Object.fromEntries(cells));
      before = ",\n";
    }
  }
  yield before === "[\n" ? "[]\n" : "\n]\n";
}

function line(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")}\r\n`;
}
