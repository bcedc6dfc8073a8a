import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { FaultServer } from "./fault-server.ts";
import { Poller } from "./poller.ts";
import { freshDatabase, type TestDatabase } from "./postgres.ts";

/** Gives each test of a file a poller of its own, on one database. */
export function eachWithPoller(start: Date, limits: { firstByteMs?: number; totalMs?: number } = {}): () => Poller {
  let database: TestDatabase;
  let poller: Poller | undefined;
  let stories = 0;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    stories += 1;
    poller = new Poller(database.pool, await new FaultServer().start(), `story-${String(stories)}`, start, limits);
  });
  afterEach(async () => {
    await poller?.close();
  });
  return () => {
    if (poller === undefined) throw new Error("asked for before the test");
    return poller;
  };
}
