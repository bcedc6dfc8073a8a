import type { CalendarDate } from "../figure/figure.ts";
import { grouped } from "./amount.ts";
import { agree, difference, type Value } from "./interval.ts";

/** The sentences that say why something is a change, built from its data alone. */

/** The names that a reason uses; codes that it does not know stay as they are. */
export type Names = Readonly<Record<string, string>>;

/** Who says so: a side, else whose text it is. */
export interface Teller {
  readonly claimant: string;
  /** Missing where several reports tell it. */
  readonly voice?: string;
}

const noSide = "no side named";

export function nameOf({ claimant, voice }: Teller, names: Names): string {
  if (claimant === "unattributed") return voice === undefined ? "a report that names no side" : `${voice} (${noSide})`;
  return claimant === "other" ? "a third party" : (names[claimant] ?? claimant);
}

/** ", (2025, Istanbul)": the period and the agreement that a total counts within; nothing where no one told them. */
export function basisText(series: string): string {
  const [, scope, basis = ""] = series.split("|");
  if (scope !== "cumulative" || !basis.includes("..")) return "";
  const [days = "", frame = ""] = basis.split("/");
  const [start = "", end = ""] = days.split("..");
  const year = start.slice(0, 4);
  const isYear = start === `${year}-01-01` && end === `${year}-12-31`;
  const period = isYear ? year : [start && `since ${start}`, end && `until ${end}`].filter(Boolean).join(" ");
  const within = frame.startsWith("mediator:") ? `mediated by ${frame.slice(9).toUpperCase()}` : capital(frame);
  return [period, within].filter(Boolean).join(", ");
}

export interface Told {
  readonly value: Value;
  readonly asOf: CalendarDate;
}

export interface EventTold {
  readonly value: Value;
  readonly day: CalendarDate;
  readonly lastDay: CalendarDate;
  readonly vague: boolean;
  readonly voices: number;
  readonly reports: number;
}

/** "Russia again gives bodies handed to Ukraine as 13,000; this agrees with about 13,000 of 2026-02-20." */
export function sayConfirmed(who: string, title: string, value: Value, stood: Told, isSecond: boolean): string {
  const told = isSecond
    ? `gives ${title} as ${value.printed} in a second independent report`
    : `again gives ${title} as ${value.printed}`;
  return `${capital(who)} ${told}; this agrees with ${stood.value.printed} of ${stood.asOf}.`;
}

export function sayRefined(who: string, title: string, value: Value, stood: Told): string {
  return `${capital(who)} now gives ${title} as ${value.printed}, more precisely than ${stood.value.printed} of ${stood.asOf}.`;
}

export function sayMoved(who: string, title: string, value: Value, stood: Told): string {
  return `${capital(who)} now gives ${title} as ${value.printed}, after ${stood.value.printed} of ${stood.asOf}${by(value, stood.value)}.`;
}

export function sayFirst(who: string, title: string, value: Value, baseline: Beside | null): string {
  const basis = baseline === null || baseline.basis === "" ? "" : ` (${baseline.basis})`;
  const beside = baseline === null ? "" : ` The baseline article says ${baseline.value.printed}${basis}.`;
  return `First figure of its kind from ${who}: ${title}, ${value.printed}.${beside}`;
}

/** A plan of later, or for days far off, with another count than the one that stands. @param isLater whether it was said later */
export function sayOtherPlan(who: string, title: string, value: Value, stood: Told, isLater: boolean): string {
  return `${capital(who)} tells of another plan, ${title}: ${value.printed}, ${isLater ? "after" : "beside"} ${stood.value.printed} of ${stood.asOf}.`;
}

/** The baseline's value with what it counts within. */
export interface Beside {
  readonly value: Value;
  readonly basis: string;
}

export function sayRecalled(who: string, title: string, value: Value, asOf: CalendarDate, stood: Told): string {
  return `${capital(who)} recalls an older figure of ${asOf}, ${title}: ${value.printed}; ${stood.value.printed} of ${stood.asOf} stands.`;
}

/** One claimant's figure of one day, told differently by two reports or by one. @param who null where no side is named */
export function sayContradicted(
  who: string | null,
  title: string,
  value: Value,
  stood: Told,
  left: Value,
  isOneReport: boolean,
): string {
  const source = who === null ? ` and ${isOneReport ? "names" : "name"} no side` : ` by ${who}`;
  return `${isOneReport ? "One report gives" : "Two reports give"} different figures of ${stood.asOf}${source}, ${title}: ${stood.value.printed} and now ${value.printed}. Until a newer one comes, ${left.printed} stands.`;
}

/** "Running total of bodies handed to Ukraine now about 13,000 (…): baseline about 12,000 plus 1,000 on 2026-01-29 (1 voice, Russia)." */
export function sayAdded(title: string, event: EventTold, who: string, total: Total | null): string {
  const what = `${event.value.printed} ${sayWhen(event)} (${sayVoices(event)}, ${who.replace(` (${noSide})`, `, ${noSide}`)})`;
  if (total === null) return `New exchange, ${title}: ${what}.`;
  const { events, value } = total.others;
  const plus = events < 1 ? what : `${value.printed} in ${sayCount(events, "exchange")} since and ${what}`;
  return `Running total of ${title} now ${total.value.printed}: baseline ${total.baseline.printed} plus ${plus}.`;
}

