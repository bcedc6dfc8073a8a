import { type Context, Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import type { Dossier } from "../dossier/dossier.ts";
import { type Clock, dayIn } from "../runtime/clock.ts";
import type { Log } from "../runtime/log.ts";
import { compareWithBaseline } from "../store/comparison.ts";
import {
  type ChangeFilter,
  changeLog,
  eventLedger,
  feedStates,
  figureDetail,
  figuresBeside,
  figuresOf,
  news,
} from "../store/dashboard.ts";
import type { Db } from "../store/query.ts";
import { changesAtom } from "./atom.ts";
import { metricChart } from "./chart.ts";
import { chartData } from "./chart-data.ts";
import { healthOf } from "./health.ts";
import { Page } from "./layout.tsx";
import { BaselinePage } from "./pages/baseline.tsx";
import { ChangesPage, unknownFilter } from "./pages/changes.tsx";
import { FeedsPage } from "./pages/feeds.tsx";
import { FigurePage } from "./pages/figure.tsx";
import { figuresShown, MetricPage } from "./pages/metric.tsx";
import { claimantColours } from "./side-colour.ts";
import { styleOf } from "./style.ts";

export interface WebOptions {
  readonly db: Db;
  readonly dossier: Dossier;
  readonly clock: Clock;
  readonly log: Log;
  /** Names under which the dashboard may be asked for; another Host header is refused, so that no foreign page can read it. */
  readonly hosts: readonly string[];
}

const pageLength = 50;

/** The dashboard, its JSON and its Atom feed, as one application. */
export function webApp(options: WebOptions): Hono {
  const { db, dossier, log } = options;
  const app = new Hono();
  guard(app, options.hosts);
  app.get("/healthz", async (c) => {
    const health = await healthOf(db);
    return c.json(health, health.status === "ok" ? 200 : 503);
  });
  app.get("/style.css", (c) => c.body(styleOf(dossier), 200, { "content-type": "text/css; charset=utf-8" }));
  addFigurePages(app, options);
  addChangePages(app, options);
  app.get("/feeds", async (c) => c.html(<FeedsPage dossier={dossier} feeds={await feedStates(db, dossier.name)} />));
  app.notFound((c) => {
    const why = "There is no such page.";
    return isForPrograms(c) ? c.json({ error: why }, 404) : c.html(missing(dossier, why), 404);
  });
  app.onError((err, c) => {
    log.error({ err, path: c.req.path }, "page failed");
    const why = "The page could not be made. The log says why; try again in a moment.";
    return isForPrograms(c) ? c.json({ error: why }, 503) : c.html(missing(dossier, why, "Failed"), 503);
  });
  return app;
}

function isForPrograms(c: Context): boolean {
  return c.req.path.startsWith("/api/");
}

/** No foreign content in our pages, and our pages under no foreign name. */
function guard(app: Hono, hosts: readonly string[]): void {
  const contentSecurityPolicy = {
    defaultSrc: ["'none'"],
    // The chart's marks carry style attributes.
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
  };
  app.use(secureHeaders({ contentSecurityPolicy, referrerPolicy: "no-referrer" }));
  app.use(async (c, next) => {
    const host = new URL(c.req.url).hostname.replace(/^\[|\]$/g, "");
    if (!hosts.includes(host)) return c.text("This dashboard does not answer under that name.\n", 421);
    return next();
  });
}

function addFigurePages(app: Hono, { db, dossier, clock }: WebOptions): void {
  app.get("/", async (c) => {
    const comparison = await compareWithBaseline(db, dossier.name, dossier.metrics);
    const changes = await changeLog(db, dossier.name, { metric: null, kind: null, before: null, limit: 10 });
    const today = dayIn(dossier.story.timeZone, clock.now());
    return c.html(<BaselinePage dossier={dossier} comparison={comparison} changes={changes} today={today} />);
  });
  app.get("/metrics/:metric", async (c) => {
    const metric = dossier.metrics.find((candidate) => candidate.name === c.req.param("metric"));
    if (!metric) return c.html(missing(dossier, "No metric has that name."), 404);
    const figures = await figuresOf(db, dossier.name, metric.name, figuresShown);
    const events = await eventLedger(db, dossier.name, metric.name);
    const today = dayIn(dossier.story.timeZone, clock.now());
    const chart = metricChart(chartData(dossier, metric, figures, events, today), claimantColours(dossier));
    return c.html(<MetricPage dossier={dossier} metric={metric} figures={figures} events={events} chart={chart} />);
  });
  app.get("/figures/:id", async (c) => {
    const id = Number(c.req.param("id"));
    const figure = Number.isSafeInteger(id) && id > 0 ? await figureDetail(db, dossier.name, id) : undefined;
    if (!figure) return c.html(missing(dossier, "No figure has that number."), 404);
    return c.html(<FigurePage dossier={dossier} figure={figure} beside={await figuresBeside(db, id)} />);
  });
}

function addChangePages(app: Hono, { db, dossier }: WebOptions): void {
  app.get("/changes", async (c) => {
    const filter = changeFilter(c);
    const changes = await changeLog(db, dossier.name, filter);
    const unknown = changes.length === 0 ? unknownFilter(filter, dossier) : undefined;
    const page = <ChangesPage dossier={dossier} changes={changes} filter={filter} unknown={unknown} />;
    return c.html(page, unknown === undefined ? 200 : 404);
  });
  app.get("/api/changes", async (c) => {
    const filter = changeFilter(c);
    const changes = await changeLog(db, dossier.name, filter);
    const unknown = changes.length === 0 ? unknownFilter(filter, dossier) : undefined;
    return unknown === undefined ? c.json(changes) : c.json({ error: unknown }, 404);
  });
  app.get("/changes.atom", async (c) => {
    const atom = changesAtom(dossier, await news(db, dossier.name, pageLength), new URL(c.req.url).origin);
    return c.body(atom, 200, { "content-type": "application/atom+xml; charset=utf-8" });
  });
}

function changeFilter(c: Context): ChangeFilter {
  const before = Number(c.req.query("before"));
  return {
    metric: named(c.req.query("metric")),
    kind: named(c.req.query("kind")),
    before: Number.isSafeInteger(before) && before > 0 ? before : null,
    limit: pageLength,
  };
}

/** No name holds a NUL, and Postgres takes none; nothing chosen in a form is no name. */
function named(given: string | undefined): string | null {
  return given ? given.replaceAll("\u0000", "\ufffd") : null;
}

function missing(dossier: Dossier, why: string, title = "Not found") {
  return (
    <Page title={title} here="" story={dossier.title}>
      <h1>{why}</h1>
      <p>
        <a href="/">Back to the baseline</a>
      </p>
    </Page>
  );
}
