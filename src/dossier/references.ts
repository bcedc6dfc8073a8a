import { type Path, type Problem, problemAt, type Source } from "../runtime/yaml-source.ts";

export interface Sources {
  readonly dossier: Source;
  readonly baseline: Source;
  readonly feeds: Source;
}

const standardThings = ["servicemen", "civilians", "persons", "bodies", "children"];

/**
 * What one place says of another: names given twice, and names that nothing bears. It reads the plain values, so that
 * these problems are told together with those of shape.
 */
export function referenceProblems({ dossier, baseline, feeds }: Sources): Problem[] {
  const sides = strings(dossier, "sides.*.code");
  const things = [...standardThings, ...strings(dossier, "things.*.code")];
  const groups = strings(dossier, "groups.*.code");
  const subjects = strings(dossier, "subjects.*.code");
  const frames = strings(dossier, "frames.*.code");
  const metrics = strings(dossier, "metrics.*.name");
  return [
    ...["sides", "others", "groups", "things", "subjects", "frames"].flatMap((part) =>
      twice(dossier, `${part}.*.code`),
    ),
    ...["speakers.*.name", "metrics.*.name"].flatMap((pattern) => twice(dossier, pattern)),
    ...sameSelection(dossier),
    ...unknown(dossier, "speakers.*.side", [...sides, "other"]),
    ...unknown(dossier, "groups.*.thing", things),
    ...unknown(dossier, "metrics.*.thing", things),
    ...unknown(dossier, "metrics.*.group", groups),
    ...unknown(dossier, "metrics.*.from", sides),
    ...unknown(dossier, "metrics.*.to", sides),
    ...twice(baseline, "figures.*.metric"),
    ...twice(baseline, "statuses.*.subject"),
    ...unknown(baseline, "speakerSide", [...sides, "other"]),
    ...unknown(baseline, "figures.*.metric", metrics),
    ...unknown(baseline, "figures.*.basis.frame", frames),
    ...unknown(baseline, "statuses.*.subject", subjects),
    ...unknown(baseline, "statuses.*.speakerSide", sides),
    ...unknown(baseline, "statuses.*.by", sides),
    ...twice(feeds, "feeds.*.name"),
    ...twice(feeds, "feeds.*.url"),
    ...unknown(feeds, "feeds.*.side", sides),
  ];
}

interface Pick {
  readonly path: Path;
  readonly value: string;
}

/** Every text that a pattern such as "sides.*.code" leads to. */
function picks(source: Source, pattern: string): Pick[] {
  let found: { path: Path; value: unknown }[] = [{ path: [], value: source.value }];
  for (const step of pattern.split("."))
    found = found.flatMap(({ path, value }) =>
      entries(value)
        .filter(([key]) => step === "*" || key === step)
        .map(([key, inner]) => ({ path: [...path, key], value: inner })),
    );
  return found.flatMap(({ path, value }) => (typeof value === "string" ? [{ path, value }] : []));
}

function entries(value: unknown): [string, unknown][] {
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

function strings(source: Source, pattern: string): string[] {
  return picks(source, pattern).map(({ value }) => value);
}

function twice(source: Source, pattern: string): Problem[] {
  const first = new Map<string, Path>();
  return picks(source, pattern).flatMap(({ path, value }) => {
    const before = first.get(value);
    if (before === undefined) first.set(value, path);
    return before === undefined
      ? []
      : [problemAt(source, path, `a name used once; line ${source.lineOf(before)} has it`)];
  });
}

function unknown(source: Source, pattern: string, allowed: readonly string[]): Problem[] {
  const choice = allowed.length === 0 ? "nothing: the dossier defines none" : `one of ${allowed.join(", ")}`;
  return picks(source, pattern)
    .filter(({ value }) => !allowed.includes(value))
    .map(({ path }) => problemAt(source, path, choice));
}

/** Two metrics that select the same figures would tell every change twice. */
function sameSelection(dossier: Source): Problem[] {
  const first = new Map<string, string>();
  return picks(dossier, "metrics.*.name").flatMap(({ path, value }) => {
    const metric = path.slice(0, -1);
    const prefix = metric.map(String).join(".");
    const keys = ["thing", "group", "act", "from", "to", "reach"];
    const selection = keys.map((key) => strings(dossier, `${prefix}.${key}`)[0] ?? "").join("|");
    const before = first.get(selection);
    if (before === undefined) first.set(selection, value);
    return before === undefined || before === value
      ? []
      : [problemAt(dossier, path, `a selection of its own; "${before}" selects the same figures`)];
  });
}
