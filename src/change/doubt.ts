import type { CalendarDate, Figure, Status } from "../figure/figure.ts";
import { daysBetween } from "./day.ts";

/** More people or bodies than any report of such a story can mean. */
const mostPlausible = 10_000_000;
const doubtfulReading = "read with little confidence";

export interface DoubtContext {
  /** The dossier's threshold. */
  readonly confidence: number;
  /** The dossier's threshold of an event, which adds to a running total. */
  readonly event: number;
  readonly today: CalendarDate;
  /** First day of the story; null: any. */
  readonly begins: CalendarDate | null;
}

/** Why a figure waits for review and moves nothing; undefined when it may be used. */
export function doubtOf(figure: Figure, context: DoubtContext): string | undefined {
  if (Math.max(figure.min, figure.max ?? 0) > mostPlausible) return "an amount beyond what is possible";
  if (figure.scope !== "planned" && daysBetween(context.today, figure.asOf) > 1) return "of a day that has not come";
  if (context.begins !== null && figure.asOf < context.begins) return "of a day before the story begins";
  // "Including 7 civilians" adds nothing by itself: it says what the whole is made of.
  const adds = figure.scope === "event" && figure.act === "returned" && figure.part !== true;
  if (figure.confidence < Math.max(context.confidence, adds ? context.event : 0)) return doubtfulReading;
  return undefined;
}

/** The same for a state. */
export function statusDoubtOf({ confidence }: Status, context: Pick<DoubtContext, "confidence">): string | undefined {
  return confidence < context.confidence ? doubtfulReading : undefined;
}
