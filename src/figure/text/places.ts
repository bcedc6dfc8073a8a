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
