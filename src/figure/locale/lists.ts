import type { Phrases } from "./locale.ts";

/** "на щиті|на спочинок": phrases of several words, written in one line. */
export function phrases(text: string): Phrases {
  return text.split("|");
}

/** "полон полону полоном": single words, written in one line. */
export function forms(text: string): Phrases {
  return text.split(" ");
}
