import type { CueName } from "../lexicon/mark.ts";
import { partiesIn } from "./act.ts";
import type { Ready } from "./draft.ts";
import { segmentAt } from "./page.ts";

/** What speaks against a reading, as the words of its clause and sentence show. */
export type Doubt =
  | "no direction"
  | "direction disputed"
  | "direction only from who speaks"
  | "direction only from the figure before"
  | "direction only from home"
  | "still kept"
  | "terms of a deal"
  | "planned"
  | "no noun of its own"
  | "people of no kind"
  | "children"
  | "a bound"
  | "no act in its clause"
  | "act in another clause"
  | "act far off"
  | "act told by a noun"
  | "leans on the figure before"
  | "the same number"
  | "done and planned in one sentence"
  | "a negation beside"
  | "pronouns beside"
  | "no side in its sentence";

const FAR = 10;

const WEAK: readonly (readonly [rule: string, doubt: Doubt | null])[] = [
  ["whose people they are", null],
  ["home", "direction only from home"],
  ["as the figure before", "direction only from the figure before"],
  ["speaker's own side", "direction only from who speaks"],
];

/** How much each weighs is measured, not thought out: refine/confidence.ts. */
export function doubtsOf(ready: Ready): readonly Doubt[] {
  return [...ofDirection(ready), ...ofWords(ready), ...ofAct(ready), ...ofSentence(ready)];
}

function ofDirection({ direction, scoping, sharing }: Ready): readonly Doubt[] {
  if (scoping.act === "held") return ["still kept"];
  if (sharing === "each" || sharing === "first" || sharing === "second") return [];
  if (direction.to === null) return ["no direction"];
  const disputed: readonly Doubt[] = direction.margin < 0.5 ? ["direction disputed"] : [];
  const rules = direction.votes.map(({ rule }) => rule);
  if (rules.some((rule) => WEAK.every(([weak]) => weak !== rule))) return disputed;
  const best = WEAK.find(([weak]) => rules.includes(weak))?.[1];
  return best ? [...disputed, best] : disputed;
}

function ofWords({ counted, inherits, scoping }: Ready): readonly Doubt[] {
  const doubts: Doubt[] = [];
  const { qualifier } = counted.quantity;
  if (counted.how === "elided") doubts.push("no noun of its own");
  if (counted.thing === "persons") doubts.push("people of no kind");
  if (counted.thing === "children") doubts.push("children");
  if (qualifier === "nearly" || qualifier === "up_to" || qualifier === "at_least") doubts.push("a bound");
  if (inherits) doubts.push("leans on the figure before");
  if (scoping.scope === "planned") doubts.push("planned");
  if (scoping.rule === "the terms of a deal" || scoping.rule === "offered by one side") doubts.push("terms of a deal");
  return doubts;
}

function ofAct({ page, counted, act }: Ready): readonly Doubt[] {
  if (!act) return ["no act in its clause"];
  const doubts: Doubt[] = [];
  if (act.voice === "noun") doubts.push("act told by a noun");
  if (act.segment !== segmentAt(page, counted.quantity.from)?.index) doubts.push("act in another clause");
  if (Math.abs(act.from - counted.from) > FAR) doubts.push("act far off");
  return doubts;
}

const PRONOUNS = ["we", "our", "they", "their", "toUs", "fromUs", "toThem", "fromThem"] as const;

function ofSentence({ page, counted, scoping, parties }: Ready): readonly Doubt[] {
  const sentence = page.sentences[segmentAt(page, counted.quantity.from)?.sentence ?? 0];
  if (!sentence) return [];
  const { from, to } = sentence;
  const has = (cue: CueName) => page.marks.hasCue(cue, from, to);
  const doubts: Doubt[] = [];
  if (scoping.scope === "planned" && has("done")) doubts.push("done and planned in one sentence");
  if (has("not")) doubts.push("a negation beside");
  if (PRONOUNS.some(has)) doubts.push("pronouns beside");
  if (partiesIn(parties, from, to).length === 0) doubts.push("no side in its sentence");
  return doubts;
}
