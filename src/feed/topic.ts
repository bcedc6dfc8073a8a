import { createHash } from "node:crypto";

/** Words by language as a dossier gives them; see `Topic` in the dossier. */
export interface TopicWords {
  readonly words: Readonly<Record<string, readonly (readonly string[])[]>>;
  readonly except: Readonly<Record<string, readonly string[]>>;
}

export interface TopicDecision {
  readonly onTopic: boolean;
  /** What decided, for people: "en: ukrain*, prisoner*" or "en: none of prisoner*, POW …". */
  readonly reason: string;
}

/** Decides whether a text belongs to the story; a text is tried with its own language's words, else with all. */
export function decideTopic(text: string, language: string | null, topic: TopicWords): TopicDecision {
  const languages = language !== null && language in topic.words ? [language] : Object.keys(topic.words);
  let miss = "no words for its language";
  for (const tag of languages) {
    const barred = topic.except[tag]?.find((phrase) => hit(text, phrase));
    if (barred !== undefined) return { onTopic: false, reason: `${tag}: ruled out by ${barred}` };
    const groups = topic.words[tag] ?? [];
    const hits = groups.map((group) => group.find((phrase) => hit(text, phrase)));
    const missing = hits.indexOf(undefined);
    if (groups.length > 0 && missing === -1) return { onTopic: true, reason: `${tag}: ${hits.join(", ")}` };
    miss = `${tag}: none of ${(groups[missing] ?? []).slice(0, 4).join(", ")} …`;
  }
  return { onTopic: false, reason: miss };
}

/** Names the words of a topic, so that a change of them is noticed. */
export function topicHash({ words, except }: TopicWords): string {
  return createHash("sha256")
    .update(JSON.stringify([words, except]))
    .digest("hex");
}

const patterns = new Map<string, RegExp>();

/** Word by word; "*" at a word's end stands for any ending; a phrase with capitals matches only itself. */
function hit(text: string, phrase: string): boolean {
  const known = patterns.get(phrase);
  if (known !== undefined) return known.test(text);
  const words = phrase.split(" ").map((word) => {
    const stem = word
      .replace(/\*$/, "")
      .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
      .replace(/['’]/g, "['’]");
    return word.endsWith("*") ? `${stem}[\\p{L}\\p{M}'’-]*` : stem;
  });
  const flags = phrase === phrase.toLowerCase() ? "iu" : "u";
  const pattern = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${words.join("[\\s\\p{Pd}]+")}(?![\\p{L}\\p{M}\\p{N}])`, flags);
  patterns.set(phrase, pattern);
  return pattern.test(text);
}
