/** A document's number and how often it has a word (at most 255), in one number of 32 bits: up to 16 million documents. */
const COUNT_BITS = 8;
const MOST = 2 ** COUNT_BITS - 1;
/** Most words stand in few documents: for them a plain list is smaller than a piece of memory of its own. */
const PLAIN = 24;

/** The documents that have a word, by rising number, each with how often: there are a hundred of these a document. */
export class Posting {
  private entries: number[] | Uint32Array = [];
  private count = 0;

  get length(): number {
    return this.count;
  }

  push(document: number, times: number): void {
    if (this.count >= PLAIN && this.count >= this.entries.length) {
      const larger = new Uint32Array(Math.ceil(this.count * 1.25));
      larger.set(this.entries);
      this.entries = larger;
    }
    this.entries[this.count++] = ((document << COUNT_BITS) | Math.min(times, MOST)) >>> 0;
  }

  has(document: number): boolean {
    let from = 0;
    for (let to = this.count; from < to;) {
      const middle = (from + to) >> 1;
      if (this.entries[middle]! >>> COUNT_BITS < document) from = middle + 1;
      else to = middle;
    }
    return from < this.count && this.entries[from]! >>> COUNT_BITS === document;
  }

  /** @param place 0 up to the length */
  documentAt(place: number): number {
    return this.entries[place]! >>> COUNT_BITS;
  }

  /** How often the document at a place has the word. */
  timesAt(place: number): number {
    return this.entries[place]! & MOST;
  }

  /** The same with documents numbered anew, by old number; those below 0 are left out. */
  renumbered(numbers: Int32Array): Posting {
    const posting = new Posting();
    for (let place = 0; place < this.count; place++) {
      const number = numbers[this.documentAt(place)]!;
      if (number >= 0) posting.push(number, this.timesAt(place));
    }
    return posting;
  }
}
