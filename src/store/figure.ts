import type { PoolClient } from "pg";
import { z } from "zod";
import { applyDecisions, type Decided, type Decision } from "../change/decide.ts";
import { figureKind } from "../change/decide-figures.ts";
import { statusKind } from "../change/decide-statuses.ts";
import { doubtOf, statusDoubtOf } from "../change/doubt.ts";
import { interval } from "../change/interval.ts";
import { claimantOf, lineKey, metricOf, readingKey, seriesKey, slotKeys, statusReadingKey } from "../change/key.ts";
import type { FigureMeaning, StatusMeaning } from "../change/meaning.ts";
import type { Dossier } from "../dossier/dossier.ts";
import type { Figure, Reading, Status } from "../figure/figure.ts";
import { dayIn } from "../runtime/clock.ts";
import { type Decisions, decisionsOfReports } from "./decision.ts";
import { run as execute, rows } from "./query.ts";
import { addJobs } from "./queue/add-job.ts";

/** One run of the extractor, over a text or many of one story. */
export interface ExtractorRun {
  readonly dossier: Dossier;
  readonly extractorVersion: string;
  /** Names the state of the dossier that the text is read with. */
  readonly storyHash: string;
  readonly now: Date;
  /** Why it ran; for a new text unless given. */
  readonly cause?: "text" | "reread" | "review";
}

/** What it found in one revision. */
export interface ReadText {
  readonly reportId: string;
  readonly revisionId: string;
  readonly revisionNumber: number;
  readonly revisionHash: string;
  /** The revision's text, in which the words of decisions are looked for. */
  readonly text: string;
  readonly reading: Reading;
}

export type Extraction = ExtractorRun & ReadText;

/**
 * Records what the extractor found in a revision, with what people decided about it in force, retires what the report said
 * before, and queues the comparison, all on the client's open transaction.
 * @returns the extraction's id; undefined when this very extraction was recorded before, and nothing is written
 */
export async function saveExtraction(client: PoolClient, extraction: Extraction): Promise<string | undefined> {
  return (await saveExtractions(client, extraction, [extraction]))[0];
}

const extractionRow = z.object({ revision_id: z.string(), extraction_id: z.string() });

/**
 * The same for texts of different reports, which are compared in their order.
 * @returns each text's extraction
 */
export async function saveExtractions(
  client: PoolClient,
  run: ExtractorRun,
  texts: readonly ReadText[],
): Promise<(string | undefined)[]> {
  const { dossier, extractorVersion, storyHash, now, cause = "text" } = run;
  const reportIds = texts.map(({ reportId }) => reportId);
  // Held until the end, so that no decision is made meanwhile.
  await execute(client, "report/lock-reports", [reportIds]);
  const decisionsOn = await decisionsOfReports(client, reportIds);
  const begun = texts.map(({ revisionId, reportId }) => ({
    revision_id: revisionId,
    decided_through: decisionsOn(reportId).through,
  }));
  const values = [JSON.stringify(begun), dossier.name, extractorVersion, storyHash, now, cause];
  const inserted = await rows(client, "figure/insert-extractions", values, extractionRow);
  const ids = new Map(inserted.map((row) => [row.revision_id, row.extraction_id]));
  const saved = texts.flatMap((text) => {
    const id = ids.get(text.revisionId);
    return id === undefined ? [] : [{ id, extraction: { ...run, ...text }, decisions: decisionsOn(text.reportId) }];
  });
  if (saved.length > 0) await writeFound(client, run, saved);
  return texts.map(({ revisionId }) => ids.get(revisionId));
}

interface Saved {
  readonly id: string;
  readonly extraction: Extraction;
  readonly decisions: Decisions;
}

async function writeFound(client: PoolClient, { dossier, now }: ExtractorRun, saved: readonly Saved[]): Promise<void> {
  const rowsOf = saved.map(({ id, extraction, decisions }) => {
    const { figures, statuses } = decidedRows(extraction, decisions);
    const owner = ownerOf(id, extraction);
    return {
      figures: figures.map((row) => ({ ...owner, ...row })),
      statuses: statuses.map((row) => ({ ...owner, ...row })),
    };
  });
  const figures = rowsOf.flatMap((row) => row.figures);
  const statuses = rowsOf.flatMap((row) => row.statuses);
  const found = { figures: JSON.stringify(figures), statuses: JSON.stringify(statuses) };
  const newest = JSON.stringify(saved.map(({ id, extraction }) => ownerOf(id, extraction)));
  // Retired first: a reading that is told again by an earlier run keeps its row.
  await execute(client, "figure/retire-figures", [newest, found.figures, now, "superseded"]);
  await execute(client, "figure/retire-statuses", [newest, found.statuses, now, "superseded"]);
  await execute(client, "figure/retire-extractions", [newest, now]);
  await execute(client, "figure/insert-figures", [found.figures, dossier.name, now, dossier.timeZone]);
  await execute(client, "figure/insert-statuses", [found.statuses, dossier.name, now]);
  const payloads = saved.map(({ id }) => ({ extractionId: id }));
  await addJobs(client, "compare", payloads, { queue: `compare:${dossier.name}` });
}

function ownerOf(extractionId: string, { reportId, revisionId }: Extraction) {
  return { extraction_id: extractionId, report_id: reportId, revision_id: revisionId };
}

/** The rows of what was found, with what people decided about it in force, in the order of the text. */
export function decidedRows(extraction: Extraction, decisions: Decisions) {
  const { reportId, reading, revisionHash: hash, text } = extraction;
  const figures = applyDecisions(figureKind, reading.figures, decisions.figures, { hash, text });
  const statuses = applyDecisions(statusKind, reading.statuses, decisions.statuses, { hash, text });
  const slots = slotKeys(
    reportId,
    figures.map((one) => one.reading),
  );
  return {
    figures: figures.map((one, index) => figureRow(one, slots[index] ?? "", extraction)),
    statuses: statuses.map((one) => statusRow(one, extraction)),
  };
}

function figureRow(
  { reading: figure, decision }: Decided<FigureMeaning, Figure>,
  slot: string,
  extraction: Extraction,
) {
  const { dossier, now, revisionNumber: number, revisionHash: hash } = extraction;
  const metric = metricOf(figure, dossier.metrics);
  const series = metric === undefined ? null : seriesKey(metric, figure);
  const claimant = claimantOf(figure);
  const basis = figure.basis === "unknown" ? null : figure.basis;
  const context = { ...dossier.thresholds, today: dayIn(dossier.timeZone, now), begins: dossier.begins };
  const doubt = decision === null ? doubtOf(figure, context) : rejection(decision);
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

/** Why a reading that somebody decided about moves nothing; undefined where it may. */
function rejection<Meaning>({ verdict, by, why }: Decision<Meaning>): string | undefined {
  return verdict === "reject" ? `rejected by ${by}: ${why}` : undefined;
}

function statusRow({ reading: status, decision }: Decided<StatusMeaning, Status>, extraction: Extraction) {
  const { dossier, reportId, revisionNumber: number, revisionHash: hash } = extraction;
  const { subject, state, until, speaker, evidence, trace, confidence } = status;
  const doubt = decision === null ? statusDoubtOf(status, dossier.thresholds) : rejection(decision);
  return {
    ...{ reading: statusReadingKey(reportId, { number, hash }, status), subject, state, until, as_of: status.asOf },
    ...{ speaker, speaker_side: status.speakerSide, quote: evidence.quote, quote_start: evidence.start },
    ...{ quote_end: evidence.end, trace, confidence, trusted: doubt === undefined, doubt: doubt ?? null },
    decision_id: decision?.decisionId ?? null,
  };
}
