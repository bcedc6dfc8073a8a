import type { Command } from "commander";
import { amountText } from "../change/amount.ts";
import { loadDossier } from "../dossier/load.ts";
import { RecountError } from "../runtime/errors.ts";
import { type FigureRow, figuresAsOf } from "../store/dashboard.ts";
import { csvLine } from "./csv.ts";
import { withDatabase } from "./database.ts";
import { instant } from "./instant.ts";
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
    .description("print every claim of one metric, with its sentence")
    .argument("<metric>", "a metric of the dossier, such as bodies_to_ukraine")
    .option("--as-of <time>", "what was known at that time: 7d ago, a date or an instant", instant)
    .option("--json", "one JSON object a line")
    .option("--csv", "comma-separated values with a head line")
    .option("--dossier <name>", "which story", "istanbul")
    .addHelpText("after", "\nExample:\n  recount history bodies_to_ukraine --as-of 2026-03-01 --csv")
    .action(async (metric: string, options: Options) => {
      const { name, metrics } = loadDossier(options.dossier);
      if (!metrics.some((known) => known.name === metric)) {
        const names = metrics.map((known) => known.name).join(", ");
        throw new RecountError("METRIC_UNKNOWN", "never", `no metric is called "${metric}"`, `The metrics: ${names}.`);
      }
      const figures = await withDatabase((pool) => figuresAsOf(pool, name, metric, options.asOf ?? null));
      process.stdout.write(format(figures, options));
    });
}

const heads = ["as of", "amount", "scope", "claimant", "period", "outlet", "learned", "sentence"];

function format(figures: readonly FigureRow[], { json, csv }: Options): string {
  if (json) return figures.map((figure) => `${JSON.stringify(figure)}\n`).join("");
  const cells = figures.map((figure) => [
    figure.as_of,
    amountText(figure),
    figure.scope,
    figure.claimant,
    figure.period ?? "",
    figure.outlet,
    figure.recorded_at.toISOString().slice(0, 16),
    figure.quote,
  ]);
  return csv ? [heads, ...cells].map(csvLine).join("") : `${table(heads, cells, ["amount"])}\n`;
}
