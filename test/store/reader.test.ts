import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate } from "../../src/store/migrate.ts";
import { transaction } from "../../src/store/transaction.ts";
import { freshDatabase, type TestDatabase } from "../support/postgres.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});

afterAll(async () => {
  await database.drop();
});

function asReader(text: string): Promise<unknown> {
  return transaction(database.pool, async (client) => {
    await client.query("set local role recount_reader");
    return (await client.query(text)).rows;
  });
}

async function names(text: string): Promise<string[]> {
  return (await database.pool.query<{ name: string }>(text)).rows.map(({ name }) => name);
}

test("the reading role reads every view and no table", async () => {
  const views = await names("select table_name as name from information_schema.views where table_schema = 'recount'");
  expect(views.length).toBeGreaterThan(0);
  for (const view of views) await asReader(`select * from recount.${view} limit 1`);
  const tables = await names(
    "select table_name as name from information_schema.tables where table_schema = 'recount' and table_type = 'BASE TABLE'",
  );
  expect(tables.length).toBeGreaterThan(10);
  for (const table of tables)
    await expect(asReader(`select * from recount.${table}`)).rejects.toThrow(/permission denied/);
  await expect(asReader("select * from graphile_worker.jobs")).rejects.toThrow(/permission denied/);
  await expect(asReader("create table recount.mine (a integer)")).rejects.toThrow(/permission denied/);
});

test("the reading role can ask what was known at an instant", async () => {
  const functions = await names(
    "select proname as name from pg_proc where pronamespace = 'recount'::regnamespace and proname like '%as\\_of'",
  );
  expect(functions).toContain("figures_as_of");
  expect(functions.length).toBeGreaterThan(5);
  for (const name of functions) await asReader(`select * from recount.${name}('2026-02-01T00:00:00Z') limit 1`);
});

test("every table, view and column says what it is", async () => {
  const silent = await names(`
    select c.relname as name from pg_class c
    where c.relnamespace = 'recount'::regnamespace and c.relkind in ('r', 'v') and obj_description(c.oid) is null
    union all
    select c.relname || '.' || a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'recount'::regnamespace and c.relkind in ('r', 'v') and a.attnum > 0 and not a.attisdropped
      and col_description(c.oid, a.attnum) is null`);
  expect(silent).toEqual([]);
});

test("views are made anew when their text changed, and left alone when it did not", async () => {
  const folder = mkdtempSync(join(tmpdir(), "recount-views-"));
  const write = (text: string) => writeFileSync(join(folder, "answer.sql"), text);
  const oid = async () => (await names("select 'recount.answer'::regclass::oid::text as name"))[0];
  write("create view recount.answer as select 41 as answer");
  await migrate(database.pool, folder);
  const first = await oid();
  await migrate(database.pool, folder);
  expect(await oid()).toBe(first);
  // A column of another type is what "create or replace" would refuse.
  write("create view recount.answer as select 'forty-two' as answer");
  await Promise.all([migrate(database.pool, folder), migrate(database.pool, folder)]);
  expect(await asReader("select answer from recount.answer")).toEqual([{ answer: "forty-two" }]);
  rmSync(folder, { recursive: true });
});
