import { readFile } from "node:fs/promises";
import { type Command, InvalidArgumentError } from "commander";
import { amountText } from "../change/amount.ts";
import { type DoubtContext, doubtOf, statusDoubtOf } from "../change/doubt.ts";
import { metricOf } from "../change/key.ts";
import type { Dossier } from "../dossier/dossier.ts";
import { loadDossier } from "../dossier/load.ts";
import { decodeBytes } from "../feed/decode.ts";
import type { Document, Figure, Status } from "../figure/figure.ts";
import { type ExplainedReading, explainDocument } from "../figure/read.ts";
import { PageReader } from "../report/page-reader.ts";
import { dayIn, systemClock } from "../runtime/clock.ts";
import { RecountError } from "../runtime/errors.ts";
import { defaultPolicy, openHttp } from "../runtime/http.ts";
import { visible } from "../runtime/visible.ts";
import { flatFigure, flatStatus } from "./extract.ts";
import { day } from "./instant.ts";
import { language } from "./language.ts";
import { storyOption } from "./story.ts";
import { paint, table } from "./terminal.ts";

interface Options extends DocumentOptions {
  readonly dossier: string;
  readonly whyNot?: string;
  readonly json?: true;
}

/** `recount read`: one article with its figures marked, and each figure with what decided it. */
export function addReadCommand(program: Command): void {
  program
    .command("read")
    .description("read one article and show every figure with the words that decided it")
    .argument("<source>", "a text or HTML file, or the address of a page")
    .option("--published <day>", "the day of publication, YYYY-MM-DD; today unless the page tells", day)
    .option("--lang <code>", "en, ru, uk or tr; told by the text unless given", language)
    .option("--outlet <name>", 'an outlet of the dossier\'s feeds, whose side then explains "our" and "home"')
    .option("--why-not <number>", "say why this number of the text is a figure, or none", writtenNumber)
    .option("--json", "everything as JSON; doubt says why the store would keep a reading out of what stands")
    .addOption(storyOption("which story"))
    .addHelpText("after", "\nExample:\n  recount read article.html --published 2026-02-05")
    .action(async (source: string, options: Options) => {
      const dossier = loadDossier(options.dossier);
      const document = await openDocument(source, options, dossier);
      const reading = explainDocument(document, dossier.story);
      process.stdout.write(shown(document, reading, dossier, options));
    });
}

function shown(document: Document, reading: ExplainedReading, dossier: Dossier, { whyNot, json }: Options): string {
  if (whyNot !== undefined) return whyNotText(whyNot, document, reading);
  // As if the text were read on the day that it appeared: a later day would know more than its first readers could.
  const today = document.published ?? dayIn(dossier.timeZone, systemClock.now());
  const context = { ...dossier.thresholds, today, begins: dossier.begins };
  return json ? asJson(reading, context) : report(document, reading, dossier, context);
}

function asJson({ language, figures, statuses }: ExplainedReading, context: DoubtContext): string {
  const answer = {
    language,
    figures: figures.map((figure) => ({ ...flatFigure(figure), doubt: doubtOf(figure, context) ?? null })),
    statuses: statuses.map((status) => ({ ...flatStatus(status), doubt: statusDoubtOf(status, context) ?? null })),
  };
  return `${JSON.stringify(answer, null, 2)}\n`;
}

/** What `openDocument` may be told besides the source. */
export interface DocumentOptions {
  readonly published?: string;
  readonly lang?: string;
  readonly outlet?: string;
}

/** @throws RecountError FILE_UNREADABLE, or whatever fetching and reading throw */
export async function openDocument(
  source: string,
  options: DocumentOptions,
  { timeZone, feeds }: Dossier,
): Promise<Document> {
  const page = /^https?:\/\//.test(source) ? await fetchPage(source) : await openFile(source);
  return {
    text: page.text,
    title: page.title,
    language: options.lang ?? null,
    published: options.published ?? dayIn(timeZone, page.publishedAt ?? systemClock.now()),
    outlet: options.outlet ?? null,
    outletSide: feeds.find(({ outlet }) => outlet === options.outlet)?.side ?? null,
  };
}

