import { createHash } from "node:crypto";
import type { PoolClient } from "pg";
import { z } from "zod";
import type { Claim, StatusClaim } from "../change/change.ts";
import type { Value } from "../change/interval.ts";
import { lineKey, seriesKey } from "../change/key.ts";
import type { BaselineFigure, Metric } from "../change/metric.ts";
import { baselineValue, totalSeries } from "../change/running-total.ts";
import type { Dossier } from "../dossier/dossier.ts";
import { type Db, firstRow, run } from "./query.ts";

export interface BaselineLine {
  readonly metric: Metric;
  readonly figure: BaselineFigure;
  readonly value: Value;
  readonly series: string | null;
  readonly totalSeries: string | null;
}

/** The baseline's figures as lines and values, in the order of the file. */
export function baselineLines(dossier: Dossier): BaselineLine[] {
  return dossier.baseline.figures.flatMap((figure) => {
    const metric = dossier.metrics.find((found) => found.name === figure.metric);
    const value = metric && baselineValue(dossier.baseline, metric, dossier.metrics);
    if (metric === undefined || value === undefined) return [];
    const told = { scope: "cumulative", basis: figure.basis, asOf: dossier.baseline.published } as const;
    return [{ metric, figure, value, series: seriesKey(metric, told), totalSeries: totalSeries(figure) }];
  });
}

/** What the baseline article says, as claims that stood when Recount began. */
export function baselineClaims(dossier: Dossier): Claim[] {
  const { outlet, published, speakerSide } = dossier.baseline;
  return baselineLines(dossier).flatMap(({ metric, value, series }) => {
    if (series === null) return [];
    const line = lineKey(series, speakerSide);
    const shown = { metric: metric.name, series, line, claimant: speakerSide, value, voice: outlet };
    return [
      {
        ...shown,
        figureId: null,
        reportId: null,
        slot: line,
        reading: "baseline",
        scope: "cumulative",
        asOf: published,
        rankDay: published,
        firstDay: published,
        dayStated: true,
        part: false,
        reportedAt: `${published}T00:00:00.000Z`,
      },
    ];
  });
}

export function baselineStatuses(dossier: Dossier): StatusClaim[] {
  const { published, statuses } = dossier.baseline;
  return statuses.map(({ subject, state, until, speakerSide }) => ({
    ...{ statusClaimId: null, reportId: null, reading: "", subject, state, until, asOf: published, toldAt: "" },
    speakerSide,
  }));
}

/** Puts the dossier's baseline in force; a changed one retires the one before, and history keeps both. */
export async function syncBaseline(client: PoolClient, dossier: Dossier, now: Date): Promise<void> {
  const { outlet, url, published, speaker, speakerSide, statuses } = dossier.baseline;
  const lines = baselineLines(dossier).map((line, index) => ({
    ...{ position: index + 1, metric: line.metric.name, title: line.metric.title, value: line.value },
    ...{ qualifier: line.figure.qualifier, origin: line.figure.origin, series: line.series },
    total_series: line.totalSeries,
    ...{ basis: line.figure.basis },
  }));
  const metrics = dossier.metrics.map((metric) => ({
    ...{ name: metric.name, title: metric.title, selection: selectionOf(metric) },
  }));
  const content = JSON.stringify({ outlet, url, published, speaker, speakerSide, figures: lines, statuses, metrics });
  const hash = createHash("sha256").update(content).digest("hex");
  await renameMetrics(client, dossier, hash);
  await run(client, "change/retire-baseline", [dossier.name, hash, now]);
  await run(client, "change/insert-baseline", [dossier.name, hash, content, now]);
}

/** Whether the database holds anything of a dossier. */
export async function isFollowed(db: Db, dossier: string): Promise<boolean> {
  const found = await firstRow(db, "change/is-followed", [dossier], z.object({ followed: z.boolean() }));
  return found?.followed ?? false;
}

const replacedRow = z.object({ metrics: z.array(z.object({ name: z.string(), selection: z.string().optional() })) });

/** A metric that selects the same figures under another name was renamed: its history goes with it. */
async function renameMetrics(client: PoolClient, dossier: Dossier, hash: string): Promise<void> {
  const replaced = await firstRow(client, "change/replaced-baseline", [dossier.name, hash], replacedRow);
  const names = new Set(dossier.metrics.map(({ name }) => name));
  for (const { name, selection } of replaced?.metrics ?? []) {
    const now = names.has(name) ? undefined : dossier.metrics.find((metric) => selectionOf(metric) === selection);
    if (now !== undefined) await run(client, "change/rename-metric", [dossier.name, name, now.name]);
  }
}

function selectionOf({ thing, group, act, from, to, reach }: Metric): string {
  return [thing, group ?? "", act, from ?? "", to ?? "", reach].join("|");
}
