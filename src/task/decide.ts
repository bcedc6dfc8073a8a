import type { Pool } from "pg";
import { z } from "zod";
import type { Verdict } from "../change/decide.ts";
import { type Meaning, meaningOf } from "../change/meaning.ts";
import type { Dossier } from "../dossier/dossier.ts";
import { RecountError } from "../runtime/errors.ts";
import { insertDecision, standingText } from "../store/decision.ts";
import { saveExtraction } from "../store/figure.ts";
import { firstRow } from "../store/query.ts";
import { figureToReview, type ReadingToReview, readingsOfRevision, statusToReview } from "../store/reading.ts";
import { transaction } from "../store/transaction.ts";

export interface Ruling {
  /** What it is about: a figure, "17", or a state, "s17". */
  readonly number: string;
  readonly verdict: Verdict;
  /** What is right, of the same kind; wanted where the verdict is "correct". */
  readonly decidedAs?: Meaning;
  readonly why: string;
  readonly by: string;
}

/**
 * Records a decision and puts it in force on the report's text that stands, in one transaction with the job that compares.
 * @returns the text's new extraction; undefined where no text of the report was extracted, and the next extraction follows it
 * @throws RecountError READING_UNKNOWN
 */
export async function decide(pool: Pool, dossier: Dossier, ruling: Ruling, now: Date): Promise<string | undefined> {
  const { number, verdict, why, by } = ruling;
  const seen = await findReading(pool, dossier, number);
  const readAs = meaningOf(seen.reading);
  const decidedAs = verdict === "reject" ? null : verdict === "accept" ? readAs : (ruling.decidedAs ?? readAs);
  return transaction(pool, async (client) => {
    const { report_id: reportId } = seen;
    await firstRow(client, "report/lock-report", [reportId], z.unknown());
    await insertDecision(client, { ...rowOf(seen), verdict, readAs, decidedAs, why, by }, now);
    const standing = await standingText(client, reportId);
    if (standing === undefined) return undefined;
    const { revision_id: revisionId, text } = standing;
    return saveExtraction(client, {
      ...{ dossier, reportId, revisionId, text, now, cause: "review" },
      ...{ revisionNumber: standing.number, revisionHash: standing.text_hash },
      ...{ extractorVersion: standing.extractor_version, storyHash: standing.story_hash },
      reading: { language: seen.language, ...(await readingsOfRevision(client, revisionId)) },
    });
  });
}

function rowOf(seen: ReadingToReview) {
  return seen.kind === "figure"
    ? { figureId: seen.figure_id, statusClaimId: null }
    : { figureId: null, statusClaimId: seen.status_claim_id };
}

/**
 * @param number of a figure, "17", or of a state, "s17"
 * @throws RecountError READING_UNKNOWN
 */
export async function findReading(pool: Pool, dossier: Dossier, number: string): Promise<ReadingToReview> {
  const [, state, id] = /^(s?)(\d{1,18})$/.exec(number) ?? [];
  if (id !== undefined) {
    const find = state === "" ? figureToReview : statusToReview;
    const found = await find(pool, dossier.name, id);
    if (found !== undefined) return found;
  }
  throw new RecountError(
    "READING_UNKNOWN",
    "never",
    `no figure or state of ${dossier.name} has the number ${number}`,
    "Take a number of the first column of `recount review list`: a figure's, or an s and a state's.",
  );
}
