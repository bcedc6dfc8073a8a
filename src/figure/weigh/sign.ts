/** Hears what may weigh something: a sign, as the words that it is written with ("clause", "before", "since"). */
export type Tell = (...words: readonly string[]) => void;

/** Tells signs, one by one, to whoever hears them. */
export type Telling = (tell: Tell) => void;

/** The signs as they are written: "clause before since". */
export function written(telling: Telling): readonly string[] {
  const found: string[] = [];
  telling((...words) => {
    found.push(words.join(" "));
  });
  return found;
}

/** Each once: saying a thing twice makes it no surer. */
export function writtenOnce(telling: Telling): readonly string[] {
  return [...new Set(written(telling))];
}
