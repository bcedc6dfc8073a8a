import type { Command } from "commander";
import { z } from "zod";
import { parseAmount } from "../change/amount.ts";
import { type FigureMeaning, isOfState, type Meaning, type StatusMeaning } from "../change/meaning.ts";
import type { Dossier } from "../dossier/dossier.ts";
import { statesOf } from "../figure/status/states.ts";
import { RecountError } from "../runtime/errors.ts";

/** What may be corrected, as it is typed. */
export interface Correction {
  readonly day?: string;
  readonly saidBy?: string;
  readonly amount?: string;
  readonly thing?: string;
  readonly act?: string;
  readonly from?: string;
  readonly to?: string;
  readonly reach?: string;
  readonly scope?: string;
  readonly basis?: string;
  readonly subject?: string;
  readonly state?: string;
  readonly until?: string;
}

/** Options of `recount review correct`, and what the interactive review asks. */
export function addCorrectionOptions(command: Command): Command {
  return command
    .option("--amount <words>", 'as printed: "1,000", "about 2,300", "at least 200", "up to 5", "200 to 250"')
    .option("--thing <name>", "servicemen, civilians, persons, bodies, children, or one of the dossier's own")
    .option("--act <name>", "returned, held or offered")
    .option("--from <side>", "side that gives, or holds")
    .option("--to <side>", "side that receives")
    .option("--reach <name>", "one_way, both or unstated; one_way where from or to is given")
    .option("--scope <name>", "event, cumulative or planned")
    .option("--basis <days>", "START..END/FRAME, each part may be left out; any or unknown")
    .option("--subject <name>", "of a state: a subject of the dossier, like talks")
    .option("--state <name>", "of a state: what the subject is, like suspended")
    .option("--until <date>", "of a state: its last day, or none")
    .option("--day <date>", "the day that the claim speaks of, YYYY-MM-DD")
    .option("--said-by <side>", "a side of the dossier, other, or nobody");
}

const things = ["servicemen", "civilians", "persons", "bodies", "children"];
const ofFigures = ["amount", "thing", "act", "from", "to", "reach", "scope", "basis"] as const;
const ofStatuses = ["subject", "state", "until"] as const;

/** What is wrong with a correction, all of it. */
class Problems {
  private readonly lines: string[] = [];

  add(option: string, given: string, allowed: string): void {
    this.lines.push(`--${option}: found "${given}"; allowed: ${allowed}`);
  }

  /** @returns what was typed, or read where nothing was */
  pick<T extends string>(option: string, given: string | undefined, allowed: readonly T[], read: T): T {
    const found = allowed.find((one) => one === (given ?? read));
    if (found === undefined) this.add(option, given ?? read, allowed.join(", "));
    return found ?? read;
  }

  day(option: string, given: string | undefined, read: string): string {
    const day = given ?? read;
    if (!z.iso.date().safeParse(day).success) this.add(option, day, 'a day like "2026-02-05"');
    return day;
  }

  saidBy(given: string | undefined, read: string | null, { story }: Dossier): string | null {
    if (given === undefined) return read;
    const allowed = [...story.sides.map(({ code }) => code), "other", "nobody"];
    const found = this.pick("said-by", given, allowed, "nobody");
    return found === "nobody" ? null : found;
  }

  /** Options that the other kind of reading has. */
  strange(typed: Correction, options: readonly (keyof Correction)[], kind: string): void {
    for (const option of options) {
      const given = typed[option];
      if (given !== undefined) this.add(option, given, `nothing, since it is of a ${kind}`);
    }
  }

  /** @throws RecountError CORRECTION_INVALID that lists every problem at once */
  raise(): void {
    if (this.lines.length === 0) return;
    throw new RecountError(
      "CORRECTION_INVALID",
      "never",
      `the correction cannot be:\n${this.lines.join("\n")}`,
      "Correct the options above.",
    );
  }
}

/**
 * The meaning with what is typed in place of what was read.
 * @throws RecountError CORRECTION_INVALID that lists every problem at once
 */
export function corrected(read: Meaning, typed: Correction, dossier: Dossier): Meaning {
  return isOfState(read) ? correctedStatus(read, typed, dossier) : correctedFigure(read, typed, dossier);
}

function correctedFigure(read: FigureMeaning, typed: Correction, dossier: Dossier): FigureMeaning {
  const problems = new Problems();
  const { sides, things: own } = dossier.story;
  problems.strange(typed, ofStatuses, "state");
  const amount = typed.amount === undefined ? read : parseAmount(typed.amount);
  if (amount === undefined) problems.add("amount", typed.amount ?? "", 'an amount like "about 2,300"');
  const isWayGiven = typed.from !== undefined || typed.to !== undefined;
  const way = problems.pick("reach", typed.reach, ["one_way", "both", "unstated"], isWayGiven ? "one_way" : read.reach);
  const codes = sides.map(({ code }) => code);
  const side = (name: "from" | "to") => {
    if (way !== "one_way") return null;
    const given = typed[name];
    return given === undefined ? read[name] : problems.pick(name, given, codes, codes[0] ?? "");
  };
  const [from, to] = [side("from"), side("to")];
  const meaning: FigureMeaning = {
    ...read,
    ...(amount === undefined ? {} : { min: amount.min, max: amount.max, qualifier: amount.qualifier }),
    thing: problems.pick("thing", typed.thing, [...things, ...own.map(({ code }) => code)], read.thing),
    act: problems.pick("act", typed.act, ["returned", "held", "offered"], read.act),
    ...{ from, to, reach: way, asOf: problems.day("day", typed.day, read.asOf) },
    basis: basisOf(typed.basis, read.basis, problems),
    scope: problems.pick("scope", typed.scope, ["event", "cumulative", "planned"], read.scope),
    speakerSide: problems.saidBy(typed.saidBy, read.speakerSide, dossier),
  };
  if (meaning.reach === "one_way" && meaning.act === "returned" && (from === null || to === null || from === to))
    problems.add("from, --to", from ?? to ?? "", "two different sides for what is returned one way");
  problems.raise();
  return meaning;
}

function correctedStatus(read: StatusMeaning, typed: Correction, dossier: Dossier): StatusMeaning {
  const problems = new Problems();
  problems.strange(typed, ofFigures, "figure");
  const subjects = dossier.story.subjects.map(({ code }) => code);
  const subject = problems.pick("subject", typed.subject, subjects, read.subject);
  const meaning = {
    ...read,
    subject,
    state: problems.pick("state", typed.state, statesOf(subject), read.state),
    until:
      typed.until === "none" ? null : typed.until === undefined ? read.until : problems.day("until", typed.until, ""),
    asOf: problems.day("day", typed.day, read.asOf),
    speakerSide: problems.saidBy(typed.saidBy, read.speakerSide, dossier),
  };
  problems.raise();
  return meaning;
}

function basisOf(given: string | undefined, read: FigureMeaning["basis"], problems: Problems): FigureMeaning["basis"] {
  if (given === undefined) return read;
  if (given === "unknown") return given;
  if (given === "any") return null;
  const day = "(\\d{4}-\\d{2}-\\d{2})?";
  const [found, start, end, frame] = new RegExp(`^${day}\\.\\.${day}(?:/([a-z_:0-9]+))?$`).exec(given) ?? [];
  if (found === undefined)
    problems.add("basis", given, 'any, unknown, or START..END/FRAME like "2025-01-01..2025-12-31/istanbul"');
  return { start: start ?? null, end: end ?? null, frame: frame ?? null };
}
