import type { PoolClient } from "pg";
import { z } from "zod";
import { asCaused, type Cause } from "../change/cause.ts";
import type { Change, Claim, StatusClaim } from "../change/change.ts";
import { compareLines, type LineState, type Lines, type Surroundings } from "../change/compare.ts";
import { compareStatuses, isNewer } from "../change/compare-statuses.ts";
import { type Edits, editsOf } from "../change/edit.ts";
import { lineKey } from "../change/key.ts";
import { basisText } from "../change/reason.ts";
import { standing } from "../change/standing.ts";
import type { Dossier } from "../dossier/dossier.ts";
import { RecountError } from "../runtime/errors.ts";
import { baselineClaims, baselineLines, baselineStatuses, syncBaseline } from "../store/baseline.ts";
import { restoredSlots, saveChanges, saveComparison, totalChecks } from "../store/change.ts";
import {
  claimsOfExtraction,
  doubtfulClaims,
  findExtraction,
  passOnSuperseded,
  type StoredExtraction,
  standingClaims,
  standingStatuses,
  statusesOfExtraction,
  supersededClaims,
  supersededStatuses,
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
  const changes = await transaction(pool, (client) => compareOn(client, dossiers, extractionId, clock.now()));
  if (changes !== undefined) log.debug({ extractionId, changes: changes.length }, "extraction compared");
};

/**
 * The comparison on the client's open transaction.
 * @param at by the clock of whoever compares; what was recorded by a later one is noticed when it was recorded
 * @returns the changes that it makes; undefined when the extraction was compared before, or superseded
 */
export async function compareOn(
  client: PoolClient,
  dossiers: readonly Dossier[],
  extractionId: string,
  at: Date,
): Promise<Change[] | undefined> {
  const extraction = await findExtraction(client, extractionId);
  if (extraction === undefined || extraction.compared) return undefined;
  // A person decides by the wall's clock, also about the demo's months, whose service compares by the demo's.
  const now = extraction.recorded_at > at ? extraction.recorded_at : at;
  if (extraction.superseded) {
    await passOnSuperseded(client, extractionId, extraction.report_id);
    return undefined;
  }
  const dossier = dossierOf(dossiers, extraction.dossier);
  await syncBaseline(client, dossier, now);
  const around = surroundings(dossier);
  const found = await changesOf(client, dossier, { extractionId, now }, around);
  const changes = asCaused(found, causeOf(extractionId, extraction));
  const { backfilled } = extraction;
  await saveChanges(client, changes, { dossier, backfilled, now });
  await saveComparison(client, extractionId, now);
  // Without a key of its own while it waits, each of thirty reports would queue the same work.
  await addJob(client, "write_changes", {}, { queue: "write_changes", key: "write_changes" });
  return changes;
}

async function changesOf(
  client: PoolClient,
  dossier: Dossier,
  extraction: { readonly extractionId: string; readonly now: Date },
  around: Surroundings,
): Promise<Change[]> {
  const { extractionId, now } = extraction;
  const claims = await claimsOfExtraction(client, extractionId);
  const superseded = await supersededClaims(client, extractionId);
  const restored = await restoredSlots(client, dossier, claims, now);
  const doubtful = superseded.length === 0 ? [] : await doubtfulClaims(client, extractionId);
  const edits = editsOf(claims, superseded, restored, doubtful);
  const ofEvents = {
    ...{ extractionId, now, edits: only(edits, isEvent) },
    ...{ claims: claims.filter(isEvent), superseded: superseded.filter(isEvent) },
  };
  // Exchanges first: a total that the same report gives counts them in.
  const events = await compareEventClaims(client, dossier, ofEvents, around);
  const told = claims.filter((claim) => !isEvent(claim));
  const lines = await linesOf(
    client,
    dossier,
    told,
    superseded.filter((claim) => !isEvent(claim)),
    extractionId,
  );
  const checks = await totalChecks(client, told);
  const totals = compareLines(
    told,
    only(edits, (claim) => !isEvent(claim)),
    lines,
    { ...around, checks },
  );
  return [...totals, ...events, ...(await statusChanges(client, dossier, extractionId))];
}

