import type { CalendarDate } from "../figure.ts";

/** Days as numbers since 1970, so that arithmetic needs no clock and no zone. */
export function dayNumber(date: CalendarDate): number {
  const [year = 1970, month = 1, day = 1] = date.split("-").map(Number);
  return Math.floor(Date.UTC(year, month - 1, day) / 86_400_000);
}

/** How many days later the other is; less than nought: earlier. */
export function daysBetween(one: CalendarDate, other: CalendarDate): number {
  return dayNumber(other) - dayNumber(one);
}

export function dateOf(day: number): CalendarDate {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** @returns null for a day that no calendar has, such as 31 June */
export function dateFrom(year: number, month: number, day: number): CalendarDate | null {
  const date = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return dateOf(dayNumber(date)) === date ? date : null;
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOf(dayNumber(date) + days);
}

/** ISO number of the day of the week: Monday 1. */
export function weekdayOf(date: CalendarDate): number {
  return ((dayNumber(date) + 3) % 7) + 1;
}

export function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4));
}

export function lastOfMonth(year: number, month: number): CalendarDate {
  return dateOf(dayNumber(month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`) - 1);
}

/** The Monday of a day's week. */
export function weekStart(date: CalendarDate): CalendarDate {
  return addDays(date, 1 - weekdayOf(date));
}
