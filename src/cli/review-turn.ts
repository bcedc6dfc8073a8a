import { createInterface } from "node:readline/promises";
import type { Pool } from "pg";
import { meaningOf } from "../change/meaning.ts";
import type { Dossier } from "../dossier/dossier.ts";
import { systemClock } from "../runtime/clock.ts";
import { RecountError } from "../runtime/errors.ts";
import type { ReadingToReview } from "../store/reading.ts";
import { reviewQueue } from "../store/review-queue.ts";
import { decide, findReading } from "../task/decide.ts";
import { type Correction, corrected } from "./review-correct.ts";
import { meaningText, readingText } from "./review-show.ts";

const atOnce = 1_000;

/**
 * Shows what waits, one after another, and asks what to do with each, until the queue or the input ends.
 * @param by who decides
 */
export async function reviewInTurn(
  pool: Pool,
  dossier: Dossier,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  by: string,
): Promise<void> {
  const queue = await reviewQueue(pool, dossier.name, null, atOnce);
  const terminal = createInterface({ input, output });
  const ended = new AbortController();
  terminal.once("close", () => ended.abort());
  const ask = (question: string) => terminal.question(question, { signal: ended.signal });
  const say = (text: string) => output.write(`${text}\n`);
  try {
    for (const [index, row] of queue.entries()) {
      const found = await findReading(pool, dossier, row.number);
      say(`\n${String(index + 1)} of ${String(queue.length)}\n${readingText(found, row)}\n`);
      const answer = await askFor(ask, "[a]ccept  [r]eject  [c]orrect  [s]kip  [q]uit: ", ["a", "r", "c", "s", "q"]);
      if (answer === "q") break;
      if (answer === "s") continue;
      const decidedAs = answer === "c" ? await askCorrection(ask, say, found, dossier) : undefined;
      const why =
        answer === "a" ? (await ask("Why (it is as printed): ")).trim() || "it is as printed" : await askWhy(ask);
      const verdict = answer === "a" ? "accept" : answer === "r" ? "reject" : "correct";
      const ruling = {
        number: row.number,
        verdict,
        why,
        by,
        ...(decidedAs === undefined ? {} : { decidedAs }),
      } as const;
      await decide(pool, dossier, ruling, systemClock.now());
    }
    say(queue.length === 0 ? "Nothing waits for review." : "\nDone.");
  } catch (cause) {
    // The input ended in the middle of a question: what was decided before is kept.
    if (!ended.signal.aborted) throw cause;
    say("");
  } finally {
    terminal.close();
  }
}

type Ask = (question: string) => Promise<string>;

async function askFor(ask: Ask, question: string, allowed: readonly string[]): Promise<string> {
  for (;;) {
    const answer = (await ask(question)).trim().toLowerCase().slice(0, 1);
    if (allowed.includes(answer)) return answer;
  }
}

async function askWhy(ask: Ask): Promise<string> {
  for (;;) {
    const why = (await ask("Why: ")).trim();
    if (why !== "") return why;
  }
}

type Questions = readonly (readonly [keyof Correction, string])[];

const questions: Readonly<Record<ReadingToReview["kind"], Questions>> = {
  figure: [
    ["amount", 'Amount, like "about 2,300"'],
    ["thing", "Thing"],
    ["from", "From side"],
    ["to", "To side"],
    ["scope", "Scope: event, cumulative or planned"],
    ["day", "Day"],
    ["saidBy", "Said by"],
  ],
  status: [
    ["subject", "Subject"],
    ["state", "State"],
    ["until", "Until, or none"],
    ["day", "Day"],
    ["saidBy", "Said by"],
  ],
};

/** Asks until the correction can be; an empty answer keeps what was read. */
async function askCorrection(ask: Ask, say: (text: string) => void, found: ReadingToReview, dossier: Dossier) {
  for (;;) {
    const typed: Record<string, string> = {};
    for (const [name, question] of questions[found.kind]) {
      const answer = (await ask(`${question} (empty: as read): `)).trim();
      if (answer !== "") typed[name] = answer;
    }
    try {
      const meaning = corrected(meaningOf(found.reading), typed, dossier);
      say(meaningText(meaning));
      return meaning;
    } catch (cause) {
      if (!(cause instanceof RecountError)) throw cause;
      say(cause.message);
    }
  }
}
