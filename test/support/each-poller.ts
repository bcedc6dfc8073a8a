import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { PageReader } from "../../src/report/page-reader.ts";
import { FaultServer } from "./fault-server.ts";
import { Poller } from "./poller.ts";
import { freshDatabase, type TestDatabase } from "./postgres.ts";

/** Gives each test of a file a poller of its own, on one database and with one thread that reads pages. */
export function eachWithPoller(start: Date, limits: { firstByteMs?: number; totalMs?: number } = {}): () => Poller {
  let database: TestDatabase;
  let poller: Poller | undefined;
  let stories = 0;
  const pages = new PageReader(60_000);
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(async () => {
    await pages.close();
    await database.drop();
  });
  beforeEach(async () => {
    stories += 1;
    const lent = { pool: database.pool, pages };
    poller = new Poller(lent, await new FaultServer().start(), `story-${String(stories)}`, start, limits);
  });
  afterEach(async () => {
    await poller?.close();
  });
  return () => {
    if (poller === undefined) throw new Error("asked for before the test");
    return poller;
  };
}
