import { en } from "./en.ts";
import type { Locale } from "./locale.ts";
import { ru } from "./ru.ts";
import { tr } from "./tr.ts";
import { uk } from "./uk.ts";

export const locales: readonly Locale[] = [en, ru, uk, tr];

/** ISO 639-1. */
export const languages: readonly string[] = locales.map(({ tag }) => tag);

/** @returns null for a language that the engine does not know */
export function localeOf(language: string): Locale | null {
  const tag = language.toLowerCase().split(/[-_]/)[0];
  return locales.find((locale) => locale.tag === tag) ?? null;
}
