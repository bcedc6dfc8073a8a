import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readConfig } from "../../src/runtime/config.ts";
import { projectRoot } from "../../src/runtime/project.ts";

test("the shipped file is valid and puts the data beside it", () => {
  const config = readConfig({});
  expect(config).toMatchObject({ dossiers: ["istanbul"], databaseUrl: null, web: { host: "127.0.0.1", port: 4280 } });
  expect(config.data).toBe(join(projectRoot, "data"));
});

test("the environment overrules the file", () => {
  const config = readConfig({
    RECOUNT_DATA: "/srv/recount",
    RECOUNT_PORT: "8088",
    RECOUNT_SQL_PORT: "5433",
    RECOUNT_DOSSIERS: "istanbul, other",
    RECOUNT_NAMES: "recount.example.org, desk.example",
    DATABASE_URL: "postgres://db/recount",
  });
  expect(config).toMatchObject({
    data: "/srv/recount",
    web: { port: 8088, names: ["recount.example.org", "desk.example"] },
    database: { sqlPort: 5433 },
    dossiers: ["istanbul", "other"],
    databaseUrl: "postgres://db/recount",
  });
});

test("every problem is told at once, with its place, what was found and what is allowed", () => {
  const folder = mkdtempSync(join(tmpdir(), "recount-config-"));
  const shipped = ["dossiers: []", "data: data", "database: {sqlPort: 70000}", "web: {host: 127.0.0.1, port: 1}"];
  const rest = ["log: {level: loud}", "queue: {concurrency: 2}", "http: {contact: null, agent: x}"];
  const last = ["retention: {pollDays: 1, tickDays: 1}", "changesFile: {rotateMegabytes: 1, keep: 1}"];
  writeFileSync(join(folder, "service.yaml"), [...shipped, ...rest, ...last].join("\n"));
  const read = () => readConfig({ RECOUNT_PORT: "many", DATABASE_URL: "mysql://user:secret@host/x" }, folder);
  expect(read).toThrow(/has 6 problems/);
  expect(read).toThrow(/service\.yaml:1 {2}dossiers: found \[\]; allowed: at least one dossier/);
  expect(read).toThrow(/service\.yaml:3 {2}database\.sqlPort: found 70000; allowed: a port from 1 to 65535/);
  expect(read).toThrow(/service\.yaml:5 {2}log\.level: found "loud"; allowed: one of trace, debug/);
  expect(read).toThrow(/service\.yaml:7 .*found "agent"/);
  expect(read).toThrow(/RECOUNT_PORT: found "many"; allowed: a port/);
  expect(read).toThrow(/DATABASE_URL: found another kind of address/);
  expect(read).not.toThrow(/secret/);
});

test("a name with scheme or port is no host name", () => {
  expect(() => readConfig({ RECOUNT_NAMES: "https://recount.example.org" })).toThrow(/RECOUNT_NAMES: .*without scheme/);
});

test("a missing file is a problem like any other", () => {
  expect(() => readConfig({}, mkdtempSync(join(tmpdir(), "recount-config-")))).toThrow(/no such file/);
});
