import type { CalendarDate, Figure } from "../figure/figure.ts";
import { daysBetween } from "./day.ts";

/** More people or bodies than any report of such a story can mean. */
const mostPlausible = 10_000_000;

export interface DoubtContext {
  /** The dossier's threshold. */
  readonly confidence: number;
  readonly today: CalendarDate;
  /** First day of the story; null: any. */
  readonly begins: CalendarDate | null;
}

/** Why a figure waits for review and moves nothing; undefined when it may be used. */
export function doubtOf(figure: Figure, context: DoubtContext): string | undefined {
  if (Math.max(figure.min, figure.max ?? 0) > mostPlausible) return "an amount beyond what is possible";
  if (figure.scope !== "planned" && daysBetween(context.today, figure.asOf) > 1) return "of a day that has not come";
  if (context.begins !== null && figure.asOf < context.begins) return "of a day before the story begins";
  if (figure.confidence < context.confidence) return "read with little confidence";
  return undefined;
}
