import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { forgetRaw, readRaw } from "../../src/store/archive.ts";
import { compare } from "../../src/task/compare.ts";
import type { TaskContext } from "../../src/task/context.ts";
import { extractRevision } from "../../src/task/extract-revision.ts";
import { readReport } from "../../src/task/read-report.ts";
import { rereadDueReports } from "../../src/task/reread-due-reports.ts";
import { eachWithPoller } from "../support/each-poller.ts";

const start = new Date("2026-02-05T10:00:00Z");
const poller = eachWithPoller(start);

const wire = [
  "KYIV, Feb 5 (Reuters) - Russia and Ukraine exchanged prisoners of war on Thursday and 157 Ukrainian servicemen returned home from Russia, the coordination headquarters said.",
  "The released men were examined by doctors near the border before buses took them to hospitals in the north of the country.",
  "Families with photographs in their hands had waited there since the early morning, asking everyone who came off the buses for news.",
  "The two sides last exchanged prisoners in October, after talks in which a third country helped with the lists.",
];
const own = [
  "Snow fell on the square when the column arrived. Nobody cheered until the doors opened, said people who had stood there for hours.",
  "Russia handed over 157 Ukrainian servicemen to Ukraine on February 5, officials in Chernihiv told this newspaper.",
  "A baker had brought bread for all of them, and a schoolgirl read out names from a list that nobody had checked.",
];
const page = (paragraphs: readonly string[], extra = "") =>
  `<html lang="en"><head><title>Swap</title></head><body>${extra}<article>${paragraphs.map((line) => `<p>${line}</p>`).join("")}</article></body></html>`;

/** Gives each outlet a feed with one article at its own path, and polls them. */
async function publish(pages: Readonly<Record<string, string>>): Promise<void> {
  const found = poller();
  const feeds = Object.entries(pages).map(([name, body]) => {
    found.server.body(`/${name}-article`, body, { "content-type": "text/html; charset=utf-8" });
    return found.source(name, found.server.body(`/${name}`, found.rss(found.item(`${name}-article`, 1))), {
      outlet: name,
    });
  });
  await found.follow(...feeds);
  await found.poll();
}

async function ids(sql: string): Promise<string[]> {
  return (await poller().query(sql)).flatMap((row) =>
    typeof row === "object" && row !== null && "id" in row && typeof row.id === "string" ? [row.id] : [],
  );
}

const reportIds = () => ids("select report_id::text as id from recount.report where dossier = $1 order by report_id");

async function readAll(context: TaskContext = poller().context): Promise<void> {
  for (const reportId of await reportIds()) await readReport(context, { reportId });
}

/** Extracts and compares what waits for it. */
async function followUp(): Promise<void> {
  const { context } = poller();
  const revisions = await ids(
    "select revision_id::text as id from recount.revision join recount.report using (report_id) where dossier = $1 order by revision_id",
  );
  for (const revisionId of revisions) await extractRevision(context, { revisionId });
  const waiting = `select extraction_id::text as id from recount.extraction e where dossier = $1
    and not exists (select from recount.comparison c where c.extraction_id = e.extraction_id) order by e.extraction_id`;
  for (const extractionId of await ids(waiting)) await compare(context, { extractionId });
}

const reports = () =>
  poller().query("select outlet, state, error_code from recount.report where dossier = $1 order by report_id");
const figures = () =>
  poller().query(
    "select min::int as amount, retired_at is null as stands from recount.figure where dossier = $1 order by figure_id",
  );
/** Of what the article counts; how many people that makes is told besides. */
const kinds = () =>
  poller().query(
    "select kind from recount.change where dossier = $1 and metric = 'servicemen_to_ukraine' order by change_id",
  );

