import { RecountError } from "../runtime/errors.ts";
import { databaseFailure } from "../store/failure.ts";
import { paint } from "./terminal.ts";

/** Prints a failure for a person: code, what happened, what to do. */
export function printFailure(cause: unknown): void {
  process.stderr.write(`${failureText(cause)}\n`);
}

function failureText(cause: unknown): string {
  const coded = cause instanceof RecountError ? cause : databaseFailure(cause);
  if (coded !== undefined) return `${paint("red", coded.code, process.stderr)}  ${coded.message}\n${coded.remedy}`;
  const text = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  return `${paint("red", "UNEXPECTED", process.stderr)}  ${text}\nThis is a fault of Recount's own: please report it with the lines above.`;
}
