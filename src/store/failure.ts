import { DatabaseError } from "pg";
import { RecountError } from "../runtime/errors.ts";
import { fileFault } from "../runtime/file-fault.ts";

/** What the system says when there is nobody to talk to, and what pg says when the connection goes. */
const unreachable = new Set(["ECONNREFUSED", "ECONNRESET", "ENOENT", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "EPIPE"]);
const lost = /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error/i;
/** Classes of SQLSTATE: 08 connection (but not 08P01, a request of ours that is wrong), 57P0x shutting down or starting, 53 out of resources. */
const passing = /^(08(?!P01)...|57P0.|53...)$/;
/** 28 wrong user or password, 3D000 no such database. */
const refused = /^(28...|3D000)$/;

/** The coded failure behind an error of the database's driver; undefined when the database itself is not at fault. */
export function databaseFailure(cause: unknown): RecountError | undefined {
  if (!(cause instanceof Error)) return undefined;
  if (cause instanceof AggregateError) return databaseFailure(cause.errors[0]);
  const code = "code" in cause && typeof cause.code === "string" ? cause.code : "";
  if (cause instanceof DatabaseError && refused.test(code)) {
    const remedy = "Correct user, password and database name in DATABASE_URL.";
    return new RecountError("DATABASE_REFUSED", "never", `the database refused us: ${cause.message}`, remedy, {
      cause,
    });
  }
  if (fileFault(cause) !== undefined) return undefined;
  const away = cause instanceof DatabaseError ? passing.test(code) : unreachable.has(code) || lost.test(cause.message);
  if (!away) return undefined;
  return new RecountError(
    "DATABASE_UNREACHABLE",
    "soon",
    `the database does not answer: ${cause.message}`,
    "Start it, or correct DATABASE_URL; it is tried again by itself and nothing is lost.",
    { cause },
  );
}
