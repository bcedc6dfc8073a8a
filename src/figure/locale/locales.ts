import { en } from "./en.ts";
import { type Language, languageOfTag, languages } from "./languages.ts";
import type { Locale } from "./locale.ts";
import { ru } from "./ru.ts";
import { tr } from "./tr.ts";
import { uk } from "./uk.ts";

const byLanguage: Readonly<Record<Language, Locale>> = { en, ru, uk, tr };

export const locales: readonly Locale[] = languages.map((language) => byLanguage[language]);

/** @returns null for a language that the engine does not know */
export function localeOf(tag: string): Locale | null {
  const language = languageOfTag(tag);
  return language === null ? null : byLanguage[language];
}
