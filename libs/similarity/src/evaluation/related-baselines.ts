import { scaleToBest } from '../ranking/best.ts';
import { Bm25 } from '../ranking/bm25.ts';
import type { Comparison } from '../ranking/comparison.ts';
import type { History, PastLink } from './history.ts';
import type { WordsOf } from './words-of.ts';

const DAY = 86_400_000;

/** Which earlier threads simple ways would suggest, for comparison. */
export class RelatedBaselines {
  private readonly titles = new Bm25();
  private readonly texts = new Bm25();
  private readonly linked: Float64Array;
  private readonly history: History;
  private readonly wordsOf: WordsOf;
  private added = 0;

  constructor(history: History, wordsOf: WordsOf) {
    this.history = history;
    this.wordsOf = wordsOf;
    this.linked = new Float64Array(history.threads.length);
  }

  threadLinked({ to }: PastLink): void {
    this.linked[to]!++;
  }

  /** Whether none of the threads has been pointed to so far. */
  isFirstTime(threads: ReadonlySet<number>): boolean {
    return ![...threads].some((thread) => this.linked[thread]! > 0);
  }

  /** @param query the thread compared with those before it */
  rankings(thread: number, { likeness }: Comparison): Record<string, ArrayLike<number>> {
    this.addUntil(thread);
    const { at, title, body } = this.history.threads[thread]!;
    const words = scaleToBest(this.texts.scores(this.wordsOf(`${title} ${body}`)));
    const fresh = words.map((_, number) => Math.exp((this.history.threads[number]!.at - at) / DAY / 30));
    const often = words.map((score, number) => score + 0.3 * Math.log1p(this.linked[number]!));
    return {
      'BM25 titles': this.titles.scores(this.wordsOf(title)),
      'BM25 title and body': words,
      'BM25 + .3 linked often': often,
      'BM25 + .3 linked often + .5 fresh (30 days)': often.map((score, number) => score + 0.5 * fresh[number]!),
      'learned + .3 BM25 + .3 fresh, no links': words.map(
        (score, number) => likeness[number]! + 0.3 * score + 0.3 * fresh[number]!,
      ),
    };
  }

  private addUntil(thread: number): void {
    for (; this.added < thread; this.added++) {
      const { title, body } = this.history.threads[this.added]!;
      this.titles.add(this.wordsOf(title));
      this.texts.add(this.wordsOf(`${title} ${body}`));
    }
  }
}
