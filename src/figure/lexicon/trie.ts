import type { Case, Locale, Writing } from "../locale/locale.ts";
import { type Token, vocabularyOf } from "../text/token.ts";
import { Note, type Word } from "../text/word.ts";
import type { Mark, Name, Tag } from "./mark.ts";

/** A word as phrases write it, the same object in every phrase: "abc*", "ОБСЕ", "bin'e". */
interface Pattern {
  /** Needed ending after the apostrophe; null: any. */
  readonly suffix: string | null;
  readonly capitals: boolean;
  /** "abc*": any ending; a set: one of these endings; null: exact. */
  readonly endings: "any" | ReadonlySet<string> | null;
  /** How many letters come before the ending. */
  readonly stem: number;
  /** Where phrases lead that begin with it. */
  readonly first: Edge[];
}

/** A pattern that a word of a text fits. */
interface Fit {
  readonly pattern: Pattern;
  /** What the word's ending tells. */
  readonly cases: readonly Case[] | null;
}

/** What a word of a text is to the phrases. */
interface Role {
  readonly fits: readonly Fit[];
  /** The phrases of this word alone. */
  readonly stops: readonly Stop[];
  /** The beginnings of longer ones. */
  readonly branches: readonly Edge[];
}

interface Edge {
  readonly cases: readonly Case[] | null;
  readonly node: Node;
}

interface Node {
  readonly edges: Map<Pattern, Edge[]>;
  readonly meanings: Meaning[];
}

/** What a phrase says. */
export interface Meaning {
  readonly name: Name;
  readonly tag: Tag;
  /** Of one lane no two marks overlap; lanes are numbered from nought. */
  readonly lane: number;
  /** Words that must follow within the same sentence. */
  readonly rest: Rest | null;
}

/** The words after a gap, and how many tokens the gap may hold. */
export interface Rest {
  readonly words: readonly string[];
  readonly reach: number;
}

/** How many tokens phrases take, all that they say, and the cases that the last word may show. */
export interface Stop {
  readonly length: number;
  readonly meanings: readonly Meaning[];
  readonly cases: Mark["cases"];
}

const NONE: readonly never[] = [];
const CASES: readonly Case[] = ["nom", "gen", "dat", "acc", "ins", "loc"];
const LONGEST_GAP = 12;
const MOST_ALTERNATIVES = 200;
const LONGEST_ENDING = 6;

/** Phrases by their first word, second word, …: every phrase at a place is found in time bound by the longest phrase. */
export class Trie {
  private readonly writing: Writing;
  private readonly casesByEnding: ReadonlyMap<string, readonly Case[]>;
  private readonly nameEndings: ReadonlySet<string>;
  /** The cases of a word without any ending. */
  private readonly bareCases: readonly Case[] | null;
  private readonly meanings = new Map<Tag, Meaning>();
  private readonly lanes = new Map<string, number>();
  /** The patterns by how phrases write them; those of a name's last word, which take its endings, apart. */
  private readonly written = new Map<string, Pattern>();
  private readonly writtenOfNames = new Map<string, Pattern>();
  /** The patterns by their letters. */
  private readonly spelled = new Map<string, Pattern[]>();
  /** How many letters those have that take endings. */
  private readonly stems = new Set<number>();
  private readonly roles = new Note<Role>();

  constructor({ writing, caseEndings }: Locale) {
    this.writing = writing;
    this.casesByEnding = new Map(Object.entries(caseEndings));
    this.nameEndings = new Set(writing.apostrophe === "suffix" ? this.casesByEnding.keys() : []);
    this.bareCases = this.nameEndings.size > 0 ? (this.casesByEnding.get("") ?? null) : null;
  }

  /** @param name whether the phrase is a name, which takes case endings where the language has them */
  add(phrase: string, tag: Tag, name = false): void {
    for (const words of alternatives(phrase)) {
      const gap = words.findIndex((word) => word.startsWith("…"));
      const head = gap < 0 ? words : words.slice(0, gap);
      let node: Node | null = null;
      for (const [place, word] of head.entries()) node = this.step(node, word, name && place === head.length - 1);
      const meaning = this.meaningOf(tag);
      node?.meanings.push(gap < 0 ? meaning : { ...meaning, rest: this.restOf(words.slice(gap)) });
    }
  }

  get laneCount(): number {
    return this.lanes.size;
  }

  /** The phrases that start at a token, longer ones first. */
  match(tokens: readonly Token[], at: number, end: number): readonly Stop[] {
    const token = tokens[at];
    if (!token) return NONE;
    const { stops, branches } = this.roleOf(token.known);
    if (branches.length === 0) return stops;
    const longer: Stop[] = [];
    for (const { node, cases } of branches) this.follow(node, tokens, at + 1, end, 2, cases, longer);
    if (longer.length === 0) return stops;
    return [...longer.sort((a, b) => b.length - a.length), ...stops];
  }

  private follow(
    node: Node,
    tokens: readonly Token[],
    at: number,
    end: number,
    length: number,
    before: readonly Case[] | null,
    stops: Stop[],
  ): void {
    const token = at < end ? tokens[at] : undefined;
    if (!token) return;
    for (const fit of this.roleOf(token.known).fits)
      for (const edge of node.edges.get(fit.pattern) ?? NONE) {
        const cases = edge.cases ?? fit.cases ?? before;
        const { meanings, edges } = edge.node;
        if (meanings.length > 0) stops.push({ length, meanings, cases });
        if (edges.size > 0) this.follow(edge.node, tokens, at + 1, end, length + 1, cases, stops);
      }
  }