export interface Total {
  readonly value: Value;
  readonly baseline: Value;
  /** What was exchanged since, but for the exchange that is told. */
  readonly others: { readonly events: number; readonly value: Value };
}

/**
 * "Running total now about 13,003 (12,503 to 13,503), before about 13,000 (…)."; nothing where it stayed.
 * @param title where it is of another metric than the sentence before
 */
export function sayTotal(before: Value | null, after: Value | null, title?: string): string {
  if (before === null || after === null || before.printed === after.printed) return "";
  const what = title === undefined ? "Running total" : `Running total of ${title}`;
  return ` ${what} now ${after.printed}, before ${before.printed}.`;
}

/** What moved a running total of which the text itself gives no count. @param counts what it gives of the day; none where it gives nothing now */
export function sayFollows(day: CalendarDate, counts: readonly (readonly [string, Value])[]): string {
  if (counts.length === 0) return ` It follows from what was told of ${day} and no longer counts.`;
  const said = counts.map(([title, value]) => `${title}, ${value.printed}`).join("; ");
  return ` It follows from what is told of ${day}: ${said}.`;
}

/** "1 voice"; "3 voices, 27 reports". */
export function sayVoices({ voices, reports }: { readonly voices: number; readonly reports: number }): string {
  const told = sayCount(voices, "voice");
  return reports > voices ? `${told}, ${sayCount(reports, "report")}` : told;
}

function sayCount(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? "" : "s"}`;
}

export function sayWhen({ day, lastDay, vague }: Pick<EventTold, "day" | "lastDay" | "vague">): string {
  return vague ? `between ${day} and ${lastDay}` : `on ${day}`;
}

export function sayEarlierEvent(title: string, event: EventTold, who: string, baselineDay: CalendarDate): string {
  return `An exchange before the baseline's day ${baselineDay}, ${title}: ${event.value.printed} ${sayWhen(event)}, by ${who}; it moves no total.`;
}

/** A span of days that holds several exchanges, and a count that is none of theirs. */
export function saySum(title: string, told: EventTold, who: string): string {
  return `${capital(who)} tells of ${told.value.printed} ${sayWhen(told)}, ${title}: no single exchange of these days, so it moves no total.`;
}

/** @param own what is told now; by all reports together, the exchange's count may be another */
export function sayEventConfirmed(title: string, event: EventTold, who: string, own: Value): string {
  const whole = agree(own, event.value) ? "" : `; by all reports together it was ${event.value.printed}`;
  return `${capital(who)} confirms the exchange ${sayWhen(event)}, ${title}: ${own.printed}${whole} (${sayVoices(event)} now).`;
}

/** @param isUntold whether nobody told the part before */
export function sayEventRefined(title: string, event: EventTold, who: string, was: Value, isUntold: boolean): string {
  return `${capital(who)} counts the exchange ${sayWhen(event)} more precisely, ${title}: ${event.value.printed}, before ${was.printed}${isUntold ? " since nobody told them apart" : ""}.`;
}

export function sayDisputed(title: string, when: string, counts: readonly (readonly [string, Value])[]): string {
  const byWho = new Map<string, string[]>();
  for (const [who, value] of counts) byWho.set(who, [...(byWho.get(who) ?? []), value.printed]);
  const said = [...byWho].map(([who, amounts]) => `${who} says ${amounts.join(" and ")}`);
  return `The counts differ${when}, ${title}: ${said.join(", ")}.`;
}

export function saySettled(title: string, when: string, value: Value): string {
  return `The counts agree again${when}, ${title}: ${value.printed}.`;
}

/** The one who said otherwise no longer does. */
export function sayDropped(title: string, when: string, who: string, value: Value): string {
  return `The counts no longer differ${when}, ${title}: ${value.printed} is left, and what ${who} said stands against it no more.`;
}

export function sayMerged(title: string, gone: EventTold, kept: EventTold): string {
  return `What was taken for two exchanges is one, ${title}: ${gone.value.printed} ${sayWhen(gone)} and ${kept.value.printed} ${sayWhen(kept)}.`;
}

export function saySplit(title: string, kept: EventTold, apart: EventTold): string {
  return `What was taken for one exchange is two, ${title}: ${kept.value.printed} ${sayWhen(kept)} and ${apart.value.printed} ${sayWhen(apart)}.`;
}

export function sayCorrected(title: string, was: Edited, now: Edited, names: Names): string {
  return `The report was edited, ${title}: it said ${sayEdited(was, now, names)} and now says ${sayEdited(now, was, names)}.`;
}

export interface Edited {
  readonly value: Value;
  /** "on 2026-01-29", "of 2026-02-20" */
  readonly when: string;
  readonly claimant: string;
  /** "2025, Istanbul"; empty where no period is told. */
  readonly within: string;
}

