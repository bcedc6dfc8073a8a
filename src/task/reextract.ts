import { setImmediate } from "node:timers/promises";
import type { PoolClient } from "pg";
import type { Change } from "../change/change.ts";
import type { Dossier } from "../dossier/dossier.ts";
import type { Reading } from "../figure/figure.ts";
import { readDocument } from "../figure/read.ts";
import { extractorVersion } from "../figure/version.ts";
import { syncBaseline } from "../store/baseline.ts";
import { type Decisions, decisionsOfReports } from "../store/decision.ts";
import { decidedRows, type ExtractorRun, type ReadText, saveExtractions } from "../store/figure.ts";
import type { Db } from "../store/query.ts";
import {
  countOutdated,
  type Edition,
  type OutdatedText,
  outdatedPage,
  renewExtractions,
  type Standing,
  type StandingFigure,
  type StandingStatus,
  standingOf,
} from "../store/reextract.ts";
import type { RevisionToExtract } from "../store/revision.ts";
import { transaction } from "../store/transaction.ts";
import { compareOn } from "./compare.ts";
import type { TaskContext } from "./context.ts";
import { documentOf, storyHash } from "./extract-revision.ts";

const pageSize = 500;
/** Texts that are written in one transaction: each holds its report until the end, a part of a second. */
const batchSize = 100;

/** What another reading of one text takes away and brings. */
export interface Difference {
  readonly revision: RevisionToExtract;
  readonly gone: readonly StandingFigure[];
  readonly come: readonly StandingFigure[];
  /** "talks suspended", with why it moves nothing, if it does not: states that are no longer read, and those that are now. */
  readonly statesGone: readonly string[];
  readonly statesCome: readonly string[];
  /** In a dry run, the changes that would be logged; else they are made by the comparison that is queued. */
  readonly changes: readonly Change[];
}

export interface Progress {
  readonly read: number;
  readonly different: number;
  readonly all: number;
}

export interface ReextractOptions {
  /** Writes nothing: the differences and the changes are worked out and undone. */
  readonly dryRun: boolean;
  readonly onDifference: (difference: Difference) => void;
  readonly onProgress: (progress: Progress) => void;
  /** The running program's, unless given. */
  readonly version?: string;
}

/**
 * Reads every stored text again that was read by another version of the extractor or with another state of the story.
 * Texts of which the same comes out are recorded by the page; the others are retired and recorded by the batch, each with
 * the job that compares it. What was done is not done again, so a killed run goes on where it was.
 */
export async function reextract(context: TaskContext, dossier: Dossier, options: ReextractOptions): Promise<Progress> {
  const { dryRun, version = extractorVersion } = options;
  const edition = { dossier: dossier.name, extractorVersion: version, storyHash: storyHash(dossier) };
  const run: Run = { context, dossier, edition, options };
  if (!dryRun) return readAll(run, context.pool, (work) => transaction(context.pool, work));
  // One transaction for all, so that each change is told as it would be after those before; then nothing happened.
  const progress = { value: { read: 0, different: 0, all: 0 } };
  await transaction(context.pool, async (client) => {
    progress.value = await readAll(run, client, (work) => work(client));
    throw undone;
  }).catch((cause: unknown) => {
    if (cause !== undone) throw cause;
  });
  return progress.value;
}

const undone = new Error("a dry run is undone");

interface Run {
  readonly context: TaskContext;
  readonly dossier: Dossier;
  readonly edition: Edition;
  readonly options: ReextractOptions;
}

type Write = <Result>(work: (client: PoolClient) => Promise<Result>) => Promise<Result>;

/** Reads a page while the one before is written, so that neither this process nor the database waits for the other. */
async function readAll(run: Run, db: Db, write: Write): Promise<Progress> {
  const { dryRun, onDifference, onProgress } = run.options;
  // A metric that was renamed takes its figures along first: else each would differ by its name.
  await write((client) => syncBaseline(client, run.dossier, run.context.clock.now()));
  const all = await countOutdated(db, run.edition);
  let [read, different, after] = [0, 0, "0"];
  let writing = Promise.resolve();
  for (;;) {
    const page = await outdatedPage(db, run.edition, after, pageSize);
    after = page.at(-1)?.revision_id ?? after;
    const found = await readPage(run, page, db);
    await writing;
    writing = writePage(run, found, write, (differences) => {
      different += differences.length;
      for (const difference of differences) onDifference(difference);
    }).then(() => {
      read += page.length;
      onProgress({ read, different, all });
    });
    // Its failure is heard where it is awaited.
    writing.catch(() => undefined);
    // A dry run has one client for all.
    if (dryRun || page.length < pageSize) await writing;
    if (page.length < pageSize) return { read, different, all };
  }
}

