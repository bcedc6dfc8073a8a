const SPACE = 32;
/** Where the two hashes of a sign begin, and by what they grow with each letter. */
const SEEDS = [0x811c9dc5 | 0, 0x9747b28c | 0] as const;
const PRIMES = [0x01000193, 0x5bd1e995] as const;
/** At least so many slots for each sign, up to the next power of two, so that different ones seldom meet. */
const ROOM = 1.3;
/** Bits of a slot's second half that say where the row begins; the others are of the second hash. */
const BITS = 20;
const BEGINS = 2 ** BITS - 1;

/**
 * Finds where the row of a sign begins from its words without joining them: a text tells thousands of signs. Of a sign 44 bits are kept, of two
 * hashes of its letters (after Fowler, Noll and Vo); one in 10⁸ of those without a row would be taken for another. The table is small, since most of
 * the time goes into fetching it.
 */
export class Rows {
  private readonly mask: number;
  /** For each slot the first hash, then 12 bits of the second and where the row begins; 0: free. */
  private readonly slots: Int32Array;
  private first = 0;
  private second = 0;

  /**
   * @param rows signs, and where their rows begin: more than 0
   * @throws RangeError when a row begins too far
   */
  constructor(rows: readonly (readonly [sign: string, begin: number])[]) {
    const size = 2 ** Math.ceil(Math.log2(ROOM * rows.length + 1));
    this.mask = size - 1;
    this.slots = new Int32Array(size * 2);
    for (const [sign, begin] of rows) {
      if (begin < 1 || begin > BEGINS) throw new RangeError(`no row can begin at ${begin}`);
      const slot = this.slotOf([sign]);
      this.slots[slot] = this.first;
      this.slots[slot + 1] = (this.second & ~BEGINS) | begin;
    }
  }

  /** @returns 0 for a sign without a row */
  of(words: readonly string[]): number {
    return (this.slots[this.slotOf(words) + 1] ?? 0) & BEGINS;
  }

  /** The slot where a sign is, or would be. */
  private slotOf(words: readonly string[]): number {
    this.hash(words);
    const { first, second, mask, slots } = this;
    let slot = (first ^ (first >>> 15)) & mask;
    for (;;) {
      const held = slots[2 * slot + 1] ?? 0;
      if (held === 0 || (slots[2 * slot] === first && ((held ^ second) & ~BEGINS) === 0)) return 2 * slot;
      slot = (slot + 1) & mask;
    }
  }

  private hash(words: readonly string[]): void {
    let first: number = SEEDS[0];
    let second: number = SEEDS[1];
    for (let at = 0; at < words.length; at++) {
      if (at > 0) {
        first = Math.imul(first ^ SPACE, PRIMES[0]);
        second = Math.imul(second ^ SPACE, PRIMES[1]);
      }
      const word = words[at] ?? "";
      for (let letter = 0; letter < word.length; letter++) {
        const code = word.charCodeAt(letter);
        first = Math.imul(first ^ code, PRIMES[0]);
        second = Math.imul(second ^ code, PRIMES[1]);
      }
    }
    this.first = first;
    this.second = second;
  }
}
