import { Posting } from './posting.ts';

/** How fast repeating a word stops to count, and how much long documents are held back. */
const USUAL = { repetition: 0.9, length: 0.4 } as const;

/**
 * BM25 over documents in the order in which they are added. It knows only what was added so far: how many documents, how
 * long they are, how many have a word.
 */
export class Bm25 {
  private postings = new Map<string, Posting>();
  private lengths: number[] = [];
  private total = 0;
  private entries = 0;
  private readonly options: { readonly repetition: number; readonly length: number };

  constructor(options: { readonly repetition: number; readonly length: number } = USUAL) {
    this.options = options;
  }

  add(words: readonly string[]): void {
    const document = this.lengths.length;
    const counts = new Map<string, number>();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const [word, times] of counts) {
      let posting = this.postings.get(word);
      if (!posting) this.postings.set(word, (posting = new Posting()));
      posting.push(document, times);
    }
    this.entries += counts.size;
    this.lengths.push(words.length);
    this.total += words.length;
  }

  /** About how many bytes it takes: 6 for each word of a document, with what is held ready, and what a word itself takes. */
  get bytes(): number {
    return this.entries * 6 + this.postings.size * 180 + this.lengths.length * 8;
  }

  /** The share of the documents that have the word. */
  shareWith(word: string): number {
    return (this.postings.get(word)?.length ?? 0) / Math.max(this.lengths.length, 1);
  }

  /** The words of a text that a document has, rarest first. */
  sharedWith(document: number, words: readonly string[]): string[] {
    return [...new Set(words)]
      .filter((word) => this.postings.get(word)?.has(document))
      .sort((a, b) => this.shareWith(a) - this.shareWith(b));
  }

  /**
   * One score for each document; 0 where no word is shared.
   * @param scores where they are written: as many as there are documents
   */
  scores(words: readonly string[], scores = new Float64Array(this.lengths.length)): Float64Array {
    scores.fill(0);
    const meanLength = this.total / this.lengths.length;
    for (const word of new Set(words)) {
      const posting = this.postings.get(word);
      if (posting) this.addScores(scores, posting, meanLength);
    }
    return scores;
  }

  /** Keeps the documents of these numbers, which rise, and numbers them anew in their order. */
  keep(documents: readonly number[]): void {
    const numbers = new Int32Array(this.lengths.length).fill(-1);
    documents.forEach((document, place) => (numbers[document] = place));
    const postings = new Map<string, Posting>();
    this.entries = 0;
    for (const [word, posting] of this.postings) {
      const kept = posting.renumbered(numbers);
      if (kept.length > 0) postings.set(word, kept);
      this.entries += kept.length;
    }
    this.postings = postings;
    this.lengths = documents.map((document) => this.lengths[document]!);
    this.total = this.lengths.reduce((sum, length) => sum + length, 0);
  }

  private addScores(scores: Float64Array, posting: Posting, meanLength: number): void {
    const having = posting.length;
    const { lengths } = this;
    const { repetition, length } = this.options;
    const rarity = Math.log(1 + (scores.length - having + 0.5) / (having + 0.5));
    const most = rarity * (repetition + 1);
    const [least, perWord] = [repetition * (1 - length), (repetition * length) / meanLength];
    for (let place = 0; place < having; place++) {
      const document = posting.documentAt(place);
      const times = posting.timesAt(place);
      scores[document]! += (most * times) / (times + least + perWord * lengths[document]!);
    }
  }
}
