import { afterAll, beforeAll, expect, test } from "vitest";
import { recordTick } from "../../../src/store/queue/tick.ts";
import { freshDatabase, type TestDatabase } from "../../support/postgres.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});

afterAll(async () => {
  await database.drop();
});

test("a tick that several processes fire counts once, and the next one counts again", async () => {
  const at = new Date("2026-01-05T10:00:00Z");
  const fire = (instant: Date) => recordTick(database.pool, "poll-feeds", "poll_due_feeds", instant);
  const counted = await Promise.all(Array.from({ length: 8 }, () => fire(at)));
  expect(counted.filter(Boolean)).toHaveLength(1);
  await database.pool.query("delete from graphile_worker._private_jobs");
  expect(await fire(at)).toBe(false);
  expect(await fire(new Date("2026-01-05T10:01:00Z"))).toBe(true);
});
