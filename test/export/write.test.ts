import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type Cell, cellText } from "../../src/export/cell.ts";
import { tables } from "../../src/export/table.ts";
import { writeTable } from "../../src/export/write.ts";
import { ManualClock } from "../../src/runtime/clock.ts";
import { exportRows } from "../../src/store/export.ts";
import { transaction } from "../../src/store/transaction.ts";
import { command } from "../support/command.ts";
import { freshDatabase, type TestDatabase } from "../support/postgres.ts";
import { storeArticle } from "../support/stored-article.ts";
import { taskContext } from "../support/task-context.ts";

const folder = mkdtempSync(join(tmpdir(), "recount-export-"));
let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
  const clock = new ManualClock(new Date("2026-02-01T12:00:00Z"));
  const context = taskContext(database.pool, clock);
  const text = "Russia handed over 1,000 bodies of fallen soldiers to Ukraine on January 29, Vladimir Medinsky said.";
  await storeArticle(context, {
    url: "https://a.example/1",
    text,
    published: "2026-01-29T12:00:00Z",
    outlet: "=HYPERLINK(1)",
  });
  clock.set(new Date("2026-03-01T12:00:00Z"));
  await storeArticle(context, {
    url: "https://a.example/2",
    text: text.replace("1,000", "500").replace("January 29", "February 27"),
    published: "2026-02-27T12:00:00Z",
  });
});

afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

type Name = keyof typeof tables;

async function written(name: Name, format: "csv" | "json" | "hxl", at: Date | null = null): Promise<string> {
  return transaction(database.pool, async (client) => {
    let text = "";
    for await (const piece of writeTable(tables[name], format, exportRows(client, name, "istanbul", at))) text += piece;
    return text;
  });
}

const lines = (text: string): string[][] => z.array(z.array(z.string())).parse(parse(text));

describe("an export", () => {
  it.each(["history", "events", "changes"] as const)("of %s has every column in CSV, JSON and HXL", async (name) => {
    const [heads, ...rows] = lines(await written(name, "csv"));
    expect(heads).toEqual(tables[name].columns.map((column) => column.name));
    expect(rows).toHaveLength(2);
    const objects = z.array(z.record(z.string(), z.unknown())).parse(JSON.parse(await written(name, "json")));
    expect(objects.map((row) => Object.keys(row))).toEqual([heads, heads]);
    const [hxlHeads, hashtags, ...hxlRows] = lines(await written(name, "hxl"));
    expect([hxlHeads, ...hxlRows]).toEqual([heads, ...rows]);
    // HXL 1.1: a hashtag of the core list, then attributes, each once.
    const core = /^#(contact|date|description|event|indicator|meta|org|status|subsector)(\+[a-z][a-z0-9_]*)*$/;
    for (const hashtag of hashtags ?? []) expect(hashtag).toMatch(core);
    expect(new Set(hashtags).size).toBe(hashtags?.length);
  });

  it("of what was known at a time leaves out what came later", async () => {
    for (const name of ["history", "events", "changes"] as const)
      expect(lines(await written(name, "csv", new Date("2026-02-15T00:00:00Z")))).toHaveLength(2);
  });

  it("of nothing is an empty list", async () => {
    expect(JSON.parse(await written("events", "json", new Date("2020-01-01T00:00:00Z")))).toEqual([]);
  });

  it("keeps a spreadsheet from running what an outlet wrote", async () => {
    const [heads = [], first = []] = lines(await written("history", "csv"));
    expect(first[heads.indexOf("outlet")]).toBe("'=HYPERLINK(1)");
    for (const text of ["=1", "+1", "-1", "@x", "\t=1", " =1"])
      expect(cellText(text, { type: "string" })).toBe(`'${text}`);
    const kept: [Cell, "number" | "string"][] = [
      [-20, "number"],
      ["-20", "number"],
      ["1,000 bodies", "string"],
    ];
    for (const [value, type] of kept) expect(cellText(value, { type })).toBe(String(value));
  });
});

it("a datapackage describes its files: each value is of the type that its field says", async () => {
  const out = join(folder, "package");
  const { code, stderr } = await command(["export", "--format", "datapackage", "--out", out], {
    DATABASE_URL: database.url,
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const field = z.object({ name: z.string(), type: z.string() });
  const descriptor = z
    .object({
      $schema: z.literal("https://datapackage.org/profiles/2.0/datapackage.json"),
      licenses: z.array(z.object({ name: z.string() })).min(1),
      resources: z.array(
        z.object({ name: z.string(), path: z.string(), schema: z.object({ fields: z.array(field) }) }),
      ),
    })
    .parse(JSON.parse(readFileSync(join(out, "datapackage.json"), "utf8")));
  expect(descriptor.resources.map((resource) => resource.path)).toEqual(["history.csv", "events.csv", "changes.csv"]);
  const isOf: Record<string, RegExp> = {
    ...{ integer: /^-?\d+$/, number: /^-?\d+(\.\d+)?$/, string: /^/, boolean: /^(true|false)$/ },
    ...{ date: /^\d{4}-\d{2}-\d{2}$/, datetime: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/ },
  };
  for (const { path, schema } of descriptor.resources) {
    const [heads, ...rows] = lines(readFileSync(join(out, path), "utf8"));
    expect(heads).toEqual(schema.fields.map(({ name }) => name));
    for (const row of rows)
      for (const [index, { type }] of schema.fields.entries())
        if (row[index] !== "") expect(row[index]).toMatch(isOf[type] ?? /$^/);
  }
});
