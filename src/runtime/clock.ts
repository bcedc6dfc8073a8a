/** The program's only source of time; the demo and the tests bring their own. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is set. */
export class ManualClock implements Clock {
  private instant: Date;

  constructor(start: Date) {
    this.instant = start;
  }

  now(): Date {
    return new Date(this.instant);
  }

  set(instant: Date): void {
    this.instant = instant;
  }
}

/** The calendar day of an instant in a time zone, as "YYYY-MM-DD". */
export function dayIn(timeZone: string, instant: Date): string {
  // Making one costs more than reading a short text does.
  const known = formats.get(timeZone);
  const format =
    known ?? new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  if (known === undefined) formats.set(timeZone, format);
  return format.format(instant);
}

const formats = new Map<string, Intl.DateTimeFormat>();
