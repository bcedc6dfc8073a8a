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

/**
 * Reads an amount as `amountText` writes it: "1,000", "about 2,300", "up to 5", "200 to 250".
 * @returns undefined for anything else
 */
export function parseAmount(text: string): Amount | undefined {
  const found = /^([a-z ]{0,20}?)(\d[\d, ]{0,30})(?:(?:to|-|–) ?(\d[\d, ]{0,30}))?$/.exec(
    text.trim().toLowerCase().replaceAll(/\s+/g, " "),
  );
  const [, before = "", first = "", second] = found ?? [];
  const word = before.trim();
  const [low, high] = [first, second ?? ""].map((digits) => Number(digits.replaceAll(/[,\s]/g, "")));
  if (found === null || low === undefined || high === undefined) return undefined;
  if (second !== undefined) return word === "" && high > low ? { min: low, max: high, qualifier: "range" } : undefined;
  if (word === "") return { min: low, max: low, qualifier: "exact" };
  const qualifier = qualifiers.find((known) => words[known]?.trim() === word);
  if (qualifier === undefined) return undefined;
  if (qualifier === "up_to") return { min: 0, max: low, qualifier };
  return { min: low, max: qualifier === "about" || qualifier === "nearly" ? low : null, qualifier };
}

const qualifiers = ["about", "nearly", "more_than", "at_least", "up_to"] as const;

interface Total {
  readonly low: number;
  readonly high: number | null;
  readonly centre: number | null;
}

/** A total with its middle: "about 13,000 (12,500 to 13,500)", "at least 7,000". */
export function totalText(total: Total): string {
  const spread = spreadText(total);
  return spread === null ? middleText(total) : `${middleText(total)} (${spread})`;
}

/** What a total is at best guess: "about 13,000"; "12,500 to 13,500" where it has no middle. */
export function middleText({ low, high, centre }: Total): string {
  if (high === null) return `at least ${grouped(low)}`;
  if (low === high) return grouped(low);
  return centre === null ? `${grouped(low)} to ${grouped(high)}` : `about ${grouped(Math.round(centre))}`;
}

/** What it lies between, where its middle does not say so: "12,500 to 13,500". */
export function spreadText({ low, high, centre }: Total): string | null {
  return high === null || low === high || centre === null ? null : `${grouped(low)} to ${grouped(high)}`;
}

/** "+1,000", "−20", "±0", in whole people as their totals are; nothing where there is no difference to give. */
export function gapText(difference: number | null): string {
  if (difference === null) return "";
  const whole = Math.round(difference);
  return whole === 0 ? "±0" : `${whole > 0 ? "+" : "−"}${grouped(Math.abs(whole))}`;
}

export function grouped(value: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: 20 });
}
