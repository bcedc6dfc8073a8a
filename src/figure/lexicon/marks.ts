import type { CueName, Kind, Mark, Tag, TagOf } from "./mark.ts";

/** What the lexicon found in a text, by kind and place. */
export class Marks {
  private readonly byKind = new Map<string, Mark[]>();
  /** For each key, the mark over a token. */
  private readonly over = new Map<string, Map<number, Mark>>();

  /** @param marks in order of place; of one kind none overlap */
  constructor(marks: readonly Mark[]) {
    for (const mark of marks) this.add(mark);
  }

  all<K extends Kind>(kind: K): readonly Mark<TagOf<K>>[] {
    return (this.byKind.get(kind) ?? []).filter((mark): mark is Mark<TagOf<K>> => isKind(mark, kind));
  }

  /** The mark of a kind over a token. */
  at<K extends Kind>(kind: K, index: number): Mark<TagOf<K>> | null {
    const mark = this.over.get(kind)?.get(index);
    return mark && isKind(mark, kind) ? mark : null;
  }

  cueAt(cue: CueName, index: number): Mark | null {
    return this.over.get(`cue:${cue}`)?.get(index) ?? null;
  }

  /** Marks of a kind that lie in a stretch of tokens. */
  within<K extends Kind>(kind: K, from: number, to: number): readonly Mark<TagOf<K>>[] {
    return slice(this.byKind.get(kind) ?? [], from, to).filter((mark): mark is Mark<TagOf<K>> => isKind(mark, kind));
  }

  cues(cue: CueName, from: number, to: number): readonly Mark[] {
    return slice(this.byKind.get(`cue:${cue}`) ?? [], from, to);
  }

  /** The words of one list of one status rule. */
  statusWords(rule: number, list: number, from: number, to: number): readonly Mark[] {
    return slice(this.byKind.get(`status:${rule}:${list}`) ?? [], from, to);
  }

  hasCue(cue: CueName, from: number, to: number): boolean {
    return this.cues(cue, from, to).length > 0;
  }

  private add(mark: Mark): void {
    const key = keyOf(mark.tag);
    const list = this.byKind.get(key) ?? [];
    list.push(mark);
    this.byKind.set(key, list);
    const places = this.over.get(key) ?? new Map<number, Mark>();
    for (let index = mark.from; index < mark.to; index++) places.set(index, mark);
    this.over.set(key, places);
  }
}

export function keyOf(tag: Tag): string {
  if (tag.kind === "status") return `status:${tag.rule}:${tag.list}`;
  return tag.kind === "cue" ? `cue:${tag.cue}` : tag.kind;
}

function isKind<K extends Kind>(mark: Mark, kind: K): mark is Mark<TagOf<K>> {
  return mark.tag.kind === kind;
}

function slice(list: readonly Mark[], from: number, to: number): readonly Mark[] {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.from ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const found: Mark[] = [];
  for (let place = low; place < list.length; place++) {
    const mark = list[place];
    if (!mark || mark.from >= to) break;
    found.push(mark);
  }
  return found;
}
