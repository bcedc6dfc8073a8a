import type { Case, Locale } from "../locale/locale.ts";
import { fold, type Token } from "../text/token.ts";
import type { Tag } from "./mark.ts";
import { keyOf } from "./marks.ts";

interface Edge {
  /** Needed ending after the apostrophe; null: any. */
  readonly suffix: string | null;
  readonly capitals: boolean;
  /** "abc*": any ending; a set: one of these endings; null: exact. */
  readonly endings: "any" | ReadonlySet<string> | null;
  /** How many letters come before the ending. */
  readonly stem: number;
  readonly cases: readonly Case[] | null;
  readonly node: Node;
}

interface Node {
  readonly edges: Map<string, Edge[]>;
  /** Lengths of the edges that may be followed by an ending. */
  readonly stems: Set<number>;
  readonly meanings: Meaning[];
}

interface Meaning {
  readonly tag: Tag;
  readonly key: string;
  readonly lane: string;
  readonly rest: Rest | null;
}

/** The words after a gap, and how many tokens the gap may hold. */
interface Rest {
  readonly words: readonly string[];
  readonly reach: number;
}

export interface Hit {
  readonly to: number;
  readonly tag: Tag;
  readonly key: string;
  /** Of one lane no two marks overlap. */
  readonly lane: string;
  readonly cases: readonly Case[] | null;
  /** Words that must follow within the same sentence. */
  readonly rest: Rest | null;
}

const NONE: readonly never[] = [];
const CASES: readonly Case[] = ["nom", "gen", "dat", "acc", "ins", "loc"];
const LONGEST_GAP = 12;
const MOST_ALTERNATIVES = 200;

/** Phrases by their first word, second word, …: every phrase at a place is found in time bound by the longest phrase. */
export class Trie {
  private readonly root: Node = newNode();
  private readonly locale: Locale;
  private readonly nameEndings: ReadonlySet<string>;
  private readonly firstWords = new Map<string, readonly Edge[]>();

  constructor(locale: Locale) {
    this.locale = locale;
    this.nameEndings = new Set(locale.writing.apostrophe === "suffix" ? Object.keys(locale.caseEndings) : []);
  }

  /** @param name whether the phrase is a name, which takes case endings where the language has them */
  add(phrase: string, tag: Tag, name = false): void {
    for (const words of alternatives(phrase)) {
      const gap = words.findIndex((word) => word.startsWith("…"));
      const head = gap < 0 ? words : words.slice(0, gap);
      const rest = gap < 0 ? null : words.slice(gap + 1).map((word) => fold(word, this.locale.writing));
      let node = this.root;
      for (const [place, word] of head.entries()) node = this.step(node, word, name && place === head.length - 1);
      const reach = Number(words[gap]?.slice(1) ?? 0) || LONGEST_GAP;
      const key = keyOf(tag);
      const lane = "where" in tag ? key + tag.where : key;
      node.meanings.push({ tag, key, lane, rest: rest && { words: rest, reach } });
    }
  }

  /** Every phrase that starts at a token. */
  match(tokens: readonly Token[], at: number, end: number): readonly Hit[] {
    const first = tokens[at];
    const edges = first ? this.firstEdges(first.word) : NONE;
    if (!first || edges.length === 0) return NONE;
    const hits: Hit[] = [];
    for (const edge of edges)
      if (fits(edge, first)) this.follow(edge, tokens, at, end, this.casesOf(edge, first), hits);
    return hits;
  }

  private follow(
    edge: Edge,
    tokens: readonly Token[],
    at: number,
    end: number,
    cases: readonly Case[] | null,
    hits: Hit[],
  ): void {
    const { node } = edge;
    for (const { tag, key, lane, rest } of node.meanings) hits.push({ to: at + 1, tag, key, lane, cases, rest });
    const next = tokens[at + 1];
    if (!next || at + 1 >= end || node.edges.size === 0) return;
    for (const further of edgesFor(node, next.word))
      if (fits(further, next)) this.follow(further, tokens, at + 1, end, this.casesOf(further, next) ?? cases, hits);
  }

