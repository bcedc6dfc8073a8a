import type { Sentence } from "../text/sentence.ts";
import type { Token } from "../text/token.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Mark, Tag } from "./mark.ts";
import { Marks } from "./marks.ts";
import type { Rest, Stop } from "./trie.ts";

/** Marks that stand for words. */
const SIGNS = new Set([">", "<", "~", "≈", "≥", "≤", "+", "±"]);

/** Finds every phrase of the lexicon; of one kind the leftmost, longest one stands, of names the longest of any kind. */
export function tagTokens(tokens: readonly Token[], sentences: readonly Sentence[], { trie }: Lexicon): Marks {
  const marks: Mark[] = [];
  const taken = new Int32Array(trie.laneCount);
  for (const { from, to } of sentences) {
    const first = marks.length;
    for (let at = from; at < to; at++) {
      const token = tokens[at];
      if (token?.kind === "mark" && !SIGNS.has(token.text)) continue;
      const stops = trie.match(tokens, at, to);
      if (stops.length > 0) addStanding(marks, at, stops, tokens, to, taken);
    }
    hideIgnored(marks, first);
    keepLongestNames(marks, first);
  }
  return new Marks(marks, tokens.length);
}

/** Of the phrases that begin at one token, the longest first, those whose lane is free. */
function addStanding(
  marks: Mark[],
  from: number,
  stops: readonly Stop[],
  tokens: readonly Token[],
  end: number,
  taken: Int32Array,
): void {
  const first = marks.length;
  for (const { length, meanings, cases } of stops) {
    const to = from + length;
    for (const { name, tag, lane, rest } of meanings) {
      if (rest !== null && !follows(rest, to, tokens, end)) continue;
      if (isMerged(marks, first, to, tag, cases)) continue;
      const until = taken[lane] ?? 0;
      // Roles of one preposition differ by case, so several may stand on one place.
      if (from < until && !(name === "role" && to === until)) continue;
      taken[lane] = to;
      marks.push({ from, to, name, tag, cases });
    }
  }
}

/** "России" is three cases of one name: one mark that shows them all. */
function isMerged(marks: Mark[], first: number, to: number, tag: Tag, cases: Mark["cases"]): boolean {
  for (let place = first; place < marks.length; place++) {
    const known = marks[place];
    if (known?.tag !== tag || known.to !== to) continue;
    marks[place] = { ...known, cases: known.cases && cases ? [...new Set([...known.cases, ...cases])] : null };
    return true;
  }
  return false;
}

function cut(marks: Mark[], length: number): void {
  while (marks.length > length) marks.pop();
}

/** "gave … back": whether the rest of a phrase with a gap comes soon enough. */
function follows(rest: Rest, to: number, tokens: readonly Token[], end: number): boolean {
  for (let at = to; at < end && at <= to + rest.reach; at++)
    if (rest.words.every((word, place) => tokens[at + place]?.word === word)) return true;
  return false;
}

function isName({ name }: Mark): boolean {
  return name === "side" || name === "adjective" || name === "other" || name === "speaker";
}

/** "good will" is no future: a phrase to be ignored hides what lies inside it, but for states: "held talks" tells one. */
function hideIgnored(marks: Mark[], first: number): void {
  let any = false;
  for (let place = first; place < marks.length; place++) any ||= marks[place]?.name === "ignored";
  if (!any) return;
  const found = marks.slice(first).sort((a, b) => a.from - b.from || b.to - a.to || ignoredFirst(a, b));
  cut(marks, first);
  let until = 0;
  for (const mark of found) {
    if (mark.name === "ignored") until = Math.max(until, mark.to);
    else if (mark.to > until || mark.name === "status") marks.push(mark);
  }
}

function ignoredFirst(a: Mark, b: Mark): number {
  return Number(b.name === "ignored") - Number(a.name === "ignored");
}

/** "Russian defence ministry" hides its "Russian". The marks come in order of place, longer ones first. */
function keepLongestNames(marks: Mark[], first: number): void {
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
