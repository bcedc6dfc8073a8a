import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import type { Command } from "commander";
import { z } from "zod";
import { loadDossier } from "../dossier/load.ts";
import { outletSides, sideOfOutlet } from "../dossier/outlets.ts";
import type { Document, Figure, Side, Status } from "../figure/figure.ts";
import { languageOfTag, languages } from "../figure/locale/languages.ts";
import { readDocument } from "../figure/read.ts";
import { statusCode } from "../figure/status/code.ts";
import type { Story } from "../figure/story.ts";
import { isDay } from "./instant.ts";
import { storyOption } from "./story.ts";

const days = 'a day, like "2026-02-05"';
const text = (allowed: string) => z.string({ error: ({ input: found }) => foundText(found, allowed) });
const input = z.object(
  {
    id: z.union([z.string(), z.number()], "allowed: a text or a number").nullish(),
    text: text("the article's text"),
    title: text("a text").nullish(),
    lang: text(languages.join(", "))
      .refine(isRead, { error: ({ input: found }) => foundText(found, languages.join(", ")) })
      .nullish(),
    published: text(days)
      .refine(beginsWithDay, { error: ({ input: found }) => foundText(found, days) })
      .nullish(),
    outlet: text("a text").nullish(),
  },
  "allowed: a JSON object",
);

const keys = `
Keys of a document, of which only text must be there:
  text       the article's text
  id         a text or a number, given back with the answer
  title      its title, which helps to read the text
  lang       ${languages.join(", ")}; told by the text unless given
  published  the day of publication, YYYY-MM-DD, or an instant that begins with it
  outlet     its publisher's name, whose side then explains "our" and "home"

A line that is no document is answered with {"id", "error", "line"}, and the exit code is 1 in the end.
`;

/** `recount extract`: one document a line in, its figures and statuses a line out. */
export function addExtractCommand(program: Command): void {
  program
    .command("extract")
    .description("read figures from documents, one JSON object a line in and out")
    .addOption(storyOption("a folder under config/, or the path of a folder"))
    .addHelpText("after", keys)
    .addHelpText("after", 'Example:\n  echo \'{"id":"1","text":"Kyiv received 1,000 bodies."}\' | recount extract')
    .action(async ({ dossier }: { dossier: string }) => {
      const found = loadDossier(dossier);
      const failed = await extract(process.stdin, process.stdout, found.story, outletSides(found));
      if (failed > 0) process.exitCode = 1;
    });
}

/**
 * Reads documents line by line and writes their figures, in constant memory and no faster than they are taken.
 * @param sides outlet → side, for "our" and "home" when nobody is quoted
 * @returns how many lines were no documents
 */
export async function extract(
  from: Readable,
  to: Writable,
  story: Story,
  sides: ReadonlyMap<string, Side> = new Map(),
): Promise<number> {
  const lines = createInterface({ input: from, crlfDelay: Number.POSITIVE_INFINITY });
  let [number, failed] = [0, 0];
  for await (const line of lines) {
    number++;
    if (line.trim() === "") continue;
    const document = documentOf(line);
    if (typeof document === "string") failed++;
    const said =
      typeof document === "string" ? { id: idOf(line), error: document, line: number } : answer(document, story, sides);
    if (!to.write(`${JSON.stringify(said)}\n`)) await once(to, "drain");
  }
  return failed;
}

/** @returns what is wrong with the line where it is no document */
function documentOf(line: string): z.infer<typeof input> | string {
  const found = json(line);
  if (found === undefined) return "not a document: no JSON";
  const { data, error } = input.safeParse(found);
  if (data !== undefined) return data;
  const problems = error.issues.map(({ path, message }) => [...path, message].join(": "));
  return `not a document: ${problems.join("; ")}`;
}

/** The id of a line that is no document, so that its writer finds it. */
function idOf(line: string): string | number | null {
  return z.object({ id: z.union([z.string(), z.number()]) }).safeParse(json(line)).data?.id ?? null;
}

function answer(
  { id, text, title, lang, published, outlet }: z.infer<typeof input>,
  story: Story,
  sides: ReadonlyMap<string, Side>,
): unknown {
  const document: Document = {
    text,
    title: title ?? null,
    language: lang ?? null,
    published: published?.slice(0, 10) ?? null,
    outlet: outlet ?? null,
    outletSide: outlet ? (sides.get(outlet) ?? sideOfOutlet(outlet, story)) : null,
  };
  const { figures, statuses } = readDocument(document, story);
  return { id: id ?? null, figures: figures.map(flatFigure), statuses: statuses.map(flatStatus) };
}

function json(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function foundText(found: unknown, allowed: string): string {
  return `found ${found === undefined ? "nothing" : JSON.stringify(found)}; allowed: ${allowed}`;
}

function isRead(lang: string): boolean {
  return languageOfTag(lang) !== null;
}

function beginsWithDay(published: string): boolean {
  return /^.{10}(?:$|[T ])/.test(published) && isDay(published.slice(0, 10));
}

export function flatFigure({ evidence, speakerSide, ...figure }: Figure) {
  const { thing, group, act, from, to, reach, min, max, qualifier, scope, period, basis, asOf, speaker } = figure;
  return {
    ...{ thing, group, act, from, to, reach, min, max, qualifier, scope, period, basis, asOf, speaker },
    speaker_side: speakerSide,
    evidence: evidence.quote,
    start: evidence.start,
    end: evidence.end,
    confidence: figure.confidence,
    trace: figure.trace,
  };
}

export function flatStatus(status: Status) {
  const { until, speakerSide, evidence } = status;
  return {
    status: statusCode(status),
    until,
    speaker_side: speakerSide,
    evidence: evidence.quote,
    start: evidence.start,
    end: evidence.end,
  };
}
