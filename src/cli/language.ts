import { InvalidArgumentError } from "commander";
import { languages, localeOf } from "../figure/locale/locales.ts";

/** The code of a language that figures are read in. */
export function language(text: string): string {
  if (localeOf(text) === null) throw new InvalidArgumentError(`Give one of ${languages.join(", ")}.`);
  return text;
}
