import type { Amount } from "./metric.ts";

const words: Readonly<Record<string, string>> = {
  about: "about ",
  nearly: "nearly ",
  more_than: "more than ",
  at_least: "at least ",
  up_to: "up to ",
};

/** An amount in words, as printed: "about 2,300", "more than 7,000", "200 to 250". */
export function amountText(amount: {
  min: number;
  max: number | null;
  qualifier: Amount["qualifier"] | string;
}): string {
  const shown = amount.qualifier === "up_to" ? (amount.max ?? amount.min) : amount.min;
  if (amount.qualifier === "range" && amount.max !== null) return `${grouped(amount.min)} to ${grouped(amount.max)}`;
  return `${words[amount.qualifier] ?? ""}${grouped(shown)}`;
}

/** An interval in words: "11,500 to 12,500", "7,000 or more". */
export function intervalText(low: number, high: number | null): string {
  if (high === null) return `${grouped(low)} or more`;
  return low === high ? grouped(low) : `${grouped(low)} to ${grouped(high)}`;
}

/** A total with its middle: "13,000 (12,500 to 13,500)". */
export function totalText({ low, high, centre }: { low: number; high: number | null; centre: number | null }): string {
  if (centre === null || low === high) return intervalText(low, high);
  return `${grouped(Math.round(centre))} (${intervalText(low, high)})`;
}

/** "+1,000", "−20", "±0"; nothing where there is no difference to give. */
export function gapText(difference: number | null): string {
  if (difference === null) return "";
  return difference === 0 ? "±0" : `${difference > 0 ? "+" : "−"}${grouped(Math.abs(difference))}`;
}

export function grouped(value: number): string {
  return value.toLocaleString("en");
}
