import { amountText } from "../change/amount.ts";
import { differences, editedNumbers, numbers, type Part } from "../report/difference.ts";
import { visible } from "../runtime/visible.ts";
import type { ShownReport } from "../store/shown-report.ts";
import { paint, table } from "./terminal.ts";

/** A report with where it was seen, its texts, its figures and its states. */
export function reportText({ report, sightings, revisions, figures, statuses }: ShownReport): string {
  const newest = revisions.at(-1);
  const lines = [
    paint("bold", line(report.title ?? "(no title)")),
    line(
      `${report.outlet}, ${report.published_at === null ? "no date" : minuteUtc(report.published_at)}  ${report.canonical_url}`,
    ),
    line([newest?.section, newest?.authors.join(", "), newest?.agency, report.language].filter(Boolean).join(" · ")),
    stateText(report),
    voiceText(report),
  ];
  return [
    ...lines.filter((text) => text !== ""),
    heading("Sightings"),
    table(
      ["seen (UTC)", "feed", "address"],
      sightings.map((found) => [minute(found.seen_at), found.feed, line(found.url ?? found.title)]),
    ),
    heading("Revisions"),
    table(
      ["no", "recorded (UTC)", "read by", "words", "figures", "bytes kept"],
      revisions.map((found) => [
        ...[String(found.number), minute(found.recorded_at), found.read_by],
        ...[String(found.text.split(/\s+/).length), String(found.figures), found.raw_hash?.slice(0, 12) ?? ""],
      ]),
      ["no", "words", "figures"],
    ),
    heading("Figures"),
    table(
      ["number", "no", "amount", "metric", "scope", "as of", "by", "state", "words"],
      figures.map((found) => [
        ...[found.figure_id, String(found.number), amountText(found), found.metric ?? found.thing, found.scope],
        ...[found.as_of, found.claimant, figureState(found), line(found.quote).slice(0, 90)],
      ]),
      ["number", "no"],
    ),
    heading("States"),
    table(
      ["number", "no", "state", "until", "as of", "by", "stands", "words"],
      statuses.map((found) => [
        ...[`s${found.status_claim_id}`, String(found.number), `${found.subject} ${found.state}`.replaceAll("_", " ")],
        ...[found.until ?? "", found.as_of, saidBy(found), statusState(found), line(found.quote).slice(0, 90)],
      ]),
      ["number", "no"],
    ),
    "",
  ].join("\n");
}

function stateText(report: ShownReport["report"]): string {
  if (report.gone_at !== null)
    return paint(
      "yellow",
      line(`The page is gone since ${minuteUtc(report.gone_at)}: ${report.error_message ?? ""}. Its figures are kept.`),
    );
  if (report.error_code !== null)
    return paint("yellow", line(`${report.error_code}: ${report.error_message ?? ""}. ${report.error_remedy ?? ""}`));
  const next = report.next_read_at === null ? "not read again" : `read again ${minuteUtc(report.next_read_at)}`;
  return report.read_at === null ? "not read yet" : `${report.state}, last ${minuteUtc(report.read_at)}, ${next}`;
}

function voiceText({
  voice,
  copied_report_id: copied,
  copied_outlet,
  copied_url,
  copies,
}: ShownReport["report"]): string {
  if (voice === null) return "";
  const from = copied === null ? "" : `; a copy of report ${copied} (${copied_outlet ?? ""}, ${copied_url ?? ""})`;
  const also = copies === 0 ? "" : `; ${copies} other report${copies === 1 ? " is a copy" : "s are copies"} of it`;
  return line(`voice: ${voice}${from}${also}`);
}

function figureState({ retired_at: retired, became, ...figure }: ShownReport["figures"][number]): string {
  return retired === null ? standingText(figure) : (became ?? "superseded");
}

/** A meeting that was held changes no state, so it waits for nobody. */
function statusState({ retired_at: retired, state, ...status }: ShownReport["statuses"][number]): string {
  if (retired !== null) return "superseded";
  return state === "held" && !status.rejected ? "stands" : standingText(status);
}

function standingText({ trusted, rejected }: { readonly trusted: boolean; readonly rejected: boolean }): string {
  if (rejected) return "rejected";
  return trusted ? "stands" : "waits for review";
}

function saidBy({ speaker, speaker_side: side }: ShownReport["statuses"][number]): string {
  return line([side, speaker].filter((name) => name !== null).join(", ")) || "nobody";
}

/** What each new revision changed, with the numbers that went and came. */
export function differencesText({ revisions }: ShownReport): string {
  if (revisions.length < 2) return "The article's text was never edited since it was first read.\n";
  return revisions
    .slice(1)
    .map((after, index) => {
      const parts = differences(visible(revisions[index]?.text ?? ""), visible(after.text));
      const head = `Revision ${index + 1} → ${after.number}, ${minuteUtc(after.recorded_at)}`;
      return `${paint("bold", head)}\n${numbersText(parts)}\n${editedLines(parts)}\n`;
    })
    .join("\n");
}

function numbersText(parts: readonly Part[]): string {
  const edited = editedNumbers(parts);
  if (edited.gone.length + edited.new.length === 0) return "numbers: the same";
  return `numbers: ${edited.gone.join(", ") || "none"} → ${edited.new.join(", ") || "none"}`;
}

/** The paragraphs that were edited, what went as [-so-] and what came as {+so+} where there is no colour. */
function editedLines(parts: readonly Part[]): string {
  const lines: { text: string; isEdited: boolean }[] = [{ text: "", isEdited: false }];
  for (const part of parts) {
    for (const [index, piece] of part.text.split("\n").entries()) {
      if (index > 0) lines.push({ text: "", isEdited: false });
      const last = lines.at(-1);
      if (last === undefined || piece === "") continue;
      last.text += marked(part.kind, piece);
      last.isEdited ||= part.kind !== "same";
    }
  }
  return lines
    .map(({ text, isEdited }) => (isEdited ? text : "…"))
    .filter((text, index, all) => text !== "…" || all[index - 1] !== "…")
    .join("\n");
}

function marked(kind: Part["kind"], text: string): string {
  if (kind === "same") return text;
  const styles = kind === "gone" ? (["red", "strikethrough"] as const) : (["green"] as const);
  const shown = text.replace(numbers, (number) => paint([...styles, "bold", "inverse"], number));
  const coloured = paint([...styles], shown);
  if (coloured !== text) return coloured;
  return kind === "gone" ? `[-${text}-]` : `{+${text}+}`;
}

function heading(text: string): string {
  return `\n${paint("dim", text)}`;
}

function line(text: string): string {
  return visible(text).replaceAll("\n", " ");
}

function minute(at: Date | null): string {
  return at === null ? "" : at.toISOString().slice(0, 16).replace("T", " ");
}

/** In a sentence, where no head says which clock it is. */
function minuteUtc(at: Date): string {
  return `${minute(at)} UTC`;
}
