import { beginningIn, firstFrom } from "../text/places.ts";
import type { CueName, Kind, Mark, Name, TagOf } from "./mark.ts";

const NONE: readonly never[] = [];
/** No status rule has as many lists. */
const MOST_LISTS = 100;

/** What the lexicon found in a text, by name and place. */
export class Marks {
  private readonly byName = new Map<Name, Mark[]>();
  /** The words of the lists of the status rules. */
  private readonly byList = new Map<number, Mark[]>();
  /** The marks over the tokens, each with the place of the one before it over the same token; the words of a status are not among them. */
  private readonly over: Mark[] = [];
  private readonly earlier: number[] = [];
  /** For each token one more than the place of the last mark over it; 0: none. */
  private readonly last: Int32Array;

  /**
   * @param marks in order of place; of one kind none overlap
   * @param size how many tokens the text has
   */
  constructor(marks: readonly Mark[], size: number) {
    this.last = new Int32Array(size);
    for (const mark of marks)
      if (mark.tag.kind === "status") append(this.byList, listOf(mark.tag.rule, mark.tag.list), mark);
      else {
        append(this.byName, mark.name, mark);
        for (let index = mark.from; index < mark.to; index++) {
          this.earlier.push(this.last[index] ?? 0);
          this.last[index] = this.over.push(mark);
        }
      }
  }

  all<K extends Exclude<Kind, "cue">>(kind: K): readonly Mark<TagOf<K>>[] {
    const marks = this.byName.get(kind) ?? NONE;
    return areOf(marks, kind) ? marks : NONE;
  }

  /** The mark of a kind over a token; of several the last. */
  at<K extends Exclude<Kind, "cue">>(kind: K, index: number): Mark<TagOf<K>> | null {
    const mark = this.named(kind, index);
    return mark !== null && isOf(mark, kind) ? mark : null;
  }

  cueAt(cue: CueName, index: number): Mark | null {
    return this.named(cue, index);
  }

  /** Marks of a kind that begin in a stretch of tokens. */
  within<K extends Exclude<Kind, "cue">>(kind: K, from: number, to: number): readonly Mark<TagOf<K>>[] {
    const marks = stretch(this.byName.get(kind), from, to);
    return areOf(marks, kind) ? marks : NONE;
  }

  /** How many marks of a kind begin before a token. */
  count(kind: Exclude<Kind, "cue">, before: number): number {
    return firstFrom(this.byName.get(kind) ?? NONE, before);
  }

  /** The last mark of a kind that begins before a token. */
  lastBefore<K extends Exclude<Kind, "cue">>(kind: K, index: number): Mark<TagOf<K>> | null {
    const marks = this.all(kind);
    return marks[firstFrom(marks, index) - 1] ?? null;
  }

  cues(cue: CueName, from: number, to: number): readonly Mark[] {
    return stretch(this.byName.get(cue), from, to);
  }

  /** The words of one list of one status rule. */
  statusWords(rule: number, list: number, from: number, to: number): readonly Mark[] {
    return stretch(this.byList.get(listOf(rule, list)), from, to);
  }

  hasStatusWords(rule: number, list: number): boolean {
    return this.byList.has(listOf(rule, list));
  }

  hasCue(cue: CueName, from: number, to: number): boolean {
    return beginsIn(this.byName.get(cue), from, to);
  }

  /** Whether a mark of a kind begins in a stretch of tokens. */
  has(kind: Exclude<Kind, "cue">, from: number, to: number): boolean {
    return beginsIn(this.byName.get(kind), from, to);
  }

  private named(name: Name, index: number): Mark | null {
    for (let next = this.last[index] ?? 0; next > 0; next = this.earlier[next - 1] ?? 0) {
      const mark = this.over[next - 1];
      if (mark?.name === name) return mark;
    }
    return null;
  }
}

/** One number for a rule and one of its lists, which begin at -1. */
function listOf(rule: number, list: number): number {
  return rule * MOST_LISTS + list + 1;
}

function append<Key>(lists: Map<Key, Mark[]>, key: Key, mark: Mark): void {
  const list = lists.get(key);
  if (list) list.push(mark);
  else lists.set(key, [mark]);
}

function isOf<K extends Kind>(mark: Mark, kind: K): mark is Mark<TagOf<K>> {
  return mark.tag.kind === kind;
}

/** Whether a list is of a kind; all marks of one list are. */
function areOf<K extends Kind>(marks: readonly Mark[], kind: K): marks is readonly Mark<TagOf<K>>[] {
  return marks[0]?.name === kind;
}

function stretch(marks: readonly Mark[] | undefined, from: number, to: number): readonly Mark[] {
  return marks === undefined ? NONE : beginningIn(marks, from, to);
}

function beginsIn(marks: readonly Mark[] | undefined, from: number, to: number): boolean {
  if (marks === undefined) return false;
  const mark = marks[firstFrom(marks, from)];
  return mark !== undefined && mark.from < to;
}