/** What is to be written of a page. */
interface ReadPage {
  /** Revisions of which the same came out. */
  readonly same: readonly string[];
  readonly different: readonly Pending[];
}

async function readPage(run: Run, page: readonly OutdatedText[], db: Db): Promise<ReadPage> {
  const { dossier } = run;
  const standing = await standingOf(
    db,
    page.map((revision) => revision.revision_id),
  );
  const decisionsOn = await decisionsOfReports(
    db,
    page.map((revision) => revision.report_id),
  );
  const same: string[] = [];
  const different: Pending[] = [];
  for (const revision of page) {
    // Between two texts the page before takes its next step to the database.
    await setImmediate();
    const reading = readDocument(documentOf(revision, dossier), dossier.story);
    const stands = standing.get(revision.revision_id) ?? { figures: [], statuses: [] };
    const difference = differenceOf(run, revision, reading, stands, decisionsOn(revision.report_id));
    if (difference === undefined && revision.compared) same.push(revision.revision_id);
    // What was not compared yet is handed on to an extraction whose turn will come.
    else different.push({ difference, reading, revision });
  }
  return { same, different };
}

async function writePage(
  run: Run,
  { same, different }: ReadPage,
  write: Write,
  tell: (differences: readonly Difference[]) => void,
): Promise<void> {
  for (let from = 0; from < different.length; from += batchSize) {
    const batch = different.slice(from, from + batchSize);
    tell(await write((client) => recordBatch(run, client, batch)));
  }
  if (same.length > 0) await write((client) => renewExtractions(client, run.edition, same, run.context.clock.now()));
}

interface Pending {
  /** Undefined where the same came out and only the comparison is wanting. */
  readonly difference: Omit<Difference, "changes"> | undefined;
  readonly reading: Reading;
  readonly revision: RevisionToExtract;
}

/** Records new readings; in a dry run their changes too, since no job will make them. */
async function recordBatch(run: Run, client: PoolClient, batch: readonly Pending[]): Promise<Difference[]> {
  const { dossiers, clock } = run.context;
  const texts = batch.map(({ revision, reading }) => readTextOf(revision, reading));
  const ids = await saveExtractions(client, extractorRunOf(run), texts);
  const found: Difference[] = [];
  for (const [index, { difference }] of batch.entries()) {
    const id = ids[index];
    const isTold = run.options.dryRun && id !== undefined;
    const changes = isTold ? ((await compareOn(client, dossiers, id, clock.now())) ?? []) : [];
    if (difference !== undefined) found.push({ ...difference, changes });
  }
  return found;
}

function extractorRunOf({ context, dossier, edition }: Run): ExtractorRun {
  const { extractorVersion, storyHash: hash } = edition;
  return { dossier, extractorVersion, storyHash: hash, now: context.clock.now(), cause: "reread" };
}

function readTextOf(revision: RevisionToExtract, reading: Reading): ReadText {
  const { report_id: reportId, revision_id: revisionId, number: revisionNumber, text_hash: revisionHash } = revision;
  return { reportId, revisionId, revisionNumber, revisionHash, text: revision.text, reading };
}

function differenceOf(
  run: Run,
  revision: RevisionToExtract,
  reading: Reading,
  stands: Standing,
  decisions: Decisions,
): Omit<Difference, "changes"> | undefined {
  const extraction = { ...extractorRunOf(run), ...readTextOf(revision, reading) };
  const read = decidedRows(extraction, decisions);
  const gone = without(stands.figures, read.figures, figureKey);
  const come = without(read.figures, stands.figures, figureKey);
  const statesGone = without(stands.statuses, read.statuses, statusKey).map(stateText);
  const statesCome = without(read.statuses, stands.statuses, statusKey).map(stateText);
  if (gone.length + come.length + statesGone.length + statesCome.length === 0) return undefined;
  return { revision, gone, come, statesGone, statesCome };
}

/** As `figure/retire-figures.sql` tells them apart. */
function figureKey({ reading, line, as_of, trusted, doubt }: StandingFigure): string {
  return JSON.stringify([reading, line, as_of, trusted, doubt]);
}

/** As `figure/retire-statuses.sql` tells them apart. */
function statusKey({ reading, trusted, doubt }: Omit<StandingStatus, "subject" | "state">): string {
  return JSON.stringify([reading, trusted, doubt]);
}

function without<A, B>(rows: readonly A[], others: readonly B[], key: (row: A | B) => string): A[] {
  const known = new Set(others.map(key));
  return rows.filter((row) => !known.has(key(row)));
}

function stateText({ subject, state, doubt }: Pick<StandingStatus, "subject" | "state" | "doubt">): string {
  return `${subject} ${state.replaceAll("_", " ")}${doubt === null ? "" : ` (${doubt})`}`;
}
