import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { DatedText } from "../../src/report/copies.ts";
import { projectRoot } from "../../src/runtime/project.ts";

export interface LabelledPair {
  readonly isCopy: boolean;
  /** What the pair is, in words. */
  readonly what: string;
  readonly one: DatedText;
  readonly other: DatedText;
}

const variant = {
  text: z.array(z.string()).optional(),
  day: z.iso.date().optional(),
  keep: z.array(z.number()).optional(),
  replace: z.record(z.string(), z.string()).default({}),
  before: z.array(z.string()).default([]),
  after: z.array(z.string()).default([]),
};
const story = z.strictObject({
  name: z.string(),
  day: z.iso.date(),
  text: z.array(z.string()),
  copies: z.array(z.strictObject({ how: z.string(), ...variant })),
  others: z.array(z.strictObject({ why: z.string(), ...variant })),
});
type Story = z.infer<typeof story>;
type Variant = Story["copies"][number] | Story["others"][number];

const folder = join(projectRoot, "test", "report", "copies");

/**
 * The labelled pairs of test/report/copies: each text with its copies and these with each other; each of them with what
 * only looks like it; and the same story in two languages.
 */
export function labelledPairs(): LabelledPair[] {
  const stories = readdirSync(folder).flatMap((file) => {
    const language = file.slice(0, 2);
    return z
      .array(story)
      .parse(parse(readFileSync(join(folder, file), "utf8")))
      .map((found) => ({ language, ...found }));
  });
  const pairs: LabelledPair[] = [];
  for (const found of stories) {
    const where = `${found.language} ${found.name}`;
    const whole = { how: "the text", text: dated(found, { how: "", replace: {}, before: [], after: [] }) };
    const copies = [whole, ...found.copies.map((copy) => ({ how: copy.how, text: dated(found, copy) }))];
    for (const [index, one] of copies.entries()) {
      for (const other of copies.slice(index + 1))
        pairs.push({ isCopy: true, what: `${where}: ${one.how} / ${other.how}`, one: one.text, other: other.text });
      for (const other of found.others) {
        const what = `${where}: ${one.how} / ${other.why}`;
        pairs.push({ isCopy: false, what, one: one.text, other: dated(found, other) });
        // Two exchanges of one day may be told in the same words as well.
        const isTemplate = Object.keys(other.replace).length > 0;
        const sameDay = { ...dated(found, other), day: one.text.day };
        if (isTemplate) pairs.push({ isCopy: false, what: `${what}, the same day`, one: one.text, other: sameDay });
      }
    }
    for (const other of stories.filter(({ name, language }) => name === found.name && language > found.language)) {
      const translated = dated(other, { how: "", replace: {}, before: [], after: [] });
      pairs.push({ isCopy: false, what: `${where} / in ${other.language}`, one: whole.text, other: translated });
    }
  }
  return pairs;
}

function dated(found: Story, given: Variant): DatedText {
  const kept = given.text ?? found.text.filter((_line, index) => given.keep?.includes(index + 1) ?? true);
  let text = [...given.before, ...kept, ...given.after].join("\n");
  for (const [from, to] of Object.entries(given.replace)) {
    // A replacement that finds nothing would make a copy that is none.
    if (!text.includes(from)) throw new Error(`${found.name}: "${from}" is not in the text`);
    text = text.replaceAll(from, to);
  }
  return { text, day: new Date(given.day ?? found.day) };
}

export interface CopyScore {
  readonly pairs: number;
  readonly copies: number;
  readonly precision: number;
  readonly recall: number;
  /** The pairs that were decided otherwise than labelled. */
  readonly wrong: readonly string[];
}

export function scoreCopies(
  pairs: readonly LabelledPair[],
  decide: (one: DatedText, other: DatedText) => boolean,
): CopyScore {
  const decided = pairs.map((pair) => ({ ...pair, said: decide(pair.one, pair.other) }));
  const hits = decided.filter(({ isCopy, said }) => isCopy && said).length;
  const copies = decided.filter(({ isCopy }) => isCopy).length;
  return {
    pairs: pairs.length,
    copies,
    precision: hits / decided.filter(({ said }) => said).length,
    recall: hits / copies,
    wrong: decided
      .filter(({ isCopy, said }) => isCopy !== said)
      .map(({ what, said }) => `${said ? "taken for" : "missed as"} a copy: ${what}`),
  };
}
