import { metricOf } from "../change/key.ts";
import type { Metric } from "../change/metric.ts";
import type { Document, Figure, Reading, Status } from "../figure/figure.ts";
import type { Dossier } from "./dossier.ts";

/** Where the article stands. */
export interface ArticleSource {
  readonly outlet: string | null;
  /** An http or https address; null for a file. */
  readonly url: string | null;
}

/** What must be looked at stands in comments; the address of a file is one that leads nowhere. */
const noAddress = "https://article.invalid/";

/**
 * Proposes a dossier's baseline.yaml from what was read in an article: its totals, states of things held or offered, who
 * says so, and the states of the talks. Single exchanges and plans are no baseline and are left out, which a comment says.
 */
export function proposeBaseline(
  document: Document,
  { figures, statuses }: Reading,
  source: ArticleSource,
  dossier: Dossier,
): string {
  const totals = figures.flatMap((figure) => {
    const metric = metricOf(figure, dossier.metrics);
    const isTotal = figure.act !== "returned" || figure.scope === "cumulative";
    return metric !== undefined && isTotal ? [{ figure, metric }] : [];
  });
  const stated = [...new Map(totals.toReversed().map((one) => [one.metric.name, one])).values()].toReversed();
  const [speaker, side] = mostNamed(stated.map(({ figure }) => figure));
  const standing = dossier.story.subjects.flatMap(({ code }) => standingOf(code, statuses));
  const [first] = dossier.story.sides;
  const lines = [
    "# Proposed from the article below. Look at each line, above all at those marked with a question, before you use it.",
    `outlet: ${quoted(source.outlet ?? "unknown")}${source.outlet === null ? "  # who published it?" : ""}`,
    `url: ${source.url ?? noAddress}${source.url === null ? "  # where does it stand?" : ""}`,
    `published: ${document.published ?? ""}`,
    `speaker: ${quoted(speaker ?? "unknown")}${speaker === null ? "  # who says so?" : ""}`,
    `speakerSide: ${quoted(side ?? first?.code ?? "")}${side === null ? "  # whose side?" : ""}`,
    "",
    "figures:",
    ...stated.map(({ figure, metric }) => figureLine(figure, metric)),
    ...derived(stated, dossier.metrics),
    ...leftOut(
      figures,
      stated.map(({ figure }) => figure),
    ),
    "",
    ...(standing.length > 0 ? ["statuses:"] : ["statuses: []"]),
    ...standing.map(({ subject, state, until, speakerSide }) => {
      const said = isSide(speakerSide, dossier) ? `, speakerSide: ${quoted(speakerSide ?? "")}` : "";
      return `  - { subject: ${subject}, state: ${state}${until === null ? "" : `, until: ${until}`}${said} }`;
    }),
  ];
  return `${lines.join("\n")}\n`;

  function isSide(code: string | null, { story }: Dossier): boolean {
    return story.sides.some((one) => one.code === code);
  }
}

/** How a subject stands: a meeting that was held is past, any other state outlasts it; of several the surest. */
function standingOf(subject: string, statuses: readonly Status[]): readonly Status[] {
  const all = statuses.filter((status) => status.subject === subject);
  const lasting = all.filter(({ state }) => state !== "held");
  const [surest] = (lasting.length > 0 ? lasting : all).toSorted((a, b) => b.confidence - a.confidence);
  return surest ? [surest] : [];
}

function mostNamed(figures: readonly Figure[]): [string | null, string | null] {
  const counts = new Map<string, { figure: Figure; times: number }>();
  for (const figure of figures) {
    if (figure.speakerSide === null || figure.speakerSide === "other") continue;
    const key = `${figure.speaker ?? ""}|${figure.speakerSide}`;
    counts.set(key, { figure, times: (counts.get(key)?.times ?? 0) + 1 });
  }
  const [most] = [...counts.values()].toSorted((a, b) => b.times - a.times);
  return [most?.figure.speaker ?? null, most?.figure.speakerSide ?? null];
}

function figureLine({ min, max, qualifier, basis, evidence, act }: Figure, { name }: Metric): string {
  const words = evidence.quote.replaceAll(/\s+/g, " ");
  const doubt = basis === "unknown" || (basis === null && act === "returned") ? "; of which period?" : "";
  return `  # "${words}"${doubt}\n  - { metric: ${name}, ${amountText(min, max, qualifier)}, basis: ${basisText(basis)}, origin: stated }`;
}

function amountText(min: number, max: number | null, qualifier: string): string {
  return `min: ${String(min)}, max: ${max === null ? "null" : String(max)}, qualifier: ${qualifier}`;
}

function basisText(basis: Figure["basis"]): string {
  if (basis === null || basis === "unknown") return "null";
  const { start, end, frame } = basis;
  return `{ start: ${start ?? "null"}, end: ${end ?? "null"}, frame: ${frame ?? "null"} }`;
}

/** Counts of people that follow from soldiers and civilians of one movement, where the article does not give them itself. */
function derived(stated: readonly { figure: Figure; metric: Metric }[], metrics: readonly Metric[]): string[] {
  return metrics.flatMap((metric) => {
    if (metric.thing !== "persons" || stated.some((one) => one.metric.name === metric.name)) return [];
    const part = (thing: string) =>
      stated.find(
        ({ metric: other }) =>
          other.thing === thing &&
          other.act === metric.act &&
          other.from === metric.from &&
          other.to === metric.to &&
          other.group === metric.group,
      )?.figure;
    const [servicemen, civilians] = [part("servicemen"), part("civilians")];
    const isSum = servicemen?.max === servicemen?.min && civilians?.max === civilians?.min;
    if (servicemen === undefined || civilians === undefined || !isSum) return [];
    if (basisText(servicemen.basis) !== basisText(civilians.basis)) return [];
    const sum = servicemen.min + civilians.min;
    const exact = servicemen.qualifier === "exact" && civilians.qualifier === "exact";
    const amount = amountText(sum, sum, exact ? "exact" : "about");
    return [`  - { metric: ${metric.name}, ${amount}, basis: ${basisText(servicemen.basis)}, origin: derived }`];
  });
}

function leftOut(figures: readonly Figure[], taken: readonly Figure[]): string[] {
  const rest = figures.filter((figure) => !taken.includes(figure));
  if (rest.length === 0) return [];
  const line = ({ evidence, scope }: Figure) => `  #   "${evidence.quote.replaceAll(/\s+/g, " ")}" (${scope})`;
  return [
    "  # Left out, as single exchanges, plans, repeats or what no metric of the dossier counts:",
    ...rest.map(line),
  ];
}

/** JSON's texts are YAML's too. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
