import { InvalidArgumentError } from "commander";
import { z } from "zod";
import { systemClock } from "../runtime/clock.ts";

const units: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };
const written = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|UTC|[+-]\d\d:\d\d)?)?$/;
/** A span that leads further back than the calendar. */
const earliest = Date.parse("0001-01-01T00:00:00Z");

/** "7d" before now, a date (its first moment, in UTC), or an instant; without a zone it is UTC, as all that is printed. */
export function instant(text: string): Date {
  const time = spanBefore(text) ?? moment(text);
  if (Number.isNaN(time) || time < earliest)
    throw new InvalidArgumentError(
      'Give 90m, 12h, 7d, 4w, a date such as 2026-03-01, or a time in UTC such as "2026-03-01 12:30".',
    );
  return new Date(time);
}

/** A calendar day that is there, as YYYY-MM-DD. */
export function day(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError("Give a day such as 2026-02-05.");
  return text;
}

/** Whether a text is a day of the calendar: "2026-02-30" is none. */
export function isDay(text: string): boolean {
  return z.iso.date().safeParse(text).success;
}

function spanBefore(text: string): number | undefined {
  const span = /^(\d+)([mhdw])$/.exec(text);
  const unit = units[span?.[2] ?? ""];
  return span && unit !== undefined ? systemClock.now().getTime() - Number(span[1]) * unit : undefined;
}

/** @returns NaN for what is no time */
function moment(text: string): number {
  const [, date, time = "00:00", zone = "Z"] = written.exec(text) ?? [];
  if (date === undefined || !isDay(date)) return Number.NaN;
  return Date.parse(`${date}T${time}${zone === "UTC" ? "Z" : zone}`);
}
