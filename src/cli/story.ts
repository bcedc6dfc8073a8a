import { type Command, Option } from "commander";
import { readConfig } from "../runtime/config.ts";

const followedFirst = "";

/** `--dossier`, of a command that asks about one story. */
export function storyOption(meaning: string): Option {
  return new Option("--dossier <name>", meaning).default(followedFirst, "the first that the service follows");
}

/** Gives a command that was told of no story the first that the service follows. */
export function chooseStory(command: Command): void {
  for (let asked: Command | null = command; asked !== null; asked = asked.parent)
    if (asked.getOptionValue("dossier") === followedFirst)
      asked.setOptionValueWithSource("dossier", readConfig().dossiers[0], "config");
}
