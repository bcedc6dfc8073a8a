import { InvalidArgumentError } from "commander";
import { systemClock } from "../runtime/clock.ts";

const units: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** "7d" before now, a date (its first moment, in UTC), or an instant. */
export function instant(text: string): Date {
  const span = /^(\d+)([mhdw])$/.exec(text);
  const unit = units[span?.[2] ?? ""];
  if (span && unit !== undefined) return new Date(systemClock.now().getTime() - Number(span[1]) * unit);
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new InvalidArgumentError("Give 90m, 12h, 7d, 4w, or a date such as 2026-03-01.");
  return new Date(time);
}
