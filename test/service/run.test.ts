import { cpSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { projectRoot } from "../../src/runtime/project.ts";
import { dataFolder } from "../store/embedded/holder.ts";
import { command, type Running, start } from "../support/command.ts";
import { freshDatabase, type TestDatabase } from "../support/postgres.ts";
import { type CuttableProxy, proxyTo } from "../support/proxy.ts";

let data: ReturnType<typeof dataFolder>;
let running: Running[];

beforeEach(() => {
  data = dataFolder();
  running = [];
});

afterEach(async () => {
  for (const service of running) {
    service.child.kill("SIGTERM");
    await service.ended;
  }
  data.remove();
});

/** The shipped dossier with one feed, which nobody serves. */
function quietDossier(): string {
  const folder = join(data.path, "istanbul");
  cpSync(join(projectRoot, "config", "istanbul"), folder, { recursive: true });
  const feed =
    "{name: nobody-en, url: 'https://feeds.invalid/rss', outlet: Nobody, language: en, country: GB, side: null, ";
  writeFileSync(join(folder, "feeds.yaml"), `feeds:\n  - ${feed}kind: articles, seen: 2026-01-01}\n`);
  return folder;
}

function environment(more: Record<string, string> = {}): Record<string, string> {
  return { RECOUNT_DATA: join(data.path, "data"), RECOUNT_PORT: "4711", RECOUNT_DOSSIERS: quietDossier(), ...more };
}

function run(more: Record<string, string> = {}): Running {
  const service = start(["run"], environment(more));
  running.push(service);
  return service;
}

// The service promises five seconds of its own work; a loaded machine adds to them.
const promisedMs = 20_000;

async function stop(service: Running, signal: NodeJS.Signals): Promise<{ code: number | null; stopMs: number }> {
  const startedMs = performance.now();
  service.child.kill(signal);
  const { code } = await service.ended;
  return { code, stopMs: performance.now() - startedMs };
}

function logged(service: Running): Record<string, unknown>[] {
  return service
    .stdout()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

function dashboardOf(service: Running): string {
  return String(logged(service).find((line) => line["msg"] === "service started")?.["dashboard"]);
}

test("in a pipe every line of standard output is JSON; a feed that is not reached is told with its remedy", async () => {
  const service = run();
  await service.says("nobody-en");
  expect(await fetch(`${dashboardOf(service)}/healthz`).then((answer) => answer.status)).toBe(200);
  expect(logged(service)).toContainEqual(
    expect.objectContaining({ feed: "nobody-en", code: "DNS", remedy: expect.any(String) }),
  );
});

test.each(["SIGINT", "SIGTERM"] as const)(
  "stops on %s within five seconds, its database too, and starts again",
  async (signal) => {
    const first = run();
    await first.says("service started");
    const { code, stopMs } = await stop(first, signal);
    expect(code).toBe(0);
    expect(stopMs).toBeLessThan(promisedMs);
    expect(logged(first).at(-1)).toMatchObject({ msg: "stopped" });
    await run().says("service started");
  },
);

test("a taken port is answered by the next free one, and said", async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(4711, "127.0.0.1", resolve));
  const service = run();
  await service.says("service started");
  expect(dashboardOf(service)).toMatch(/:47(1[2-9]|[2-6]\d)$/);
  expect(logged(service)).toContainEqual(expect.objectContaining({ msg: "dashboard port is taken", wanted: 4711 }));
  await new Promise((resolve) => taken.close(resolve));
});

test("a second service on the data directory ends with a clear error and exit code 1", async () => {
  await run().says("service started");
  const { code, stderr } = await command(["run"], environment());
  expect(code).toBe(1);
  expect(stderr).toContain("SERVICE_RUNNING");
  expect(stderr).toContain("RECOUNT_DATA");
});

test("a command uses the running service's database and leaves it running", async () => {
  const service = run();
  await service.says("nobody-en");
  const { stdout, code } = await command(["sql", "select 42 as answer", "--csv"], environment());
  expect({ stdout, code }).toEqual({ stdout: "answer\n42\n", code: 0 });
  expect(await fetch(`${dashboardOf(service)}/healthz`).then((answer) => answer.status)).toBe(200);
});

