const MOST = 2 ** 32 - 1;

/**
 * Pairs of ids of a source: kudos and whom they are from, messages and their tags. Eight bytes for each, because there
 * may be as many as messages. Filled first, asked later.
 */
export class IdPairs {
  private pairs = new BigUint64Array(1024);
  private length = 0;
  private sorted = true;

  /** False where an id is none that a database counts up. */
  add(id: string, other: string): boolean {
    const pair = [Number(id), Number(other)] as const;
    if (!pair.every((part) => Number.isInteger(part) && part >= 0 && part <= MOST)) return false;
    if (this.length === this.pairs.length) {
      const grown = new BigUint64Array(this.length * 2);
      grown.set(this.pairs);
      this.pairs = grown;
    }
    this.pairs[this.length++] = (BigInt(pair[0]) << 32n) | BigInt(pair[1]);
    this.sorted = false;
    return true;
  }

  /** The other ids that were added for this one, each once, ascending. */
  of(id: string): number[] {
    const number = Number(id);
    if (!Number.isInteger(number) || number < 0 || number > MOST) return [];
    this.sort();
    const wanted = BigInt(number);
    const others: number[] = [];
    for (let at = this.firstFrom(wanted << 32n); at < this.length; at++) {
      const pair = this.pairs[at] ?? 0n;
      if (pair >> 32n !== wanted) break;
      const other = Number(pair & 0xffffffffn);
      if (others.at(-1) !== other) others.push(other);
    }
    return others;
  }

  private sort(): void {
    if (!this.sorted) this.pairs.subarray(0, this.length).sort();
    this.sorted = true;
  }

  private firstFrom(pair: bigint): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.pairs[middle] ?? 0n) < pair) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
