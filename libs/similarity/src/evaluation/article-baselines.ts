import { best, scaleToBest } from '../ranking/best.ts';
import { Bm25 } from '../ranking/bm25.ts';
import { beginningOf } from '../words/unicode-words.ts';
import type { History, PastLink } from './history.ts';
import type { WordsOf } from './words-of.ts';

/** So much of a question is written when suggestions are shown. */
export const TYPED_WORDS = 50;
const VOTERS = 30;
const MOST_LINKED = 10;

/** What simple ways would suggest, for comparison: the text, what is linked most, both, and links by shared words alone. */
export class ArticleBaselines {
  private readonly linked: Float64Array;
  private readonly texts = new Bm25();
  private readonly threads = new Bm25();
  private readonly numbers = new Map<number, number>();
  private readonly votes: number[][] = [];
  private readonly history: History;
  private readonly wordsOf: WordsOf;

  constructor(history: History, wordsOf: WordsOf) {
    this.history = history;
    this.wordsOf = wordsOf;
    this.linked = new Float64Array(history.articles.length);
    for (const { title, text } of history.articles) this.texts.add(wordsOf(`${title} ${text}`));
  }

  articleLinked({ from, to }: PastLink): void {
    this.linked[to]!++;
    let number = this.numbers.get(from);
    if (number === undefined) {
      number = this.votes.push([]) - 1;
      this.numbers.set(from, number);
      this.threads.add(this.wordsTyped(from));
    }
    this.votes[number]!.push(to);
  }

  /** Whether none of the articles is among those that are linked most so far. */
  isLongTail(articles: ReadonlySet<number>): boolean {
    return !best(this.linked, MOST_LINKED).some((article) => articles.has(article));
  }

  rankings(thread: number): Record<string, ArrayLike<number>> {
    const words = this.wordsTyped(thread);
    const text = scaleToBest(this.texts.scores(words));
    const often = this.linked.map((count) => Math.log1p(count));
    const near = this.threads.scores(words);
    const votes = new Float64Array(text.length);
    for (const number of best(near, VOTERS)) for (const to of this.votes[number]!) votes[to]! += near[number]!;
    return {
      'article text (BM25)': text,
      'linked often': often,
      'BM25 + .3 linked often': text.map((score, article) => score + 0.3 * often[article]!),
      'links of earlier threads like it by BM25': votes,
    };
  }

  private wordsTyped(thread: number): string[] {
    const { title, body } = this.history.threads[thread]!;
    return this.wordsOf(`${title} ${beginningOf(body, TYPED_WORDS)}`);
  }
}