/** The count with whatever else differs from the other. */
function sayEdited({ value, when, claimant, within }: Edited, other: Edited, names: Names): string {
  const basis = within === other.within ? "" : ` (${within === "" ? "no period named" : within})`;
  const day = when === other.when ? "" : ` ${when}`;
  const who = claimant === other.claimant ? "" : ` by ${nameOf({ claimant }, names)}`;
  return `${value.printed}${basis}${day}${who}`;
}

/** An edit that moved a figure to where it outranks what stood. */
export function sayStandsNow(stood: Told): string {
  return ` It stands now in the place of ${stood.value.printed} of ${stood.asOf}.`;
}

/** @param left what stands on the line without it; undefined: nothing */
export function sayWithdrawn(title: string, was: Value): string {
  return `The report was edited, ${title}: it said ${was.printed} and no longer gives the figure.`;
}

/** A figure that its report still gives, in words that are not surely of it. */
export function sayDoubted(title: string, value: Value): string {
  return `The report was edited, ${title}: it still gives ${value.printed}, now read with doubt, and it counts no more until a person has looked.`;
}

/** A figure that the same report dropped a while ago. */
export function sayRestored(title: string, value: Value): string {
  return `The report was edited again, ${title}: it gives ${value.printed} as it did before.`;
}

/** What became of a reading where no outlet changed its words. */
export function sayReadOtherwise(title: string, was: Edited, now: Edited, names: Names): string {
  return `${title} was read as ${sayEdited(was, now, names)} and is read as ${sayEdited(now, was, names)}.`;
}

export function sayNoLongerCounts(title: string, value: Value): string {
  return `${title}, ${value.printed}, no longer counts.`;
}

export function sayCountsAgain(title: string, value: Value): string {
  return `${title}, ${value.printed}, counts again.`;
}

export function sayReread(what: string): string {
  return `Read anew by the extractor: ${what}`;
}

export function sayReviewed(what: string, by: string, why: string): string {
  return `Reviewed by ${by} (${why}): ${what}`;
}

/** @param who whose word is left, or whose nothing is left of */
export function sayLeft(who: string, left: Told | undefined): string {
  if (left === undefined) return ` Nothing of the kind by ${who} is left.`;
  return ` ${capital(left.value.printed)} of ${left.asOf} by ${who} stands now.`;
}

/** What is left of an exchange when a report of it is withdrawn. */
export function sayEventLeft(event: EventTold | undefined): string {
  if (event === undefined) return " Nothing else tells of that exchange, and it leaves the ledger.";
  return ` ${sayVoices(event)} still ${event.voices === 1 ? "tells" : "tell"} of ${event.value.printed} ${sayWhen(event)}.`;
}

/** A cumulative claim beside the running total of its day. */
export interface TotalCheck {
  readonly total: Value;
  /** Claim less total; null where one is open. */
  readonly gap: number | null;
  readonly explanation: "agrees" | "rounding" | "double_count" | "not_counted" | "unreported" | "unexplained";
  /** The exchange whose count the gap matches. */
  readonly event: { readonly day: CalendarDate; readonly printed: string } | null;
}

const gapExplained = {
  agrees: () => "",
  rounding: () => ", which rounding explains",
  double_count: (event: string) => `, as much as the exchange ${event}: counted twice, or another like it not reported`,
  not_counted: (event: string) => `, as much as the exchange ${event}: not counted yet, or counted otherwise`,
  unreported: () => ", which an exchange that no report told would explain",
  unexplained: () => ", which no exchange explains: the claimant may count otherwise",
} as const;

/** How a total claim sits beside the running total, and what could explain the gap. */
export function sayGap({ total, gap, explanation, event }: TotalCheck): string {
  const size = gap === null || gap === 0 ? "" : `, a gap of ${grouped(Math.abs(Math.round(gap)))}`;
  const why = gapExplained[explanation](event === null ? "" : `of ${event.day} (${event.printed})`);
  return ` By the exchanges counted since the baseline it would be ${total.printed}${size}${why}.`;
}

/** "Talks: resumed as of 2026-05-22, says Ukraine; before, suspended." */
export function sayStatus(subject: string, state: string, was: string | null, who: string, asOf: CalendarDate): string {
  const before = was === null ? "" : `; before, ${plain(was)}`;
  return `${capital(plain(subject))}: ${plain(state)} as of ${asOf}, says ${who}${before}.`;
}

/** @param follows what is left of it */
export function sayStatusDropped(follows: string): string {
  return `The report that said so was edited: ${follows}`;
}

/** Of a subject of which one telling fell away. */
export function sayStatusLeft(subject: string, was: string, left: string): string {
  return `${plain(subject)} no longer ${plain(was)}, but ${plain(left)} as before.`;
}

function by(value: Value, older: Value): string {
  const { absolute } = difference(value, older);
  return absolute === null ? "" : ` (${absolute > 0 ? "+" : "−"}${grouped(Math.abs(absolute))})`;
}

function plain(code: string): string {
  return code.replaceAll("_", " ");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
