import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { dayOfName, findSources } from "../../src/backfill/source.ts";
import { ManualClock } from "../../src/runtime/clock.ts";
import { defaultPolicy, openHttp } from "../../src/runtime/http.ts";
import { backfill, extractFilled } from "../../src/task/backfill.ts";
import type { TaskContext } from "../../src/task/context.ts";
import { freshDatabase, type TestDatabase } from "../support/postgres.ts";
import { compareAll } from "../support/stored-article.ts";
import { istanbul, taskContext } from "../support/task-context.ts";

const folder = mkdtempSync(join(tmpdir(), "recount-backfill-"));
let database: TestDatabase;
let context: TaskContext;
let server: Server;

const handover = (count: string, day: string) =>
  `Russia handed over ${count} bodies of fallen soldiers to Ukraine on ${day}, Vladimir Medinsky said. `;
const long =
  "The bodies were brought to the border by trucks and were taken over by the staff there in the morning. ".repeat(20);
const page = (text: string, day: string, address: string) =>
  `<!doctype html><html lang="en"><head><title>Bodies</title><link rel="canonical" href="${address}">
   <meta property="article:published_time" content="${day}T10:00:00Z"></head><body><article><p>${text}</p><p>${long}</p></article></body></html>`;

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

beforeAll(async () => {
  database = await freshDatabase();
  server = createServer((request, response) => {
    if (request.url !== "/old") response.writeHead(404).end();
    else
      response
        .setHeader("content-type", "text/html")
        .end(page(handover("1,060", "October 10"), "2025-10-10", "http://a.example/old"));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  const http = openHttp({ ...defaultPolicy, connectTo: { "a.example": `127.0.0.1:${String(port)}` } });
  context = { ...taskContext(database.pool, new ManualClock(new Date("2026-06-01T12:00:00Z"))), http };
  mkdirSync(join(folder, "deep"));
  write("b.html", page(handover("1,200", "January 29"), "2026-01-29", "https://b.example/1"));
  write("deep/2026-01-10-note.txt", handover("1,100", "January 10"));
  write("undated.txt", handover("1,000", "January 1"));
  write("2096-01-05-to-come.txt", handover("1,700", "January 5"));
  write("picture.png", "");
  write("addresses.txt", "# old ones\nhttp://a.example/old\nhttp://a.example/gone\n");
  write(
    "feed.xml",
    `<rss version="2.0"><channel><title>Old</title>
    <item><title>Weather</title><link>https://c.example/weather</link><pubDate>Tue, 10 Feb 2026 10:00:00 GMT</pubDate></item>
    <item><title>Bodies of soldiers handed to Ukraine</title><link>https://c.example/1</link>
    <pubDate>Mon, 09 Feb 2026 10:00:00 GMT</pubDate><description><![CDATA[<p>${handover("1,030", "February 9")}</p><p>${long}</p>]]></description></item>
    </channel></rss>`,
  );
});

beforeEach(async () => {
  await database.pool.query("truncate recount.report, recount.baseline, recount.event cascade");
});

afterAll(async () => {
  server.close();
  await context.http.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

interface Fill {
  readonly outcomes: string[];
  readonly failures: string[];
}

async function fill(stopAfter = Number.POSITIVE_INFINITY): Promise<Fill> {
  const { sources } = await findSources([folder]);
  const found: Fill = { outcomes: [], failures: [] };
  const options = {
    outlet: null,
    onProgress: (done: number) => {
      if (done >= stopAfter) throw new Error("killed");
    },
    onOutcome: (outcome: string, _: string, error?: { code: string }) => {
      found.outcomes.push(outcome);
      if (error !== undefined) found.failures.push(error.code);
    },
  };
  await backfill(context, istanbul, sources, options);
  await extractFilled(context, istanbul, () => undefined);
  await compareAll(context);
  return found;
}

const changes = async () =>
  (
    await database.pool.query(
      `select f.as_of as day, f.min::int as bodies from recount.change c join recount.figure f using (figure_id)
       where f.scope = 'event' and c.kind in ('added', 'recalled') order by c.change_id`,
    )
  ).rows;
const inOrder = [
  { day: "2025-10-10", bodies: 1060 },
  { day: "2026-01-10", bodies: 1100 },
  { day: "2026-01-29", bodies: 1200 },
  { day: "2026-02-09", bodies: 1030 },
];

describe("old reports", () => {
  it("of all kinds are read, and compared in the order of publication; what cannot be read is told and stops nothing", async () => {
    const { outcomes, failures } = await fill();
    expect(outcomes.toSorted()).toEqual(["failed", "failed", "failed", "new", "new", "new", "new", "off_topic"]);
    expect(failures.toSorted()).toEqual(["BACKFILL_DATE_IMPOSSIBLE", "BACKFILL_WITHOUT_DATE"]);
    expect(await changes()).toEqual(inOrder);
    const { rows } = await database.pool.query(
      "select backfilled, outlet from recount.report where state = 'read' order by canonical_url",
    );
    expect(rows.every((row) => row.backfilled)).toBe(true);
  });

  it("are the same after a kill and a second run, and after a third", async () => {
    await expect(fill(3)).rejects.toThrow("killed");
    await fill();
    expect(await changes()).toEqual(inOrder);
    expect((await fill()).outcomes.filter((outcome) => outcome === "new")).toEqual([]);
    expect(await changes()).toEqual(inOrder);
  });
});

it("sources of no known kind are named, and so is a path that is not there", async () => {
  expect((await findSources([folder])).unknown).toEqual([join(folder, "picture.png")]);
  await expect(findSources([join(folder, "nowhere")])).rejects.toMatchObject({ code: "FILE_UNREADABLE" });
});

it.each([
  ["2026-02-05-exchange.txt", "2026-02-05"],
  ["a 2026-02-05.html", "2026-02-05"],
  ["2026-02-31.txt", null],
  ["12026-02-055.txt", null],
  ["report.txt", null],
])("the day in the name %s is %s", (name, day) => {
  expect(dayOfName(name)?.toISOString().slice(0, 10) ?? null).toBe(day);
});
