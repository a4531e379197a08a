interface Posting {
  readonly documents: number[];
  readonly counts: number[];
}

/**
 * BM25 over documents in the order in which they came. Scores know only the documents before a given one: how many there
 * were, how long they were, how many had a word. So the past can be judged as it was, and new documents are just added.
 */
export class ChronologicalBm25 {
  private readonly postings = new Map<string, Posting>();
  private readonly lengths: number[] = [];
  private readonly lengthsBefore: number[] = [0];
  private readonly k1: number;
  private readonly b: number;

  constructor(k1 = 0.9, b = 0.4) {
    this.k1 = k1;
    this.b = b;
  }

  get size(): number {
    return this.lengths.length;
  }

  add(words: readonly string[]): void {
    const document = this.lengths.length;
    const counts = new Map<string, number>();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const [word, count] of counts) {
      let posting = this.postings.get(word);
      if (!posting) this.postings.set(word, (posting = { documents: [], counts: [] }));
      posting.documents.push(document);
      posting.counts.push(count);
    }
    this.lengths.push(words.length);
    this.lengthsBefore.push((this.lengthsBefore[document] ?? 0) + words.length);
  }

  /** One score for each of the first `before` documents; 0 where no word is shared. */
  scores(words: readonly string[], before = this.size): Float64Array {
    const scores = new Float64Array(before);
    const meanLength = Math.max((this.lengthsBefore[before] ?? 0) / Math.max(before, 1), 1e-9);
    for (const word of new Set(words)) {
      const posting = this.postings.get(word);
      if (posting) this.addScores(scores, posting, meanLength);
    }
    return scores;
  }

  private addScores(scores: Float64Array, { documents, counts }: Posting, meanLength: number): void {
    const { k1, b } = this;
    const before = scores.length;
    const having = firstAtLeast(documents, before);
    const rarity = Math.log(1 + (before - having + 0.5) / (having + 0.5));
    for (let i = 0; i < having; i++) {
      const document = documents[i]!;
      const count = counts[i]!;
      const norm = k1 * (1 - b + (b * this.lengths[document]!) / meanLength);
      scores[document]! += (rarity * count * (k1 + 1)) / (count + norm);
    }
  }
}

/** How many of the ascending numbers are below `limit`. */
function firstAtLeast(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