describe("voices", () => {
  const reprints = {
    wire: page(wire),
    reprint: page([
      "Good news at last, writes our editor.",
      ...wire.map((line) => line.replace("KYIV, Feb 5 (Reuters) - ", "")),
    ]),
    cut: page(wire.slice(0, 2).map((line) => line.replace("KYIV, Feb 5 (Reuters) - ", ""))),
    paper: page(own),
  };
  const voices = () =>
    poller().query(
      `select outlet, voice from recount.revision_voice join recount.report using (report_id) where dossier = $1 order by report_id`,
    );

  it("are counted once for an agency's text and its reprints, and again for who went there", async () => {
    await publish(reprints);
    await readAll();
    expect(await voices()).toEqual([
      { outlet: "wire", voice: "Reuters" },
      { outlet: "reprint", voice: "Reuters" },
      { outlet: "cut", voice: "Reuters" },
      { outlet: "paper", voice: "paper" },
    ]);
    await followUp();
    expect(
      await poller().query(
        "select day::text, reports, voices from recount.event where dossier = $1 and metric = 'servicemen_to_ukraine' and retired_at is null",
      ),
    ).toEqual([{ day: "2026-02-05", reports: 4, voices: 2 }]);
  });

  it("are the agency's too where the reprint without its credit was seen first", async () => {
    await publish({ reprint: reprints.reprint, wire: reprints.wire });
    await readAll();
    expect(await voices()).toEqual([
      { outlet: "reprint", voice: "Reuters" },
      { outlet: "wire", voice: "Reuters" },
    ]);
  });

  it("are one when both copies are read at the same moment", async () => {
    await publish({ reprint: reprints.reprint, cut: reprints.cut });
    await Promise.all((await reportIds()).map((reportId) => readReport(poller().context, { reportId })));
    const [one, other] = await voices();
    expect(one).toMatchObject({ voice: expect.stringMatching(/reprint|cut/) });
    expect(other).toMatchObject(
      one === undefined || typeof one !== "object" || one === null ? {} : { voice: Object.values(one)[1] },
    );
  });
});

describe("an edited article", () => {
  const edit = async (from: string, to: string) => {
    poller().server.body(
      "/wire-article",
      page(
        wire.map((line) => line.replace(from, to)),
        "<nav>Other furniture</nav>",
      ),
    );
    poller().later(20);
    await readAll();
    await followUp();
  };

  it("is the same revision when only its page changed", async () => {
    await publish({ wire: page(wire) });
    await readAll();
    await followUp();
    await edit("buses took", "buses  took");
    expect(await figures()).toEqual([{ amount: 157, stands: true }]);
    expect(await kinds()).toEqual([{ kind: "added" }]);
  });

  it("keeps a figure that it tells again, corrects one that it changed, withdraws one that it dropped", async () => {
    await publish({ wire: page(wire) });
    await readAll();
    await followUp();
    await edit("the north", "the very north");
    expect(await kinds()).toEqual([{ kind: "added" }]);
    await edit("157", "160");
    expect((await kinds()).at(-1)).toEqual({ kind: "corrected" });
    await edit("157 Ukrainian servicemen returned", "some returned");
    expect((await kinds()).at(-1)).toEqual({ kind: "withdrawn" });
    expect((await figures()).filter((row) => JSON.stringify(row).includes("true"))).toEqual([]);
  });
});

describe("a page that is gone", () => {
  it.each([
    ["with status 404", "HTTP_404", () => poller().server.body("/wire-article", "", {}, 404)],
    ["with status 410", "HTTP_410", () => poller().server.body("/wire-article", "", {}, 410)],
    ["emptied", "PAGE_GONE", () => poller().server.body("/wire-article", page(["This article was removed."]))],
    [
      "and leads to the outlet's home",
      "PAGE_GONE",
      () => {
        poller().server.body("/", page(own));
        poller().server.on("/wire-article", (_request, response) => response.writeHead(302, { location: "/" }).end());
      },
    ],
  ])("%s is said to be, keeps its figures, and may come back", async (_what, code, remove) => {
    await publish({ wire: page(wire) });
    await readAll();
    await followUp();
    remove();
    poller().later(20);
    await readAll();
    await followUp();
    expect(await reports()).toEqual([{ outlet: "wire", state: "gone", error_code: code }]);
    expect(await figures()).toEqual([{ amount: 157, stands: true }]);
    expect(
      await poller().query(
        "select count(*)::int as marked from recount.figure_history where dossier = $1 and gone_at is not null",
      ),
    ).toEqual([{ marked: 1 }]);
    poller().server.body("/wire-article", page(wire));
    poller().later(60);
    await readAll();
    expect(await reports()).toEqual([{ outlet: "wire", state: "read", error_code: null }]);
  });

  it("is no login form, which is told as one, with status 200 too, and leaves what was read", async () => {
    const form = page(["Sign in to go on."], '<form><input type="password" name="word"></form>');
    await publish({ wire: page(wire), locked: form });
    await readAll();
    poller().server.body("/wire-article", form);
    poller().later(20);
    await readAll();
    expect(await reports()).toEqual([
      { outlet: "wire", state: "read", error_code: "PAGE_WANTS_LOGIN" },
      { outlet: "locked", state: "failed", error_code: "PAGE_WANTS_LOGIN" },
    ]);
  });
});