test("says where other clients get in and where their password is, and lets them read the views alone", async () => {
  const service = run({ RECOUNT_SQL_PORT: "4801" });
  await service.says("service started");
  const started = logged(service).find((line) => line["msg"] === "service started");
  const file = String(started?.["sqlPasswordFile"]);
  expect(started).toMatchObject({ sqlPort: 4801, sqlPasswordFile: expect.stringMatching(/sql-password$/) });
  const { stdout, stderr } = await command(["db", "url"], environment());
  expect(stdout).toBe(`${String(started?.["sql"])}\n`);
  expect(stderr).toContain(`127.0.0.1:4801, database recount, user recount_reader, password in ${file}`);
  const client = new Client(stdout.trim());
  await client.connect();
  await expect(client.query("select count(*) from recount.event_ledger")).resolves.toMatchObject({ rowCount: 1 });
  await expect(client.query("delete from recount.figure")).rejects.toThrow("permission denied");
  await client.end();
});

test("a wrong configuration is told whole, before anything starts", async () => {
  const { code, stderr } = await command(["run"], environment({ RECOUNT_PORT: "x", RECOUNT_LOG_LEVEL: "loud" }));
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /CONFIG_INVALID[\s\S]*RECOUNT_PORT[\s\S]*RECOUNT_LOG_LEVEL|CONFIG_INVALID[\s\S]*RECOUNT_LOG_LEVEL[\s\S]*RECOUNT_PORT/,
  );
});

describe("on a database of its own", () => {
  let database: TestDatabase;
  let proxy: CuttableProxy;

  beforeEach(async () => {
    database = await freshDatabase();
    proxy = await proxyTo(serverAddress());
  });

  afterEach(async () => {
    for (const service of running.splice(0)) {
      service.child.kill("SIGTERM");
      await service.ended;
    }
    await proxy.cut().catch(() => undefined);
    await database.drop();
  });

  /** Where the run's server listens: a unix socket for the embedded one. */
  function serverAddress(): { port: number } | { path: string } {
    const url = new URL(inject("databaseServer").url.replace("@/", "@localhost/"));
    const folder = url.searchParams.get("host");
    if (folder === null) return { port: Number(url.port || "5432") };
    return { path: join(folder, `.s.PGSQL.${url.searchParams.get("port") ?? "5432"}`) };
  }

  function through(): Record<string, string> {
    const url = new URL(database.url.replace("@/", "@localhost/"));
    const user = [url.username, url.password].filter(Boolean).join(":");
    return { DATABASE_URL: `postgresql://${user}@127.0.0.1:${String(proxy.port)}${url.pathname}` };
  }

  test("waits for a database that is down at the start, and says so", async () => {
    await proxy.cut();
    const service = run(through());
    await service.says("database not reached, trying again");
    expect(logged(service)).toContainEqual(
      expect.objectContaining({ code: "DATABASE_UNREACHABLE", remedy: expect.stringContaining("DATABASE_URL") }),
    );
    await proxy.open();
    await service.says("service started");
  });

  test("can be stopped while it waits", async () => {
    await proxy.cut();
    const service = run(through());
    await service.says("database not reached, trying again");
    expect((await stop(service, "SIGTERM")).stopMs).toBeLessThan(promisedMs);
  });

  test("goes on when the database goes away and comes back, and stops in time while it is away", async () => {
    const service = run(through());
    await service.says("service started");
    await service.says("nobody-en");
    await proxy.cut();
    await service.says("DATABASE_UNREACHABLE");
    await proxy.open();
    await database.pool.query("update recount.feed set next_poll_at = '2026-01-01'");
    await database.pool.query("select graphile_worker.add_job('poll_due_feeds', '{}'::json)");
    for (let tries = 0; tries < 300; tries += 1) {
      const { rowCount } = await database.pool.query("select from recount.poll");
      if (rowCount !== null && rowCount > 1) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect((await database.pool.query("select from recount.poll")).rowCount).toBeGreaterThan(1);
    await proxy.cut();
    expect((await stop(service, "SIGTERM")).stopMs).toBeLessThan(promisedMs);
  });
});
