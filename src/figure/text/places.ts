const NONE: readonly never[] = [];

/** The place of the first of what stands in order that begins at a token or after it. */
export function firstFrom(all: readonly { readonly from: number }[], token: number): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.from ?? 0) < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those that begin in a stretch of tokens. */
export function beginningIn<One extends { readonly from: number }>(
  all: readonly One[],
  from: number,
  to: number,
): readonly One[] {
  const first = firstFrom(all, from);
  let end = first;
  while (end < all.length && (all[end]?.from ?? to) < to) end++;
  return end === first ? NONE : all.slice(first, end);
}
