/** The languages that figures are read in, ISO 639-1. */
export const languages = ["en", "ru", "uk", "tr"] as const;

export type Language = (typeof languages)[number];

/** @returns null for a language that figures are not read in */
export function languageOfTag(tag: string): Language | null {
  const primary = tag.toLowerCase().split(/[-_]/)[0];
  return languages.find((language) => language === primary) ?? null;
}
