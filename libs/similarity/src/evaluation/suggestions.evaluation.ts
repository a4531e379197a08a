import { setImmediate } from 'node:timers/promises';
import { best } from '../ranking/best.ts';
import { kept, type Comparison } from '../ranking/comparison.ts';
import { CANDIDATES, rankSuggestions } from '../suggestions/rank-suggestions.ts';
import type { Suggestion, SuggestionKind } from '../suggestions/suggestion.ts';
import { beginningOf } from '../words/unicode-words.ts';
import { Alarms, type AlarmStanding } from './alarms.ts';
import { ArticleBaselines, TYPED_WORDS } from './article-baselines.ts';
import { Scoreboard, targetsByThread, type Period, type Standing } from './evaluation.ts';
import type { History } from './history.ts';
import type { PastEngine } from './past-engine.ts';
import { linkedLately } from './past-examples.ts';
import { PastHalf } from './past-half.ts';
import type { PastVectors } from './past-vectors.ts';
import { RelatedBaselines } from './related-baselines.ts';
import { Replay } from './replay.ts';
import type { WordsOf } from './words-of.ts';

const SHOWN = 10;
/** So many questions are judged before others get their turn. */
const AT_ONCE = 10;

/** What suggestions are compared with, and who is told how far it is. */
export interface EvaluationOptions {
  /** How the simple ways cut words. */
  readonly wordsOf: WordsOf;
  readonly engines: readonly PastEngine[];
  /** By a pretrained model; the ranker is then judged with and without it. */
  readonly pretrained: PastVectors | null;
  readonly signal?: AbortSignal;
  /** Told how much is done, 0 to 1. */
  readonly onProgress?: (done: number) => void;
}

/** The tables: articles (B1), related threads (B2), and cards. */
export interface SuggestionStandings {
  readonly articles: readonly Standing[];
  readonly related: readonly Standing[];
  readonly alarms: readonly AlarmStanding[];
}

/** The targets of one thread that someone later pointed to. */
type Right = Readonly<Record<SuggestionKind, ReadonlySet<number>>>;

const NOTHING: ReadonlySet<number> = new Set();
const FACTS = { solved: false, open: true, duplicates: 0, answeredMe: 0 } as const;

/** Judges, question by question, what would have been suggested, by the code that serves, knowing only what came before. */
export class SuggestionsEvaluation {
  private readonly articles = new Scoreboard();
  private readonly related = new Scoreboard();
  private readonly alarms = new Map<string, Alarms>();
  private readonly history: History;
  private readonly options: EvaluationOptions;
  private readonly articleTargets: ReadonlyMap<number, ReadonlySet<number>>;
  private readonly threadTargets: ReadonlyMap<number, ReadonlySet<number>>;

  constructor(history: History, options: EvaluationOptions) {
    this.history = history;
    this.options = options;
    this.articleTargets = targetsByThread(history.articleLinks);
    this.threadTargets = targetsByThread(history.threadLinks.filter(({ from, to }) => to < from));
  }

  /** @throws AbortError where the signal stopped it */
  async run(periods: readonly Period[]): Promise<SuggestionStandings> {
    const { signal, onProgress } = this.options;
    const numbers = [...this.history.threads.keys()];
    const wanted = periods.map(({ from, to }) =>
      numbers.filter((number) => this.history.threads[number]!.at >= from && this.history.threads[number]!.at < to),
    );
    const all = wanted.reduce((sum, threads) => sum + threads.length, 0);
    let done = 0;
    for (const [place, period] of periods.entries()) {
      const past = new Past(this.history, period, this.options);
      for (const thread of wanted[place]!) {
        await this.judge(past, thread);
        if (++done % AT_ONCE > 0) continue;
        await setImmediate();
        signal?.throwIfAborted();
        onProgress?.(done / all);
      }
    }
    return {
      articles: this.articles.standings(),
      related: this.related.standings(),
      alarms: [...this.alarms.values()].map((alarms) => alarms.standing()),
    };
  }

  private async judge(past: Past, thread: number): Promise<void> {
    past.goTo(thread);
    const right: Right = {
      ARTICLE: this.articleTargets.get(thread) ?? NOTHING,
      TOPIC: this.threadTargets.get(thread) ?? NOTHING,
    };
    const typed = past.typed(thread);
    for (const { ranker, query } of typed) this.judgeCards(past, ranker, query, right);
    if (right.ARTICLE.size + right.TOPIC.size > 0) past.remember(thread, typed[0]!);
    if (right.ARTICLE.size > 0) await this.judgeArticles(past, thread, typed, right.ARTICLE);
    if (right.TOPIC.size > 0) await this.judgeThreads(past, thread, right.TOPIC);
  }

  private judgeCards(past: Past, ranker: string, query: Comparison, right: Right): void {
    const lists: Record<string, Suggestion[]> = {
      'articles and topics': past.suggest(query, ['ARTICLE', 'TOPIC']),
      articles: past.suggest(query, ['ARTICLE']),
      topics: past.suggest(query, ['TOPIC']),
    };
    const linked = right.ARTICLE.size + right.TOPIC.size > 0;
    for (const [kind, [first]] of Object.entries(lists)) {
      const key = `${ranker}: ${kind}`;
      const alarms = this.alarms.get(key) ?? new Alarms(ranker, kind);
      this.alarms.set(key, alarms);
      const isRight = first !== undefined && right[first.kind].has(first.number);
      alarms.add({ confidence: first?.confidence ?? 0, right: isRight, linked });
    }
  }

