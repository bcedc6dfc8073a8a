import { amountText } from "../change/amount.ts";
import { type FigureMeaning, isOfState, type Meaning, type StatusMeaning } from "../change/meaning.ts";
import { visible } from "../runtime/visible.ts";
import type { ReadingToReview } from "../store/reading.ts";
import type { QueueRow, ReviewLogRow } from "../store/review-queue.ts";
import { paint, table } from "./terminal.ts";

/** The queue as a table. */
export function queueTable(queue: readonly QueueRow[]): string {
  const rows = queue.map((row) => [
    row.number,
    row.since.toISOString().slice(0, 10),
    row.asks,
    ...(row.state === null ? [row.metric ?? "–", amountText(row)] : [row.subject, plain(row.state)]),
    row.claimant,
    row.confidence.toFixed(2),
    visible(row.outlet),
    visible(row.quote).replaceAll("\n", " ").slice(0, 60),
  ]);
  const heads = ["Number", "Since", "Asks", "Of what", "Reads", "Claimant", "Sure", "Outlet", "Words"];
  return table(heads, rows, ["Number", "Reads"]);
}

/** One figure or state with its sentence and what it was read by. */
export function readingText(found: ReadingToReview, waiting: QueueRow | undefined): string {
  const { reading, outlet, url, published_at: published, doubt, retired_at: retired } = found;
  const lines = [
    paint("bold", found.kind === "figure" ? `Figure ${found.figure_id}` : `State s${found.status_claim_id}`) +
      (waiting === undefined ? "" : `  asks: ${waiting.asks}`),
    visible(`${outlet}, ${published?.toISOString().slice(0, 10) ?? "no date"}  ${url}`),
    ...(found.title === null ? [] : [visible(found.title)]),
    "",
    sentenceOf(found),
    "",
    `Read as   ${meaningText(reading)}`,
    ...(found.kind === "figure" ? [`Metric    ${found.metric ?? "none of the dossier's"}`] : []),
    `Why       ${visible(reading.trace.join("; "))} (confidence ${reading.confidence.toFixed(2)})`,
    ...(waiting?.why ? [`Asks      ${visible(waiting.why)}`] : []),
    ...(doubt === null ? [] : [`Doubt     ${visible(doubt)}`]),
    ...(retired === null
      ? []
      : [`Retired   ${retired.toISOString().slice(0, 16).replace("T", " ")} UTC, ${found.retired_reason ?? ""}`]),
  ];
  return lines.join("\n");
}

/** What a figure or a state says, in one line. */
export function meaningText(meaning: Meaning): string {
  return isOfState(meaning) ? stateText(meaning) : figureText(meaning);
}

/** "talks suspended until 2026-03-31 (as of 2026-02-01, said by UA)" */
function stateText({ subject, state, until, asOf, speakerSide }: StatusMeaning): string {
  const last = until === null ? "" : ` until ${until}`;
  return `${plain(subject)} ${plain(state)}${last} (as of ${asOf}, said by ${speakerSide ?? "nobody"})`;
}

function plain(code: string): string {
  return code.replaceAll("_", " ");
}

/** "bodies returned RU → UA: 1,000 (event of 2026-01-29, said by RU)" */
function figureText(meaning: FigureMeaning): string {
  const { thing, group, act, from, to, reach, scope, asOf, speakerSide, period } = meaning;
  const way = reach === "one_way" ? `${from ?? "?"} → ${to ?? "–"}` : reach.replace("_", " ");
  const when = scope === "event" ? `event of ${asOf}` : `${scope}, as of ${asOf}`;
  const notes = [
    when,
    ...(period === null ? [] : [visible(period)]),
    basisText(meaning),
    `said by ${speakerSide ?? "nobody"}`,
  ];
  return `${thing}${group === null ? "" : ` (${group})`} ${act} ${way}: ${amountText(meaning)} (${notes.filter(Boolean).join(", ")})`;
}

function basisText({ basis }: FigureMeaning): string {
  if (basis === null) return "";
  if (basis === "unknown") return "basis unclear";
  return `basis ${basis.start ?? ""}..${basis.end ?? ""}${basis.frame === null ? "" : `/${basis.frame}`}`;
}

/** The paragraph around the words, with them marked. */
function sentenceOf({ text, reading }: ReadingToReview): string {
  const { start, end, quote } = reading.evidence;
  if (text.slice(start, end) !== quote) return `[${visible(quote)}]  (the text was forgotten)`;
  const from = Math.max(text.lastIndexOf("\n", start - 1) + 1, start - 400);
  const stop = text.indexOf("\n", end);
  const to = Math.min(stop < 0 ? text.length : stop, end + 400);
  const marked = paint(["bold", "yellow"], visible(quote));
  const shown = marked === visible(quote) ? `[${marked}]` : marked;
  return visible(text.slice(from, start)) + shown + visible(text.slice(end, to));
}

/** The decisions as a table. */
export function logTable(log: readonly ReviewLogRow[]): string {
  const rows = log.map((row) => [
    row.decided_at.toISOString().slice(0, 16).replace("T", " "),
    visible(row.decided_by),
    row.verdict,
    row.number,
    meaningText(row.read_as),
    row.verdict === "correct" && row.decided_as !== null ? meaningText(row.decided_as) : "",
    visible(row.why),
  ]);
  return table(["When (UTC)", "Who", "Verdict", "Number", "Read as", "Is", "Why"], rows, ["Number"]);
}