interface OpenedPage {
  readonly text: string;
  readonly title: string | null;
  readonly publishedAt: Date | null;
}

async function fetchPage(address: string): Promise<OpenedPage> {
  const http = openHttp(defaultPolicy);
  try {
    const { bytes, headers, url } = await http.fetchBytes(address);
    return await readHtml(bytes, headers["content-type"], url);
  } finally {
    await http.close();
  }
}

async function openFile(path: string): Promise<OpenedPage> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    const remedy = "Give the path of a text or HTML file, or an address that begins with https://.";
    throw new RecountError("FILE_UNREADABLE", "never", `${path} cannot be read`, remedy, { cause });
  });
  const text = decodeBytes(bytes, undefined);
  if (isNoise(text)) {
    const remedy = "Give its text, or the page that it was made from: pictures, PDF and office files are not read.";
    throw new RecountError("FILE_UNREADABLE", "never", `${path} holds no text`, remedy);
  }
  if (/<(html|body|article|!doctype)/i.test(text.slice(0, 2_000)))
    return readHtml(bytes, undefined, "file:///page.html");
  return { text, title: null, publishedAt: null };
}

const mostControls = 0.02;

/** What the bytes of a picture, an archive or a PDF are taken for. */
function isNoise(text: string): boolean {
  const sample = text.slice(0, 4_000);
  const controls = sample.match(/[\p{Cc}\ufffd]/gu)?.filter((found) => !/\s/.test(found)).length ?? 0;
  return text.startsWith("%PDF-") || text.includes("\0") || controls > mostControls * sample.length;
}

async function readHtml(bytes: Buffer, contentType: string | undefined, url: string): Promise<OpenedPage> {
  const pages = new PageReader();
  try {
    return await pages.read({ bytes, contentType, url });
  } finally {
    await pages.close();
  }
}

function report(
  document: Document,
  { figures, statuses }: ExplainedReading,
  dossier: Dossier,
  context: DoubtContext,
): string {
  const parts = [marked(document.text, figures, statuses), ""];
  if (figures.length === 0 && statuses.length === 0) parts.push("No figures and no statuses of this story.");
  if (figures.length > 0) parts.push(figureTable(figures, dossier, context), "");
  if (statuses.length > 0) parts.push(statusTable(statuses, context), "");
  for (const [index, { trace, confidence, evidence }] of figures.entries()) {
    const why = `${trace.join("; ")} (confidence ${confidence.toFixed(2)})`;
    parts.push(`${paint("bold", `${String(index + 1)}. ${visible(evidence.quote)}`)}\n   ${visible(why)}`);
  }
  return `${parts.join("\n")}\n`;
}

/** The text with the evidence of its figures in colour; on a plain stream, between brackets. */
function marked(text: string, figures: readonly Figure[], statuses: readonly Status[]): string {
  const spans = [...figures, ...statuses].map(({ evidence }) => evidence).toSorted((a, b) => a.start - b.start);
  let shown = "";
  let at = 0;
  for (const { start, end } of spans) {
    if (start < at) continue;
    const quote = visible(text.slice(start, end));
    const coloured = paint(["bold", "yellow"], quote);
    shown += visible(text.slice(at, start)) + (coloured === quote ? `[${quote}]` : coloured);
    at = end;
  }
  return (shown + visible(text.slice(at))).trimEnd();
}

function figureTable(figures: readonly Figure[], dossier: Dossier, context: DoubtContext): string {
  const rows = figures.map((figure, index) => [
    String(index + 1),
    metricOf(figure, dossier.metrics)?.title ?? `${figure.thing}, ${figure.act}`,
    amountText(figure),
    wayText(figure),
    figure.scope,
    [figure.speaker ?? "–", figure.speakerSide === null ? "" : ` (${figure.speakerSide})`].join(""),
    [figure.period ?? "–", basisText(figure)].filter(Boolean).join(" "),
    figure.asOf,
    waits(doubtOf(figure, context)),
  ]);
  const heads = ["#", "Metric", "Amount", "Direction", "Scope", "Speaker", "Period", "As of", "Doubt"];
  return table(
    heads,
    rows.map((row) => row.map(visible)),
    ["#", "Amount"],
  );
}

