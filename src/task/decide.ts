import type { Pool } from "pg";
import { z } from "zod";
import { type Meaning, meaningOf, type Verdict } from "../change/decide.ts";
import type { Dossier } from "../dossier/dossier.ts";
import { RecountError } from "../runtime/errors.ts";
import {
  figuresOfRevision,
  figureToReview,
  insertDecision,
  standingText,
  statusesOfRevision,
} from "../store/decision.ts";
import { saveExtraction } from "../store/figure.ts";
import { firstRow } from "../store/query.ts";
import { transaction } from "../store/transaction.ts";

export interface Ruling {
  readonly figureId: string;
  readonly verdict: Verdict;
  /** What is right; wanted where the verdict is "correct". */
  readonly decidedAs?: Meaning;
  readonly why: string;
  readonly by: string;
}

/**
 * Records a decision and puts it in force on the report's text that stands, in one transaction with the job that compares.
 * @returns the text's new extraction; undefined where no text of the report was extracted, and the next extraction follows it
 * @throws RecountError FIGURE_UNKNOWN
 */
export async function decide(pool: Pool, dossier: Dossier, ruling: Ruling, now: Date): Promise<string | undefined> {
  const { figureId, verdict, why, by } = ruling;
  const seen = await findFigure(pool, dossier, figureId);
  const readAs = meaningOf(seen.figure);
  const decidedAs = verdict === "reject" ? null : verdict === "accept" ? readAs : (ruling.decidedAs ?? readAs);
  return transaction(pool, async (client) => {
    const { report_id: reportId } = seen;
    await firstRow(client, "report/lock-report", [reportId], z.unknown());
    await insertDecision(client, { figureId, verdict, readAs, decidedAs, why, by }, now);
    const standing = await standingText(client, reportId);
    if (standing === undefined) return undefined;
    const { revision_id: revisionId, text } = standing;
    const [figures, statuses] = [
      await figuresOfRevision(client, revisionId),
      await statusesOfRevision(client, revisionId),
    ];
    return saveExtraction(client, {
      ...{ dossier, reportId, revisionId, text, now, cause: "review" },
      ...{ revisionNumber: standing.number, revisionHash: standing.text_hash },
      ...{ extractorVersion: standing.extractor_version, storyHash: standing.story_hash },
      reading: { language: seen.language, figures, statuses },
    });
  });
}

/** @throws RecountError FIGURE_UNKNOWN */
export async function findFigure(pool: Pool, dossier: Dossier, figureId: string) {
  const found = /^\d{1,18}$/.test(figureId) ? await figureToReview(pool, dossier.name, figureId) : undefined;
  if (found !== undefined) return found;
  throw new RecountError(
    "FIGURE_UNKNOWN",
    "never",
    `no figure of ${dossier.name} has the number ${figureId}`,
    "Take a number of the first column of `recount review list`, or of `figure_id` in a view.",
  );
}
