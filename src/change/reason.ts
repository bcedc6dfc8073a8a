import type { CalendarDate } from "../figure/figure.ts";
import { difference, printNumber, type Value } from "./interval.ts";

/** The names that a reason uses; codes that it does not know stay as they are. */
export type Names = Readonly<Record<string, string>>;

export function nameOf(claimant: string, names: Names): string {
  if (claimant === "unattributed") return "a report without a named source";
  return claimant === "other" ? "a third party" : (names[claimant] ?? claimant);
}

/** "Russia says 2,297 servicemen returned …: within the about 2,300 that stood since 2025-12-30." */
export function sayConfirmed(who: string, title: string, value: Value, stood: Told): string {
  return `${capital(who)} again says ${title}: ${value.printed}; this agrees with ${stood.value.printed} of ${stood.asOf}.`;
}

export function sayRefined(who: string, title: string, value: Value, stood: Told): string {
  return `${capital(who)} now gives ${title} as ${value.printed}, more precisely than ${stood.value.printed} of ${stood.asOf}.`;
}

export function sayMoved(who: string, title: string, value: Value, stood: Told): string {
  const { absolute } = difference(value, stood.value);
  const by = absolute === null ? "" : ` (${absolute > 0 ? "+" : "−"}${printNumber(Math.abs(absolute))})`;
  return `${capital(who)} now gives ${title} as ${value.printed}, after ${stood.value.printed} of ${stood.asOf}${by}.`;
}

export function sayFirst(who: string, title: string, value: Value, baseline: Value | null): string {
  const beside = baseline === null ? "" : ` The baseline article says ${baseline.printed}.`;
  return `First figure of its kind from ${who}: ${title}, ${value.printed}.${beside}`;
}

export function sayRecalled(who: string, title: string, value: Value, asOf: CalendarDate, stood: Told): string {
  return `${capital(who)} recalls an older figure of ${asOf}, ${title}: ${value.printed}; ${stood.value.printed} of ${stood.asOf} stands.`;
}

export function sayAdded(title: string, event: EventTold, who: string, total: Value | null, baseline: Value | null) {
  const what = `${event.value.printed} on ${event.day} (${sayVoices(event.voices)}, ${who})`;
  if (total === null || baseline === null) return `New exchange, ${title}: ${what}.`;
  return `Running total of ${title} now ${total.printed}: baseline ${baseline.printed} and the exchanges since, the newest ${what}.`;
}

export function sayVoices(voices: number): string {
  return voices === 1 ? "1 voice" : `${String(voices)} voices`;
}

export function sayEarlierEvent(title: string, event: EventTold, who: string, baselineDay: CalendarDate): string {
  return `${capital(who)} tells of an exchange before the baseline's day ${baselineDay}, ${title}: ${event.value.printed} on ${event.day}; it moves no total.`;
}

export function sayEventConfirmed(title: string, event: EventTold, who: string): string {
  return `${capital(who)} confirms the exchange of ${event.day}, ${title}: ${event.value.printed} (${sayVoices(event.voices)} now).`;
}

export function sayDisputed(title: string, when: string, counts: readonly (readonly [string, Value])[]): string {
  return `The counts differ${when}, ${title}: ${counts.map(([who, value]) => `${who} says ${value.printed}`).join(", ")}.`;
}

export function saySettled(title: string, when: string, value: Value): string {
  return `The counts agree again${when}, ${title}: ${value.printed}.`;
}

export function sayCorrected(title: string, was: Value, now: Value): string {
  return `The report was edited, ${title}: it said ${was.printed} and now says ${now.printed}.`;
}

export function sayWithdrawn(title: string, was: Value): string {
  return `The report was edited, ${title}: it said ${was.printed} and no longer gives the figure.`;
}

/** What became of a reading where no outlet changed its words. */
export function sayReadOtherwise(title: string, was: Value | string | null, now: Value | string | null): string {
  const words = (value: Value | string | null) => (value === null || typeof value === "string" ? value : value.printed);
  return now === null
    ? `${title}, ${words(was) ?? "a figure"}, no longer counts.`
    : `${title} was read as ${words(was) ?? "nothing"} and is read as ${words(now) ?? "nothing"}.`;
}

export function sayReread(what: string): string {
  return `Read anew by the extractor: ${what}`;
}

export function sayReviewed(what: string, by: string, why: string): string {
  return `Reviewed by ${by} (${why}): ${what}`;
}

/** How a total claim sits beside the running total. */
export function sayGap(claimed: Value, total: Value): string {
  const { absolute } = difference(claimed, total);
  const by = absolute === null || absolute === 0 ? "" : `, a gap of ${printNumber(Math.abs(Math.round(absolute)))}`;
  return ` By the exchanges counted since the baseline it would be ${total.printed}${by}.`;
}

export function sayStatus(subject: string, state: string, was: string | null, who: string, asOf: CalendarDate): string {
  const before = was === null ? "" : `; before, it was ${plain(was)}`;
  return `${capital(plain(subject))} is ${plain(state)} as of ${asOf}, says ${who}${before}.`;
}

interface Told {
  readonly value: Value;
  readonly asOf: CalendarDate;
}

interface EventTold {
  readonly value: Value;
  readonly day: CalendarDate;
  readonly voices: number;
}

function plain(code: string): string {
  return code.replaceAll("_", " ");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
