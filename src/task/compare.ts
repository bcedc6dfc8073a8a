import type { PoolClient } from "pg";
import { z } from "zod";
import { asCaused, type Cause } from "../change/cause.ts";
import type { Change, Claim } from "../change/change.ts";
import { compareLines, type LineState, type Surroundings, withdrawn } from "../change/compare.ts";
import { compareStatuses } from "../change/compare-statuses.ts";
import { addValues } from "../change/interval.ts";
import { lineKey } from "../change/key.ts";
import { standing } from "../change/standing.ts";
import type { Dossier } from "../dossier/dossier.ts";
import { RecountError } from "../runtime/errors.ts";
import { baselineClaims, baselineLines, baselineStatuses, syncBaseline } from "../store/baseline.ts";
import { eventTotals, saveChanges, saveComparison } from "../store/change.ts";
import {
  claimsOfExtraction,
  findExtraction,
  type StoredExtraction,
  standingClaims,
  standingStatuses,
  statusesOfExtraction,
  supersededClaims,
  voicesOn,
} from "../store/claim.ts";
import { addJob } from "../store/queue/add-job.ts";
import { transaction } from "../store/transaction.ts";
import { compareEventClaims } from "./compare-events.ts";
import type { Task } from "./context.ts";

const payloadShape = z.object({ extractionId: z.string() });

/**
 * Holds what one extraction found against what stood, and writes the changes, the ledger and their follow-up in one
 * transaction. An extraction that was compared already is left alone, so a killed job may run again.
 */
export const compare: Task = async ({ pool, clock, log, dossiers }, payload) => {
  const { extractionId } = payloadShape.parse(payload);
  const written = await transaction(pool, async (client) => {
    const extraction = await findExtraction(client, extractionId);
    if (extraction === undefined || extraction.compared) return undefined;
    const dossier = dossierOf(dossiers, extraction.dossier);
    const now = clock.now();
    await syncBaseline(client, dossier, now);
    const around = await surroundings(client, dossier);
    const found = await changesOf(client, dossier, { extractionId, now, ...extraction }, around);
    const changes = asCaused(found, causeOf(extractionId, extraction), around);
    const { backfilled } = extraction;
    const count = await saveChanges(client, changes, { dossier: dossier.name, backfilled, now });
    await saveComparison(client, extractionId, now);
    // Without a key of its own while it waits, each of thirty reports would queue the same work.
    await addJob(client, "write_changes", {}, { queue: "write_changes", key: "write_changes" });
    return { changes: count, backfilled };
  });
  if (written !== undefined) log.debug({ extractionId, ...written }, "extraction compared");
};

async function changesOf(
  client: PoolClient,
  dossier: Dossier,
  extraction: {
    readonly extractionId: string;
    readonly now: Date;
    readonly report_id: string;
    readonly recorded_at: Date;
  },
  around: Surroundings,
): Promise<Change[]> {
  const { extractionId, now } = extraction;
  const claims = await claimsOfExtraction(client, extractionId);
  const earlier = await supersededClaims(client, extraction.report_id, extraction.recorded_at);
  const before = new Map(earlier.map((claim) => [claim.slot, claim]));
  const told = claims.filter((claim) => !isEvent(claim));
  const lines = await lineStates(client, dossier, told, extractionId);
  return [
    ...withdrawn(earlier, claims, around),
    ...compareLines(told, before, lines, around),
    ...(await compareEventClaims(
      client,
      dossier,
      { extractionId, now, claims: claims.filter(isEvent), before },
      around,
    )),
    ...(await statusChanges(client, dossier, extractionId)),
  ];
}

function causeOf(extractionId: string, { cause, decided_by, why }: StoredExtraction): Cause {
  if (cause === "review") return { kind: cause, extractionId, by: decided_by ?? "", why: why ?? "" };
  return cause === "reread" ? { kind: cause, extractionId } : { kind: cause };
}

function isEvent(claim: Claim): boolean {
  return claim.scope === "event" && claim.series.includes("|event|");
}

async function surroundings(client: PoolClient, dossier: Dossier): Promise<Surroundings> {
  const lines = baselineLines(dossier);
  const metrics = lines.map((line) => line.metric.name);
  const since = await eventTotals(client, dossier.name, metrics, dossier.baseline.published);
  const totals = lines.flatMap(({ metric, value, totalSeries }) => {
    const added = since.get(metric.name);
    return totalSeries === null || added === undefined ? [] : [[totalSeries, addValues(value, added)] as const];
  });
  return {
    metrics: new Map(dossier.metrics.map((metric) => [metric.name, metric])),
    names: Object.fromEntries(dossier.story.sides.map((side) => [side.code, side.name])),
    baselines: new Map(lines.map((line) => [line.metric.name, line.value])),
    totals: new Map(totals),
  };
}

/** What stands on the claims' lines, and on the other sides' lines of the same series. */
async function lineStates(client: PoolClient, dossier: Dossier, claims: readonly Claim[], extractionId: string) {
  const claimants = [...dossier.story.sides.map((side) => side.code), "other", "unattributed"];
  const series = [...new Set(claims.map((claim) => claim.series))];
  const lines = series.flatMap((found) => claimants.map((claimant) => lineKey(found, claimant)));
  const stored = await standingClaims(client, lines, extractionId);
  const known = [...stored, ...baselineClaims(dossier)];
  const states = new Map<string, LineState>();
  for (const line of lines) {
    const stands = standing(known.filter((claim) => claim.line === line));
    if (stands === undefined) continue;
    const voices = await voicesOn(client, stands, extractionId);
    states.set(line, { stands, voices: stands.figureId === null ? [stands.voice, ...voices] : voices });
  }
  return states;
}

async function statusChanges(client: PoolClient, dossier: Dossier, extractionId: string): Promise<Change[]> {
  const claims = await statusesOfExtraction(client, extractionId);
  if (claims.length === 0) return [];
  const subjects = [...new Set(claims.map((claim) => claim.subject))];
  const stored = await standingStatuses(client, dossier.name, subjects, extractionId);
  const stands = new Map(baselineStatuses(dossier).map((claim) => [claim.subject, claim]));
  for (const claim of stored) {
    const baseline = stands.get(claim.subject);
    if (baseline === undefined || claim.asOf >= baseline.asOf) stands.set(claim.subject, claim);
  }
  return compareStatuses(claims, stands, Object.fromEntries(dossier.story.sides.map((side) => [side.code, side.name])));
}

function dossierOf(dossiers: readonly Dossier[], name: string): Dossier {
  const found = dossiers.find((dossier) => dossier.name === name);
  if (found !== undefined) return found;
  const remedy = "Start the service with that dossier, so that its reports can be compared.";
  throw new RecountError("DOSSIER_GONE", "later", `dossier ${name} has reports but is not loaded`, remedy);
}
