import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { languageOf } from "../../../src/figure/text/language.ts";

const corpus = z
  .record(z.string(), z.array(z.string()))
  .parse(parse(readFileSync("test/figure/corpus/uk/languages.yaml", "utf8")));
const labelled = z.object({ id: z.string(), lang: z.string(), text: z.string() });

describe("languageOf", () => {
  for (const [language, texts] of Object.entries(corpus))
    for (const text of texts)
      it(`takes "${text}" for ${language}`, () => {
        expect(languageOf(text)).toBe(language);
      });

  it("tells the language of every labelled report", () => {
    const wrong = goldTexts().filter((it) => languageOf(it.text) !== it.lang);
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it("takes a Latin i inside a Cyrillic word for Ukrainian", () => {
    expect(languageOf("Пiд час передачi")).toBe("uk");
  });

  it("tells nothing of a text without letters", () => {
    expect(languageOf("1 212, 27")).toBeNull();
  });
});

function goldTexts(): readonly z.infer<typeof labelled>[] {
  const files = readdirSync("test/gold", { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith(".jsonl"))
    .flatMap((file) => {
      const lines = readFileSync(`test/gold/${file}`, "utf8").split("\n");
      return lines.filter((line) => line !== "").map((line) => labelled.parse(JSON.parse(line)));
    });
}
