import { afterAll, beforeAll, expect, test } from "vitest";
import { addJob } from "../../src/store/queue/add-job.ts";
import { transaction } from "../../src/store/transaction.ts";
import { freshDatabase, type TestDatabase } from "../support/postgres.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});

afterAll(async () => {
  await database.drop();
});

async function jobCount(): Promise<string | undefined> {
  const { rows } = await database.pool.query<{ n: string }>("select count(*) as n from graphile_worker.jobs");
  return rows[0]?.n;
}

test("what fails half-way writes neither rows nor jobs", async () => {
  const work = transaction(database.pool, async (client) => {
    await client.query("insert into recount.tick (job, at) values ('poll-feeds', '2026-01-05T10:00:00Z')");
    await addJob(client, "poll_due_feeds", {});
    throw new Error("killed");
  });
  await expect(work).rejects.toThrow("killed");
  expect(await jobCount()).toBe("0");
  const { rowCount } = await database.pool.query("select from recount.tick");
  expect(rowCount).toBe(0);
});

test("a job is added with its queue, key and time, and once a key", async () => {
  const runAt = new Date("2026-01-05T10:00:00Z");
  for (const feed of [1, 2]) {
    await transaction(database.pool, (client) =>
      addJob(client, "poll_feed", { feed }, { queue: "example.org", key: "feed-1", runAt }),
    );
  }
  const { rows } = await database.pool.query(
    "select task_identifier, queue_name, key, run_at from graphile_worker.jobs",
  );
  expect(rows).toEqual([{ task_identifier: "poll_feed", queue_name: "example.org", key: "feed-1", run_at: runAt }]);
});

test("a connection cut inside a transaction fails that transaction and leaves the pool usable", async () => {
  const work = transaction(database.pool, async (client) => {
    const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
    await database.pool.query("select pg_terminate_backend($1)", [rows[0]?.pid]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await client.query("select 1");
  });
  await expect(work).rejects.toThrow();
  expect((await database.pool.query("select 1")).rowCount).toBe(1);
});
