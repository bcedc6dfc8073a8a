import { setTimeout as sleep } from "node:timers/promises";
import { databaseFailure } from "../store/failure.ts";
import type { Db } from "../store/query.ts";

export type Health =
  | { readonly status: "ok" }
  | { readonly status: "failing"; readonly code: string; readonly remedy: string };

const patienceMs = 5_000;
const away = failing(Object.assign(new Error("no answer"), { code: "ETIMEDOUT" }));

/** Whether the service can work, said within five seconds: a database that only holds the line is as good as away. */
export async function healthOf(db: Db): Promise<Health> {
  const silence = sleep<Health>(patienceMs, away, { ref: false });
  const answer = db.query("select 1").then((): Health => ({ status: "ok" }), failing);
  return Promise.race([answer, silence]);
}

function failing(cause: unknown): Health {
  const failure = databaseFailure(cause);
  if (failure === undefined) throw cause;
  return { status: "failing", code: failure.code, remedy: failure.remedy };
}
