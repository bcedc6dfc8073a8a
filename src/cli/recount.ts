#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { addBackfillCommand } from "./backfill.ts";
import { addBaselineCommand } from "./baseline.ts";
import { addChangesCommand } from "./changes.ts";
import { addCheckCommand } from "./check.ts";
import { addCompareCommand } from "./compare.ts";
import { addDatabaseCommand } from "./database.ts";
import { addDemoCommand } from "./demo.ts";
import { addEvalCommand } from "./eval.ts";
import { addExportCommand } from "./export.ts";
import { addExtractCommand } from "./extract.ts";
import { printFailure } from "./failure.ts";
import { addFeedsCommand } from "./feeds.ts";
import { addForgetCommand } from "./forget.ts";
import { addHistoryCommand } from "./history.ts";
import { addMuteCommands } from "./mute.ts";
import { addPollCommand } from "./poll.ts";
import { addReadCommand } from "./read.ts";
import { readerGone, watchForReader } from "./reader-gone.ts";
import { addReextractCommand } from "./reextract.ts";
import { addReportCommand } from "./report.ts";
import { addReviewCommand } from "./review.ts";
import { addRunCommand } from "./run.ts";
import { addSqlCommand } from "./sql.ts";
import { chooseStory } from "./story.ts";
import { addTopicCommand } from "./topic.ts";

const program = new Command("recount")
  .description("watches the news for follow-ups to one story and keeps its figures honest")
  .showHelpAfterError("(recount --help lists the commands)")
  .exitOverride()
  .hook("preAction", (_, command) => chooseStory(command));

addRunCommand(program);
addPollCommand(program);
addReadCommand(program);
addFeedsCommand(program);
addTopicCommand(program);
addDatabaseCommand(program);
addSqlCommand(program);
addChangesCommand(program);
addCompareCommand(program);
addHistoryCommand(program);
addExportCommand(program);
addReportCommand(program);
addBackfillCommand(program);
addBaselineCommand(program);
addForgetCommand(program);
addMuteCommands(program);
addReviewCommand(program);
addReextractCommand(program);
addDemoCommand(program);
addCheckCommand(program);
addExtractCommand(program);
addEvalCommand(program);

watchForReader();
try {
  await program.parseAsync();
} catch (cause) {
  // Help and version come this way too, with exit code 0; every other complaint of commander's is wrong use.
  if (cause instanceof CommanderError) process.exitCode = cause.exitCode === 0 ? 0 : 2;
  else if (!readerGone.aborted) {
    printFailure(cause);
    process.exitCode = 1;
  }
}
