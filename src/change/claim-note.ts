import type { CalendarDate } from "../figure/figure.ts";

/** A claim that stands, as the words beside it need it. */
interface Standing {
  /** The words that name the period of a total, or the day of a plan; null where the text names none. */
  readonly period: string | null;
  readonly as_of: CalendarDate;
  /** Whether it is to come; an offer is no plan. */
  readonly plan: boolean;
}

/**
 * What a standing claim speaks of, for people: ["2025", "2026-02-08"], ["9 March", "2026-03-09", "expired"]. A plan whose
 * text names no day has none that could be past.
 */
export function claimNotes({ period, as_of: asOf, plan }: Standing, today: CalendarDate): string[] {
  if (!plan) return [period ?? "no period named", asOf];
  if (period === null) return ["no day named", `as of ${asOf}`];
  return [period, asOf, ...(asOf < today ? ["expired"] : [])];
}
