import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { projectRoot } from "../../src/runtime/project.ts";
import { compare } from "../../src/task/compare.ts";
import type { TaskContext } from "../../src/task/context.ts";
import { extractRevision } from "../../src/task/extract-revision.ts";

const instant = z.iso.datetime().transform((text) => new Date(text));
const reportShape = z.strictObject({ outlet: z.string(), at: instant, text: z.string() });
const outletShape = z.strictObject({
  name: z.string(),
  language: z.enum(["en", "ru", "uk", "tr"]),
  side: z.string().nullable(),
  agency: z.string().optional(),
});
const exchangeShape = z.strictObject({
  day: z.string(),
  /** Metric → count, or "low..high" where reports disagree. */
  ledger: z.record(z.string(), z.union([z.number(), z.string()])),
  disputed: z.array(z.string()).default([]),
  reports: z.array(reportShape),
});

export type ToldText = z.infer<typeof reportShape>;
export type ToldExchange = z.infer<typeof exchangeShape>;

const folder = join(projectRoot, "test", "ledger");
const read = (file: string): unknown => parse(readFileSync(join(folder, file), "utf8"));
const outlets = new Map(
  z
    .array(outletShape)
    .parse(read("outlets.yaml"))
    .map((outlet) => [outlet.name, outlet]),
);

/** `test/ledger/YEARS.yaml`: exchanges, each with the reports that tell it. */
export function toldExchanges(): ToldExchange[] {
  return ["2022-2024.yaml", "2025.yaml", "2026.yaml"].flatMap((file) => z.array(exchangeShape).parse(read(file)));
}

/** `test/ledger/recalled.yaml`: reports that tell of no exchange of their own. */
export function recalledReports(): ToldText[] {
  return z.array(reportShape).parse(read("recalled.yaml"));
}

/** Stores a report's next text, reads it and compares what was read, as the tasks do; the clock stands at `now`. */
export async function tellText(context: TaskContext, report: ToldText & { readonly url?: string }): Promise<void> {
  const { pool, dossiers } = context;
  const outlet = outlets.get(report.outlet);
  const dossier = dossiers[0];
  if (outlet === undefined || dossier === undefined) throw new Error(`no outlet "${report.outlet}"`);
  const hash = createHash("sha256").update(report.text).digest("hex");
  const url = report.url ?? `https://told.example/${hash.slice(0, 16)}`;
  const id = async (text: string, values: unknown[]) => {
    const found = await pool.query<{ id: string }>(text, values);
    return found.rows[0]?.id ?? "";
  };
  const reportId = await id(
    `insert into recount.report (dossier, canonical_url, outlet, side, language, seen_at, published_at, backfilled, headline_only)
     values ($1, $2, $3, $4, $5, $6, $6, false, false)
     on conflict (dossier, canonical_url) do update set outlet = excluded.outlet returning report_id as id`,
    [dossier.name, url, outlet.name, outlet.side, outlet.language, report.at],
  );
  await pool.query("update recount.revision set retired_at = $2 where report_id = $1 and retired_at is null", [
    reportId,
    context.clock.now(),
  ]);
  const revisionId = await id(
    `insert into recount.revision (report_id, number, text_hash, text, language, agency, read_by, recorded_at)
     select $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, 'test', $6 from recount.revision where report_id = $1
     returning revision_id as id`,
    [reportId, hash, report.text, outlet.language, outlet.agency ?? null, context.clock.now()],
  );
  await extractRevision(context, { revisionId });
  const extractionId = await id(
    "select extraction_id as id from recount.extraction where revision_id = $1 and retired_at is null",
    [revisionId],
  );
  await compare(context, { extractionId });
}
