import { InvalidArgumentError } from "commander";
import { languageOfTag, languages } from "../figure/locale/languages.ts";

/** The code of a language that figures are read in. */
export function language(text: string): string {
  if (languageOfTag(text) === null) throw new InvalidArgumentError(`Give one of ${languages.join(", ")}.`);
  return text;
}
