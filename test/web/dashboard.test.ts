import { request } from "node:http";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { playWorld } from "../../src/demo/play.ts";
import { parseFeed } from "../../src/feed/parse.ts";
import { systemChromium } from "../support/chromium.ts";
import { type DemoService, startDemoService } from "../support/demo-service.ts";
import { freshDatabase, type TestDatabase } from "../support/postgres.ts";
import { aFigure, tellReport } from "../support/story-figures.ts";

const launch = systemChromium("the dashboard in a browser");
const attack = `<script>document.title = "owned"</script><img src="x" onerror="document.title = 'owned'">`;

describe.skipIf(launch === undefined)("the dashboard in Chromium, after the demo's months", () => {
  let database: TestDatabase;
  let demo: DemoService;
  let browser: Browser;

  beforeAll(async () => {
    database = await freshDatabase();
    demo = await startDemoService(database.url);
    await playWorld(demo.service, demo.world, demo.clock);
    browser = await chromium.launch(launch);
  }, 240_000);

  afterAll(async () => {
    await browser.close();
    await demo.close();
    await database.drop();
  });

  /** Opens a page, looks at it, and fails on anything that the browser complains of. */
  async function visit<T>(
    path: string,
    look: (page: Page, status: number | undefined) => Promise<T>,
    options: BrowserContextOptions = {},
  ): Promise<T> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    try {
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text());
      });
      const response = await page.goto(`${demo.service.dashboard}${path}`);
      const seen = await look(page, response?.status());
      // The browser itself says that a page was answered with 404.
      expect(complaints.filter((complaint) => !complaint.includes("404"))).toEqual([]);
      return seen;
    } finally {
      await context.close();
    }
  }

  const firstAddress = (path: string, selector: string) =>
    visit(path, async (page) => (await page.locator(selector).first().getAttribute("href")) ?? "no such link");

  it("shows each figure of the baseline beside what stands now", async () => {
    await visit("/", async (page) => {
      expect(await page.title()).toBe("Baseline · Recount");
      const row = page.locator("tr", { has: page.locator('a[href="/metrics/bodies_to_ukraine"]') }).first();
      expect(await row.innerText()).toContain("12,000");
      expect(await row.innerText()).toMatch(/\d since, newest 2026-/);
      expect(await page.locator('.claim a[href^="/figures/"]').count()).toBeGreaterThan(3);
      const picture = process.env["RECOUNT_SCREENSHOT"];
      if (picture)
        await page.screenshot({ path: picture, clip: { x: 0, y: 0, width: 1280, height: 1100 }, fullPage: true });
    });
  });

  it("draws a metric's claims as points, and lists them with their sentences", async () => {
    await visit("/metrics/bodies_to_ukraine", async (page) => {
      expect(await page.locator("figure svg circle").count()).toBeGreaterThan(3);
      expect(await page.locator("figure svg path").count()).toBeGreaterThan(0);
      expect(await page.locator("tbody tr").count()).toBeGreaterThan(3);
      expect(await page.locator("tbody").last().innerText()).toContain("1,000");
    });
  });

  it("shows the figures that each exchange rests on, and says of which a count that nobody gives is put together", async () => {
    await visit("/metrics/persons_to_russia", async (page) => {
      const row = page.locator("tr", { hasText: "2026-02-05" }).first();
      expect((await row.innerText()).replaceAll(/\s+/g, " ")).toMatch(
        /^2026-02-05 160 \d put together of 157 servicemen returned to Russia \(\d+.*\); .*3 civilians returned to Russia \(\d+/,
      );
      expect(await row.locator('a[href^="/figures/"]').count()).toBeGreaterThan(1);
    });
    await visit("/metrics/bodies_to_ukraine", async (page) => {
      const row = page.locator("tr", { hasText: "2026-01-29" }).first();
      expect((await row.innerText()).replaceAll(/\s+/g, " ")).toMatch(/^2026-01-29 1,000 \d 1,000 \(\d+/);
    });
  });

  it("marks a figure's evidence in the text it stands in", async () => {
    const path = await firstAddress("/metrics/bodies_to_ukraine", 'tbody a[href^="/figures/"]');
    const marked = await visit(path, async (page) => ({
      words: await page.locator("p.text mark").innerText(),
      rules: await page.locator("ol li").count(),
    }));
    expect(marked.words).toMatch(/\d/);
    expect(marked.rules).toBeGreaterThan(0);
  });

  it("says of a figure that counts for nothing why, in the list and on its own page", async () => {
    const row = (page: Page) => page.locator("tr", { hasText: "not counted: read with little confidence" }).first();
    const path = await visit("/metrics/persons_to_ukraine", (page) => row(page).locator("a").getAttribute("href"));
    await visit(path ?? "", async (page) => {
      expect(await page.locator("p.lead").innerText()).toContain("not counted: read with little confidence");
    });
  });

  it("leads from a figure to its metric, its report's day and address, and what else the report says", async () => {
    const path = await firstAddress(
      "/metrics/civilians_to_russia",
      'h2:text("Exchanges") + section a[href^="/figures/"]',
    );
    await visit(path, async (page) => {
      const words = await page.locator("main").innerText();
      expect(words).toMatch(/published 2026-\d\d-\d\d \d\d:\d\d UTC/);
      expect(await page.locator('main a[href^="/metrics/"]').count()).toBeGreaterThan(0);
      expect(await page.locator('h2:text("What else this report says") + section tbody tr').count()).toBeGreaterThan(0);
      expect(await page.locator('main a[href^="http"]').innerText()).toMatch(/^http/);
    });
  });

  it("lists the changes, each with its reason, and those of one metric alone", async () => {
    const reasons = await visit("/changes", async (page) => page.locator("tbody tr td:last-child").allInnerTexts());
    expect(reasons.length).toBeGreaterThan(10);
    expect(reasons.filter((reason) => reason.trim() === "")).toEqual([]);
    const metrics = await visit("/changes?metric=bodies_to_ukraine", async (page) =>
      page.locator('tbody a[href^="/metrics/"]').evaluateAll((links) => links.map((link) => link.getAttribute("href"))),
    );
    expect(new Set(metrics)).toEqual(new Set(["/metrics/bodies_to_ukraine"]));
  });

  it("says of a filter that finds nothing whether there is such a kind and such a metric", async () => {
    const empty = (query: string) =>
      visit(`/changes?${query}`, async (page, status) => ({
        status,
        words: await page.locator("p.empty").innerText(),
      }));
    expect(await empty("kind=zzz")).toMatchObject({
      status: 404,
      words: expect.stringContaining('no kind of change "zzz"'),
    });
    expect(await empty("metric=nope")).toMatchObject({ status: 404, words: expect.stringContaining('"nope"') });
    expect(await empty("kind=reviewed")).toMatchObject({
      status: 200,
      words: expect.stringMatching(/^No such change has been noticed\./),
    });
    const answer = await fetch(`${demo.service.dashboard}/api/changes?kind=zzz`);
    expect([answer.status, await answer.json()]).toEqual([404, { error: expect.stringContaining("zzz") }]);
  });

  it("tells a metric without a claimed total from one of which nothing is known", async () => {
    await visit("/", async (page) => {
      const row = page.locator("tr", { has: page.locator('a[href="/metrics/civilians_to_russia"]') }).first();
      expect(await row.innerText()).toContain("exchanges counted, no total claimed");
    });
  });

  it("shows the health of every feed", async () => {
    const rows = await visit("/feeds", async (page) => page.locator("tbody tr").allInnerTexts());
    const [dossier] = demo.service.context.dossiers;
    expect(rows).toHaveLength(dossier?.feeds.length ?? -1);
    for (const feed of dossier?.feeds ?? []) expect(rows.join("\n")).toContain(feed.outlet);
  });

  it("answers an unknown page, metric or figure with 404 and a way back", async () => {
    for (const path of ["/nowhere", "/metrics/nothing", "/figures/999999", "/figures/1e3x"]) {
      await visit(path, async (page, status) => {
        expect(status).toBe(404);
        expect(await page.locator('main a[href="/"]').count()).toBe(1);
      });
    }
  });

  it("needs no script, and nothing is wider than its window on a telephone", async () => {
    const options = { javaScriptEnabled: false, viewport: { width: 390, height: 800 } };
    for (const path of ["/", "/metrics/bodies_to_ukraine", "/changes", "/feeds"]) {
      const width = await visit(
        path,
        async (page) => {
          expect(await page.locator("main h1").innerText()).not.toBe("");
          const bounds = await page
            .locator("main > *")
            .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().right));
          return Math.max(...bounds);
        },
        options,
      );
      expect(width, path).toBeLessThanOrEqual(390);
    }
  });

  it("gives the changes as an Atom feed that a feed reader and the browser's XML parser take", async () => {
    const answer = await fetch(`${demo.service.dashboard}/changes.atom`);
    const xml = await answer.text();
    const feed = await parseFeed(Buffer.from(xml), answer.headers.get("content-type") ?? undefined, answer.url);
    expect(feed.items.length).toBeGreaterThan(10);
    const errors = await visit("/", (page) =>
      page.evaluate(
        (text) => new DOMParser().parseFromString(text, "application/xml").querySelectorAll("parsererror").length,
        xml,
      ),
    );
    expect(errors).toBe(0);
  });

  it("keeps the news in the Atom feed however much was read anew since, with the metric's own title", async () => {
    await database.pool.query(
      `insert into recount.change (dossier, key, kind, metric, reason, needs_review, backfilled, noticed_at)
       select 'istanbul', 'anew ' || n, 'reread', 'bodies_to_ukraine', 'read anew', false, false, $1
       from generate_series(1, 60) n`,
      [demo.clock.now()],
    );
    const xml = await (await fetch(`${demo.service.dashboard}/changes.atom`)).text();
    expect(xml.match(/<entry>/g)).toHaveLength(50);
    expect(xml).toContain("<title>added: servicemen returned to Ukraine</title>");
  });

  it("narrows the changes by a form, and leads to their feed", async () => {
    await visit("/changes", async (page) => {
      await page.selectOption("select[name=kind]", "lowered");
      await page.click("form button");
      expect(new Set(await page.locator("tbody .kind").allInnerTexts())).toEqual(new Set(["lowered"]));
      expect(await page.locator('main a[href="/changes.atom"]').count()).toBe(1);
    });
  });

  it("answers under loopback and published names, and refuses a foreign one with 421", async () => {
    const { hostname, port } = new URL(demo.service.dashboard);
    const answered = (host: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        request({ hostname, port, path: "/", headers: { host } }, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
          .on("error", reject)
          .end();
      });
    expect(await answered(`evil.example:${port}`)).toBe(421);
    for (const known of ["localhost", "recount.example"]) expect(await answered(`${known}:${port}`)).toBe(200);
  });

  it("shows hostile text as text", async () => {
    const [dossier] = demo.service.context.dossiers;
    if (dossier === undefined) throw new Error("the demo has no dossier");
    const evidence = { quote: attack, start: 4, end: 4 + attack.length, cues: [] };
    const figures = [aFigure({ min: 4_321, asOf: "2026-05-30", speaker: attack, trace: [attack], evidence })];
    const told = { url: "https://hostile.example/1", outlet: attack, figures };
    await tellReport(database.pool, dossier, told, demo.clock.now());
    await database.pool.query("update recount.report set title = $1 where canonical_url = $2", [attack, told.url]);
    await database.pool.query(
      `update recount.revision set text = $1 where report_id = (select report_id from recount.report where canonical_url = $2)`,
      [`Yes ${attack} no`, told.url],
    );
    const path = await firstAddress("/metrics/bodies_to_ukraine", 'tbody a:text-is("4,321")');
    for (const place of ["/metrics/bodies_to_ukraine", path]) {
      await visit(place, async (page) => {
        expect(await page.locator("main").innerText()).toContain(attack);
        expect(await page.locator("script, img").count()).toBe(0);
        expect(await page.title()).not.toBe("owned");
      });
    }
    expect(await visit(path, (page) => page.locator("mark").innerText())).toBe(attack);
  });
});
