import type { Command } from "commander";
import { systemClock } from "../runtime/clock.ts";
import { RecountError } from "../runtime/errors.ts";
import { visible } from "../runtime/visible.ts";
import { forgetReport, reportToForget } from "../store/forget.ts";
import { withHistory } from "./database.ts";

/** `recount forget`: a report's text and bytes, on request. */
export function addForgetCommand(program: Command): void {
  program
    .command("forget")
    .description("remove a report's stored text and bytes on request; its figures stay, with a note")
    .argument("<report>", "its number, or its address")
    .requiredOption("--why <words>", "who asked for it, or why; kept with the report")
    .addHelpText(
      "after",
      "\nThe report is read no more. Lines of logs/changes.ndjson and backups are not touched.\n\nExample:\n  recount forget 17 --why 'asked by the publisher, 2026-03-01'",
    )
    .action(forget);
}

async function forget(name: string, { why }: { why: string }): Promise<void> {
  await withHistory(async (pool, config) => {
    const found = await reportToForget(pool, name);
    if (found === undefined)
      throw new RecountError(
        "REPORT_UNKNOWN",
        "never",
        `no report has the number or address ${visible(name)}`,
        "Take report_id or url from a view, such as recount.report_figures.",
      );
    await forgetReport(pool, config, found.report_id, why, systemClock.now());
    const what = `Report ${found.report_id} (${found.outlet}, ${found.url})`;
    process.stdout.write(
      visible(`${what}: its text and bytes are removed, its ${String(found.figures)} figures are kept.`),
    );
    process.stdout.write("\n");
  });
}
