import type { Evidence } from '../suggestions/evidence.ts';
import { unicodeWords } from '../words/unicode-words.ts';
import { PretrainedVectors } from '../vectors/pretrained-vectors.ts';
import { VectorList } from '../vectors/vector-list.ts';
import { best, scaleToBest } from './best.ts';
import { Bm25 } from './bm25.ts';
import type { Comparison } from './comparison.ts';
import { neighbours, shareOf, type Neighbour } from './neighbours.ts';
import type { ThreadMemory } from './thread-memory.ts';

/** A knowledge article that may help, and the earlier threads that say so, strongest first. */
export interface ArticleSuggestion {
  /** Number of the article, in the order in which they were given. */
  readonly article: number;
  readonly score: number;
  readonly because: readonly Neighbour[];
  /** How like its title is, -1 to 1. */
  readonly likeness: number;
  /** In how many threads others linked it. */
  readonly links: number;
  /** The rare words that it shares, rarest first. */
  readonly words: readonly string[];
  readonly evidence: Evidence;
}

/** What counts how much; found on the first half of 2024 of a real community (docs/decisions). */
const WEIGHTS = { sharedWordsOfThreads: 0.1, likeness: 0.3, sharedWords: 0.1 } as const;

/** Ranks articles by what was linked in similar earlier threads, and by what they say themselves. */
export class ArticleRanker {
  private readonly isLearned: boolean;
  private readonly titles: VectorList;
  private readonly pretrained = new PretrainedVectors();
  private readonly words = new Bm25();
  /** Which articles a thread links to. */
  private readonly linked = new Map<number, number[]>();
  /** Those threads, in the order in which they first did. */
  private readonly sources: number[] = [];
  /** By article: how many threads link to it. */
  private readonly links: number[] = [];

  constructor(memory: ThreadMemory, articles: readonly { readonly title: string; readonly text: string }[]) {
    this.isLearned = memory.vectors.size > 0;
    this.titles = new VectorList(memory.vectors.dimensions);
    for (const { title, text } of articles) {
      this.titles.push(memory.vectors.embed(title));
      this.words.add(unicodeWords(`${title} ${text}`));
    }
  }

  /** Someone other than the asker linked the article in the thread. */
  link(thread: number, article: number): void {
    const known = this.linked.get(thread);
    if (known) known.push(article);
    else {
      this.sources.push(thread);
      this.linked.set(thread, [article]);
    }
    this.links[article] = (this.links[article] ?? 0) + 1;
  }

  /** Forgets who linked what, where it is told anew. */
  unlink(): void {
    this.linked.clear();
    this.sources.length = 0;
    this.links.length = 0;
  }

  /** Tells what a pretrained model says of an article's title: a vector of length 1. */
  putPretrained(article: number, vector: Float32Array): void {
    this.pretrained.put(article, vector);
  }

  rank(query: Comparison, count: number): ArticleSuggestion[] {
    const near = this.teachers(query);
    const votes = this.votesOf(near);
    const [lately, ever] = [this.votesOf(query.nearby.lately), this.votesOf(query.nearby.ever)];
    const anything = shareOf(query.nearby.lately, this.linked);
    const likeness = this.titles.dots(query.vector);
    this.pretrained.blend(likeness, query.pretrained, this.isLearned);
    const texts = this.words.scores(query.words);
    const scores = this.scores(votes, likeness, texts);
    const nearest = near[0] ? query.likeness[near[0].thread]! : 0;
    return best(scores, count).map((article) => ({
      article,
      score: scores[article]!,
      because: near.filter(({ thread }) => this.linked.get(thread)?.includes(article)),
      likeness: likeness[article]!,
      links: this.links[article] ?? 0,
      words: this.words.sharedWith(article, query.words),
      evidence: {
        basis: query.basis,
        score: scores[article]!,
        votes: votes[article]!,
        lately: lately[article]!,
        ever: ever[article]!,
        anything,
        nearest,
        likeness: likeness[article]!,
        text: texts[article]! / Math.sqrt(query.words.length || 1),
      },
    }));
  }

  private scores(votes: Float64Array, likeness: Float32Array, texts: Float64Array): Float64Array {
    const spreadOut = spread(likeness);
    const shared = scaleToBest(texts.slice());
    return scaleToBest(votes.slice()).map(
      (voted, article) => voted + WEIGHTS.likeness * spreadOut[article]! + WEIGHTS.sharedWords * shared[article]!,
    );
  }

  private votesOf(near: readonly Neighbour[]): Float64Array {
    const votes = new Float64Array(this.titles.length);
    for (const { thread, weight } of near)
      for (const article of this.linked.get(thread) ?? []) votes[article]! += weight;
    return votes;
  }

  /** The most similar earlier threads that link to an article. */
  private teachers({ likeness, sharedWords }: Comparison): Neighbour[] {
    const { sources } = this;
    const words = new Float64Array(sources.length);
    for (let place = 0; place < words.length; place++) words[place] = sharedWords[sources[place]!]!;
    scaleToBest(words);
    return neighbours(sources, (thread, i) => likeness[thread]! + WEIGHTS.sharedWordsOfThreads * words[i]!);
  }
}

/** Scales scores from 0 (the lowest) to 1 (the highest). */
function spread(scores: Float32Array): Float32Array {
  let lowest = Infinity;
  for (const score of scores) lowest = Math.min(lowest, score);
  return scaleToBest(scores.map((score) => score - lowest));
}
