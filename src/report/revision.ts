import { createHash } from "node:crypto";

/** Names an article's text: equal for texts that differ in blanks and kinds of quotation marks only. */
export function textHash(text: string): string {
  const same = text
    .normalize("NFC")
    .replace(/[\u00ad\u200b-\u200f\ufeff]/g, "")
    .replace(/[«»“”„‟"]/g, '"')
    .replace(/[‘’‚‛]/g, "'")
    .replace(/\s+/g, " ")
    .trim();
  return createHash("sha256").update(same).digest("hex");
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Age up to which an article is read again, and how often. */
const ladder: readonly (readonly [number, number])[] = [
  [3 * hour, 15 * minute],
  [day, 30 * minute],
  [7 * day, 3 * hour],
  [30 * day, 12 * hour],
];

/** When an article is read again to see whether it was edited; null when it is old enough to be left alone. */
export function nextReadAt(published: Date, now: Date): Date | null {
  const age = now.getTime() - published.getTime();
  const step = ladder.find(([upTo]) => age < upTo);
  return step === undefined ? null : new Date(now.getTime() + step[1]);
}
