import { createServer } from "node:net";
import type { Hono } from "hono";
import { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { systemClock } from "../../src/runtime/clock.ts";
import { silentLog } from "../../src/runtime/log.ts";
import { webApp } from "../../src/web/app.tsx";
import { freshDatabase, type TestDatabase } from "../support/postgres.ts";
import { istanbul } from "../support/task-context.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

function appOn(db: Pool): Hono {
  return webApp({ db, dossier: istanbul, clock: systemClock, log: silentLog, hosts: ["localhost"] });
}

const ask = async (app: Hono, path: string) => {
  const answer = await app.request(`http://localhost${path}`);
  return { status: answer.status, type: answer.headers.get("content-type"), body: await answer.text() };
};

describe("what is asked for in odd ways", () => {
  it.each(["/changes?kind=%00", "/changes?metric=a%00", "/api/changes?kind=raised%00", "/api/changes?metric=%00"])(
    "%s names nothing that is there",
    async (path) => {
      const { status, body } = await ask(appOn(database.pool), path);
      expect({ status, says: /There is no kind of change|No metric has the name/.test(body) }).toEqual({
        status: 404,
        says: true,
      });
    },
  );
});

describe("programs", () => {
  it("are told in JSON that something failed or is not there", async () => {
    const away = new Pool({ host: "127.0.0.1", port: 1 });
    const failed = await ask(appOn(away), "/api/changes");
    expect(failed).toMatchObject({ status: 503, type: "application/json" });
    expect(JSON.parse(failed.body)).toEqual({ error: expect.stringMatching(/log says why/) });
    const absent = await ask(appOn(database.pool), "/api/figures");
    expect(absent).toMatchObject({ status: 404, type: "application/json" });
  });
});

describe("/healthz", () => {
  it("is well while the database answers", async () => {
    expect(await ask(appOn(database.pool), "/healthz")).toMatchObject({ status: 200, body: '{"status":"ok"}' });
  });

  it("says in JSON that the database is away, with the remedy", async () => {
    const away = new Pool({ host: "127.0.0.1", port: 1 });
    const { status, type, body } = await ask(appOn(away), "/healthz");
    expect({ status, type }).toEqual({ status: 503, type: "application/json" });
    expect(JSON.parse(body)).toEqual({
      status: "failing",
      code: "DATABASE_UNREACHABLE",
      remedy: expect.stringMatching(/\.$/),
    });
  });

  it("says so in time of a database that takes the question and never answers", async () => {
    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    const port = z.object({ port: z.number() }).parse(silent.address()).port;
    const startedMs = performance.now();
    const { status, body } = await ask(appOn(new Pool({ host: "127.0.0.1", port })), "/healthz");
    silent.close();
    expect({ status, code: JSON.parse(body).code }).toEqual({ status: 503, code: "DATABASE_UNREACHABLE" });
    expect(performance.now() - startedMs).toBeLessThan(15_000);
  }, 60_000);
});
