import type { Case, Locale } from "../locale/locale.ts";
import { folderOf, type Token } from "../text/token.ts";
import type { Mark, Tag } from "./mark.ts";

interface Edge {
  /** Needed ending after the apostrophe; null: any. */
  readonly suffix: string | null;
  readonly capitals: boolean;
  /** "abc*": any ending; a set: one of these endings; null: exact. */
  readonly endings: "any" | ReadonlySet<string> | null;
  /** How many letters come before the ending. */
  readonly stem: number;
  /** Any token of its word goes along it, whatever its capitals and its ending after an apostrophe. */
  readonly open: boolean;
  readonly cases: readonly Case[] | null;
  readonly node: Node;
}

interface Node {
  readonly edges: Map<string, Edge[]>;
  /** Lengths of the edges that may be followed by an ending. */
  readonly stems: Set<number>;
  readonly meanings: Meaning[];
  /** The edges of words that were looked up, where finding them means trying endings. */
  readonly known: Map<string, readonly Edge[]>;
}

/** What a phrase says. */
interface Meaning {
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

/** A phrase found, which stands where its lane is free. */
export interface Hit extends Mark {
  readonly lane: number;
  readonly rest: Rest | null;
}

const NONE: readonly never[] = [];
const CASES: readonly Case[] = ["nom", "gen", "dat", "acc", "ins", "loc"];
const LONGEST_GAP = 12;
const MOST_ALTERNATIVES = 200;
const MOST_KNOWN = 50_000;
const LONGEST_KNOWN = 40;

/** Phrases by their first word, second word, …: every phrase at a place is found in time bound by the longest phrase. */
export class Trie {
  private readonly root: Node = newNode();
  private readonly locale: Locale;
  private readonly casesByEnding: ReadonlyMap<string, readonly Case[]>;
  private readonly nameEndings: ReadonlySet<string>;
  /** The cases of a word without any ending. */
  private readonly bareCases: readonly Case[] | null;
  /** The edges that common words begin, by the words' numbers. */
  private readonly firstEdges: (readonly Edge[] | undefined)[] = [];
  private readonly lanes = new Map<string, number>();
  private known = 0;

  constructor(locale: Locale) {
    this.locale = locale;
    this.casesByEnding = new Map(Object.entries(locale.caseEndings));
    this.nameEndings = new Set(locale.writing.apostrophe === "suffix" ? this.casesByEnding.keys() : []);
    this.bareCases = this.nameEndings.size > 0 ? (this.casesByEnding.get("") ?? null) : null;
  }

  /** @param name whether the phrase is a name, which takes case endings where the language has them */
  add(phrase: string, tag: Tag, name = false): void {
    for (const words of alternatives(phrase)) {
      const gap = words.findIndex((word) => word.startsWith("…"));
      const head = gap < 0 ? words : words.slice(0, gap);
      const rest = gap < 0 ? null : words.slice(gap + 1).map((word) => this.fold(word));
      let node = this.root;
      for (const [place, word] of head.entries()) node = this.step(node, word, name && place === head.length - 1);
      const reach = Number(words[gap]?.slice(1) ?? 0) || LONGEST_GAP;
      node.meanings.push({ tag, lane: this.laneOf(tag), rest: rest && { words: rest, reach } });
    }
  }

  private fold(word: string): string {
    return folderOf(this.locale.writing).fold(word).word;
  }

  get laneCount(): number {
    return this.lanes.size;
  }

  private laneOf(tag: Tag): number {
    const name = laneName(tag);
    const lane = this.lanes.get(name) ?? this.lanes.size;
    this.lanes.set(name, lane);
    return lane;
  }

  /** Adds every phrase that starts at a token to a list. */
  match(tokens: readonly Token[], at: number, end: number, hits: Hit[]): void {
    const token = tokens[at];
    if (token) this.follow(this.edgesAtFirst(token), tokens, at, at, end, null, hits);
  }

  private edgesAtFirst({ id, word }: Token): readonly Edge[] {
    if (id === null) return edgesFor(this.root, word);
    const ready = this.firstEdges[id];
    if (ready) return ready;
    const edges = edgesFor(this.root, word);
    // A list with holes as wide as a vocabulary would be kept as a table, which is slow.
    while (this.firstEdges.length <= id) this.firstEdges.push(undefined);
    this.firstEdges[id] = edges;
    return edges;
  }

  private follow(
    edges: readonly Edge[],
    tokens: readonly Token[],
    from: number,
    at: number,
    end: number,
    before: readonly Case[] | null,
    hits: Hit[],
  ): void {
    const token = tokens[at];
    if (!token) return;
    const to = at + 1;
    const next = to < end ? tokens[to] : undefined;
    for (const edge of edges) {
      if (!edge.open && !fits(edge, token)) continue;
      const cases = this.casesOf(edge, token) ?? before;
      for (const { tag, lane, rest } of edge.node.meanings) hits.push({ from, to, tag, cases, lane, rest });
      if (!next || edge.node.edges.size === 0) continue;
      const further = this.edgesOf(edge.node, next.word);
      if (further.length > 0) this.follow(further, tokens, from, to, end, cases, hits);
    }
  }

  private edgesOf(node: Node, word: string): readonly Edge[] {
    if (node.stems.size === 0) return node.edges.get(word) ?? NONE;
    const ready = node.known.get(word);
    if (ready) return ready;
    const edges = edgesFor(node, word);
    // What is kept serves a language's few thousand common words; a hostile text's endless new ones shall not fill memory.
    if (this.known < MOST_KNOWN && word.length < LONGEST_KNOWN) {
      node.known.set(word, edges);
      this.known++;
    }
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
    const word = this.fold(cut > 0 ? bare.slice(0, cut) : bare);
    const suffix = cut > 0 ? this.fold(bare.slice(cut + 1)) : null;
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
    const open = suffix === null && !capitals;
    const edge: Edge = { suffix, capitals, endings, stem: word.length, open, cases, node: to ?? newNode() };
    const edges = node.edges.get(word) ?? [];
    edges.push(edge);
    node.edges.set(word, edges);
    if (endings !== null) node.stems.add(word.length);
    return edge.node;
  }

  private casesOf(edge: Edge, token: Token): readonly Case[] | null {
    if (edge.cases) return edge.cases;
    if (token.suffix === null && edge.endings === null) return this.bareCases;
    return this.casesByEnding.get(token.suffix ?? this.endingAfter(edge, token)) ?? null;
  }

  /** The edge does not know its own word: the longest known ending decides. */
  private endingAfter(edge: Edge, token: Token): string {
    if (edge.endings === null || token.word.length === edge.stem) return "";
    if (edge.endings !== "any") return token.word.slice(edge.stem);
    for (let cut = Math.max(1, token.word.length - 6); cut < token.word.length; cut++) {
      const ending = token.word.slice(cut);
      if (this.casesByEnding.has(ending)) return ending;
    }
    return "";
  }
}

function newNode(): Node {
  return { edges: new Map(), stems: new Set(), meanings: [], known: new Map() };
}

/** Marks of one kind, cue or list do not overlap; but what stands before a name and what stands after it are two. */
function laneName(tag: Tag): string {
  if (tag.kind === "status") return `status ${tag.rule} ${tag.list}`;
  if (tag.kind === "cue") return `cue ${tag.cue}`;
  return "where" in tag ? `${tag.kind} ${tag.where}` : tag.kind;
}

function edgesFor(node: Node, word: string): readonly Edge[] {
  const edges = (node.edges.get(word) ?? NONE).slice();
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