  private roleOf(known: Word): Role {
    const ready = this.roles.of(known);
    if (ready !== undefined) return ready;
    const fits = this.patternsOf(known).map((pattern) => ({ pattern, cases: this.casesOf(pattern, known) }));
    const first = fits.flatMap(({ pattern, cases }) =>
      pattern.first.map((edge) => ({ node: edge.node, cases: edge.cases ?? cases })),
    );
    const role = {
      fits,
      stops: first.flatMap(({ node: { meanings }, cases }) =>
        meanings.length > 0 ? [{ length: 1, meanings, cases }] : [],
      ),
      branches: first.filter(({ node }) => node.edges.size > 0),
    };
    this.roles.keep(known, role);
    return role;
  }

  private meaningOf(tag: Tag): Meaning {
    const known = this.meanings.get(tag);
    if (known) return known;
    const shared = laneName(tag);
    const lane = this.lanes.get(shared) ?? this.lanes.size;
    this.lanes.set(shared, lane);
    const meaning = { name: tag.kind === "cue" ? tag.cue : tag.kind, tag, lane, rest: null };
    this.meanings.set(tag, meaning);
    return meaning;
  }

  private restOf([gap = "", ...words]: readonly string[]): Rest {
    return { words: words.map((word) => this.fold(word)), reach: Number(gap.slice(1)) || LONGEST_GAP };
  }

  private fold(word: string): string {
    return vocabularyOf(this.writing).wordOf(word).word;
  }

  private step(node: Node | null, written: string, lastOfName: boolean): Node {
    if (!written.includes("|")) return link(node, this.patternOf(written, lastOfName), null, null);
    const target = newNode();
    for (const [place, form] of written.split("|").entries())
      link(node, this.patternOf(form, false), CASES.slice(place, place + 1), target);
    return target;
  }

  private patternOf(written: string, lastOfName: boolean): Pattern {
    const any = written.endsWith("*");
    const named = lastOfName && !any && this.nameEndings.size > 0;
    const known = (named ? this.writtenOfNames : this.written).get(written);
    if (known) return known;
    const bare = (any ? written.slice(0, -1) : written).replace(/\.$/, "");
    const cut = this.writing.apostrophe === "suffix" && !bare.endsWith("'t") ? bare.indexOf("'") : -1;
    const word = this.fold(cut > 0 ? bare.slice(0, cut) : bare);
    const pattern: Pattern = {
      suffix: cut > 0 ? this.fold(bare.slice(cut + 1)) : null,
      capitals: /^\p{Lu}[\p{Lu}\p{M}.]+$/u.test(bare),
      endings: any ? "any" : named ? this.nameEndings : null,
      stem: word.length,
      first: [],
    };
    (named ? this.writtenOfNames : this.written).set(written, pattern);
    append(this.spelled, word, pattern);
    if (pattern.endings !== null) this.stems.add(word.length);
    return pattern;
  }

  private patternsOf(known: Word): readonly Pattern[] {
    const { word } = known;
    const patterns = (this.spelled.get(word) ?? []).slice();
    for (const length of this.stems) {
      if (length >= word.length) continue;
      const ending = word.slice(length);
      for (const pattern of this.spelled.get(word.slice(0, length)) ?? [])
        if (pattern.endings === "any" || pattern.endings?.has(ending)) patterns.push(pattern);
    }
    return patterns.filter((pattern) => agrees(pattern, known));
  }

  private casesOf({ endings, stem }: Pattern, { word, suffix }: Word): readonly Case[] | null {
    if (suffix === null && endings === null) return this.bareCases;
    return this.casesByEnding.get(suffix ?? (endings === null ? "" : this.endingOf(endings, word, stem))) ?? null;
  }

  /** Where any ending will do, the longest known one decides. */
  private endingOf(endings: NonNullable<Pattern["endings"]>, word: string, stem: number): string {
    if (endings !== "any" || word.length === stem) return word.slice(stem);
    for (let cut = Math.max(1, word.length - LONGEST_ENDING); cut < word.length; cut++) {
      const ending = word.slice(cut);
      if (this.casesByEnding.has(ending)) return ending;
    }
    return "";
  }
}

function newNode(): Node {
  return { edges: new Map(), meanings: [] };
}

/**
 * @param node null: where every phrase begins
 * @param target where the edge is to lead; null: where an equal one leads, or to a node of its own
 */
function link(node: Node | null, pattern: Pattern, cases: readonly Case[] | null, target: Node | null): Node {
  const known = node === null ? pattern.first : node.edges.get(pattern);
  const same = target === null ? known?.find((edge) => edge.cases === null) : undefined;
  if (same) return same.node;
  const edge = { cases, node: target ?? newNode() };
  if (node === null) pattern.first.push(edge);
  else append(node.edges, pattern, edge);
  return edge.node;
}

function append<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Marks of one kind, cue or list do not overlap; but what stands before a name and what stands after it are two. */
function laneName(tag: Tag): string {
  if (tag.kind === "status") return `status ${tag.rule} ${tag.list}`;
  if (tag.kind === "cue") return `cue ${tag.cue}`;
  return "where" in tag ? `${tag.kind} ${tag.where}` : tag.kind;
}

function agrees({ suffix, capitals }: Pattern, known: Word): boolean {
  if (suffix !== null && suffix !== known.suffix) return false;
  if (!capitals) return true;
  const [bare = ""] = known.printed.split("'", 1);
  return bare === bare.toUpperCase();
}

/** "hand/hands over" → [["hand", "over"], ["hands", "over"]]; hyphens part words. */
function alternatives(phrase: string): readonly (readonly string[])[] {
  let lists: string[][] = [[]];
  for (const written of phrase.trim().split(/[\s-]+/))
    lists = lists.flatMap((list) => written.split("/").map((word) => [...list, word])).slice(0, MOST_ALTERNATIVES);
  return lists;
}
