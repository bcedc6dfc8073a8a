import { createHash } from "node:crypto";
import { z } from "zod";
import type { Dossier } from "../dossier/dossier.ts";
import type { Document } from "../figure/figure.ts";
import { readDocument } from "../figure/read.ts";
import { extractorVersion } from "../figure/version.ts";
import { dayIn } from "../runtime/clock.ts";
import { saveExtraction } from "../store/figure.ts";
import { type RevisionToExtract, revisionToExtract } from "../store/revision.ts";
import { transaction } from "../store/transaction.ts";
import type { Task } from "./context.ts";

const payloadShape = z.object({ revisionId: z.string() });

/** Reads a revision's figures outside any transaction; one transaction writes them with the job that compares them. */
export const extractRevision: Task = async ({ pool, clock, dossiers, log }, payload) => {
  const revision = await revisionToExtract(pool, payloadShape.parse(payload).revisionId);
  const dossier = dossiers.find(({ name }) => name === revision?.dossier);
  if (revision === undefined || dossier === undefined) return;
  const startedMs = performance.now();
  const reading = readDocument(documentOf(revision, dossier), dossier.story);
  const extractionId = await transaction(pool, (client) =>
    saveExtraction(client, {
      dossier,
      reportId: revision.report_id,
      revisionId: revision.revision_id,
      revisionNumber: revision.number,
      revisionHash: revision.text_hash,
      text: revision.text,
      reading,
      extractorVersion,
      storyHash: storyHash(dossier),
      now: clock.now(),
    }),
  );
  if (extractionId === undefined) return;
  log.info(
    {
      report: revision.report_id,
      revision: revision.revision_id,
      figures: reading.figures.length,
      statuses: reading.statuses.length,
      durationMs: Math.round(performance.now() - startedMs),
    },
    "figures extracted",
  );
};

/** A stored text as the extractor takes it. */
export function documentOf(revision: RevisionToExtract, { timeZone }: Dossier): Document {
  const published = revision.report_published_at ?? revision.published_at ?? revision.seen_at;
  return {
    text: revision.text,
    title: revision.title,
    language: revision.language,
    published: dayIn(timeZone, published),
    outlet: revision.outlet,
    outletSide: revision.side,
  };
}

/** Names the state of the dossier that a text was read with: the story, and what a figure's metric, day and trust depend on. */
export function storyHash({ story, metrics, thresholds, begins, timeZone }: Dossier): string {
  const selections = metrics.map(({ name, thing, group, act, from, to, reach }) => {
    return [name, thing, group, act, from, to, reach];
  });
  const { confidence, event } = thresholds;
  const given = JSON.stringify([story, selections, confidence, event, begins, timeZone]);
  return createHash("sha256").update(given).digest("hex").slice(0, 16);
}
