/** A document's number and how often it has a word (at most 255), in one number: there are a hundred of these a document. */
const COUNT_BITS = 8;
const MOST = 2 ** COUNT_BITS - 1;

/** How fast repeating a word stops to count, and how much long documents are held back. */
const REPETITION = 0.9;
const LENGTH = 0.4;

/**
 * BM25 over documents in the order in which they are added. It knows only what was added so far: how many documents, how
 * long they are, how many have a word.
 */
export class Bm25 {
  private readonly postings = new Map<string, number[]>();
  private readonly lengths: number[] = [];
  private total = 0;

  add(words: readonly string[]): void {
    const document = this.lengths.length;
    const counts = new Map<string, number>();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const [word, count] of counts) {
      let posting = this.postings.get(word);
      if (!posting) this.postings.set(word, (posting = []));
      posting.push(document * (MOST + 1) + Math.min(count, MOST));
    }
    this.lengths.push(words.length);
    this.total += words.length;
  }

  /** The share of the documents that have the word. */
  shareWith(word: string): number {
    return (this.postings.get(word)?.length ?? 0) / Math.max(this.lengths.length, 1);
  }

  /** The words of a text that a document has, rarest first. */
  sharedWith(document: number, words: readonly string[]): string[] {
    const has = (word: string): boolean => {
      const posting = this.postings.get(word) ?? [];
      let from = 0;
      for (let to = posting.length; from < to;) {
        const middle = (from + to) >> 1;
        if (posting[middle]! >>> COUNT_BITS < document) from = middle + 1;
        else to = middle;
      }
      return from < posting.length && posting[from]! >>> COUNT_BITS === document;
    };
    return [...new Set(words)].filter(has).sort((a, b) => this.shareWith(a) - this.shareWith(b));
  }

  /** One score for each document; 0 where no word is shared. */
  scores(words: readonly string[]): Float64Array {
    const scores = new Float64Array(this.lengths.length);
    const meanLength = this.total / this.lengths.length;
    for (const word of new Set(words)) {
      const posting = this.postings.get(word);
      if (posting) this.addScores(scores, posting, meanLength);
    }
    return scores;
  }

  private addScores(scores: Float64Array, posting: readonly number[], meanLength: number): void {
    const having = posting.length;
    const rarity = Math.log(1 + (scores.length - having + 0.5) / (having + 0.5));
    for (const packed of posting) {
      const document = packed >>> COUNT_BITS;
      const count = packed & MOST;
      const norm = REPETITION * (1 - LENGTH + (LENGTH * this.lengths[document]!) / meanLength);
      scores[document]! += (rarity * count * (REPETITION + 1)) / (count + norm);
    }
  }
}