  private async judgeArticles(
    past: Past,
    thread: number,
    typed: readonly Compared[],
    right: ReadonlySet<number>,
  ): Promise<void> {
    const parts = past.articles.isLongTail(right) ? ['all', 'long tail'] : ['all'];
    const add = (ranker: string, ranked: readonly number[]): void => this.articles.add(ranker, parts, ranked, right);
    const { title } = this.history.threads[thread]!;
    for (const engine of this.options.engines) add(engine.name, await engine.articles(title, SHOWN));
    for (const [name, scores] of Object.entries(past.articles.rankings(thread))) add(name, best(scores, SHOWN));
    for (const { ranker, query } of typed) add(ranker, numbersOf(past.suggest(query, ['ARTICLE'])));
  }

  private async judgeThreads(past: Past, thread: number, right: ReadonlySet<number>): Promise<void> {
    const parts = ['all', past.related.isFirstTime(right) ? 'first time' : 'repeat'];
    const add = (ranker: string, ranked: readonly number[]): void => this.related.add(ranker, parts, ranked, right);
    const { title } = this.history.threads[thread]!;
    for (const engine of this.options.engines) add(engine.name, await engine.threadsBefore(thread, title, SHOWN));
    const whole = past.whole(thread);
    for (const [name, scores] of Object.entries(past.related.rankings(thread, whole[0]!.query)))
      add(name, best(scores, SHOWN));
    for (const { ranker, query } of whole) add(ranker, numbersOf(past.suggest(query, ['TOPIC'])));
  }
}

/** A question compared with what came before it, for one ranker. */
interface Compared {
  readonly ranker: string;
  readonly query: Comparison;
}

/** What is known at the moment of a question. */
class Past {
  readonly articles: ArticleBaselines;
  readonly related: RelatedBaselines;
  private readonly half: PastHalf;
  private readonly replay: Replay;
  private readonly history: History;
  private readonly vectors: PastVectors | null;
  private now = 0;

  constructor(history: History, { from, vectors }: Period, { wordsOf, pretrained }: EvaluationOptions) {
    this.history = history;
    this.vectors = pretrained;
    this.half = new PastHalf(history);
    this.articles = new ArticleBaselines(history, wordsOf);
    this.related = new RelatedBaselines(history, wordsOf);
    this.replay = new Replay(history, vectors, {
      asked: (thread) => pretrained && this.replay.memory.putPretrained(thread, pretrained.thread(thread)),
      articleLinked: (link) => this.articles.articleLinked(link),
      threadLinked: (link) => this.related.threadLinked(link),
    });
    if (pretrained)
      history.articles.forEach((_, article) =>
        this.replay.articles.putPretrained(article, pretrained.article(article)),
      );
    for (const thread of [...linkedLately(history, from)].sort((a, b) => a - b)) {
      this.goTo(thread);
      this.remember(thread, this.typed(thread)[0]!);
    }
  }

  goTo(thread: number): void {
    this.now = this.history.threads[thread]!.at;
    this.replay.goTo(this.now);
  }

  /** Keeps what is suggested first to who asks a thread in which somebody pointed to something, to see how sure that is. */
  remember(thread: number, { query }: Compared): void {
    const [first] = this.suggest(query, ['ARTICLE', 'TOPIC']);
    if (first) this.half.suggested(thread, first);
  }

  /** A question as far as it is typed when suggestions are shown. */
  typed(thread: number): Compared[] {
    const { title, body } = this.history.threads[thread]!;
    return this.compared(title, beginningOf(body, TYPED_WORDS), this.vectors?.typed(thread));
  }

  /** A question as it was asked. */
  whole(thread: number): Compared[] {
    const { title, body } = this.history.threads[thread]!;
    return this.compared(title, body, this.vectors?.thread(thread));
  }

  /** The first ten of the kinds that are wanted. */
  suggest(query: Comparison, kinds: readonly SuggestionKind[]): Suggestion[] {
    const { articles, related } = this.replay;
    const sources = {
      articles: kinds.includes('ARTICLE') ? articles.rank(query, CANDIDATES) : [],
      topics: kinds.includes('TOPIC') ? related.rank(query, this.now, CANDIDATES) : [],
      topicFacts: () => FACTS,
      articleFacts: () => FACTS,
      halfRight: this.half.at(this.now),
    };
    return rankSuggestions(sources, SHOWN);
  }

  private compared(title: string, body: string, vector: Float32Array | undefined): Compared[] {
    const { memory } = this.replay;
    const learned = { ranker: 'the ranker', query: kept(memory.compare(title, body)) };
    if (!vector) return [learned];
    return [
      learned,
      { ranker: `the ranker, ${this.vectors!.name} beside`, query: kept(memory.compare(title, body, vector)) },
    ];
  }
}

function numbersOf(suggestions: readonly Suggestion[]): number[] {
  return suggestions.map(({ number }) => number);
}
