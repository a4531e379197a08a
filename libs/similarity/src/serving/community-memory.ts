import type { ArticleRanker } from '../ranking/article-ranker.ts';
import type { Comparison } from '../ranking/comparison.ts';
import type { RelatedRanker } from '../ranking/related-ranker.ts';
import { ThreadMemory } from '../ranking/thread-memory.ts';
import { CANDIDATES, rankSuggestions } from '../suggestions/rank-suggestions.ts';
import type { Suggestion, SuggestionSources } from '../suggestions/suggestion.ts';
import type { WordVectors } from '../vectors/word-vectors.ts';
import { ArticleShelf } from './article-shelf.ts';
import { LinkBook } from './link-book.ts';
import type { MemoryChanges } from './remembered.ts';
import type { LikeTopic, SimilarCandidate } from './similarity.ts';
import { TopicNumbers } from './topic-numbers.ts';

/** So many reasons of a kind are told. */
const REASONS = 5;
/** So large a share more topics than may be kept are borne before the oldest go: sorting them out costs. */
const SLACK = 0.02;

/** What something is looked for by. */
export interface MemoryQuery {
  readonly title: string;
  readonly body: string;
  /** The same by a pretrained model, where there is one that answered in time. */
  readonly pretrained?: Float32Array;
  /** A topic that is not to be found: the one that is asked about. */
  readonly except: string | null;
  /** In milliseconds since 1970. */
  readonly now: number;
}

/** What of a community is kept to suggest from: topics, articles, and who pointed from where to what. */
export class CommunityMemory {
  private readonly vectors: WordVectors;
  private readonly most: number;
  private readonly halfRight: number | null;
  private readonly topics: TopicNumbers;
  private readonly articles = new ArticleShelf();
  private readonly links = new LinkBook();
  /** By topic or article: how many people said that it answered them. */
  private readonly answered = new Map<string, number>();
  private related: RelatedRanker | null = null;

  /**
   * @param most topics that are kept: beyond that those in which nothing was said for the longest time go first
   * @param halfRight the log-odds at which half of the right suggestions stand, where that is known
   */
  constructor(vectors: WordVectors, most: number, halfRight: number | null = null) {
    this.vectors = vectors;
    this.most = most;
    this.halfRight = halfRight;
    this.topics = new TopicNumbers(new ThreadMemory(vectors));
  }

  get size(): number {
    return this.topics.count;
  }

  /** About how many bytes it takes. */
  get bytes(): number {
    const model = this.vectors.size * (this.vectors.dimensions * 4 + 120);
    return model + this.topics.bytes + this.articles.bytes + this.links.bytes;
  }

  apply(changes: MemoryChanges): void {
    const { topics = [], articles = [], removed = [], links = [], unlinked = [], answered = [] } = changes;
    for (const id of removed) {
      this.topics.remove(id);
      this.articles.remove(id);
    }
    for (const topic of topics) this.topics.put(topic);
    for (const article of articles) this.articles.put(article);
    for (const key of unlinked) this.links.remove(key);
    for (const link of links) this.links.put(link);
    for (const { id, vector } of changes.vectors ?? []) this.putPretrained(id, vector);
    for (const { id, count } of answered) this.answered.set(id, count);
    if (this.size > this.most * (1 + SLACK)) {
      this.topics.shrinkTo(this.most, this.links.latestTopics(this.most / 2));
    }
    this.topics.tidy();
    this.related = null;
  }

  /** Topics and articles for a text, best first. */
  suggest({ title, body, pretrained, except, now }: MemoryQuery, count: number): SimilarCandidate[] {
    const query = this.topics.memory.compare(title, body, pretrained);
    const { articles, related } = this.rankers();
    const sources: SuggestionSources = {
      articles: articles.rank(query, CANDIDATES),
      topics: related.rank(query, now, CANDIDATES + 1).filter(({ thread }) => this.topics.idOf(thread) !== except),
      topicFacts: (number) => ({
        solved: this.topics.solved(number),
        open: this.topics.open(number),
        duplicates: this.links.duplicatesOf(this.topics.idOf(number)),
        answeredMe: this.answered.get(this.topics.idOf(number)) ?? 0,
      }),
      articleFacts: (number) => ({ answeredMe: this.answered.get(this.articles.idOf(number)) ?? 0 }),
      halfRight: this.halfRight,
    };
    return rankSuggestions(sources, count).map((one) => this.candidate(one, query));
  }

  /** The threads in which somebody has replied that are likest to a text, likest first. */
  threadsLike({ title, body, except }: MemoryQuery, count: number): LikeTopic[] {
    return this.topics.memory
      .likest(title, body, count + 1)
      .map(({ thread, likeness }) => ({ topicId: this.topics.idOf(thread), likeness }))
      .filter(({ topicId }) => topicId !== except)
      .slice(0, count);
  }

  private putPretrained(id: string, vector: Float32Array): void {
    const topic = this.topics.numberOf(id);
    if (topic === undefined) this.articles.putPretrained(id, vector);
    else this.topics.memory.putPretrained(topic, vector);
  }

  /** They are told of links anew when anything has changed: there are far fewer links than topics. */
  private rankers(): { readonly articles: ArticleRanker; readonly related: RelatedRanker } {
    const { ranker: articles, isNew } = this.articles.rankerOf(this.topics.memory);
    if (isNew || !this.related) this.links.linkArticles(articles, this.topics, this.articles);
    this.related ??= this.links.relatedRanker(this.topics);
    return { articles, related: this.related };
  }

  private candidate(one: Suggestion, query: Comparison): SimilarCandidate {
    const { kind, number, score, confidence, because } = one;
    const { memory } = this.topics;
    const all = because.threads.reduce((sum, { weight }) => sum + weight, 0);
    return {
      kind,
      id: kind === 'TOPIC' ? this.topics.idOf(number) : this.articles.idOf(number),
      score,
      confidence,
      because: {
        threads: because.threads.slice(0, REASONS).map(({ thread, weight }) => ({
          topicId: this.topics.idOf(thread),
          weight: weight / all,
          sharedWords: memory.wordsSharedWith(thread, query).slice(0, REASONS),
        })),
        likeness: because.likeness,
        sharedWords: because.words.slice(0, REASONS),
        links: because.links,
        solved: kind === 'TOPIC' && this.topics.solved(number),
      },
    };
  }
}
