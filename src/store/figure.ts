import type { PoolClient } from "pg";
import { z } from "zod";
import { applyDecisions, type DecidedFigure } from "../change/decide.ts";
import { doubtOf } from "../change/doubt.ts";
import { interval } from "../change/interval.ts";
import { claimantOf, lineKey, metricOf, readingKey, seriesKey, slotKeys, statusReadingKey } from "../change/key.ts";
import type { Dossier } from "../dossier/dossier.ts";
import type { Reading, Status } from "../figure/figure.ts";
import { dayIn } from "../runtime/clock.ts";
import { decisionsOf } from "./decision.ts";
import { firstRow, run } from "./query.ts";
import { addJob } from "./queue/add-job.ts";

export interface Extraction {
  readonly dossier: Dossier;
  readonly reportId: string;
  readonly revisionId: string;
  readonly revisionNumber: number;
  readonly revisionHash: string;
  /** The revision's text, in which the words of decisions are looked for. */
  readonly text: string;
  readonly reading: Reading;
  readonly extractorVersion: string;
  /** Names the state of the dossier's story that the extractor was given. */
  readonly storyHash: string;
  readonly now: Date;
  /** Why it was extracted; a new text unless given. */
  readonly cause?: "text" | "reread" | "review";
}

const extractionRow = z.object({ extraction_id: z.string() });

/**
 * Records what the extractor found in a revision, with what people decided about it in force, retires what the report said
 * before, and queues the comparison, all on the client's open transaction.
 * @returns the extraction's id; undefined when this very extraction was recorded before, and nothing is written
 */
export async function saveExtraction(client: PoolClient, extraction: Extraction): Promise<string | undefined> {
  const { dossier, reportId, revisionId, extractorVersion, storyHash, now, cause = "text" } = extraction;
  // Held until the end, so that no decision is made meanwhile.
  await firstRow(client, "report/lock-report", [reportId], z.unknown());
  const decisions = await decisionsOf(client, reportId);
  const values = [dossier.name, revisionId, extractorVersion, storyHash, now, cause, decisions.at(-1)?.decisionId ?? 0];
  const found = await firstRow(client, "figure/insert-extraction", values, extractionRow);
  if (found === undefined) return undefined;
  const id = found.extraction_id;
  const { text, revisionHash: hash } = extraction;
  const figures = figureRows(extraction, applyDecisions(extraction.reading.figures, decisions, { hash, text }));
  const statuses = statusRows(extraction);
  // Retired first: a reading that is told again by an earlier run keeps its row.
  const keys = (list: readonly { reading: string }[]) => list.map((row) => row.reading);
  await run(client, "figure/retire-figures", [reportId, JSON.stringify(figures), now, "superseded", id]);
  await run(client, "figure/retire-statuses", [reportId, keys(statuses), now, "superseded", id]);
  await run(client, "figure/retire-extractions", [reportId, id, now]);
  const owner = [id, dossier.name, reportId, revisionId, now];
  await run(client, "figure/insert-figures", [JSON.stringify(figures), ...owner]);
  await run(client, "figure/insert-statuses", [JSON.stringify(statuses), ...owner]);
  await addJob(client, "compare", { extractionId: id }, { queue: `compare:${dossier.name}` });
  return id;
}

export function statusRows(extraction: Extraction) {
  return extraction.reading.statuses.map((status) => statusRow(status, extraction));
}

/** The rows of an extraction's figures, in the order of the text. */
export function figureRows(extraction: Omit<Extraction, "reading" | "text">, decided: readonly DecidedFigure[]) {
  const slots = slotKeys(
    extraction.reportId,
    decided.map(({ figure }) => figure),
  );
  return decided.map((one, index) => figureRow(one, slots[index] ?? "", extraction));
}

function figureRow(
  { figure, decision }: DecidedFigure,
  slot: string,
  extraction: Omit<Extraction, "reading" | "text">,
) {
  const { dossier, now, revisionNumber: number, revisionHash: hash } = extraction;
  const metric = metricOf(figure, dossier.metrics);
  const series = metric === undefined ? null : seriesKey(metric, figure);
  const claimant = claimantOf(figure);
  const basis = figure.basis === "unknown" ? null : figure.basis;
  const today = dayIn(dossier.timeZone, now);
  const doubt =
    decision === null
      ? doubtOf(figure, { confidence: dossier.thresholds.confidence, today, begins: dossier.begins })
      : decision.verdict === "reject"
        ? `rejected by ${decision.by}: ${decision.why}`
        : undefined;
  const { thing, group, act, reach, min, max, qualifier, scope, period, speaker, evidence, trace, confidence } = figure;
  return {
    ...{ slot, reading: readingKey(slot, { number, hash }, figure), thing, group, act, reach, min, max, qualifier },
    ...{ from_side: figure.from, to_side: figure.to, ...interval(figure), scope, period },
    ...{ basis_known: figure.basis !== "unknown", basis_start: basis?.start ?? null, basis_end: basis?.end ?? null },
    ...{ basis_frame: basis?.frame ?? null, as_of: figure.asOf, speaker, speaker_side: figure.speakerSide, claimant },
    ...{ metric: metric?.name ?? null, series, line: series === null ? null : lineKey(series, claimant) },
    ...{ quote: evidence.quote, quote_start: evidence.start, quote_end: evidence.end, cues: evidence.cues, trace },
    ...{ confidence, trusted: doubt === undefined, doubt: doubt ?? null, part: figure.part ?? false },
    decision_id: decision?.decisionId ?? null,
  };
}

function statusRow(status: Status, extraction: Extraction) {
  const { dossier, reportId, revisionNumber: number, revisionHash: hash } = extraction;
  const { subject, state, until, speaker, evidence, trace, confidence } = status;
  return {
    ...{ reading: statusReadingKey(reportId, { number, hash }, status), subject, state, until, as_of: status.asOf },
    ...{ speaker, speaker_side: status.speakerSide, quote: evidence.quote, quote_start: evidence.start },
    ...{ quote_end: evidence.end, trace, confidence, trusted: confidence >= dossier.thresholds.confidence },
  };
}
