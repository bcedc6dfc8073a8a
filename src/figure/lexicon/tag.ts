import type { Sentence } from "../text/sentence.ts";
import type { Token } from "../text/token.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Mark } from "./mark.ts";
import { Marks } from "./marks.ts";
import type { Hit, Rest } from "./trie.ts";

/** Marks that stand for words. */
const SIGNS = new Set([">", "<", "~", "≈", "≥", "≤", "+", "±"]);

/** Finds every phrase of the lexicon; of one kind the leftmost, longest one stands, of names the longest of any kind. */
export function tagTokens(tokens: readonly Token[], sentences: readonly Sentence[], { trie }: Lexicon): Marks {
  const marks: Hit[] = [];
  const taken: number[] = new Array<number>(trie.laneCount).fill(0);
  for (const { from, to } of sentences) {
    const first = marks.length;
    for (let at = from; at < to; at++) {
      const token = tokens[at];
      if (token?.kind === "mark" && !SIGNS.has(token.text)) continue;
      const place = marks.length;
      trie.match(tokens, at, to, marks);
      if (marks.length > place) keepStanding(marks, place, tokens, to, taken);
    }
    hideIgnored(marks, first);
    keepLongestNames(marks, first);
  }
  return new Marks(marks, tokens.length);
}

/** Of the phrases that begin at one token those whose lane is free, longer ones first. */
function keepStanding(hits: Hit[], first: number, tokens: readonly Token[], end: number, taken: number[]): void {
  longestFirst(hits, first);
  let kept = first;
  for (let place = first; place < hits.length; place++) {
    const hit = hits[place];
    if (!hit || (hit.rest !== null && !follows(hit.rest, hit.to, tokens, end)) || isMerged(hit, hits, first, kept))
      continue;
    const until = taken[hit.lane] ?? 0;
    // Roles of one preposition differ by case, so several may stand on one place.
    if (hit.from < until && !(hit.tag.kind === "role" && hit.to === until)) continue;
    taken[hit.lane] = hit.to;
    hits[kept++] = hit;
  }
  cut(hits, kept);
}

/** They are few; the order of equally long ones stays. */
function longestFirst(hits: Hit[], first: number): void {
  for (let place = first + 1; place < hits.length; place++) {
    const hit = hits[place];
    let before = place - 1;
    for (; hit && before >= first; before--) {
      const other = hits[before];
      if (!other || other.to >= hit.to) break;
      hits[before + 1] = other;
    }
    if (hit && before + 1 < place) hits[before + 1] = hit;
  }
}

/** "России" is three cases of one name: one mark that shows them all. */
function isMerged({ tag, to, cases }: Hit, hits: Hit[], first: number, kept: number): boolean {
  for (let place = first; place < kept; place++) {
    const known = hits[place];
    if (known?.tag !== tag || known.to !== to) continue;
    hits[place] = { ...known, cases: known.cases && cases ? [...new Set([...known.cases, ...cases])] : null };
    return true;
  }
  return false;
}

function cut(hits: Hit[], length: number): void {
  while (hits.length > length) hits.pop();
}

/** "gave … back": whether the rest of a phrase with a gap comes soon enough. */
function follows(rest: Rest, to: number, tokens: readonly Token[], end: number): boolean {
  for (let at = to; at < end && at <= to + rest.reach; at++)
    if (rest.words.every((word, place) => tokens[at + place]?.word === word)) return true;
  return false;
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
function hideIgnored(marks: Hit[], first: number): void {
  let any = false;
  for (let place = first; place < marks.length; place++) any ||= marks[place]?.tag.kind === "ignored";
  if (!any) return;
  const found = marks.slice(first).sort((a, b) => a.from - b.from || b.to - a.to || ignoredFirst(a, b));
  cut(marks, first);
  let until = 0;
  for (const mark of found) {
    if (mark.tag.kind === "ignored") until = Math.max(until, mark.to);
    else if (mark.to > until || mark.tag.kind === "status") marks.push(mark);
  }
}

function ignoredFirst(a: Mark, b: Mark): number {
  return Number(b.tag.kind === "ignored") - Number(a.tag.kind === "ignored");
}

/** "Russian defence ministry" hides its "Russian". The marks come in order of place, longer ones first. */
function keepLongestNames(marks: Hit[], first: number): void {
  let reach: Mark | null = null;
  let kept = first;
  for (let place = first; place < marks.length; place++) {
    const mark = marks[place];
    if (!mark) continue;
    if (isName(mark)) {
      const hidden = reach !== null && reach.to >= mark.to && reach.to - reach.from > mark.to - mark.from;
      if (reach === null || mark.to > reach.to) reach = mark;
      if (hidden) continue;
    }
    marks[kept++] = mark;
  }
  cut(marks, kept);
}
