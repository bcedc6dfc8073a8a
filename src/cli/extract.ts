import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import type { Command } from "commander";
import { z } from "zod";
import { loadDossier } from "../dossier/load.ts";
import { outletSides, sideOfOutlet } from "../dossier/outlets.ts";
import type { Document, Figure, Side, Status } from "../figure/figure.ts";
import { readDocument } from "../figure/read.ts";
import { statusCode } from "../figure/status/code.ts";
import type { Story } from "../figure/story.ts";

const input = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  text: z.string(),
  title: z.string().nullish(),
  lang: z.string().nullish(),
  published: z.string().nullish(),
  outlet: z.string().nullish(),
});

/** `recount extract`: one document a line in, its figures and statuses a line out. */
export function addExtractCommand(program: Command): void {
  program
    .command("extract")
    .description("read figures from documents, one JSON object a line in and out")
    .option("--dossier <name>", "a folder under config/, or the path of a folder", "istanbul")
    .addHelpText("after", '\nExample:\n  echo \'{"id":"1","text":"Kyiv received 1,000 bodies."}\' | recount extract')
    .action(async ({ dossier }: { dossier: string }) => {
      const found = loadDossier(dossier);
      await extract(process.stdin, process.stdout, found.story, outletSides(found));
    });
}

/**
 * Reads documents line by line and writes their figures, in constant memory and no faster than they are taken.
 * @param sides outlet → side, for "our" and "home" when nobody is quoted
 */
export async function extract(
  from: Readable,
  to: Writable,
  story: Story,
  sides: ReadonlyMap<string, Side> = new Map(),
): Promise<void> {
  const lines = createInterface({ input: from, crlfDelay: Number.POSITIVE_INFINITY });
  let number = 0;
  for await (const line of lines) {
    number++;
    if (line.trim() === "") continue;
    if (!to.write(`${JSON.stringify(answer(line, number, story, sides))}\n`)) await once(to, "drain");
  }
}

function answer(line: string, number: number, story: Story, sides: ReadonlyMap<string, Side>): unknown {
  const parsed = input.safeParse(json(line));
  if (!parsed.success)
    return { id: null, error: `not a document: ${parsed.error.issues[0]?.message ?? "bad JSON"}`, line: number };
  const { id, text, title, lang, published, outlet } = parsed.data;
  const document: Document = {
    text,
    title: title ?? null,
    language: lang ?? null,
    published: day(published ?? null),
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

function day(published: string | null): string | null {
  return published !== null && /^\d{4}-\d{2}-\d{2}/.test(published) ? published.slice(0, 10) : null;
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
