import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

export interface BenchDocument {
  readonly text: string;
  /** ISO 639-1; "en" where the file does not tell. */
  readonly lang: string;
  readonly published: string | null;
}

const line = z.object({
  text: z.string(),
  lang: z.string().nullish(),
  published: z.string().nullish(),
});

/** Documents of a file or a folder: one JSON object a line (.jsonl), or a text a file (.txt). Other files are left out. */
export function readDocuments(place: string): readonly BenchDocument[] {
  const files = statSync(place).isDirectory()
    ? readdirSync(place, { recursive: true, encoding: "utf8" })
        .toSorted()
        .map((name) => join(place, name))
    : [place];
  return files.flatMap((file) => {
    if (file.endsWith(".txt")) return [{ text: readFileSync(file, "utf8"), lang: "en", published: null }];
    if (!file.endsWith(".jsonl")) return [];
    return readFileSync(file, "utf8")
      .split("\n")
      .filter((one) => one.trim() !== "")
      .map((one) => {
        const { text, lang, published } = line.parse(JSON.parse(one));
        return { text, lang: lang ?? "en", published: published ?? null };
      });
  });
}
