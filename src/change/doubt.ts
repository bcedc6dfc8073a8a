import type { CalendarDate, Figure } from "../figure/figure.ts";
import { daysBetween } from "./day.ts";

/** More people or bodies than any report of such a story can mean. */
const mostPlausible = 10_000_000;

/** Why a figure waits for review and moves nothing; undefined when it may be used. */
export function doubtOf(figure: Figure, context: { confidence: number; today: CalendarDate }): string | undefined {
  if (Math.max(figure.min, figure.max ?? 0) > mostPlausible) return "an amount beyond what is possible";
  if (figure.scope !== "planned" && daysBetween(context.today, figure.asOf) > 1) return "of a day that has not come";
  if (figure.confidence < context.confidence) return "read with little confidence";
  return undefined;
}
