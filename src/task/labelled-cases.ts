import { applyDecisions } from "../change/decide.ts";
import type { Dossier } from "../dossier/dossier.ts";
import type { Figure } from "../figure/figure.ts";
import { statusCode } from "../figure/status/code.ts";
import { dayIn } from "../runtime/clock.ts";
import {
  type DecidedText,
  decidedTexts,
  decisionsOfReports,
  figuresOfRevision,
  statusesOfRevision,
} from "../store/decision.ts";
import type { Db } from "../store/query.ts";

/** Things that labelled documents know; a dossier's own are not scored. */
const things: ReadonlySet<string> = new Set(["servicemen", "civilians", "persons", "bodies", "children"]);

/**
 * Each text that people decided about as a labelled document, which `recount eval` scores the extractor on: what they
 * accepted or corrected must be found, what they rejected must not, and what nobody decided is left open.
 */
export async function labelledCases(db: Db, dossier: Dossier): Promise<unknown[]> {
  const cases: unknown[] = [];
  for (const text of await decidedTexts(db, dossier.name)) cases.push(await labelledCase(db, dossier, text));
  return cases;
}

async function labelledCase(db: Db, { timeZone }: Dossier, found: DecidedText) {
  const { revision_id: revisionId, report_id: reportId, text_hash: hash, text, title, outlet, language } = found;
  const figures = await figuresOfRevision(db, revisionId);
  const decisions = (await decisionsOfReports(db, [reportId])).get(reportId) ?? [];
  const decided = applyDecisions(figures, decisions, { hash, text });
  const known = decided.filter(({ figure }) => things.has(figure.thing));
  const right = known.filter(({ decision }) => decision !== null && decision.verdict !== "reject");
  const statuses = await statusesOfRevision(db, revisionId);
  return {
    ...{ id: `review-${reportId}-${hash.slice(0, 8)}`, lang: language, published: dayIn(timeZone, found.published_at) },
    ...{ outlet, title, text },
    gold: right.map(({ figure }) => label(figure)),
    optional: known.filter(({ decision }) => decision === null).map(({ figure }) => label(figure)),
    status: statuses.map((status) => ({ status: statusCode(status), evidence: status.evidence.quote })),
  };
}

function label({ thing, act, from, to, min, max, qualifier, scope, period, speaker, speakerSide, evidence }: Figure) {
  const said = { period, speaker, speaker_side: speakerSide, evidence: evidence.quote };
  return { thing, act, from, to, min, max, qualifier, scope, ...said };
}