function waits(doubt: string | undefined): string {
  return doubt === undefined ? "–" : `waits for review: ${doubt}`;
}

function basisText({ basis }: Figure): string {
  if (basis === null) return "";
  if (basis === "unknown") return "(unclear)";
  const { start, end, frame } = basis;
  const days = start === null && end === null ? "" : `${start ?? ""}..${end ?? ""}`;
  return `(${[days, frame ?? ""].filter(Boolean).join(", ")})`;
}

function statusTable(statuses: readonly Status[], context: DoubtContext): string {
  const rows = statuses.map((status) => {
    const { subject, state, until, speaker, speakerSide, evidence } = status;
    const who =
      speaker === null ? (speakerSide ?? "–") : `${speaker}${speakerSide === null ? "" : ` (${speakerSide})`}`;
    const doubt = waits(statusDoubtOf(status, context));
    return [subject, state.replaceAll("_", " "), until ?? "–", who, evidence.quote, doubt];
  });

  return table(
    ["Subject", "State", "Until", "Speaker", "Words", "Doubt"],
    rows.map((row) => row.map(visible)),
  );
}

interface Told {
  readonly start: number;
  readonly end: number;
  readonly why: string;
}

/** Each place of the number once, in the order of the text, with all that is to be said of it. */
function whyNotText(number: string, { text }: Document, { figures, refusals }: ExplainedReading): string {
  const told: Told[] = [
    ...figures.map((figure) => ({
      ...numberOf(figure),
      why: `a figure, ${wayText(figure)}: ${figure.trace.join("; ")}`,
    })),
    ...refusals.map(({ start, end, reason }) => ({ start, end, why: reason })),
  ];
  const asked = told
    .filter(({ start, end }) => holdsNumber(text.slice(start, end), number))
    .toSorted((one, other) => one.start - other.start);
  const lines = asked
    .filter(({ start }, at) => start !== asked[at - 1]?.start)
    .map((first) =>
      line(
        text,
        first,
        asked.filter(({ start }) => start === first.start),
      ),
    );
  return `${lines.length === 0 ? `The text has no number "${visible(number)}" that the reader saw.` : lines.join("\n")}\n`;
}

function numberOf({ evidence }: Figure): { readonly start: number; readonly end: number } {
  return evidence.cues.find(({ kind }) => kind === "number") ?? evidence;
}

/** Whether words hold a number as a whole, however its digits are grouped: "5" is not in "157". */
function holdsNumber(words: string, asked: string): boolean {
  const digits = (written: string) => written.replace(/\D/g, "");
  const numbers = words.match(/\d+(?:[\s.,'’]\d{3}(?!\d))*(?:[.,]\d+)?/gu) ?? [];
  if (/^[\d\s.,'’]+$/u.test(asked)) return numbers.some((found) => digits(found) === digits(asked));
  return ` ${words.toLowerCase()} `.replace(/[^\p{L}\p{N}]+/gu, " ").includes(plainWords(asked));
}

function plainWords(asked: string): string {
  return ` ${asked
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
}

/** A number as it may be asked for: with a digit or a letter. */
function writtenNumber(text: string): string {
  if (!/[\p{L}\p{N}]/u.test(text)) throw new InvalidArgumentError("Give a number as the text has it, such as 157.");
  return text;
}

function wayText({ from, to, reach }: Figure): string {
  return reach === "one_way" ? `${from ?? "?"} → ${to ?? "–"}` : reach.replace("_", " ");
}

function line(text: string, { start, end }: Told, told: readonly Told[]): string {
  const before = visible(text.slice(Math.max(0, start - 40), start)).replaceAll("\n", " ");
  const after = visible(text.slice(end, end + 40)).replaceAll("\n", " ");
  const shown = `…${before}${paint("bold", visible(text.slice(start, end)))}${after}…`;
  return [shown, ...told.map(({ why }) => `   ${visible(why)}`)].join("\n");
}
