import type { CalendarDate } from "../figure.ts";
import { dayNumber } from "../frame/calendar.ts";
import type { Draft } from "../frame/draft.ts";
import type { LeftOut } from "../frame/no-figure.ts";
import type { Page } from "../frame/page.ts";
import type { Period } from "../frame/period.ts";
import { type Dated, span } from "./figures.ts";

/** Days after which an event is no news any more. */
const OLD_NEWS = 4;

/** Keeps each figure once: headline, lead and body tell the same; the same number on another day is another event. */
export function withoutRepeats(all: readonly Dated[]): readonly Dated[] {
  const kept: Dated[] = [];
  // Only an amount can repeat itself: a text of thirty thousand amounts is not held against itself.
  const places = new Map<string, number[]>();
  for (const one of all) {
    const amount = amountOf(one);
    const alike = places.get(amount) ?? [];
    const place = alike.find((at) => isRepeated(one, kept[at])) ?? -1;
    const other = kept[place];
    if (other) kept[place] = isBetter(one, other) ? one : other;
    else {
      alike.push(kept.push(one) - 1);
      places.set(amount, alike);
    }
  }
  return kept.filter(
    (one) =>
      !isOfBoth(
        one,
        (places.get(amountOf(one)) ?? []).map((at) => kept[at]),
      ),
  );
}

/** What was told again elsewhere, with the words of the telling that stands. */
export function repeated(page: Page, all: readonly Dated[], standing: readonly Dated[]): readonly LeftOut[] {
  const kept = new Set(standing.map(({ draft }) => draft.counted));
  const byAmount = new Map<string, Dated[]>();
  for (const one of standing) {
    const alike = byAmount.get(amountOf(one));
    if (alike) alike.push(one);
    else byAmount.set(amountOf(one), [one]);
  }
  return all
    .filter(({ draft }) => !kept.has(draft.counted))
    .flatMap((one) => {
      const alike = byAmount.get(amountOf(one)) ?? [];
      const other = alike.find((found) => isSame(one, found) || isSame(found, one)) ?? alike[0];
      return other ? [{ quantity: one.draft.counted.quantity, reason: toldBy(page, one, other) }] : [];
    });
}

/** "told before: 157 prisoners of war, RU → UA" */
function toldBy(page: Page, one: Dated, { draft }: Dated): string {
  const { from, to, counted } = draft;
  const { start, end } = span(page, counted.from, counted.to);
  const when = counted.quantity.from < one.draft.counted.quantity.from ? "before" : "better below";
  const way = from === null && to === null ? "" : `, ${from ?? "?"} → ${to ?? "?"}`;
  return `told ${when}: ${page.document.text.slice(start, end)}${way}`;
}

/** "270 SOLDIERS EXCHANGED" over a text that tells 270 each way: a heading without a direction adds nothing. */
function isOfBoth({ draft }: Dated, alike: readonly (Dated | undefined)[]): boolean {
  if (draft.to !== null || draft.act !== "returned") return false;
  const ways = alike.map((other) =>
    other && other.draft.scope === draft.scope && sameThing(other.draft.thing, draft.thing) ? other.draft.to : null,
  );
  return new Set(ways.filter((to) => to !== null)).size > 1;
}

/** The same for figures of one amount. */
export function amountOf({ draft }: Dated): string {
  const { min, max } = draft.counted.quantity;
  return `${String(min)} to ${String(max)}`;
}

function isRepeated(one: Dated, other: Dated | undefined): boolean {
  return other !== undefined && isSame(one, other);
}

/** Of two figures of one amount. */
function isSame(one: Dated, other: Dated): boolean {
  const [a, b] = [one.draft, other.draft];
  if (
    a.act === b.act &&
    a.verb === null &&
    sameThing(a.thing, b.thing) &&
    !a.counted.part &&
    !areApart(one.period, other.period)
  )
    return a.to === b.to || a.to === null || a.vague;
  if (a.act !== b.act || !goAlike(a, b)) return false;
  if (!sameThing(a.thing, b.thing) && !(a.act === "held" && a.thing !== "bodies" && b.thing !== "bodies")) return false;
  if (a.scope !== b.scope && a.act !== "held") return false;
  if (a.scope !== "event" || !isTold(one.period)) return true;
  if (one.period.explicit && other.period.explicit) return one.period.asOf === other.period.asOf;
  // Without a day it is told as news: what is said of a day long before is another event.
  return Math.abs(dayNumber(one.period.asOf) - dayNumber(other.period.asOf)) <= OLD_NEWS;
}

/** One way, or, of bodies, of which so many never go both ways, one whose way only the speaker or nothing tells. */
function goAlike(a: Draft, b: Draft): boolean {
  if (a.from === b.from && a.to === b.to) return true;
  const each = a.shared || b.shared || a.paired === true || b.paired === true;
  return a.thing === "bodies" && b.thing === "bodies" && a.vague !== b.vague && !each;
}

/** Told of days, or of spans of days, that have none in common. */
export function areApart(one: Period, other: Period): boolean {
  if (!isTold(one) && !isTold(other)) return false;
  if (!one.explicit || !other.explicit) return Math.abs(dayNumber(one.asOf) - dayNumber(other.asOf)) > OLD_NEWS;
  return one.asOf < firstDay(other) || other.asOf < firstDay(one);
}

/** Whether a day was named for it, beside it or before it. */
function isTold({ explicit, carried }: Period): boolean {
  return explicit || carried === true;
}

function firstDay({ basis, asOf }: Period): CalendarDate {
  return basis === null || basis === "unknown" ? asOf : (basis.start ?? asOf);
}

/** Soldiers may be told as people. */
export function sameThing(a: string, b: string): boolean {
  return a === b || (isPeople(a) && isPeople(b));
}

function isPeople(thing: string): boolean {
  return thing === "servicemen" || thing === "persons";
}

/** The more telling one stands: with a noun rather than without, soldiers rather than people but for people told by their kinds. */
function isBetter(one: Dated, other: Dated): boolean {
  const [mixed, alsoMixed] = [one.draft.counted.mixed === true, other.draft.counted.mixed === true];
  if (mixed !== alsoMixed) return mixed;
  if (one.draft.thing !== other.draft.thing) return one.draft.thing === "servicemen";
  if (one.draft.to !== other.draft.to) return other.draft.vague;
  return other.draft.counted.how === "elided" && one.draft.counted.how !== "elided";
}
