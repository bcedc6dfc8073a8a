import { existsSync, mkdirSync, readFileSync, realpathSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readPostmaster } from "../../../src/store/embedded/postmaster.ts";
import { ask, dataFolder, type Held, hold } from "./holder.ts";

let data: ReturnType<typeof dataFolder>;
let held: Held[];

beforeEach(() => {
  data = dataFolder();
  held = [];
});

afterEach(async () => {
  for (const each of held) await each.close();
  data.remove();
});

async function open(use: "service" | "command", more: object = {}): Promise<Held> {
  const opened = await hold({ dataDirectory: data.path, use, ...more });
  held.push(opened);
  return opened;
}

function clusterOf(path: string): string {
  return join(realpathSync(join(path, "postgres")), "cluster");
}

function serverPid(path = data.path): number | undefined {
  return readPostmaster(clusterOf(path))?.pid;
}

async function seed(holder: Held): Promise<void> {
  await ask(holder.answer, "create table if not exists kept as select 42 as answer");
}

test("starts on a unix socket in a folder of mode 700, and stops with its only user", async () => {
  const service = await open("service");
  const folder = realpathSync(join(data.path, "postgres"));
  expect(service.answer.socket).toBe(join(folder, "socket"));
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(await ask(service.answer, "show listen_addresses")).toEqual([""]);
  const pid = serverPid();
  await service.close();
  expect(pid).toBeGreaterThan(0);
  expect(existsSync(join(clusterOf(data.path), "postmaster.pid"))).toBe(false);
});

test("two racing first starts share one server, which stops with the last of them", async () => {
  const [one, two] = await Promise.all([open("command"), open("command")]);
  await seed(one);
  expect(await ask(two.answer, "select answer from kept")).toEqual([42]);
  await one.close();
  expect(await ask(two.answer, "select answer from kept")).toEqual([42]);
  await two.close();
  expect(serverPid()).toBeUndefined();
});

test("a second service on the data directory is refused and disturbs nothing", async () => {
  const service = await open("service");
  const second = await open("service");
  expect(second.answer.code).toBe("SERVICE_RUNNING");
  expect(second.answer.message).toContain(data.path);
  expect(second.answer.message).toContain(`process ${String(service.child.pid)}`);
  expect(await ask(service.answer, "select 1")).toEqual([1]);
});

test("a service killed by SIGKILL leaves its server running, and the next one takes it over with all rows", async () => {
  const service = await open("service");
  await seed(service);
  const pid = serverPid();
  await service.kill();
  const next = await open("service");
  expect(serverPid()).toBe(pid);
  expect(await ask(next.answer, "select answer from kept")).toEqual([42]);
  await next.close();
  expect(serverPid()).toBeUndefined();
});

test("what a killed server left behind, socket and process id, does not keep the next from starting", async () => {
  const service = await open("service");
  await seed(service);
  const pid = serverPid() ?? 0;
  await service.kill();
  process.kill(pid, "SIGKILL");
  await sleep(200);
  expect(existsSync(join(clusterOf(data.path), "postmaster.pid"))).toBe(true);
  const next = await open("service");
  expect(serverPid()).not.toBe(pid);
  expect(await ask(next.answer, "select answer from kept")).toEqual([42]);
});

test("a process id that belongs to another program by now counts as left behind", async () => {
  const service = await open("service");
  await seed(service);
  const note = join(clusterOf(data.path), "postmaster.pid");
  const text = readFileSync(note, "utf8");
  await service.close();
  writeFileSync(note, text.replace(/^\d+/, String(process.pid)));
  const next = await open("service");
  expect(await ask(next.answer, "select answer from kept")).toEqual([42]);
});

test("a server killed under a running service is started again", async () => {
  const service = await open("service");
  await seed(service);
  const pid = serverPid() ?? 0;
  process.kill(pid, "SIGKILL");
  let rows: unknown[] = [];
  for (let tries = 0; tries < 100 && rows.length === 0; tries += 1) {
    await sleep(100);
    rows = await ask(service.answer, "select answer from kept").catch(() => []);
  }
  expect(rows).toEqual([42]);
  expect(serverPid()).not.toBe(pid);
});

test("a data directory with a path of more than 120 characters works through a short socket folder", async () => {
  const long = join(data.path, "x".repeat(60), "y".repeat(60));
  mkdirSync(long, { recursive: true });
  const service = await open("service", { dataDirectory: long });
  const again = await open("command", { dataDirectory: long });
  expect(long.length).toBeGreaterThan(120);
  expect(Buffer.byteLength(join(service.answer.socket ?? "", ".s.PGSQL.5432"))).toBeLessThanOrEqual(100);
  expect(statSync(service.answer.socket ?? "").mode & 0o777).toBe(0o700);
  await seed(service);
  expect(await ask(again.answer, "select answer from kept")).toEqual([42]);
});

describe("the SQL port", () => {
  async function freePort(): Promise<number> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    await new Promise((resolve) => server.close(resolve));
    return typeof address === "object" && address !== null ? address.port : 0;
  }

  async function login(port: number, password: string): Promise<unknown> {
    const client = new Client({ host: "127.0.0.1", port, user: "recount_reader", password, database: "recount" });
    try {
      await client.connect();
      return (await client.query<{ name: string }>("select current_user as name")).rows[0]?.name;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  test("takes the reading role with the password that was made, and nobody else", async () => {
    const port = await freePort();
    await open("service", { sqlPort: port });
    const file = join(realpathSync(join(data.path, "postgres")), "sql-password");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await login(port, readFileSync(file, "utf8").trim())).toBe("recount_reader");
    await expect(login(port, "guess")).rejects.toThrow(/password authentication failed/);
  });

  test("opens although a crashed service left a server without it", async () => {
    await (await open("service")).kill();
    const port = await freePort();
    const next = await open("service", { sqlPort: port });
    expect(next.answer.port).toBe(port);
  });

  test("that is taken is told with its remedy", async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
    const address = taken.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const refused = await open("service", { sqlPort: port });
    expect(refused.answer.code).toBe("SQL_PORT_TAKEN");
    taken.close();
  });
});
