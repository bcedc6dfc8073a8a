import { type Command, Option } from "commander";
import { amountText } from "../change/amount.ts";
import { loadDossier } from "../dossier/load.ts";
import { type FigureRow, figuresAsOf } from "../store/dashboard.ts";
import { csvLine } from "./csv.ts";
import { withHistoryOf } from "./database.ts";
import { instant } from "./instant.ts";
import { isMetric, metricUnknown } from "./metric.ts";
import { storyOption } from "./story.ts";
import { table } from "./terminal.ts";

interface Options {
  readonly dossier: string;
  readonly asOf?: Date;
  readonly json?: true;
  readonly csv?: true;
}

/** `recount history METRIC`: every claim of one metric, oldest first. */
export function addHistoryCommand(program: Command): void {
  program
    .command("history")
    .description("print every claim of one metric, with its words and, where it counts for nothing, why")
    .argument("<metric>", "a metric of the dossier, such as bodies_to_ukraine")
    .option("--as-of <time>", "what was known at that time: 7d ago, a date or a time, in UTC", instant)
    .addOption(new Option("--json", "one JSON object a line").conflicts("csv"))
    .option("--csv", "comma-separated values with a head line")
    .addOption(storyOption("which story"))
    .addHelpText("after", "\nExample:\n  recount history bodies_to_ukraine --as-of 2026-03-01 --csv")
    .action(async (metric: string, options: Options) => {
      const dossier = loadDossier(options.dossier);
      if (!isMetric(dossier, metric)) throw metricUnknown(dossier, metric);
      const figures = await withHistoryOf(dossier, (pool) =>
        figuresAsOf(pool, dossier.name, metric, options.asOf ?? null),
      );
      process.stdout.write(format(figures, options));
    });
}

const heads = [
  ...["number", "as of", "amount", "scope", "claimant", "period", "outlet", "learned (UTC)"],
  ...["not counted", "words"],
];

function format(figures: readonly FigureRow[], { json, csv }: Options): string {
  if (json) return figures.map((figure) => `${JSON.stringify(figure)}\n`).join("");
  const cells = figures.map((figure) => [
    String(figure.figure_id),
    figure.as_of,
    amountText(figure),
    figure.scope,
    figure.claimant,
    figure.period ?? "",
    figure.outlet,
    figure.recorded_at.toISOString().slice(0, 16).replace("T", " "),
    figure.doubt ?? "",
    figure.quote,
  ]);
  return csv ? [heads, ...cells].map(csvLine).join("") : `${table(heads, cells, ["number", "amount"])}\n`;
}
