import type { CueName, Kind, Mark, Tag, TagOf } from "./mark.ts";

const NONE: readonly never[] = [];

/** What the lexicon found in a text, by kind and place. */
export class Marks {
  private readonly byKey = new Map<string, Mark[]>();
  /** For each token, the marks over it; of one key the last stands. */
  private readonly over: Mark[][] = [];

  /** @param marks in order of place; of one kind none overlap */
  constructor(marks: readonly Mark[]) {
    for (const mark of marks) this.add(mark);
  }

  all<K extends Kind>(kind: K): readonly Mark<TagOf<K>>[] {
    return (this.byKey.get(kind) ?? NONE).filter((mark): mark is Mark<TagOf<K>> => isKind(mark, kind));
  }

  /** The mark of a kind over a token. */
  at<K extends Kind>(kind: K, index: number): Mark<TagOf<K>> | null {
    const marks = this.over[index];
    if (marks === undefined) return null;
    for (let place = marks.length - 1; place >= 0; place--) {
      const mark = marks[place];
      if (mark !== undefined && isKind(mark, kind)) return mark;
    }
    return null;
  }

  cueAt(cue: CueName, index: number): Mark | null {
    const marks = this.over[index];
    if (marks === undefined) return null;
    for (let place = marks.length - 1; place >= 0; place--) {
      const mark = marks[place];
      if (mark !== undefined && mark.tag.kind === "cue" && mark.tag.cue === cue) return mark;
    }
    return null;
  }

  /** Marks of a kind that lie in a stretch of tokens. */
  within<K extends Kind>(kind: K, from: number, to: number): readonly Mark<TagOf<K>>[] {
    const marks = this.byKey.get(kind);
    if (marks === undefined) return NONE;
    const found: Mark<TagOf<K>>[] = [];
    for (let place = firstFrom(marks, from); place < marks.length; place++) {
      const mark = marks[place];
      if (mark === undefined || mark.from >= to) break;
      if (isKind(mark, kind)) found.push(mark);
    }
    return found;
  }

  cues(cue: CueName, from: number, to: number): readonly Mark[] {
    return stretch(this.byKey.get(CUE + cue), from, to);
  }

  /** The words of one list of one status rule. */
  statusWords(rule: number, list: number, from: number, to: number): readonly Mark[] {
    return stretch(this.byKey.get(statusKey(rule, list)), from, to);
  }

  hasCue(cue: CueName, from: number, to: number): boolean {
    const marks = this.byKey.get(CUE + cue);
    if (marks === undefined) return false;
    const mark = marks[firstFrom(marks, from)];
    return mark !== undefined && mark.from < to;
  }

  private add(mark: Mark): void {
    const list = this.byKey.get(mark.key);
    if (list) list.push(mark);
    else this.byKey.set(mark.key, [mark]);
    if (mark.tag.kind === "status") return;
    for (let index = mark.from; index < mark.to; index++) {
      const marks = this.over[index];
      if (marks) marks.push(mark);
      else this.over[index] = [mark];
    }
  }
}

const CUE = "cue:";

function statusKey(rule: number, list: number): string {
  return `status:${rule}:${list}`;
}

/** What marks are found by: their kind, their cue, their status rule and list. */
export function keyOf(tag: Tag): string {
  if (tag.kind === "status") return statusKey(tag.rule, tag.list);
  return tag.kind === "cue" ? CUE + tag.cue : tag.kind;
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
