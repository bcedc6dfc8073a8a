import { Argument, type Command } from "commander";
import type { Pool } from "pg";
import { loadDossier } from "../dossier/load.ts";
import { systemClock } from "../runtime/clock.ts";
import { RecountError } from "../runtime/errors.ts";
import { visible } from "../runtime/visible.ts";
import { isKnown, liftMute, listMutes, type MuteKind, mute, muteKinds } from "../store/mute.ts";
import { withDatabase, withHistory } from "./database.ts";
import { isMetric } from "./metric.ts";
import { storyOption } from "./story.ts";
import { table } from "./terminal.ts";
import { userName } from "./user-name.ts";

interface Options {
  readonly dossier: string;
  readonly by: string;
  readonly why: string;
}

const kind = () => new Argument("[kind]", "metric, outlet or line").choices(muteKinds);

/** `recount mute`: what nobody wants to be told of. */
export function addMuteCommand(program: Command): void {
  program
    .command("mute")
    .description("tell no more of a metric, an outlet or a line; it stays in the history. Without arguments: list them")
    .addArgument(kind())
    .argument("[name]", "which one: a metric's name, an outlet, or a line as in a view")
    .option("--why <words>", "the reason, for whoever asks later", "")
    .option("--by <name>", "who mutes it; this machine's user unless given", userName())
    .addOption(storyOption("which story"))
    .addHelpText("after", "\nExamples:\n  recount mute\n  recount mute outlet 'Northwire' --why 'repeats the ministry'")
    .action((what: MuteKind | undefined, name: string | undefined, options: Options, command: Command) => {
      if (what === undefined) return withHistory((pool) => list(pool, options));
      if (name === undefined) return command.error(`error: say which ${what}: recount mute ${what} NAME`);
      return withDatabase((pool) => add(pool, what, name, options));
    });
}

/** `recount unmute`: what is to be told again. */
export function addUnmuteCommand(program: Command): void {
  program
    .command("unmute")
    .description("tell again of what was muted")
    .argument("<kind>", "metric, outlet or line")
    .argument("<name>", "which one")
    .option("--by <name>", "who lifts it; this machine's user unless given", userName())
    .addOption(storyOption("which story"))
    .addHelpText("after", "\nExample:\n  recount unmute outlet 'Northwire'")
    .action(lift);
}

async function list(pool: Pool, { dossier }: Options): Promise<void> {
  const rows = (await listMutes(pool, loadDossier(dossier).name)).map((row) => [
    row.kind,
    visible(row.name),
    row.muted_at.toISOString().slice(0, 10),
    visible(row.muted_by),
    visible(row.why),
  ]);
  process.stdout.write(
    rows.length === 0 ? "Nothing is muted.\n" : `${table(["Kind", "Name", "Since", "By", "Why"], rows)}\n`,
  );
}

async function add(pool: Pool, what: MuteKind, name: string, { dossier: place, why, by }: Options): Promise<void> {
  const dossier = loadDossier(place);
  const muted = { dossier: dossier.name, kind: what, name };
  if (!(what === "metric" && isMetric(dossier, name)) && !(await isKnown(pool, muted)))
    throw new RecountError(
      "MUTE_UNKNOWN",
      "never",
      `no ${what} is called ${visible(name)}`,
      "Take the name as it stands in recount.change_log, recount.coverage or recount.figure_latest.",
    );
  const isNew = await mute(pool, muted, why, by, systemClock.now());
  process.stdout.write(visible(`${what} ${name} is muted${isNew ? "" : " already"}.`));
  process.stdout.write("\n");
}

async function lift(what: string, name: string, { dossier, by }: Options): Promise<void> {
  const found = muteKinds.find((one) => one === what);
  const muted = { dossier: loadDossier(dossier).name, kind: found ?? "metric", name };
  const lifted = found !== undefined && (await withHistory((pool) => liftMute(pool, muted, by, systemClock.now())));
  process.stdout.write(visible(lifted ? `${what} ${name} is told again.` : `${what} ${name} was not muted.`));
  process.stdout.write("\n");
}
