import { RecountError } from "../runtime/errors.ts";
import { decideTopic, type TopicWords } from "./topic.ts";

/**
 * Reads a filter as it is typed: `ukrain*, kyiv + prisoner*, captive*` wants one of the first two and one of the others.
 * @throws RecountError FILTER_INVALID
 */
export function parseFilter(written: string): readonly (readonly string[])[] {
  const groups = written.split("+").map((group) =>
    group
      .split(",")
      .map((phrase) => phrase.trim().replace(/\s+/g, " "))
      .filter((phrase) => phrase !== ""),
  );
  const wrong = groups.some((group) => group.length === 0)
    ? "an empty group"
    : groups.flat().find((phrase) => /\*\S|(?:^|\s)\*/.test(phrase));
  if (wrong === undefined) return groups;
  throw new RecountError(
    "FILTER_INVALID",
    "never",
    `${JSON.stringify(written)} is no filter: ${wrong === "an empty group" ? wrong : `${JSON.stringify(wrong)} has a * that is not at a word's end`}`,
    'Write phrases parted by commas, and + between groups of which each must be met: "ukrain*, kyiv + prisoner*".',
  );
}

/** An item as it was seen and decided. */
export interface SeenItem {
  readonly text: string;
  readonly language: string | null;
  readonly onTopic: boolean;
}

/** How an item would be decided, where that differs from how it was. */
export interface Turn<Item> {
  readonly item: Item;
  /** True when it would come in, false when it would go out. */
  readonly onTopic: boolean;
  readonly reason: string;
}

/** Decides everything again; @returns only what would change, in the order given */
export function turns<Item extends SeenItem>(items: readonly Item[], topic: TopicWords): Turn<Item>[] {
  return items.flatMap((item) => {
    const { onTopic, reason } = decideTopic(item.text, item.language, topic);
    return onTopic === item.onTopic ? [] : [{ item, onTopic, reason }];
  });
}
