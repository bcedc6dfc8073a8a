import { existsSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { z } from "zod";
import { counted } from "../runtime/counted.ts";
import { RecountError } from "../runtime/errors.ts";
import { projectRoot } from "../runtime/project.ts";
import { type Problem, problemAt, readSource, type Source } from "../runtime/yaml-source.ts";
import type { Dossier } from "./dossier.ts";
import { referenceProblems, type Sources } from "./references.ts";
import { baselineShape, dossierShape, feedsShape } from "./shape.ts";

/** Everything that is wrong with a dossier, told at once. */
export class DossierError extends RecountError {
  readonly problems: readonly Problem[];

  constructor(name: string, problems: readonly Problem[]) {
    const lines = problems.map(describeProblem).join("\n");
    super(
      "DOSSIER_INVALID",
      "never",
      `dossier "${name}" has ${counted(problems.length, "problem")}:\n${lines}`,
      "Correct the lines above, then try them with: recount check",
    );
    this.name = "DossierError";
    this.problems = problems;
  }
}

/**
 * Decodes `{dossier,baseline,feeds}.yaml`.
 * @param place the name of a folder under `config/`, or a path to any folder
 */
export function loadDossier(place: string): Dossier {
  const folder = dossierFolder(place);
  const sources = readSources(folder);
  const story = decode(sources.dossier, dossierShape);
  const baseline = decode(sources.baseline, baselineShape);
  const outlets = decode(sources.feeds, feedsShape);
  const problems = [...story.problems, ...baseline.problems, ...outlets.problems];
  // What one file says of another can be told of whole files alone: each name would be unknown for want of the first.
  if (Object.values(sources).every(({ value }) => typeof value === "object" && value !== null))
    problems.push(...referenceProblems(sources));
  if (problems.length > 0 || !story.value || !baseline.value || !outlets.value)
    throw new DossierError(basename(folder), problems.toSorted(byPlace));
  const { title, timeZone, topic, metrics, thresholds, polling, begins, ...names } = story.value;
  return {
    name: basename(folder),
    title,
    timeZone,
    story: { timeZone, ...names },
    topic,
    metrics,
    baseline: baseline.value,
    feeds: outlets.value.feeds,
    begins,
    thresholds,
    polling,
  };
}

/** "istanbul/feeds.yaml:12  feeds.0.side: found "FR"; allowed: one of RU, UA" */
export function describeProblem({ file, line, path, found, allowed }: Problem): string {
  return `${file}:${line}  ${path === "" ? "" : `${path}: `}found ${found}; allowed: ${allowed}`;
}

export function dossierFolder(place: string): string {
  const named = join(projectRoot, "config", place);
  for (const folder of /[\\/]/.test(place) ? [resolve(place)] : [named, resolve(place)])
    if (existsSync(folder) && statSync(folder).isDirectory()) return folder;
  throw new RecountError(
    "DOSSIER_MISSING",
    "never",
    `there is no dossier "${place}" under config/, and no folder of that name`,
    "Name a folder under config/, or the path of a folder with dossier.yaml, baseline.yaml and feeds.yaml.",
  );
}

function readSources(folder: string): Sources {
  return {
    dossier: readSource(folder, "dossier.yaml"),
    baseline: readSource(folder, "baseline.yaml"),
    feeds: readSource(folder, "feeds.yaml"),
  };
}

interface Decoded<Value> {
  readonly value?: Value;
  readonly problems: readonly Problem[];
}

function decode<Value>(source: Source, shape: z.ZodType<Value>): Decoded<Value> {
  if (source.value === undefined) return { problems: source.problems };
  // A file that is still empty is told all that it needs.
  const result = shape.safeParse(source.value ?? {});
  if (result.success) return { value: result.data, problems: source.problems };
  return { problems: [...source.problems, ...result.error.issues.flatMap((issue) => problemsOf(source, issue))] };
}

function problemsOf(source: Source, issue: z.core.$ZodIssue): Problem[] {
  if (issue.code !== "unrecognized_keys") return [problemAt(source, issue.path, issue.message)];
  return issue.keys.map((key) => ({ ...problemAt(source, [...issue.path, key], issue.message), found: `"${key}"` }));
}

function byPlace(a: Problem, b: Problem): number {
  return a.file.localeCompare(b.file) || a.line - b.line;
}
