import { ArticleRanker } from '../ranking/article-ranker.ts';
import { RelatedRanker } from '../ranking/related-ranker.ts';
import { ThreadMemory } from '../ranking/thread-memory.ts';
import type { WordVectors } from '../vectors/word-vectors.ts';
import type { History, PastLink } from './history.ts';

/** Something that happened, and what it does to those who remember. */
interface Happening {
  readonly at: number;
  readonly apply: () => void;
}

/** Who else wants to know what is linked. */
export interface Watcher {
  asked?(thread: number): void;
  articleLinked(link: PastLink): void;
  threadLinked(link: PastLink): void;
}

/** Lets a history happen again up to a moment, on the code that serves: what comes later is not known to it. */
export class Replay {
  readonly memory: ThreadMemory;
  readonly articles: ArticleRanker;
  readonly related: RelatedRanker;
  private readonly happenings: readonly Happening[];
  private next = 0;

  constructor(history: History, vectors: WordVectors, watcher?: Watcher) {
    this.memory = new ThreadMemory(vectors);
    this.articles = new ArticleRanker(this.memory, history.articles);
    this.related = new RelatedRanker(this.memory);
    this.happenings = this.happeningsOf(history, watcher);
  }

  /** Everything that happened before `moment` has happened. */
  goTo(moment: number): void {
    for (let one = this.happenings[this.next]; one && one.at < moment; one = this.happenings[++this.next]) one.apply();
  }

  private happeningsOf(history: History, watcher?: Watcher): Happening[] {
    const { memory, articles, related } = this;
    const { threads } = history;
    const all: Happening[] = threads.map((thread, number) => {
      const apply = (): void => {
        memory.ask(thread);
        watcher?.asked?.(number);
      };
      return { at: thread.at, apply };
    });
    threads.forEach(({ replies }, number) => {
      for (const { at, text } of replies) all.push({ at, apply: () => memory.reply(number, at, text) });
    });
    for (const link of history.articleLinks) {
      const apply = (): void => {
        articles.link(link.from, link.to);
        watcher?.articleLinked(link);
      };
      all.push({ at: link.at, apply });
    }
    for (const link of history.threadLinks) {
      const apply = (): void => {
        related.link(link.from, link.to, link.at);
        watcher?.threadLinked(link);
      };
      all.push({ at: link.at, apply });
    }
    // At the same moment what is spoken of comes first: the sort keeps the order in which they were added.
    return all.sort((a, b) => a.at - b.at);
  }
}
