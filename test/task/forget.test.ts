import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { forgetReport, reportToForget } from "../../src/store/forget.ts";
import { dueReports } from "../../src/store/report.ts";
import { readReport } from "../../src/task/read-report.ts";
import { eachWithPoller } from "../support/each-poller.ts";
import type { Poller } from "../support/poller.ts";

const poller = eachWithPoller(new Date("2026-02-05T10:00:00Z"));
const html = { "content-type": "text/html; charset=utf-8" };
const says =
  "Russia handed over 157 Ukrainian servicemen to Ukraine on February 5, officials in Chernihiv told this newspaper.";
const more =
  "The released men were examined by doctors near the border before buses took them to hospitals in the north.";
const page = (text: string, head = "") =>
  `<html lang="en"><head><title>Swap</title>${head}</head><body><article><p>${text}</p><p>${more}</p></article></body></html>`;

/** A report of the feed "one" that was read; its id. */
async function oneRead(story: Poller): Promise<string> {
  story.server.body("/art", page(says), html);
  await story.follow(story.source("one", story.server.body("/one", story.rss(story.item("art", 1)))));
  await story.poll();
  const [id = ""] = await reportIds(story);
  await readReport(story.context, { reportId: id });
  return id;
}

async function reportIds(story: Poller): Promise<string[]> {
  const sql = "select report_id::text as id from recount.report where dossier = $1 order by report_id";
  const found = await story.context.pool.query<{ id: string }>(sql, [story.dossier.name]);
  return found.rows.map(({ id }) => id);
}

const forget = ({ context, clock }: Poller, id: string) =>
  forgetReport(context.pool, context.config, id, "asked by the publisher", clock.now());
const texts = (story: Poller) =>
  story.query(
    "select v.number, v.text, v.retired_at from recount.revision v join recount.report r using (report_id) where r.dossier = $1",
  );
const archived = ({ context }: Poller) =>
  readdirSync(join(context.config.data, "archive"), { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".br"),
  );
const emptied = [{ number: 1, text: "", retired_at: null }];

describe("a report that was forgotten", () => {
  it("stays so when another feed gives its text", async () => {
    const story = poller();
    const id = await oneRead(story);
    await forget(story, id);
    const full = story.item("art", 1).replace("</item>", `<description>${says} ${more}</description></item>`);
    const [one] = story.dossier.feeds;
    if (one === undefined) throw new Error("no feed");
    await story.follow(one, story.source("two", story.server.body("/two", story.rss(full))));
    story.later(60);
    await story.poll();
    expect(
      await story.query(
        "select f.name, s.report_id, s.summary, s.content from recount.sighting s join recount.feed f using (feed_id) where f.dossier = $1 order by f.name",
      ),
    ).toEqual(["one", "two"].map((name) => ({ name, report_id: id, summary: null, content: null })));
  });

  it("stays so when its page is being read", async () => {
    const story = poller();
    const id = await oneRead(story);
    story.server.on("/art", (_request, response) => {
      void forget(story, id).then(() => response.writeHead(200, html).end(page(`${says} It snowed.`)));
    });
    story.later(60);
    await readReport(story.context, { reportId: id });
    expect(await texts(story)).toEqual(emptied);
    expect(archived(story)).toEqual([]);
    expect(await story.query("select next_read_at from recount.report where dossier = $1")).toEqual([
      { next_read_at: null },
    ]);
  });

  it("is not tried again when its page failed to be read meanwhile", async () => {
    const story = poller();
    const id = await oneRead(story);
    story.server.on("/art", (_request, response) => {
      void forget(story, id).then(() => response.writeHead(500).end());
    });
    story.later(60);
    await readReport(story.context, { reportId: id });
    story.later(60 * 24);
    expect(await dueReports(story.context.pool, story.dossier.name, story.clock.now(), 10)).toEqual([]);
  });

  it("stays so when a page under another address declares that it is the same", async () => {
    const story = poller();
    const id = await oneRead(story);
    await forget(story, id);
    const canonical = `<link rel="canonical" href="${story.server.url("/art")}">`;
    story.server.body("/art-print", page(says, canonical), html);
    const item = story.item("art-print", 1).replace("</item>", `<description>${says} ${more}</description></item>`);
    const [one] = story.dossier.feeds;
    if (one === undefined) throw new Error("no feed");
    await story.follow(one, story.source("two", story.server.body("/two", story.rss(item))));
    story.later(60);
    await story.poll();
    const [, other = ""] = await reportIds(story);
    await readReport(story.context, { reportId: other });
    expect(await texts(story)).toEqual(emptied);
    expect(
      await story.query(
        "select distinct s.report_id, s.summary from recount.sighting s join recount.report r using (report_id) where r.dossier = $1",
      ),
    ).toEqual([{ report_id: id, summary: null }]);
    // Who asks for that address to be forgotten means the report that has the text.
    expect(await reportToForget(story.context.pool, story.server.url("/art-print"))).toMatchObject({ report_id: id });
  });
});
