import { daysBetween } from "../../frame/calendar.ts";
import { datesIn } from "../../frame/dates.ts";
import type { Around } from "../around.ts";
import type { TellFact } from "./fact.ts";

const UNDATED = -9999;

/** How far from publication the days named in its clause lie, or else those of its sentence, and how many they are. */
export function tellDays({ page, segment, sentence }: Around, tell: TellFact): void {
  const inside = datesIn(page, segment.from, segment.to);
  const days = inside.length > 0 ? inside : datesIn(page, sentence.from, sentence.to);
  const first = days[0];
  const { published } = page.document;
  const ahead = (day: string | undefined) =>
    day === undefined || published === null ? UNDATED : daysBetween(published, day);
  tell("days", days.length);
  tell("first day", ahead(first?.start));
  tell("last day", ahead(days.at(-1)?.end));
  tell("long", first ? daysBetween(first.start, first.end) : -1);
}
