import type { CueName, Kind, Mark, TagOf } from "./mark.ts";

const NONE: readonly never[] = [];
/** No status rule has as many lists. */
const MOST_LISTS = 100;

/** What the lexicon found in a text, by kind and place. */
export class Marks {
  private readonly byKind = new Map<Kind, Mark[]>();
  private readonly byCue = new Map<CueName, Mark[]>();
  /** The words of the lists of the status rules. */
  private readonly byList = new Map<number, Mark[]>();
  /** The marks over each token, one token's after the other's; those of the words of a status are not among them. */
  private readonly over: Mark[] = [];
  /** Where the marks over a token begin; they end where those over the next begin. */
  private readonly firstOver: Int32Array;

  /**
   * @param marks in order of place; of one kind none overlap
   * @param size how many tokens the text has
   */
  constructor(marks: readonly Mark[], size: number) {
    const firstOver = new Int32Array(size + 2);
    for (const mark of marks) {
      if (!this.file(mark)) continue;
      for (let index = mark.from; index < mark.to; index++) firstOver[index + 2] = (firstOver[index + 2] ?? 0) + 1;
    }
    for (let index = 2; index < firstOver.length; index++)
      firstOver[index] = (firstOver[index] ?? 0) + (firstOver[index - 1] ?? 0);
    // While the marks are put in, a token's entry is where its next one goes.
    for (const mark of marks) {
      if (mark.tag.kind === "status") continue;
      for (let index = mark.from; index < mark.to; index++) {
        const place = firstOver[index + 1] ?? 0;
        this.over[place] = mark;
        firstOver[index + 1] = place + 1;
      }
    }
    this.firstOver = firstOver;
  }

  all<K extends Kind>(kind: K): readonly Mark<TagOf<K>>[] {
    return (this.byKind.get(kind) ?? NONE).filter((mark): mark is Mark<TagOf<K>> => isKind(mark, kind));
  }

  /** Whether any mark is over a token. */
  isOver(index: number): boolean {
    return (this.firstOver[index + 1] ?? 0) > (this.firstOver[index] ?? 0);
  }

  /** The mark of a kind over a token; of several the last. */
  at<K extends Kind>(kind: K, index: number): Mark<TagOf<K>> | null {
    const first = this.firstOver[index] ?? 0;
    for (let place = (this.firstOver[index + 1] ?? 0) - 1; place >= first; place--) {
      const mark = this.over[place];
      if (mark !== undefined && isKind(mark, kind)) return mark;
    }
    return null;
  }

  cueAt(cue: CueName, index: number): Mark | null {
    const first = this.firstOver[index] ?? 0;
    for (let place = (this.firstOver[index + 1] ?? 0) - 1; place >= first; place--) {
      const mark = this.over[place];
      if (mark !== undefined && mark.tag.kind === "cue" && mark.tag.cue === cue) return mark;
    }
    return null;
  }

  /** Marks of a kind that lie in a stretch of tokens. */
  within<K extends Kind>(kind: K, from: number, to: number): readonly Mark<TagOf<K>>[] {
    const marks = this.byKind.get(kind) ?? NONE;
    let place = firstFrom(marks, from);
    if ((marks[place]?.from ?? to) >= to) return NONE;
    const found: Mark<TagOf<K>>[] = [];
    for (; place < marks.length; place++) {
      const mark = marks[place];
      if (mark === undefined || mark.from >= to) break;
      if (isKind(mark, kind)) found.push(mark);
    }
    return found;
  }

  cues(cue: CueName, from: number, to: number): readonly Mark[] {
    return stretch(this.byCue.get(cue), from, to);
  }

  /** The words of one list of one status rule. */
  statusWords(rule: number, list: number, from: number, to: number): readonly Mark[] {
    return stretch(this.byList.get(listOf(rule, list)), from, to);
  }

  hasCue(cue: CueName, from: number, to: number): boolean {
    const marks = this.byCue.get(cue);
    if (marks === undefined) return false;
    const mark = marks[firstFrom(marks, from)];
    return mark !== undefined && mark.from < to;
  }

  /** @returns whether it is to be found by its place as well */
  private file(mark: Mark): boolean {
    const { tag } = mark;
    if (tag.kind === "status") {
      append(this.byList, listOf(tag.rule, tag.list), mark);
      return false;
    }
    if (tag.kind === "cue") append(this.byCue, tag.cue, mark);
    else append(this.byKind, tag.kind, mark);
    return true;
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

function isKind<K extends Kind>(mark: Mark, kind: K): mark is Mark<TagOf<K>> {
  return mark.tag.kind === kind;
}

function stretch(marks: readonly Mark[] | undefined, from: number, to: number): readonly Mark[] {
  if (marks === undefined) return NONE;
  const first = firstFrom(marks, from);
  let end = first;
  while (end < marks.length && (marks[end]?.from ?? to) < to) end++;
  return end === first ? NONE : marks.slice(first, end);
}

/** The place of the first mark that begins at a token or after it. */
function firstFrom(marks: readonly Mark[], from: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.from ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
