import { textHash } from "../../src/report/revision.ts";
import { claimReport, findReport, recordReading } from "../../src/store/report.ts";
import { transaction } from "../../src/store/transaction.ts";
import { compare } from "../../src/task/compare.ts";
import type { TaskContext } from "../../src/task/context.ts";
import { extractRevision } from "../../src/task/extract-revision.ts";

export interface StoredArticle {
  readonly url: string;
  readonly text: string;
  readonly published: string;
  readonly outlet?: string;
  readonly language?: string;
}

/** Stores an article's text as its report's next revision, reads its figures with the real extractor and compares them. */
export async function storeArticle(context: TaskContext, given: StoredArticle): Promise<string> {
  const { url, text, published, outlet = "Northwire", language = "en" } = given;
  const { pool, clock, dossiers } = context;
  const dossier = dossiers[0]?.name ?? "";
  const publishedAt = new Date(published);
  const head = {
    dossier,
    url,
    outlet,
    side: null,
    language,
    title: "",
    publishedAt,
    backfilled: false,
    headlineOnly: false,
  };
  const { reportId, revisionId } = await transaction(pool, async (client) => {
    const { id } = await claimReport(client, clock.now(), head);
    const report = await findReport(client, id);
    if (report === undefined) throw new Error("no report");
    const article = {
      ...{ text, title: null, authors: [], publishedAt, modifiedAt: null, language, agency: null, canonical: null },
      ...{ readBy: "feed" as const, section: null, isLogin: false },
    };
    return {
      reportId: id,
      revisionId: await recordReading(
        client,
        report,
        { article, textHash: textHash(text), nextReadAt: null, copiedReportId: null, rawHash: null },
        clock.now(),
      ),
    };
  });
  if (revisionId !== undefined) await extractRevision(context, { revisionId });
  await compareAll(context);
  return reportId;
}

/** Compares every extraction that waits, in their order. */
export async function compareAll(context: TaskContext): Promise<void> {
  const { rows } = await context.pool.query<{ id: string }>(
    `select extraction_id::text as id from recount.extraction e
     where not exists (select from recount.comparison c where c.extraction_id = e.extraction_id) order by e.extraction_id`,
  );
  for (const { id } of rows) await compare(context, { extractionId: id });
}
