import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Pool } from "pg";
import { PageReader } from "../src/report/page-reader.ts";
import { silentLog } from "../src/runtime/log.ts";
import { quietPool } from "../src/store/database.ts";
import { openEmbedded } from "../src/store/embedded/embedded.ts";
import { migrate } from "../src/store/migrate.ts";
import { FaultServer } from "../test/support/fault-server.ts";
import { followFaultyFeeds } from "../test/support/faulty-feeds.ts";
import { Poller } from "../test/support/poller.ts";

// Polls a server of every fault on a fast clock, then tells how each feed stands and how much memory it took.
const polls = Number(process.argv[2] ?? 10_000);
setFlagsFromString("--expose_gc");

const folder = mkdtempSync(join(tmpdir(), "recount-bench-"));
// As root the server runs as another user, who must be able to walk in.
chmodSync(folder, 0o755);
const settings = ["fsync=off", "synchronous_commit=off"];
const database = await openEmbedded({ dataDirectory: folder, sqlPort: null, use: "command", settings }, silentLog);
const pool = quietPool(
  new Pool({ host: database.socket, port: database.port, user: "recount", database: "postgres" }),
  silentLog,
);
await migrate(pool);
const start = new Date("2026-02-05T10:00:00Z");
const server = await new FaultServer().start();
const lent = { pool, pages: new PageReader() };
const poller = new Poller(lent, server, "bench", start, { firstByteMs: 100, totalMs: 200 });
try {
  const fates = await followFaultyFeeds(poller);
  const memory: Record<string, object> = {};
  const startMs = performance.now();
  for (let poll = 1; poll <= polls; poll += 1) {
    await poller.pollFirstDue();
    poller.lines.length = 0;
    server.requests.length = 0;
    if (poll % Math.ceil(polls / 10) === 0) memory[String(poll)] = megabytes();
  }
  const days = (poller.clock.now().getTime() - start.getTime()) / 86_400_000;
  await poller.watch();
  console.log(
    `${polls} polls of ${fates.size} feeds over ${days.toFixed(0)} days in ${((performance.now() - startMs) / 1_000).toFixed(0)} s`,
  );
  console.table(memory);
  const rows: Record<string, object> = {};
  let wrong = 0;
  for (const [name, fate] of fates) {
    const { error_code: code, failure_kind: kind, failures, alarms } = await poller.state(name);
    const waitDays = (await poller.waitMinutes(name)) / 1_440;
    const isRight =
      code === fate.code &&
      kind === fate.kind &&
      (alarms[0]?.kind ?? null) === fate.alarm &&
      waitDays <= fate.longestDays;
    if (!isRight) wrong += 1;
    rows[name] = {
      code,
      kind,
      failures,
      "days to next": waitDays.toFixed(1),
      alarms: alarms.map((alarm) => alarm.kind).join(", "),
      right: isRight,
    };
  }
  console.table(rows);
  console.log(wrong === 0 ? "every feed is in its right state" : `${wrong} feeds are not in their right state`);
  process.exitCode = wrong === 0 ? 0 : 1;
} finally {
  await poller.close();
  await pool.end();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
}

function megabytes(): object {
  runInNewContext("gc()");
  const { heapUsed, rss } = process.memoryUsage();
  return { "heap MB": (heapUsed / 2 ** 20).toFixed(1), "resident MB": (rss / 2 ** 20).toFixed(0) };
}
