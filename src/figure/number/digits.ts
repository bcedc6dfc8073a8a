/** A run of digits with the marks inside it. */
export type Digits =
  | { readonly kind: "whole"; readonly value: number; readonly grouped: boolean }
  | { readonly kind: "fraction"; readonly value: number }
  /** Could be 1,245 or 1.245, which a scale word that follows decides. */
  | { readonly kind: "either"; readonly whole: number; readonly fraction: number }
  /** A time, a dotted date, a version. */
  | { readonly kind: "none" };

const LARGEST = 1e12;

/**
 * Reads digits as printed: "1,212", "1.212", "1'212", "2.3", "2,3".
 * @returns "none" where the grouping is irregular
 */
export function readDigits(printed: string): Digits {
  if (/^\d+$/.test(printed)) {
    const value = printed.length > 12 ? LARGEST : Number(printed);
    return value < LARGEST ? { kind: "whole", value, grouped: false } : { kind: "none" };
  }
  if (printed.length > 20) return { kind: "none" };
  const groups = /^\d{1,3}(?:,\d{3})+$|^\d{1,3}(?:\.\d{3})+$|^\d{1,3}(?:'\d{3})+$/.test(printed);
  if (groups && !printed.startsWith("0")) {
    const value = Number(printed.replace(/[.,']/g, ""));
    if (printed.length <= 7 && !printed.includes("'"))
      return { kind: "either", whole: value, fraction: Number(printed.replace(",", ".")) };
    return { kind: "whole", value, grouped: true };
  }
  if (/^\d{1,4}[.,]\d{1,3}$/.test(printed)) return { kind: "fraction", value: Number(printed.replace(",", ".")) };
  return { kind: "none" };
}
