import type { Column } from "./table.ts";

/** A value as the database gives it. */
export type Cell = string | number | boolean | Date | null;

/**
 * A cell as text: instants in UTC, nothing for null. Text that a spreadsheet would take for a formula gets an apostrophe in
 * front, since quotes, names and addresses come from outside; numbers and dates are what they are.
 * @see OWASP, CSV injection
 */
export function cellText(value: Cell, { type }: Pick<Column, "type">): string {
  if (value === null) return "";
  if (value instanceof Date) return value.toISOString();
  const text = String(value);
  return type === "string" && /^[\s]*[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
}

/** A cell for JSON: numbers are numbers, instants are text in UTC. */
export function cellJson(value: Cell, { type }: Pick<Column, "type">): Exclude<Cell, Date> {
  if (value === null || typeof value === "boolean") return value;
  if (value instanceof Date) return value.toISOString();
  return type === "integer" || type === "number" ? Number(value) : value;
}
