import type { Pool } from "pg";
import type { Dossier } from "../../src/dossier/dossier.ts";
import type { Figure, Status } from "../../src/figure/figure.ts";
import { saveExtraction } from "../../src/store/figure.ts";
import { transaction } from "../../src/store/transaction.ts";

/** A figure of bodies handed to Ukraine, said by Russia, with whatever the test needs otherwise. */
export function aFigure(given: Partial<Figure> & { min: number }): Figure {
  const quote = `${String(given.min)} bodies`;
  return {
    ...{ thing: "bodies", group: null, act: "returned", from: "RU", to: "UA", reach: "one_way" },
    ...{ max: given.min, qualifier: "exact", scope: "event", period: null, basis: null, asOf: "2026-01-29" },
    ...{ speaker: "the negotiator", speakerSide: "RU", trace: ["test"], confidence: 0.95 },
    evidence: { quote, start: 0, end: quote.length, cues: [] },
    ...given,
  };
}

export function aStatus(given: Partial<Status> & { subject: string; state: string }): Status {
  return {
    ...{ until: null, asOf: "2026-01-23", speaker: null, speakerSide: "UA", trace: ["test"], confidence: 0.9 },
    evidence: { quote: "talks", start: 0, end: 5, cues: [] },
    ...given,
  };
}

export interface ToldReport {
  readonly url: string;
  readonly outlet?: string;
  readonly agency?: string;
  readonly figures?: readonly Figure[];
  readonly statuses?: readonly Status[];
  readonly backfilled?: boolean;
  readonly extractorVersion?: string;
  /** When it is told, unless given. */
  readonly published?: string;
}

/** Stores a report's next revision with what was found in it; returns the extraction's id. */
export async function tellReport(pool: Pool, dossier: Dossier, told: ToldReport, now: Date): Promise<string> {
  const { url, outlet = "Outlet", agency = null, figures = [], statuses = [], backfilled = false } = told;
  return transaction(pool, async (client) => {
    const one = async (text: string, values: unknown[]) => {
      const found = await client.query<{ id: string; number: number }>(text, values);
      const row = found.rows[0];
      if (row === undefined) throw new Error("no row");
      return row;
    };
    const report = await one(
      `insert into recount.report (dossier, canonical_url, outlet, seen_at, published_at, backfilled, headline_only)
       values ($1, $2, $3, $4, $6, $5, false)
       on conflict (dossier, canonical_url) do update set outlet = excluded.outlet returning report_id as id, 0 as number`,
      [dossier.name, url, outlet, now, backfilled, told.published ?? now],
    );
    const hash = JSON.stringify([figures.map((figure) => [figure.min, figure.asOf]), statuses.length]);
    const revision = await one(
      `insert into recount.revision (report_id, number, text_hash, text, language, agency, read_by, recorded_at)
       select $1, coalesce(max(number), 0) + 1, $2, 'text', 'en', $3, 'test', $4 from recount.revision where report_id = $1
       returning revision_id as id, number`,
      [report.id, hash, agency, now],
    );
    const id = await saveExtraction(client, {
      ...{ dossier, reportId: report.id, revisionId: revision.id, revisionNumber: revision.number, revisionHash: hash },
      text: "text",
      ...{ extractorVersion: told.extractorVersion ?? "1", storyHash: "story", now },
      reading: { language: "en", figures, statuses },
    });
    if (id === undefined) throw new Error("the extraction was recorded before");
    return id;
  });
}
