import { applyDecisions, type Decided } from "../change/decide.ts";
import { figureKind } from "../change/decide-figures.ts";
import { statusKind } from "../change/decide-statuses.ts";
import type { Dossier } from "../dossier/dossier.ts";
import type { Figure, Status } from "../figure/figure.ts";
import { statusCode } from "../figure/status/code.ts";
import { dayIn } from "../runtime/clock.ts";
import { type DecidedText, decidedTexts, decisionsOfReports } from "../store/decision.ts";
import type { Db } from "../store/query.ts";
import { readingsOfRevision } from "../store/reading.ts";

/** Things that labelled documents know; a dossier's own are not scored. */
const things: ReadonlySet<string> = new Set(["servicemen", "civilians", "persons", "bodies", "children"]);

/**
 * Each text that people decided about as a labelled document, which `recount eval` scores the extractor on: what they
 * accepted or corrected must be found, what they rejected must not, and what nobody decided is left open. Labels of states
 * cannot be left open: those that nobody decided are taken to be right, and where no state was decided there are none.
 */
export async function labelledCases(db: Db, dossier: Dossier): Promise<unknown[]> {
  const cases: unknown[] = [];
  for (const text of await decidedTexts(db, dossier.name)) cases.push(await labelledCase(db, dossier, text));
  return cases;
}

async function labelledCase(db: Db, { timeZone }: Dossier, found: DecidedText) {
  const { revision_id: revisionId, report_id: reportId, text_hash: hash, text, title, outlet, language } = found;
  const read = await readingsOfRevision(db, revisionId);
  const decisions = (await decisionsOfReports(db, [reportId]))(reportId);
  const figures = applyDecisions(figureKind, read.figures, decisions.figures, { hash, text });
  const statuses = applyDecisions(statusKind, read.statuses, decisions.statuses, { hash, text });
  const known = figures.filter(({ reading }) => things.has(reading.thing));
  return {
    ...{ id: `review-${reportId}-${hash.slice(0, 8)}`, lang: language, published: dayIn(timeZone, found.published_at) },
    ...{ outlet, title, text },
    gold: known.filter(isRight).map(({ reading }) => label(reading)),
    optional: known.filter(({ decision }) => decision === null).map(({ reading }) => label(reading)),
    status:
      decisions.statuses.length === 0 ? null : statuses.filter(isNotRejected).map(({ reading }) => state(reading)),
  };
}

function isRight(decided: Decided<unknown, Figure>): boolean {
  return decided.decision !== null && isNotRejected(decided);
}

function isNotRejected({ decision }: Decided<unknown, unknown>): boolean {
  return decision?.verdict !== "reject";
}

function state(status: Status) {
  return { status: statusCode(status), evidence: status.evidence.quote };
}

function label({ thing, act, from, to, min, max, qualifier, scope, period, speaker, speakerSide, evidence }: Figure) {
  const said = { period, speaker, speaker_side: speakerSide, evidence: evidence.quote };
  return { thing, act, from, to, min, max, qualifier, scope, ...said };
}
