import { Client } from "pg";
import { expect, inject, test } from "vitest";
import { databaseFailure } from "../../src/store/failure.ts";
import { onDatabase } from "../support/database-server.ts";

async function failureOf(url: string): Promise<string | undefined> {
  const client = new Client({ connectionString: url });
  const cause: unknown = await client.connect().catch((error: unknown) => error);
  return databaseFailure(cause)?.code;
}

test("a database that is not there is unreachable, and one that refuses us says so", async () => {
  expect(await failureOf("postgresql://recount@127.0.0.1:1/recount")).toBe("DATABASE_UNREACHABLE");
  expect(await failureOf("postgresql://recount@/recount?host=/no/such/folder")).toBe("DATABASE_UNREACHABLE");
  expect(await failureOf(onDatabase(inject("databaseServer").url, "no_such_database"))).toBe("DATABASE_REFUSED");
});

test("a wrong statement is no fault of the database", () => {
  expect(databaseFailure(new Error("syntax error"))).toBeUndefined();
});