describe("reading again", () => {
  it("follows the ladder: often while the article is young, never after thirty days", async () => {
    await publish({ wire: page(wire) });
    const published = start.getTime() - 3_600_000;
    const steps: readonly (readonly [number, number | null])[] = [
      [1, 15],
      [2.9, 15],
      [3.2, 30],
      [23, 30],
      [25, 180],
      [6 * 24, 180],
      [8 * 24, 720],
      [29 * 24, 720],
      [31 * 24, null],
    ];
    const [reportId] = await reportIds();
    const queued = () =>
      poller().query(
        `select key from graphile_worker.jobs where key = 'read:${String(reportId)}' and $1::text is not null`,
      );
    for (const [hours, minutes] of steps) {
      poller().clock.set(new Date(published + hours * 3_600_000));
      await poller().context.pool.query("delete from graphile_worker._private_jobs where key like 'read:%'");
      await rereadDueReports(poller().context, {});
      expect(await queued(), `after ${String(hours)} h`).toHaveLength(hours === 1 ? 0 : 1);
      await readReport(poller().context, { reportId });
      const next = minutes === null ? null : new Date(poller().clock.now().getTime() + minutes * 60_000);
      expect(await poller().query("select next_read_at from recount.report where dossier = $1")).toEqual([
        { next_read_at: next },
      ]);
    }
    poller().later(90 * 24 * 60);
    await poller().context.pool.query("delete from graphile_worker._private_jobs where key like 'read:%'");
    await rereadDueReports(poller().context, {});
    expect(await queued()).toEqual([]);
  });
});

describe("the archive", () => {
  // The archive holds equal bytes once, whatever test they are of.
  const ownPage = (count: string) =>
    page(
      wire.map((line) => line.replace("157", count)),
      `<!-- ${poller().dossier.name} -->`,
    );
  const hashes = () =>
    ids(
      "select raw_hash as id from recount.revision join recount.report using (report_id) where dossier = $1 order by revision_id",
    );
  const keeping = (keep: "disk" | "database" | "none"): TaskContext => {
    const { context } = poller();
    return { ...context, config: { ...context.config, archive: { keep } } };
  };

  it.each(["disk", "database"] as const)(
    "keeps the bytes of each revision by their content, in the %s",
    async (keep) => {
      const context = keeping(keep);
      const first = ownPage("157");
      await publish({ wire: first });
      await readAll(context);
      const second = ownPage("160");
      poller().server.body("/wire-article", second, { "content-type": "text/html" });
      await readAll(context);
      await readAll(context);
      const [one, two, ...more] = await hashes();
      expect(more).toEqual([]);
      expect(await readRaw(context.pool, context.config, one ?? "")).toEqual({
        bytes: Buffer.from(first),
        contentType: "text/html; charset=utf-8",
        url: poller().server.url("/wire-article"),
      });
      expect((await readRaw(context.pool, context.config, two ?? "")).bytes.toString()).toBe(second);
      expect(await forgetRaw(context.pool, context.config, new Date(start.getTime() + 1))).toBeGreaterThanOrEqual(2);
      await expect(readRaw(context.pool, context.config, one ?? "")).rejects.toMatchObject({ code: "ARCHIVE_MISSING" });
    },
  );

  it("keeps nothing when told so, and passes off no damaged bytes as what was read", async () => {
    await publish({ wire: ownPage("157") });
    await readAll(keeping("none"));
    expect(await hashes()).toEqual([]);
    const context = keeping("disk");
    poller().server.body("/wire-article", ownPage("160"));
    await readAll(context);
    const [hash = ""] = await hashes();
    const folder = join(context.config.data, "archive", hash.slice(0, 2));
    writeFileSync(join(folder, readdirSync(folder)[0] ?? ""), "x");
    await expect(readRaw(context.pool, context.config, hash)).rejects.toMatchObject({ code: "ARCHIVE_MISSING" });
  });
});
