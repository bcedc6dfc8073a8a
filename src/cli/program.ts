import { Command } from "commander";
import { projectVersion } from "../runtime/project.ts";
import { chooseStory } from "./story.ts";

type AddCommand = (program: Command) => void;

/** Where each command is, in the order in which help lists them. A command loads its own module alone: all of them take a second. */
const commands: Readonly<Record<string, () => Promise<AddCommand>>> = {
  run: async () => (await import("./run.ts")).addRunCommand,
  poll: async () => (await import("./poll.ts")).addPollCommand,
  read: async () => (await import("./read.ts")).addReadCommand,
  feeds: async () => (await import("./feeds.ts")).addFeedsCommand,
  topic: async () => (await import("./topic.ts")).addTopicCommand,
  db: async () => (await import("./database.ts")).addDatabaseCommand,
  sql: async () => (await import("./sql.ts")).addSqlCommand,
  changes: async () => (await import("./changes.ts")).addChangesCommand,
  compare: async () => (await import("./compare.ts")).addCompareCommand,
  history: async () => (await import("./history.ts")).addHistoryCommand,
  export: async () => (await import("./export.ts")).addExportCommand,
  report: async () => (await import("./report.ts")).addReportCommand,
  backfill: async () => (await import("./backfill.ts")).addBackfillCommand,
  baseline: async () => (await import("./baseline.ts")).addBaselineCommand,
  forget: async () => (await import("./forget.ts")).addForgetCommand,
  mute: async () => (await import("./mute.ts")).addMuteCommand,
  unmute: async () => (await import("./mute.ts")).addUnmuteCommand,
  review: async () => (await import("./review.ts")).addReviewCommand,
  reextract: async () => (await import("./reextract.ts")).addReextractCommand,
  demo: async () => (await import("./demo.ts")).addDemoCommand,
  check: async () => (await import("./check.ts")).addCheckCommand,
  extract: async () => (await import("./extract.ts")).addExtractCommand,
  eval: async () => (await import("./eval.ts")).addEvalCommand,
};

/**
 * `recount` with the command that is asked for, its options and its help.
 * @param asked a command's name; for anything else, such as `--help`, every command is there
 */
export async function recountProgram(asked = ""): Promise<Command> {
  const program = new Command("recount")
    .description("watches the news for follow-ups to one story and keeps its figures honest")
    .version(projectVersion())
    .showHelpAfterError("(recount --help lists the commands)")
    .exitOverride()
    .hook("preAction", (_, command) => chooseStory(command));
  const found = Object.hasOwn(commands, asked) ? [asked] : Object.keys(commands);
  for (const name of found) (await commands[name]?.())?.(program);
  return program;
}