  private firstEdges(word: string): readonly Edge[] {
    const known = this.firstWords.get(word);
    if (known) return known;
    const edges = edgesFor(this.root, word);
    // The cache serves a language's few thousand common words; a hostile text's endless new ones shall not fill memory.
    if (this.firstWords.size < 50_000 && word.length < 40) this.firstWords.set(word, edges);
    return edges;
  }

  private step(node: Node, written: string, lastOfName: boolean): Node {
    const forms = written.split("|");
    if (forms.length > 1) {
      const target = newNode();
      for (const [place, form] of forms.entries())
        this.link(node, form, form.endsWith("*") ? "any" : null, CASES.slice(place, place + 1), target);
      return target;
    }
    const any = written.endsWith("*");
    const endings = any ? ("any" as const) : lastOfName && this.nameEndings.size > 0 ? this.nameEndings : null;
    return this.link(node, written, endings, null, null);
  }

  private link(
    node: Node,
    written: string,
    endings: Edge["endings"],
    cases: readonly Case[] | null,
    to: Node | null,
  ): Node {
    const bare = (written.endsWith("*") ? written.slice(0, -1) : written).replace(/\.$/, "");
    const { writing } = this.locale;
    const cut = writing.apostrophe === "suffix" && !/'t$/.test(bare) ? bare.indexOf("'") : -1;
    const word = fold(cut > 0 ? bare.slice(0, cut) : bare, writing);
    const suffix = cut > 0 ? fold(bare.slice(cut + 1), writing) : null;
    const capitals = /^\p{Lu}[\p{Lu}\p{M}.]+$/u.test(bare);
    const same = node.edges
      .get(word)
      ?.find(
        (edge) =>
          to === null &&
          edge.suffix === suffix &&
          edge.capitals === capitals &&
          edge.endings === endings &&
          edge.cases === cases,
      );
    if (same) return same.node;
    const edge: Edge = { suffix, capitals, endings, stem: word.length, cases, node: to ?? newNode() };
    const edges = node.edges.get(word) ?? [];
    edges.push(edge);
    node.edges.set(word, edges);
    if (endings !== null) node.stems.add(word.length);
    return edge.node;
  }

  private casesOf(edge: Edge, token: Token): readonly Case[] | null {
    if (edge.cases) return edge.cases;
    const ending = token.suffix ?? (edge.endings === null ? null : this.endingAfter(edge, token));
    if (ending === null)
      return edge.endings === null && this.nameEndings.size === 0 ? null : (this.locale.caseEndings[""] ?? null);
    return this.locale.caseEndings[ending] ?? null;
  }

  /** The edge does not know its own word: the longest known ending decides. */
  private endingAfter(edge: Edge, token: Token): string {
    if (edge.endings === null || token.word.length === edge.stem) return "";
    if (edge.endings !== "any") return token.word.slice(edge.stem);
    const { caseEndings } = this.locale;
    for (let cut = Math.max(1, token.word.length - 6); cut < token.word.length; cut++) {
      const ending = token.word.slice(cut);
      if (caseEndings[ending]) return ending;
    }
    return "";
  }
}

function newNode(): Node {
  return { edges: new Map(), stems: new Set(), meanings: [] };
}

function edgesFor(node: Node, word: string): readonly Edge[] {
  const exact = node.edges.get(word) ?? NONE;
  if (node.stems.size === 0) return exact;
  const edges = exact.slice();
  for (const length of node.stems) {
    if (length >= word.length) continue;
    const longer = node.edges.get(word.slice(0, length));
    if (!longer) continue;
    const ending = word.slice(length);
    for (const edge of longer) if (edge.endings === "any" || edge.endings?.has(ending)) edges.push(edge);
  }
  return edges;
}

function fits(edge: Edge, token: Token): boolean {
  if (edge.suffix !== null && edge.suffix !== token.suffix) return false;
  if (!edge.capitals) return true;
  const [bare = ""] = token.text.split("'", 1);
  return bare === bare.toUpperCase();
}

/** "hand/hands over" → [["hand", "over"], ["hands", "over"]]; hyphens part words. */
function alternatives(phrase: string): readonly (readonly string[])[] {
  let lists: string[][] = [[]];
  for (const written of phrase.trim().split(/[\s-]+/))
    lists = lists.flatMap((list) => written.split("/").map((word) => [...list, word])).slice(0, MOST_ALTERNATIVES);
  return lists;
}
