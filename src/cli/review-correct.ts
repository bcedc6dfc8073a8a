import type { Command } from "commander";
import { z } from "zod";
import { parseAmount } from "../change/amount.ts";
import type { Meaning } from "../change/decide.ts";
import type { Dossier } from "../dossier/dossier.ts";
import { RecountError } from "../runtime/errors.ts";

/** What may be corrected, as it is typed. */
export interface Correction {
  readonly amount?: string;
  readonly thing?: string;
  readonly act?: string;
  readonly from?: string;
  readonly to?: string;
  readonly reach?: string;
  readonly scope?: string;
  readonly day?: string;
  readonly saidBy?: string;
  readonly basis?: string;
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
    .option("--day <date>", "the day that the claim speaks of, YYYY-MM-DD")
    .option("--said-by <side>", "a side of the dossier, other, or nobody")
    .option("--basis <days>", "START..END/FRAME, each part may be left out; any or unknown");
}

const things = ["servicemen", "civilians", "persons", "bodies", "children"];

/**
 * The meaning with what is typed in place of what was read.
 * @throws RecountError CORRECTION_INVALID that lists every problem at once
 */
export function corrected(read: Meaning, typed: Correction, { story }: Dossier): Meaning {
  const problems: string[] = [];
  const sides = story.sides.map(({ code }) => code);
  const pick = <T extends string>(name: string, given: string | undefined, allowed: readonly T[], otherwise: T): T => {
    const found = allowed.find((one) => one === (given ?? otherwise));
    if (found === undefined) problems.push(`--${name}: found "${given ?? ""}"; allowed: ${allowed.join(", ")}`);
    return found ?? otherwise;
  };
  const amount = typed.amount === undefined ? read : parseAmount(typed.amount);
  if (amount === undefined)
    problems.push(`--amount: found "${typed.amount ?? ""}"; allowed: an amount like "about 2,300"`);
  const day = typed.day ?? read.asOf;
  if (!z.iso.date().safeParse(day).success) problems.push(`--day: found "${day}"; allowed: a day like "2026-02-05"`);
  const isWayGiven = typed.from !== undefined || typed.to !== undefined;
  const way = pick("reach", typed.reach, ["one_way", "both", "unstated"], isWayGiven ? "one_way" : read.reach);
  const side = (name: "from" | "to") => {
    if (way !== "one_way") return null;
    const given = typed[name];
    return given === undefined ? read[name] : pick(name, given, sides, sides[0] ?? "");
  };
  const [from, to] = [side("from"), side("to")];
  const meaning: Meaning = {
    ...read,
    ...(amount === undefined ? {} : { min: amount.min, max: amount.max, qualifier: amount.qualifier }),
    thing: pick("thing", typed.thing, [...things, ...story.things.map(({ code }) => code)], read.thing),
    act: pick("act", typed.act, ["returned", "held", "offered"], read.act),
    ...{ from, to, reach: way, asOf: day, basis: basisOf(typed.basis, read.basis, problems) },
    scope: pick("scope", typed.scope, ["event", "cumulative", "planned"], read.scope),
    speakerSide: saidBy(typed.saidBy, read, [...sides, "other", "nobody"], problems),
  };
  if (meaning.reach === "one_way" && meaning.act === "returned" && (from === null || to === null || from === to))
    problems.push("--from, --to: found one side alone; allowed: two different sides for what is returned one way");
  if (problems.length === 0) return meaning;
  throw new RecountError(
    "CORRECTION_INVALID",
    "never",
    `the correction cannot be:\n${problems.join("\n")}`,
    "Correct the options above.",
  );
}

function saidBy(given: string | undefined, read: Meaning, allowed: readonly string[], problems: string[]) {
  if (given === undefined) return read.speakerSide;
  if (!allowed.includes(given)) problems.push(`--said-by: found "${given}"; allowed: ${allowed.join(", ")}`);
  return given === "nobody" ? null : given;
}

function basisOf(given: string | undefined, read: Meaning["basis"], problems: string[]): Meaning["basis"] {
  if (given === undefined) return read;
  if (given === "unknown") return given;
  if (given === "any") return null;
  const day = "(\\d{4}-\\d{2}-\\d{2})?";
  const [found, start, end, frame] = new RegExp(`^${day}\\.\\.${day}(?:/([a-z_:0-9]+))?$`).exec(given) ?? [];
  if (found === undefined)
    problems.push(
      `--basis: found "${given}"; allowed: any, unknown, or START..END/FRAME like "2025-01-01..2025-12-31/istanbul"`,
    );
  return { start: start ?? null, end: end ?? null, frame: frame ?? null };
}
