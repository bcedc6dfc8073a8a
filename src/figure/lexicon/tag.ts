import type { Sentence } from "../text/sentence.ts";
import type { Token } from "../text/token.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Mark } from "./mark.ts";
import { Marks } from "./marks.ts";
import type { Hit } from "./trie.ts";

/** Marks that stand for words. */
const SIGNS = new Set([">", "<", "~", "≈", "≥", "≤", "+", "±"]);

/** A mark with what it may not overlap: marks of its own lane. */
interface Found extends Mark {
  readonly lane: string;
}

/** Finds every phrase of the lexicon; of one kind the leftmost, longest one stands, of names the longest of any kind. */
export function tagTokens(tokens: readonly Token[], sentences: readonly Sentence[], lexicon: Lexicon): Marks {
  const found: Mark[] = [];
  for (const sentence of sentences) {
    const hits: Found[] = [];
    for (let at = sentence.from; at < sentence.to; at++) {
      const token = tokens[at];
      if (token?.kind === "mark" && !SIGNS.has(token.text)) continue;
      const first = hits.length;
      for (const hit of lexicon.trie.match(tokens, at, sentence.to))
        if (follows(hit, tokens, sentence.to)) put(hits, first, at, hit);
    }
    // Not spread: one endless sentence holds more marks than a call takes arguments.
    for (const mark of longestNames(withoutIgnored(longestOfKind(hits)))) found.push(mark);
  }
  return new Marks(found);
}

/** "России" is three cases of one name: one mark that shows them all. */
function put(hits: Found[], first: number, from: number, { to, tag, key, lane, cases }: Hit): void {
  for (let place = first; place < hits.length; place++) {
    const known = hits[place];
    if (known?.tag !== tag || known.to !== to) continue;
    const shown = known.cases && cases ? [...new Set([...known.cases, ...cases])] : null;
    hits[place] = { ...known, cases: shown };
    return;
  }
  hits.push({ from, to, tag, key, lane, cases });
}

/** "gave … back": whether the rest of a phrase with a gap comes soon enough. */
function follows({ rest, to }: Hit, tokens: readonly Token[], end: number): boolean {
  if (!rest) return true;
  for (let at = to; at < end && at <= to + rest.reach; at++)
    if (rest.words.every((word, place) => tokens[at + place]?.word === word)) return true;
  return false;
}

function longestOfKind(hits: readonly Found[]): readonly Found[] {
  const ends = new Map<string, number>();
  return hits.toSorted(byPlace).filter(({ from, to, tag, lane }) => {
    // Roles of one preposition differ by case, so several may stand on one place.
    const taken = ends.get(lane) ?? 0;
    if (from < taken && !(tag.kind === "role" && to === taken)) return false;
    ends.set(lane, to);
    return true;
  });
}

function byPlace(a: Mark, b: Mark): number {
  return a.from - b.from || b.to - a.to;
}

function isName(mark: Mark): boolean {
  return (
    mark.tag.kind === "side" ||
    mark.tag.kind === "adjective" ||
    mark.tag.kind === "other" ||
    mark.tag.kind === "speaker"
  );
}

/** "good will" is no future: a phrase to be ignored hides what lies inside it, but for states: "held talks" tells one. */
function withoutIgnored(marks: readonly Mark[]): readonly Mark[] {
  if (!marks.some(({ tag }) => tag.kind === "ignored")) return marks;
  let until = 0;
  const kept: Mark[] = [];
  for (const mark of marks.toSorted((a, b) => a.from - b.from || b.to - a.to || ignoredFirst(a, b))) {
    if (mark.tag.kind === "ignored") until = Math.max(until, mark.to);
    else if (mark.to > until || mark.tag.kind === "status") kept.push(mark);
  }
  return kept;
}

function ignoredFirst(a: Mark, b: Mark): number {
  return Number(b.tag.kind === "ignored") - Number(a.tag.kind === "ignored");
}

/** "Russian defence ministry" hides its "Russian". The marks come in order of place, longer ones first. */
function longestNames(marks: readonly Mark[]): readonly Mark[] {
  let reach: Mark | null = null;
  return marks.filter((mark) => {
    if (!isName(mark)) return true;
    const hidden = reach !== null && reach.to >= mark.to && reach.to - reach.from > mark.to - mark.from;
    if (reach === null || mark.to > reach.to) reach = mark;
    return !hidden;
  });
}