function only({ earlier, withdrawn, ...rest }: Edits, which: (claim: Claim) => boolean): Edits {
  const kept = new Map([...earlier].filter(([, claim]) => which(claim)));
  return { ...rest, earlier: kept, withdrawn: withdrawn.filter(which) };
}

function causeOf(extractionId: string, { cause, decided_by, why }: StoredExtraction): Cause {
  if (cause === "review") return { kind: cause, extractionId, by: decided_by ?? "", why: why ?? "" };
  return cause === "reread" ? { kind: cause, extractionId } : { kind: cause };
}

function isEvent(claim: Claim): boolean {
  return claim.scope === "event" && claim.series.includes("|event|");
}

function surroundings(dossier: Dossier): Surroundings {
  const lines = baselineLines(dossier);
  return {
    metrics: new Map(dossier.metrics.map((metric) => [metric.name, metric])),
    names: sideNames(dossier),
    baselines: new Map(lines.map((line) => [line.metric.name, line.value])),
    comparable: new Map(
      lines.flatMap(({ series, totalSeries, value }) =>
        [series, totalSeries].flatMap((name) => (name === null ? [] : [[name, value] as const])),
      ),
    ),
    bases: new Map(lines.map((line) => [line.metric.name, basisText(line.series ?? "")])),
    checks: new Map(),
  };
}

/** What stands on the claims' lines and on the other claimants' lines of the same series, before and without the edit. */
async function linesOf(
  client: PoolClient,
  dossier: Dossier,
  claims: readonly Claim[],
  superseded: readonly Claim[],
  extractionId: string,
): Promise<Lines> {
  const claimants = [...dossier.story.sides.map((side) => side.code), "other", "unattributed"];
  const series = [...new Set([...claims, ...superseded].map((claim) => claim.series))];
  const names = series.flatMap((found) => claimants.map((claimant) => lineKey(found, claimant)));
  const known = [...(await standingClaims(client, dossier.name, names, extractionId)), ...baselineClaims(dossier)];
  // Who has told a figure is asked of the lines that the claims are on; of the other sides' only what stands.
  const toldOn = new Set(claims.map((claim) => claim.line));
  const before = new Map<string, LineState>();
  const rest = new Map<string, LineState>();
  for (const line of names) {
    const own = known.filter((claim) => claim.line === line);
    const was = standing([...own, ...superseded.filter((claim) => claim.line === line)]);
    if (was !== undefined) before.set(line, { stands: was, voices: [] });
    const stands = standing(own);
    if (stands === undefined) continue;
    const voices = toldOn.has(line) ? await voicesOn(client, dossier.name, stands, extractionId) : [];
    rest.set(line, { stands, voices: stands.figureId === null ? [stands.voice, ...voices] : voices });
  }
  return { before, rest };
}

async function statusChanges(client: PoolClient, dossier: Dossier, extractionId: string): Promise<Change[]> {
  const claims = await statusesOfExtraction(client, extractionId);
  const superseded = await supersededStatuses(client, extractionId);
  const subjects = [...new Set([...claims, ...superseded].map((claim) => claim.subject))];
  if (subjects.length === 0) return [];
  const stored = await standingStatuses(client, dossier.name, subjects, extractionId);
  const baseline = baselineStatuses(dossier).filter(({ subject }) => subjects.includes(subject));
  const rest = newestOf([...baseline, ...stored]);
  const before = newestOf([...rest.values(), ...superseded]);
  return compareStatuses(claims, { before, rest }, sideNames(dossier));
}

function newestOf(claims: readonly StatusClaim[]): Map<string, StatusClaim> {
  const newest = new Map<string, StatusClaim>();
  for (const claim of claims) {
    const known = newest.get(claim.subject);
    if (known === undefined || isNewer(claim, known)) newest.set(claim.subject, claim);
  }
  return newest;
}

function sideNames(dossier: Dossier): Record<string, string> {
  return Object.fromEntries(dossier.story.sides.map((side) => [side.code, side.name]));
}

function dossierOf(dossiers: readonly Dossier[], name: string): Dossier {
  const found = dossiers.find((dossier) => dossier.name === name);
  if (found !== undefined) return found;
  const remedy = "Start the service with that dossier, so that its reports can be compared.";
  throw new RecountError("DOSSIER_GONE", "later", `dossier ${name} has reports but is not loaded`, remedy);
}
