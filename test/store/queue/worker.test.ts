import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { Pool } from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { silentLog } from "../../../src/runtime/log.ts";
import { projectRoot } from "../../../src/runtime/project.ts";
import { openDatabase } from "../../../src/store/database.ts";
import { readPostmaster } from "../../../src/store/embedded/postmaster.ts";
import { migrate } from "../../../src/store/migrate.ts";
import { addJob } from "../../../src/store/queue/add-job.ts";
import { unlockDead } from "../../../src/store/queue/living.ts";
import { startWorker, type Worker, type WorkerOptions } from "../../../src/store/queue/worker.ts";
import { transaction } from "../../../src/store/transaction.ts";
import { freshDatabase, type TestDatabase } from "../../support/postgres.ts";
import { dataFolder } from "../embedded/holder.ts";

let database: TestDatabase;
let workers: Worker[];

beforeEach(async () => {
  database = await freshDatabase();
  workers = [];
});

afterEach(async () => {
  for (const worker of workers) await worker.close();
  await database.drop();
});

async function work(tasks: WorkerOptions["tasks"], more: Partial<WorkerOptions> = {}): Promise<void> {
  const options = { pool: database.pool, log: silentLog, concurrency: 4, tasks, alone: false, ...more };
  workers.push(await startWorker(options));
}

function add(pool: Pool, task: string, payload: unknown, queue?: string): Promise<void> {
  return transaction(pool, (client) => addJob(client, task, payload, queue === undefined ? {} : { queue }));
}

async function until(condition: () => boolean | Promise<boolean>, timeoutMs = 20_000): Promise<void> {
  for (let waitedMs = 0; waitedMs < timeoutMs; waitedMs += 50) {
    if (await condition()) return;
    await sleep(50);
  }
  throw new Error(`not so after ${String(timeoutMs)} ms`);
}

async function jobsLeft(pool: Pool): Promise<number> {
  return (await pool.query("select from graphile_worker.jobs")).rowCount ?? 0;
}

test("jobs of one queue run one after another, others side by side", async () => {
  const running = new Map<string, number>();
  const most = new Map<string, number>();
  const task = async (payload: unknown): Promise<void> => {
    const name = String(payload);
    running.set(name, (running.get(name) ?? 0) + 1);
    most.set(name, Math.max(most.get(name) ?? 0, running.get(name) ?? 0));
    await sleep(100);
    running.set(name, (running.get(name) ?? 0) - 1);
  };
  for (let n = 0; n < 3; n += 1) {
    await add(database.pool, "poll_feed", "one host", "host:example.org");
    await add(database.pool, "poll_feed", "no queue");
  }
  await work({ poll_feed: task });
  await until(async () => (await jobsLeft(database.pool)) === 0);
  expect(most.get("one host")).toBe(1);
  expect(most.get("no queue")).toBeGreaterThan(1);
});

test("a job whose worker was killed runs again at once on the same machine", async () => {
  const holder = `
    const [root, url] = process.argv.slice(1);
    const { Pool } = await import("pg");
    const { startWorker } = await import(root + "/dist/src/store/queue/worker.js");
    const { silentLog } = await import(root + "/dist/src/runtime/log.js");
    const { quietPool } = await import(root + "/dist/src/store/database.js");
    const pool = quietPool(new Pool({ connectionString: url }), silentLog);
    const tasks = { poll_feed: async () => { console.log("mine"); await new Promise(() => {}); } };
    await startWorker({ pool, log: silentLog, concurrency: 1, tasks, alone: false });
  `;
  await add(database.pool, "poll_feed", {}, "host:example.org");
  const child = spawn(process.execPath, ["--input-type=module", "-e", holder, projectRoot, database.url], {
    cwd: projectRoot,
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  // The first heartbeat is written after the first job may have been taken.
  await until(async () => (await database.pool.query("select from recount.worker")).rowCount === 1);
  child.kill("SIGKILL");
  await once(child, "exit");

  let ran = 0;
  await work({
    poll_feed: async () => {
      ran += 1;
    },
  });
  await until(() => ran === 1, 5_000);
});

test("a job that takes long is not taken from a living worker", async () => {
  let ran = 0;
  let finish = (): void => undefined;
  const long = new Promise<void>((resolve) => {
    finish = resolve;
  });
  await work({
    read_report: () => {
      ran += 1;
      return long;
    },
  });
  await add(database.pool, "read_report", {});
  await until(() => ran === 1);
  const soon = new Date(Date.now() + 30_000);
  expect(await unlockDead(database.pool, { ours: [], now: soon, alone: false })).toEqual([]);
  const { rows } = await database.pool.query(
    "select worker_id = (select locked_by from graphile_worker.jobs) as same from recount.worker",
  );
  expect(rows).toEqual([{ same: true }]);
  finish();
});

test("a worker on another machine is dead when its heart has stopped for a minute, and so is an unknown one", async () => {
  for (const holder of ["elsewhere", "unknown"]) await add(database.pool, "read_report", holder);
  await database.pool.query(
    "update graphile_worker._private_jobs set locked_at = '2026-01-05T10:00:00Z', locked_by = payload #>> '{}'",
  );
  await database.pool.query(
    "insert into recount.worker (worker_id, host, pid, started_at, beat_at) values ('elsewhere', 'elsewhere.example', 1, $1, $1)",
    ["2026-01-05T10:00:00Z"],
  );
  const dead = (now: string) => unlockDead(database.pool, { ours: [], now: new Date(now), alone: false });
  expect(await dead("2026-01-05T10:00:59Z")).toEqual([]);
  expect((await dead("2026-01-05T10:01:01Z")).sort()).toEqual(["elsewhere", "unknown"]);
  const { rowCount } = await database.pool.query("select from graphile_worker.jobs where locked_by is not null");
  expect(rowCount).toBe(0);
});

test("a database that is killed under a job and comes back loses no job", async () => {
  const data = dataFolder();
  const config = { databaseUrl: null, data: data.path, database: { sqlPort: null } };
  const own = await openDatabase(config, silentLog, "service");
  await migrate(own.pool);
  const done: string[] = [];
  await work(
    {
      read_report: async (payload) => {
        if (done.length === 0) await killServer(data.path);
        done.push(String(payload));
      },
    },
    { pool: own.pool, alone: true },
  );
  await add(own.pool, "read_report", "during");
  await until(() => done.includes("during"));
  await until(() =>
    add(own.pool, "read_report", "after").then(
      () => true,
      () => false,
    ),
  );
  await until(() => done.includes("after"), 40_000);
  await until(async () => (await jobsLeft(own.pool)) === 0, 40_000);
  await workers.pop()?.close();
  await own.close();
  data.remove();
});

async function killServer(data: string): Promise<void> {
  const server = readPostmaster(`${data}/postgres/cluster`);
  if (server !== undefined) process.kill(server.pid, "SIGKILL");
  await sleep(100);
}
